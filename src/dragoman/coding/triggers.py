"""Which words of a sentence name a type: frames whose conditions hold around them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dragoman.coding.barred import barred
from dragoman.coding.frames import Frame, load
from dragoman.coding.inference_scope import under
from dragoman.coding.lexicon import Phrase, matches, phrase, plain
from dragoman.coding.reading import Reading
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
            verbs.setdefault(plain(pack, entry), []).append(frame)
        for entry in (*frame.nouns, *frame.adjectives):
            if "_" not in entry:
                nouns.setdefault(plain(pack, entry), []).append(frame)
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
        if token.relation in ("aux", "aux:pass"):
            continue
        for frame in frames_of(reading, known, token):
            reason = failing(reading, frame, token.index)
            if reason:
                rejected.append(Rejected(token.index, frame.rule, reason))
                continue
            yield frame, token.index


def frames_of(reading: Reading, known: Index, token: Token) -> list[Frame]:
    """The frames that a word may trigger, by its form."""
    fixed = (frame for key in token.keys for words, frame in known.phrases.get(key, ()) if at(reading, token, words))
    found = list({frame.rule: frame for frame in fixed}.values())
    if token.form or (token.pos in ("VERB", "AUX")):
        intends = any(t.head == token.index and t.form == "Inf" for t in reading.tokens)
        lets = reading.has(token.index, "permit_verb")
        if intends and not lets and reading.has(token.index, "op_planned", "op_possible", "op_called"):
            return [*found, *(f for f in known.verbs.get(token.lemma, ()) if f.type == "threat" and not f.ahead)]
        reflexive = not intends and not reading.has(token.index, "middle")
        verbal = verb_frames(known, token.lemma, reading.words.affixes["reflexive"], reflexive=reflexive)
        named = () if verbal or token.pos == "VERB" else nominal(known, token)
        return [*found, *verbal, *named]
    return [*found, *nominal(known, token)]


def at(reading: Reading, token: Token, words: Phrase) -> bool:
    """Whether a fixed phrase begins at a word."""
    return matches(reading.tokens, token.index, words)


def verb_frames(known: Index, lemma: str, suffixes: tuple[str, ...], *, reflexive: bool) -> tuple[Frame, ...]:
    """The frames of a verb; a reflexive ("поставляется") has those of its base, unless it goes on with an
    infinitive.
    """
    own = known.verbs.get(lemma, ())
    if own or not (reflexive and lemma.endswith(suffixes)):
        return own
    return known.verbs.get(next(lemma.removesuffix(s) for s in suffixes if lemma.endswith(s)), ())


def nominal(known: Index, token: Token) -> tuple[Frame, ...]:
    """The frames of a noun or adjective, by its likely lemma or its form in the plural."""
    if token.pos in ("ADP", "CCONJ", "SCONJ", "PART", "PUNCT"):
        return ()
    return known.nouns.get(token.lemma) or known.nouns.get(token.keys[-1], ())


def failing(reading: Reading, frame: Frame, index: int) -> str:
    """Why the conditions of a frame do not hold at a word; empty where they do."""
    reason = barred(reading, frame, index)
    return reason or unmet(reading, frame, index)


def unmet(reading: Reading, frame: Frame, index: int) -> str:
    """Which of the classes that a frame asks for, or bars, is the reason why it does not hold."""
    cited = sources(reading)
    own = [i for i in reading.reach(index) if i not in cited]
    reach = reading.classes_in([i for i in own if i != index or frame.kind is Kind.inference])
    everywhere = reading.classes_in(list(range(len(reading.tokens))))
    if frame.ahead and not looks_ahead(reading, index):
        return "does not look ahead"
    if pronoun_object(reading, index) or "goods_again" in reach:
        reach |= {"arms", "designation"} & (reading.topics | everywhere)
    if "men_again" in reach:
        reach |= {"soldiers"} & (reading.topics | everywhere)
    if frame.near and not any(set(option.split("&")) <= reach for option in frame.near):
        return f"no word of {' | '.join(frame.near)} in its reach"
    if frame.clause and not any(set(option.split("&")) <= everywhere for option in frame.clause):
        return f"no word of {' | '.join(frame.clause)} in the sentence"
    if frame.topic and not set(frame.topic) & reading.topics:
        return f"no word of {' | '.join(frame.topic)} in or beside the sentence"
    if frame.under and not under(reading, index, frame.under):
        return f"no word of {' | '.join(frame.under)} above it"
    titled = {i for a in reading.arguments if a.kind == "office" for i in range(a.first, a.last + 1)}
    bare = reading.classes_in([i for i in own if i not in titled and i != index])
    if frame.without and set(frame.without) & bare:
        return f"a word of {' | '.join(sorted(set(frame.without) & bare))} in its reach"
    return ""


def looks_ahead(reading: Reading, index: int) -> bool:
    """Whether a verb is in the future, or an infinitive of an aim or one that a word of doubt or plan governs."""
    token = reading.tokens[index]
    if token.form == "Inf":
        above = list(reading.up(index))[:2]
        return any(reading.has(i, "op_possible", "op_planned", "op_called", "op_denied") for i in above) or any(
            t.head == index and reading.words.is_form(t, "so_that") for t in reading.tokens
        )
    return token.form == "Fin" and (token.tense == "Fut" or (token.tense == "Pres" and token.aspect == "Perf"))


def sources(reading: Reading) -> set[int]:
    """The words of phrases that name a source, to the next comma.

    "According to British intelligence" is no intelligence passed on.
    """
    found: set[int] = set()
    for token in reading.tokens:
        if not reading.has(token.index, "source_phrase"):
            continue
        stop = (t.index for t in reading.tokens[token.index :] if t.pos == "PUNCT")
        found |= set(range(token.index, next(stop, token.index + 1)))
    return found


def pronoun_object(reading: Reading, index: int) -> bool:
    """Whether a verb has "them" or "it" as its object: then what is moved was named before."""
    return any(
        t.pos == "PRON" and reading.words.is_form(t, "them_it") and (t.head == index or 0 < t.index - index <= 2)
        for t in reading.tokens
    )
