"""How sure the text is: the operators that have scope over a trigger, and the one of them that takes precedence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from dragoman.coding.frames import Frame
from dragoman.coding.reading import Reading
from dragoman.languages import Token
from dragoman.model import Status

ORDER = tuple(Status)
"""The order of precedence of the codebook: the first that applies wins."""

OPERATORS = {
    "op_denied": Status.denied,
    "op_called": Status.called_for,
    "op_possible": Status.possible,
    "op_planned": Status.planned,
}


@dataclass(slots=True)
class Judged:
    """A status with the words that decided it (token indices)."""

    status: Status
    cues: list[int] = field(default_factory=list)
    negations: list[int] = field(default_factory=list)


def judge(reading: Reading, frame: Frame, index: int, *, future_date: bool = False) -> Judged:
    """The status of what the trigger at `index` names, by scope."""
    judged = Judged(base(reading, frame, index))
    if future_date and judged.status is Status.ongoing:
        judged.status = Status.planned
    found = [judged]
    path = occasion(reading, frame, index) or [index, *reading.up(index)]
    for node in path:
        if node == index or not beside(reading, node, path):
            found += operators(reading, frame, node, index)
    found += attributes(reading, index)
    found += adverbs(reading, path, index)
    found += auxiliaries(reading, frame, path, index)
    found += asked_about(reading)
    if frame.type != "threat":
        found += conditions(reading, index, judged.status)
    strongest = min(found, key=lambda j: ORDER.index(j.status))
    if strongest is judged and future_date:
        return judged
    return strongest


def beside(reading: Reading, node: int, path: list[int]) -> bool:
    """Whether a verb is only joined to the one below it on the way up, and so says nothing of it."""
    below = reading.tokens[path[path.index(node) - 1]]
    return below.head == node and below.relation == "conj" and bool(below.form) and bool(reading.tokens[node].form)


def occasion(reading: Reading, frame: Frame, index: int) -> list[int]:
    """The governors of a meeting or visit that is only when or where something else is done.

    What is done has no scope over it.
    """
    if frame.type not in TALKS or reading.tokens[index].form:
        return []
    path = [index]
    for node in reading.up(index):
        if reading.tokens[node].form:
            break
        path.append(node)
    adverbial = any(t.head in path and t.pos == "ADP" and of_occasion(reading, t.index) for t in reading.tokens)
    return path if adverbial or any(reading.has(i, "occasion_noun") for i in path[1:]) else []


def of_occasion(reading: Reading, preposition: int) -> bool:
    """Whether a preposition, of one word or more ("in the course of"), says that something is when or where."""
    parts = [preposition, *(t.index for t in reading.tokens if t.head == preposition and t.relation == "fixed")]
    return any(reading.has(i, "occasion_word", "occasion_noun") for i in parts)


def operators(reading: Reading, frame: Frame, node: int, index: int) -> list[Judged]:
    """What one governor does to the status: its class, turned round where it is negated."""
    negation = negated(reading, node)
    found = []
    for name, status in OPERATORS.items():
        if frame.type in TALKS and reading.has(node, "talk_verb"):
            continue
        if not reading.has(node, name) or (node == index and not self_operating(reading, frame, index)):
            continue
        due = name == "op_called" and scheduled(reading, node, index)
        found.append(turned(Status.planned if due else status, node, negation))
    if negation is not None and not found and (node == index or light(reading, node)):
        found.append(Judged(Status.denied, [], [negation]))
    return found


def auxiliaries(reading: Reading, frame: Frame, path: list[int], index: int) -> list[Judged]:
    """Modal auxiliaries of the verbs on the way up ("may", "must"), and a conditional mood."""
    found = []
    for token in reading.tokens:
        if token.head in path and token.relation == "aux":
            found += operators(reading, frame, token.index, index)
    return found + [Judged(Status.possible, [node]) for node in path if reading.tokens[node].mood == "Cnd"]


def turned(status: Status, node: int, negation: int | None) -> Judged:
    """An operator under negation: a denied denial is possible, a negated plan or possibility is denied."""
    if negation is None:
        return Judged(status, [node])
    if status is Status.denied:
        return Judged(Status.possible, [node], [negation])
    return Judged(Status.denied, [node], [negation])


TALKS = frozenset({"meeting", "negotiation", "agreement", "visit"})
"""Types whose own words ("discussed", "agreed") are the act and no hedge on it."""


def self_operating(reading: Reading, frame: Frame, index: int) -> bool:
    """Whether the trigger's own word says the status: "promised", "offered" are triggers and cues at once."""
    return (
        frame.type not in (*TALKS, "threat", "support", "restriction")
        and reading.has(index, "op_planned", "op_called", "op_denied", "op_possible")
        and bool(reading.tokens[index].form)
    )


def light(reading: Reading, node: int) -> bool:
    """Whether negating this word negates what hangs on it."""
    token = reading.tokens[node]
    return bool(token.form or token.short) and not reading.has(node, "say_verb")


def scheduled(reading: Reading, node: int, index: int) -> bool:
    """Whether "must" tells a timetable ("is due to arrive") rather than a demand."""
    return (
        reading.has(node, "op_called")
        and reading.tokens[node].lemma in reading.words.lemmas["must"]
        and (
            reading.has(index, "arrive")
            or any(reading.has(t.index, "arrive") for t in reading.tokens if t.head == node)
        )
    )


def negated(reading: Reading, node: int) -> int | None:
    """The index of the negation of a word: "не" before it, or hanging on it; None if there is none."""
    for token in reading.tokens[:node]:
        close = token.index >= node - 2 and (token.index == node - 1 or token.head == node)
        if not reading.words.is_form(token, "negation") or not (close or token.head == node):
            continue
        if not reading.words.is_form(reading.tokens[token.index + 1], "not_only"):
            return token.index
    helped = negated_helper(reading, node)
    return helped if helped is not None else negated_noun(reading, node)


def negated_helper(reading: Reading, node: int) -> int | None:
    """The negation of the auxiliary of a passive ("was not signed"), None if there is none."""
    for token in reading.tokens[1:]:
        before = reading.tokens[token.index - 1]
        if token.head == node and token.relation in ("aux", "aux:pass", "cop") and reading.words.is_form(before, "not"):
            return before.index
    return None


def negated_noun(reading: Reading, node: int) -> int | None:
    """The negative determiner of the subject or object of a verb ("no tanks were sent"), None if there is none."""
    return next(
        (
            t.index
            for t in reading.tokens
            if t.pos == "DET" and reading.words.is_form(t, "negation") and noun_of(reading, t, node)
        ),
        None,
    )


def noun_of(reading: Reading, token: Token, node: int) -> bool:
    """Whether a determiner stands with the subject or object of a verb ("no tanks were sent")."""
    noun = reading.tokens[token.head] if token.head >= 0 else None
    return noun is not None and noun.head == node and noun.relation in ("nsubj", "nsubj:pass", "obj")


GIVEN = frozenset({"military_aid", "aid", "arms_transfer", "technology_transfer", "training"})
"""Types whose noun is what a verb hands over ("will put money into military support"): its future is theirs."""

PENDING = frozenset({"ordered", "requested", "approved", "offered", "proposed"})
"""Modes of what is agreed or asked for but by its nature not yet done: the frame says the status, not the tense."""


def base(reading: Reading, frame: Frame, index: int) -> Status:
    """The status by tense and aspect alone; of a noun, by the verb that says it takes place, else by the frame."""
    token = reading.tokens[index]
    if (frame.mode in PENDING or frame.ahead) and frame.status is not None:
        return frame.status
    if token.form in ("Fin", "Part", "Conv") or token.short:
        return frame.status if frame.status is Status.denied else by_tense(reading, index)
    if token.form == "Inf" and 0 <= token.head < index and reading.has(token.head, "pact"):
        return Status.planned
    if token.form == "Inf":
        above = reading.verb_above(index)
        return by_tense(reading, above) if above >= 0 else Status.planned
    if (
        any(reading.has(i, "pact") for i in reading.up(index) if not reading.tokens[i].form)
        and frame.type != "agreement"
    ):
        return Status.planned
    if purpose(reading, index):
        return Status.planned
    verb = reading.verb_above(index)
    if occasion(reading, frame, index) and verb >= 0:
        apart = any(t.pos == "SCONJ" for t in reading.tokens[min(index, verb) : max(index, verb)])
        return Status.planned if by_tense(reading, verb) is Status.planned and not apart else Status.happened
    if verb >= 0 and reading.has(verb, "occur"):
        return by_tense(reading, verb)
    return of_noun(reading, frame, index, verb)


def purpose(reading: Reading, index: int) -> bool:
    """Whether a noun is what something is done for: "to take part in", with the preposition of purpose above it."""
    for node in (index, *reading.up(index)):
        if reading.tokens[node].form:
            return False
        if any(t.head == node and reading.has(t.index, "purpose_word") for t in reading.tokens):
            return True
    return False


def of_noun(reading: Reading, frame: Frame, index: int, verb: int) -> Status:
    """A noun without a verb of occurrence: its adjectives, then the default of the frame."""
    for token in reading.tokens:
        if token.head == index and reading.has(token.index, "adj_past"):
            return Status.happened
    governor = reading.tokens[index].head
    ahead = reading.tokens[index].relation == "nsubj" or frame.type in ("meeting", "exercise")
    if governor >= 0 and ahead and reading.tokens[governor].tense == "Fut":
        return Status.planned
    given = frame.type in GIVEN and verb >= 0 and not reading.has(verb, "say_verb")
    if given and by_tense(reading, verb) is Status.planned:
        return Status.planned
    if frame.status is not None:
        return frame.status
    return by_tense(reading, verb) if verb >= 0 else Status.happened


def by_tense(reading: Reading, index: int) -> Status:
    """Past is happened, present ongoing, future planned; an auxiliary counts before the word itself."""
    token = reading.tokens[index]
    helpers = [t for t in reading.tokens if t.head == index and t.relation in ("aux", "aux:pass", "cop")]
    if any(t.tense == "Fut" for t in helpers):
        return Status.planned
    if token.form == "Inf":
        above = reading.verb_above(index)
        return by_tense(reading, above) if above >= 0 and above != index else Status.planned
    if reading.has(index, "op_ongoing") and token.tense != "Fut":
        return Status.ongoing
    return by_form(token, past_helper=any(t.tense == "Past" for t in helpers))


def by_form(token: Token, *, past_helper: bool) -> Status:
    """The status of a verb form without auxiliaries."""
    if past_helper or token.tense == "Past":
        return Status.happened
    if token.form == "Conv":
        return Status.happened if token.aspect == "Perf" else Status.ongoing
    if token.tense == "Fut" or (token.tense == "Pres" and token.aspect == "Perf" and token.form == "Fin"):
        return Status.planned
    return Status.happened if token.short and token.voice == "Pass" else Status.ongoing


def attributes(reading: Reading, index: int) -> list[Judged]:
    """Adjectives of a noun that hedge it ("possible deliveries", "the planned visit")."""
    found = []
    verb = reading.verb_above(index)
    approved = verb >= 0 and reading.has(verb, "approving")
    for token in reading.tokens:
        if token.head != index or token.relation not in ("amod", "acl") or reading.tokens[index].form:
            continue
        found += [
            Judged(OPERATORS[name], [token.index])
            for name in OPERATORS
            if reading.has(token.index, name) and not (approved and name == "op_possible")
        ]
    return found


def adverbs(reading: Reading, path: list[int], index: int) -> list[Judged]:
    """Adverbs of doubt in the clauses on the way up, and particles that hang on a governor."""
    clauses = {reading.tokens[node].clause for node in path}
    found = []
    for i, names in reading.classes.items():
        token = reading.tokens[i]
        near = token.clause in clauses or token.head in path
        if "adv_possible" in names and near and not far(reading, i, index) and not of_conjunct(reading, i):
            found.append(Judged(Status.possible, [i]))
    for token in reading.tokens:
        if reading.words.is_form(token, "would") and token.clause in clauses and token.pos in ("PART", "AUX"):
            found.append(Judged(Status.possible, [token.index]))
    return found


def of_conjunct(reading: Reading, index: int) -> bool:
    """Whether an adverb between commas hedges only the last of a list ("through A and, probably, B")."""
    around = reading.tokens[max(0, index - 2) : index + 3]
    if len(around) != 5 or around[1].text != "," or around[3].text != ",":
        return False
    return reading.words.is_form(around[0], "and_or") and around[4].pos in ("PROPN", "NOUN", "ADJ")


def asked_about(reading: Reading) -> list[Judged]:
    """What a question asks is no more than possible; the question of somebody told of does not end the sentence."""
    marks = [t.index for t in reading.tokens if t.text == "?"]
    return [Judged(Status.possible, marks[-1:])] if marks and len(reading.tokens) - marks[-1] <= 2 else []


def far(reading: Reading, one: int, other: int) -> bool:
    """Whether a semicolon or a quotation's end stands between two words."""
    first, last = sorted((one, other))
    return any(t.text == ";" for t in reading.tokens[first:last])


def conditions(reading: Reading, index: int, status: Status) -> list[Judged]:
    """ "If": what stands in a condition, or is to come under one, is possible."""
    clause = reading.sentence.clauses[reading.tokens[index].clause]
    words = [i for i, names in reading.classes.items() if "condition_word" in names]
    if not words:
        return []
    if clause.kind == "condition" or status in (Status.planned, Status.ongoing):
        return [Judged(Status.possible, words[:1])]
    return []


def strongest(judgements: Iterable[Judged]) -> Judged:
    """The judgement that takes precedence."""
    return min(judgements, key=lambda j: ORDER.index(j.status))
