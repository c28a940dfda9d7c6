"""Which words of a sentence name a type: frames whose conditions hold around them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dragoman.coding.frames import Frame, load
from dragoman.coding.inference_scope import under
from dragoman.coding.lexicon import Phrase, matches, phrase, plain
from dragoman.coding.reading import Reading
from dragoman.coding.status import TALKS
from dragoman.languages import LanguagePack, Token
from dragoman.model import Kind

VERBAL = ("VERB", "AUX", "ADJ")


@dataclass(frozen=True, slots=True)
class Index:
    """Frames by the lemma of their trigger, in order of precedence."""

    verbs: dict[str, tuple[Frame, ...]]
    nouns: dict[str, tuple[Frame, ...]]
    phrases: dict[str, tuple[tuple[Phrase, Frame], ...]]


@dataclass(frozen=True, slots=True)
class Rejected:
    """A trigger that was not coded, and why: what `explain` shows."""

    index: int
    rule: str
    reason: str


@cache
def index(pack: LanguagePack) -> Index:
    """The frames of a pack by trigger."""
    verbs: dict[str, list[Frame]] = {}
    nouns: dict[str, list[Frame]] = {}
    phrases: dict[str, list[tuple[Phrase, Frame]]] = {}
    for frame in load(pack.data / "frames"):
        for entry in frame.verbs:
            verbs.setdefault(plain(entry), []).append(frame)
        for entry in (*frame.nouns, *frame.adjectives):
            if "_" not in entry:
                nouns.setdefault(plain(entry), []).append(frame)
                continue
            words = phrase(pack, entry)
            for key in words[0]:
                phrases.setdefault(key, []).append((words, frame))
    return Index(
        {key: tuple(found) for key, found in verbs.items()},
        {key: tuple(found) for key, found in nouns.items()},
        {key: tuple(found) for key, found in phrases.items()},
    )


def find(reading: Reading, known: Index, rejected: list[Rejected]) -> Iterator[tuple[Frame, int]]:
    """(frame, token index) for every trigger whose conditions hold, those of one word in order of precedence.

    Which of them stands is known when the roles are filled.
    """
    for token in reading.tokens:
        for frame in frames_of(reading, known, token):
            reason = failing(reading, frame, token.index)
            if reason:
                rejected.append(Rejected(token.index, frame.rule, reason))
                continue
            yield frame, token.index


def frames_of(reading: Reading, known: Index, token: Token) -> list[Frame]:
    """The frames that a word may trigger, by its form."""
    found = [
        frame
        for key in token.keys
        for words, frame in known.phrases.get(key, ())
        if matches(reading.tokens, token.index, words)
    ]
    if token.form or (token.pos in ("VERB", "AUX")):
        intends = any(t.head == token.index and t.form == "Inf" for t in reading.tokens)
        if intends and reading.has(token.index, "op_planned", "op_possible", "op_called"):
            return found
        return [*found, *verb_frames(known, token.lemma, reflexive=not intends), *nominal(known, token)]
    return [*found, *nominal(known, token)]


def verb_frames(known: Index, lemma: str, *, reflexive: bool) -> tuple[Frame, ...]:
    """The frames of a verb; a reflexive ("поставляется") has those of its base, unless it goes on with an
    infinitive.
    """
    own = known.verbs.get(lemma, ())
    if own or not (reflexive and lemma.endswith("ся")):
        return own
    return known.verbs.get(lemma[:-2], ())


def nominal(known: Index, token: Token) -> tuple[Frame, ...]:
    """The frames of a noun or adjective, by its likely lemma or its form in the plural."""
    if token.pos in ("ADP", "CCONJ", "SCONJ", "PART", "PUNCT"):
        return ()
    return known.nouns.get(token.lemma) or known.nouns.get(token.keys[-1], ())


def failing(reading: Reading, frame: Frame, index: int) -> str:
    """Why the conditions of a frame do not hold at a word; empty where they do."""
    if index in reading.tellings:
        return "only says who reports it"
    if frame.type not in TALKS and any(reading.has(i, "discuss_word") for i in reading.up(index)):
        return "is only what is talked about"
    if frame.type in TRANSFERS and refusal_asked(reading, index):
        return "is asked to be given up, which is no act of giving"
    if frame.kind is Kind.event:
        if conditional(reading, index):
            return "stands in a condition"
        if frame.type == "agreement" and "pact" in frame.near and not of_pact(reading, index):
            return "the pact in its reach is not what it is done to"
        if frame.type == "agreement" and again(reading, index):
            return "speaks again of an agreement told before"
        if frame.type == "clash" and not asserted(reading, index):
            return "is named but not said to take place"
        if frame.type in ACTS and background(reading, index):
            return "is only the time or cause of something else"
    reach = reading.classes_in([i for i in reading.reach(index) if i != index or frame.kind is Kind.inference])
    everywhere = reading.classes_in(list(range(len(reading.tokens))))
    if pronoun_object(reading, index):
        reach |= {"arms", "designation"} & (reading.topics | everywhere)
    if frame.near and not any(set(option.split("&")) <= reach for option in frame.near):
        return f"no word of {' | '.join(frame.near)} in its reach"
    if frame.clause and not any(set(option.split("&")) <= everywhere for option in frame.clause):
        return f"no word of {' | '.join(frame.clause)} in the sentence"
    if frame.topic and not set(frame.topic) & (reading.topics | everywhere):
        return f"no word of {' | '.join(frame.topic)} in or beside the sentence"
    if frame.under and not under(reading, index, frame.under):
        return f"no word of {' | '.join(frame.under)} above it"
    if frame.without and set(frame.without) & reach:
        return f"a word of {' | '.join(sorted(set(frame.without) & reach))} in its reach"
    return ""


ACTS = frozenset({"clash", "threat", "restriction", "support", "arms_transfer", "military_aid", "aid", "basing"})
"""Types whose noun may be mere background ("since the invasion"); a visit or a meeting happens there too."""

BACKGROUND = frozenset(
    {
        "после",
        "из-за",
        "до",
        "ввиду",
        "вследствие",
        "против",
        "накануне",
        "благодаря",
        "вопреки",
        "кроме",
        "помимо",
        "за",
    }
)
CONDITIONS = frozenset({"если", "коли"})


ASSERTED = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "root", "conj", "xcomp", "appos", "parataxis"})


def asserted(reading: Reading, index: int) -> bool:
    """Whether a noun is the subject or object of something, not a mere circumstance ("success in the war with")."""
    token = reading.tokens[index]
    return bool(token.form) or token.relation in ASSERTED


TRANSFERS = frozenset({"arms_transfer", "military_aid", "technology_transfer", "training", "basing"})


def refusal_asked(reading: Reading, index: int) -> bool:
    """Whether a request governs a refusal that governs the word ("demanded that it give up the deliveries")."""
    path = list(reading.up(index))
    refused = next((i for i, node in enumerate(path) if reading.has(node, "op_denied", "op_suspended")), -1)
    return refused >= 0 and any(reading.has(node, "op_called") for node in path[refused + 1 :])


def of_pact(reading: Reading, index: int) -> bool:
    """Whether a pact is the object or subject of a verb, or what a participle describes; over one other noun at most.

    Of nouns, and where the parser left the pact without a verb, nearness is enough.
    """
    token = reading.tokens[index]
    if not token.form:
        return True
    pacts = [t for t in reading.tokens if reading.has(t.index, "pact") and t.index != index]
    if any(t.head == index or token.head == t.index or t.relation in ("root", "nsubj", "conj") for t in pacts):
        return True
    governors = [reading.tokens[t.head] for t in pacts if t.head >= 0]
    return any(g.head == index and (g.pos == "NUM" or reading.has(g.index, "pact")) for g in governors) or not any(
        t.head == index and t.relation == "obj" for t in reading.tokens
    )


def again(reading: Reading, index: int) -> bool:
    """Whether a noun has "this", "such": then it is no new happening."""
    return not reading.tokens[index].form and index > 0 and reading.has(index - 1, "demonstrative")


def background(reading: Reading, index: int) -> bool:
    """Whether a noun, or the noun that it hangs on, follows a preposition of time or cause."""
    if reading.tokens[index].form:
        return False
    for node in (index, *(i for i in reading.up(index) if reading.tokens[i].pos == "NOUN")):
        before = [t for t in reading.tokens if t.head == node and t.pos == "ADP"]
        if before and before[0].keys[-1] in BACKGROUND:
            return True
        if before or reading.tokens[node].relation.startswith("nsubj"):
            return False
    return False


def conditional(reading: Reading, index: int) -> bool:
    """Whether a word stands inside an "if" clause, from its conjunction to the comma that ends it, or under "in
    case of".
    """
    opened = -1
    for token in reading.tokens[: index + 1]:
        if CONDITIONS & set(token.keys[-1:]):
            opened = token.index
        elif opened >= 0 and token.text == "," and any(t.form == "Fin" for t in reading.tokens[opened : token.index]):
            following = reading.tokens[token.index + 1 : token.index + 2]
            opened = opened if following and following[0].keys[-1] in ("а", "и", "который") else -1
        elif token.keys[-1] == "случае" and token.index < index <= token.index + 3:
            return True
    return opened >= 0


def pronoun_object(reading: Reading, index: int) -> bool:
    """Whether a verb has "them" or "it" as its object: then what is moved was named before."""
    return any(
        t.pos == "PRON" and t.keys[-1] in ("их", "его", "ее") and (t.head == index or 0 < t.index - index <= 2)
        for t in reading.tokens
    )
