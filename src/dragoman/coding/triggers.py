"""Which words of a sentence name a type: frames whose conditions hold around them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ..languages import LanguagePack, Token
from ..model import Kind
from .frames import Frame, load
from .lexicon import matches, plain
from .reading import Reading

VERBAL = ("VERB", "AUX", "ADJ")


@dataclass(frozen=True, slots=True)
class Index:
    """Frames by the lemma of their trigger, in order of precedence."""

    verbs: dict[str, tuple[Frame, ...]]
    nouns: dict[str, tuple[Frame, ...]]
    phrases: dict[str, tuple[tuple[tuple[str, ...], Frame], ...]]


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
    phrases: dict[str, list[tuple[tuple[str, ...], Frame]]] = {}
    for frame in load(pack.data / "frames"):
        for entry in frame.verbs:
            verbs.setdefault(plain(entry), []).append(frame)
        for entry in (*frame.nouns, *frame.adjectives):
            words = tuple(plain(word) for word in entry.split("_"))
            if len(words) > 1:
                for key in pack.keys(words[0]):
                    phrases.setdefault(key, []).append((words, frame))
            else:
                nouns.setdefault(words[0], []).append(frame)
    return Index(
        {key: tuple(found) for key, found in verbs.items()},
        {key: tuple(found) for key, found in nouns.items()},
        {key: tuple(found) for key, found in phrases.items()},
    )


def find(reading: Reading, known: Index, rejected: list[Rejected]) -> Iterator[tuple[Frame, int]]:
    """(frame, token index) for every trigger whose conditions hold: at most one event and one inference a word."""
    for token in reading.tokens:
        done: set[bool] = set()
        for frame in frames_of(reading, known, token):
            inference = frame.kind is Kind.inference
            if inference in done:
                continue
            reason = failing(reading, frame, token.index)
            if reason:
                rejected.append(Rejected(token.index, frame.rule, reason))
                continue
            done.add(inference)
            yield frame, token.index


def frames_of(reading: Reading, known: Index, token: Token) -> list[Frame]:
    """The frames that a word may trigger, by its form."""
    found = [
        frame for key in token.keys for words, frame in known.phrases.get(key, ()) if matches(reading.tokens, token.index, words)
    ]
    if token.form or (token.pos in ("VERB", "AUX")):
        return [*found, *verb_frames(known, token.lemma), *nominal(known, token)]
    return [*found, *nominal(known, token)]


def verb_frames(known: Index, lemma: str) -> tuple[Frame, ...]:
    """The frames of a verb; a reflexive ("поставляется") has those of its base."""
    own = known.verbs.get(lemma, ())
    if own or not lemma.endswith("ся"):
        return own
    return known.verbs.get(lemma[:-2], ())


def nominal(known: Index, token: Token) -> tuple[Frame, ...]:
    """The frames of a noun or adjective, by its likely lemma or its form in the plural."""
    if token.pos in ("ADP", "CCONJ", "SCONJ", "PART", "PUNCT"):
        return ()
    return known.nouns.get(token.lemma) or known.nouns.get(token.keys[-1], ())


def failing(reading: Reading, frame: Frame, index: int) -> str:
    """Why the conditions of a frame do not hold at a word; empty where they do."""
    reach = reading.classes_in([i for i in reading.reach(index) if i != index or frame.kind is Kind.inference])
    everywhere = reading.classes_in(list(range(len(reading.tokens))))
    if frame.near and not any(set(option.split("&")) <= reach for option in frame.near):
        return f"no word of {' | '.join(frame.near)} in its reach"
    if frame.clause and not any(set(option.split("&")) <= everywhere for option in frame.clause):
        return f"no word of {' | '.join(frame.clause)} in the sentence"
    if frame.topic and not set(frame.topic) & (reading.topics | everywhere):
        return f"no word of {' | '.join(frame.topic)} in or beside the sentence"
    if frame.without and set(frame.without) & reach:
        return f"a word of {' | '.join(sorted(set(frame.without) & reach))} in its reach"
    return ""
