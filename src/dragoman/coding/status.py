"""How sure the text is: the operators that have scope over a trigger, and the one of them that takes precedence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from dragoman.coding.frames import Frame
from dragoman.coding.lent import lent
from dragoman.coding.negation import asked_not, concession, negated, sinks
from dragoman.coding.reading import Reading
from dragoman.coding.scopes import (
    TALKS,
    behind_pact,
    beside,
    brought,
    gets,
    occasion,
    of_conjunct,
    purpose,
    serves,
    standing,
    started,
    submitted,
    within,
)
from dragoman.coding.subjects import subject
from dragoman.coding.tense import by_tense, concluded_before, of_infinitive
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
    path = occasion(reading, frame, index) or standing(reading, frame, index) or within(reading, index)
    for node in path:
        if node == index or not beside(reading, node, path):
            found += operators(reading, frame, node, index)
    found += [turned(OPERATORS[name], i, negated(reading, v)) for name, i, v in lent(reading, path, OPERATORS)]
    if over := brought(reading, path):
        found += of_antecedent(reading, frame, over, index)
        path = [*path, *over]
    found += attributes(reading, index)
    found += adverbs(reading, path, index)
    found += auxiliaries(reading, frame, path, index)
    found += asked_about(reading)
    asking = [t.index for t in reading.tokens if reading.words.is_form(t, "whether")]
    found += [Judged(Status.possible, [i]) for i in asking if particle(reading, i, index)]
    if frame.type not in TALKS:
        found += undecided(reading, path)
    if frame.type != "threat":
        found += conditions(reading, index, judged.status)
    return strongest(found)


def of_antecedent(reading: Reading, frame: Frame, over: list[int], index: int) -> list[Judged]:
    """What is said of the noun that the clause of a trigger describes, where that noun is only to come to be."""
    found = [judgement for node in over for judgement in operators(reading, frame, node, index)]
    unreal = [t.index for t in reading.tokens if t.head in over[:1] and t.relation == "aux" and t.mood == "Cnd"]
    found += [Judged(Status.possible, unreal)] if unreal else []
    told = next((node for node in over if reading.tokens[node].form), over[0])
    return [*found, Judged(Status.planned)] if by_tense(reading, told) is Status.planned else found


def operators(reading: Reading, frame: Frame, node: int, index: int) -> list[Judged]:
    """What one governor does to the status: its class, turned round where it is negated."""
    negation = negated(reading, node)
    found = []
    for name, status in () if says_it(reading, frame, node) else OPERATORS.items():
        if name == "op_planned" and (serves(reading, node, index) or started(reading, node, index)):
            continue
        if name == "op_possible" and negation is None and succeeded(reading, node):
            continue
        if frame.type == "agreement" and asks(reading, node, index):
            continue
        if name == "op_denied" and (stopped(reading, frame, node, index) or sinks(reading, node)):
            continue
        left = name == "op_denied" and frame.type in SHARED and node != index and reading.has(node, "opt_out")
        says = reading.has(node, name) and (node != index or self_operating(reading, frame, index))
        if not says and not left:
            continue
        if name == "op_called" and worth_saying(reading, node, index):
            continue
        due = name == "op_called" and scheduled(reading, node, index)
        found.append(turned(Status.planned if due else status, node, negation))
    if ended(reading, frame, node, index):
        found.append(turned(Status.denied, node, negation))
    governs = node == index or light(reading, node)
    told = governs and bears(reading, node, index) and not unaffected(reading, node, index)
    told = told and not reading.has(node, "hesitation")
    if negation is not None and negation != index and not found and told and not asked_not(reading, node):
        found.append(Judged(Status.denied, [], [negation]))
    return found


SHARED = frozenset({"exercise", "training", "co_production", "intelligence_sharing"})
"""Types of which a party may withdraw, and then has no part in what the others do."""


def worth_saying(reading: Reading, node: int, index: int) -> bool:
    """Whether it is only the saying that is called for ("it should be noted that …")."""
    told = [t.index for t in reading.tokens if t.head == node and t.form == "Inf" and reading.has(t.index, "say_verb")]
    above = reading.tokens[node].head
    if (
        reading.tokens[node].relation == "aux"
        and reading.tokens[above].voice == "Pass"
        and reading.has(above, "say_verb")
    ):
        told.append(above)
    return any(i in reading.up(index) for i in told)


def stopped(reading: Reading, frame: Frame, node: int, index: int) -> bool:
    """Whether a verb says that fighting was brought to an end, which it had to be under way for."""
    fighting = frame.type == "clash" and not reading.tokens[index].form
    return fighting and reading.has(node, "op_suspended") and reading.tokens[index].head == node


def says_it(reading: Reading, frame: Frame, node: int) -> bool:
    """Whether a verb is how such an act is done, and puts nothing off ("negotiates", "declared a truce")."""
    if frame.type in TALKS and reading.has(node, "talk_verb"):
        return True
    if "declaring_truce" in frame.under:
        return reading.has(node, "declaring_truce")
    if frame.mode == "suspension" and frame.under and reading.has(node, *frame.under):
        return True
    own = {"threat": "warn_verb", "negotiation": "negotiate_verb"}.get(frame.type)
    return own is not None and reading.has(node, own)


def unaffected(reading: Reading, node: int, index: int) -> bool:
    """Whether only an effect on what a word names is denied ("did not affect the contract")."""
    return any(reading.has(i, "effect_noun") for i in reading.up(index) if i == node or node in reading.up(i))


def asks(reading: Reading, node: int, index: int) -> bool:
    """Whether a pact is the subject of an active verb: what it asks for, plans or allows is not the pact itself."""
    token = reading.tokens[index]
    return token.relation == "nsubj" and token.head == node and reading.tokens[node].voice == "Act"


def ended(reading: Reading, frame: Frame, node: int, index: int) -> bool:
    """Whether a verb says that giving has ended, and nobody only asks for that end."""
    if frame.type in GIVEN and node != index and reading.tokens[index].form == "Inf":
        return reading.has(node, "op_stopped") and reading.tokens[index].head == node
    if frame.type not in GIVEN or node == index or reading.tokens[index].form or not reading.has(node, "op_suspended"):
        return False
    if reading.has(node, "finish_verb") and reading.tokens[index].relation == "nsubj":
        return False
    around = [*reading.up(node), *(t.index for t in reading.tokens if t.head == node)]
    stops = reading.tokens[node].form == "Fin" or reading.tokens[node].pos == "NOUN"
    return stops and not any(reading.has(i, "op_called") for i in around)


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


def self_operating(reading: Reading, frame: Frame, index: int) -> bool:
    """Whether the trigger's own word says the status: "promised", "offered" are triggers and cues at once."""
    return (
        not frame.figure
        and frame.type not in (*TALKS, "threat", "support", "restriction", "training", "clash")
        and reading.has(index, "op_planned", "op_called", "op_denied", "op_possible")
        and bool(reading.tokens[index].form)
    )


def light(reading: Reading, node: int) -> bool:
    """Whether negating this word negates what hangs on it."""
    token = reading.tokens[node]
    return bool(token.form or token.short) and not reading.has(node, "say_verb")


def bears(reading: Reading, node: int, index: int) -> bool:
    """Whether a verb that is negated says of its subject that it takes place ("the sale changes nothing" does not)."""
    token = reading.tokens[index]
    doing = token.head == node and token.relation == "nsubj" and not token.form and reading.tokens[node].form == "Fin"
    named = any(t.head == node and t.relation == "obj" for t in reading.tokens)
    return not (doing and named and not reading.has(node, "occur", "arrive"))


def succeeded(reading: Reading, node: int) -> bool:
    """Whether "could" tells of the past what was done ("managed to send")."""
    token = reading.tokens[node]
    return reading.words.is_lemma(token, "managed") and token.tense == "Past" and token.mood != "Cnd"


def scheduled(reading: Reading, node: int, index: int) -> bool:
    """Whether "must" tells a timetable ("is due to arrive") or what a firm has undertaken rather than a demand."""
    if not reading.has(node, "op_called") or reading.tokens[node].lemma not in reading.words.lemmas["must"]:
        return False
    due = reading.has(index, "arrive") or any(
        reading.has(t.index, "arrive") for t in reading.tokens if t.head == node and t.form == "Inf"
    )
    acting = subject(reading, node)
    return due or (acting is not None and "company" in (acting.form, acting.kind))


GIVEN = frozenset({"military_aid", "aid", "arms_transfer", "technology_transfer", "training", "intelligence_sharing"})
"""Types whose noun is what a verb hands over ("will put money into military support"): its future is theirs."""

PENDING = frozenset({"ordered", "requested", "approved", "offered", "proposed"})
"""Modes of what is agreed or asked for but by its nature not yet done: the frame says the status, not the tense."""


def base(reading: Reading, frame: Frame, index: int) -> Status:
    """The status by tense and aspect alone; of a noun, by the verb that says it takes place, else by the frame."""
    token = reading.tokens[index]
    told_to = (frame.mode == "withdrawn" or frame.type == "exercise") and frame.status is Status.planned
    own = frame.mode in PENDING or frame.ahead or told_to or (frame.type == "threat" and not token.form)
    if own and frame.status is not None:
        return Status.planned if frame.mode == "ordered" and behind_pact(reading, index) else frame.status
    if token.mood == "Imp" and frame.type in GIVEN:
        return Status.called_for
    if token.form in ("Fin", "Part", "Conv") or token.short:
        return frame.status if frame.status is Status.denied else by_tense(reading, index)
    if token.form == "Inf":
        return of_infinitive(reading, index)
    if frame.type == "agreement" and concluded_before(reading, index):
        return Status.happened
    if frame.type != "agreement" and (
        any(reading.has(i, "pact") for i in reading.up(index) if not reading.tokens[i].form)
        or behind_pact(reading, index)
    ):
        return Status.planned
    if purpose(reading, index) or (frame.type == "agreement" and submitted(reading, index)):
        return Status.planned
    verb = reading.verb_above(index)
    if occasion(reading, frame, index) and verb >= 0:
        apart = any(t.pos == "SCONJ" for t in reading.tokens[min(index, verb) : max(index, verb)])
        return Status.planned if by_tense(reading, verb) is Status.planned and not apart else Status.happened
    if frame.mode == "base" and gets(reading, index, verb):
        return frame.status or Status.ongoing
    lasts = bool(standing(reading, frame, index)) or unaffected(reading, verb, index)
    if verb >= 0 and reading.has(verb, "occur") and not lasts:
        return by_tense(reading, verb)
    return of_noun(reading, frame, index, verb)


def of_noun(reading: Reading, frame: Frame, index: int, verb: int) -> Status:
    """A noun without a verb of occurrence: its adjectives, then the default of the frame."""
    for token in reading.tokens:
        if token.head == index and reading.has(token.index, "adj_past"):
            return Status.happened
    if any(reading.has(i, "end_noun") for i in reading.up(index) if not reading.tokens[i].form):
        return Status.happened
    if any(t.head == index and t.relation == "cop" and t.tense == "Fut" for t in reading.tokens):
        return Status.planned
    governor = verb if frame.type == "exercise" else reading.tokens[index].head
    ahead = reading.tokens[index].relation == "nsubj" or frame.type in ("meeting", "exercise")
    if governor >= 0 and ahead and awaited(reading, governor):
        return Status.planned
    given = frame.type in GIVEN and verb >= 0 and not reading.has(verb, "say_verb")
    if given and (by_tense(reading, verb) is Status.planned or reading.has(verb, "approving")):
        return Status.planned
    if frame.status is not None:
        return frame.status
    return by_tense(reading, verb) if verb >= 0 else Status.happened


def awaited(reading: Reading, verb: int) -> bool:
    """Whether a verb is in the future, by itself or by its auxiliary ("will be present at the drills")."""
    helpers = (t for t in reading.tokens if t.head == verb and t.relation == "aux")
    return reading.tokens[verb].tense == "Fut" or any(t.tense == "Fut" for t in helpers)


def attributes(reading: Reading, index: int) -> list[Judged]:
    """Adjectives of a noun that hedge it ("possible deliveries", "the planned visit")."""
    found = []
    verb = reading.verb_above(index)
    approved = verb >= 0 and reading.has(verb, "approving")
    for token in reading.tokens:
        if token.head != index or token.relation not in ("amod", "acl") or reading.tokens[index].form:
            continue
        if reading.has(token.index, "able_adj"):
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
        if reading.words.is_form(token, "so_that") and unreal(reading, token.index, index):
            aim = reading.tokens[index].relation == "advcl"
            found.append(Judged(Status.planned if aim else Status.possible, [token.index]))
    return found


def undecided(reading: Reading, path: list[int]) -> list[Judged]:
    """What is not settled: "under negotiation" in its clause, or a "whether" that opens it."""
    clauses = {reading.tokens[node].clause for node in path}
    found = [i for i, names in reading.classes.items() if "undecided" in names and reading.tokens[i].clause in clauses]
    found += [t.index for t in reading.tokens if t.head in path and reading.words.is_form(t, "whether")]
    return [Judged(Status.possible, found[:1])] if found else []


def particle(reading: Reading, asking: int, index: int) -> bool:
    """Whether the particle of an indirect question stands in a word's clause, close behind it or before it."""
    token = reading.tokens[asking]
    inside = token.pos != "SCONJ" and token.clause == reading.tokens[index].clause
    return inside and -2 <= index - asking <= 10


def unreal(reading: Reading, conjunction: int, index: int) -> bool:
    """Whether a past form stands behind the conjunction of aims and wishes: it tells nothing past ("so that it …")."""
    token = reading.tokens[index]
    mark = reading.tokens[conjunction]
    inside = mark.clause == token.clause and mark.head == index and conjunction < index
    return inside and token.form == "Fin" and token.tense == "Past"


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
    words = [i for i, names in reading.classes.items() if "condition_word" in names and not concession(reading, i)]
    if not words:
        return []
    if clause.kind == "condition" or status in (Status.planned, Status.ongoing):
        return [Judged(Status.possible, words[:1])]
    return []


def strongest(judgements: Iterable[Judged]) -> Judged:
    """The judgement that takes precedence."""
    return min(judgements, key=lambda j: ORDER.index(j.status))
