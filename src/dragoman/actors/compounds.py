"""Compounds joined by hyphens name several actors: "американо-турецкий", "Россия–НАТО", "US-South Korean"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dragoman.actors.gazetteer import Gazetteer, Pattern, fold
from dragoman.actors.mentions import Mention
from dragoman.languages.shape import Token

_WHOLE = frozenset({"name", "organisation", "capital", "adjective", "collective", "seat"})

WINDOW = 3
"""Words in which a compound stands at most, where its names have several ("South Korea-United States")."""


@dataclass(slots=True, frozen=True)
class Part:
    """A word of a compound: its keys, and whether a hyphen joins it to the next."""

    keys: frozenset[str]
    joined: bool


def compound_mentions(tokens: Sequence[Token], gazetteer: Gazetteer, place: int) -> list[Mention]:
    """A mention for each part of the compound that begins at a token; none unless every part is an actor."""
    window = tokens[place : place + WINDOW]
    if all(token.text.isalpha() for token in window):  # of one word each: asked of every word of a text
        return []
    found = _of_one_word(tokens[place], gazetteer, place)
    if found:
        return found
    if not any(map(_joins, window)):
        return []
    for size in range(2, min(WINDOW, len(tokens) - place) + 1):
        parts = [part for token in tokens[place : place + size] for part in _parts(token)]
        named = _named(parts, gazetteer) if any(part.joined for part in parts) else []
        if len(named) > 1:
            return [Mention(place, place + size, m.codes, "adjective", entry=m.entry) for m in named]
    return []


def _of_one_word(token: Token, gazetteer: Gazetteer, place: int) -> list[Mention]:
    for parts in _hyphened((*token.keys, token.text)):
        if parts[-1] in gazetteer.joined:
            named = _last("-".join(parts[:-1]), gazetteer)
            return [Mention(place, place + 1, named.codes, "adjective", entry=named.entry)] if named else []
        found = [_first(part, gazetteer) for part in parts[:-1]] + [_last(parts[-1], gazetteer)]
        mentions = [mention for mention in found if mention]
        if len(mentions) == len(parts):
            described = any(m.form == "adjective" for m in mentions)
            return [
                Mention(place, place + 1, m.codes, "adjective" if described else m.form, entry=m.entry)
                for m in mentions
            ]
    return []


@lru_cache(maxsize=50_000)
def _hyphened(keys: tuple[str, ...]) -> tuple[list[str], ...]:
    """The parts of those of some words that hyphens part."""
    parted = (key.split("-") for key in dict.fromkeys(map(fold, keys)))
    return tuple(parts for parts in parted if len(parts) > 1 and all(parts))


def _joins(token: Token) -> bool:
    """Whether a word may be parts of a compound: most are not, which is quickly seen."""
    return token.text[:1].isupper() and "-" in fold(token.text)


def _parts(token: Token) -> Iterator[Part]:
    words = fold(token.text).split("-")
    if _joins(token) and all(words):
        yield from (Part(frozenset({word}), place + 1 < len(words)) for place, word in enumerate(words))
    else:
        yield Part(frozenset(fold(key) for key in token.keys), joined=False)


def _named(parts: Sequence[Part], gazetteer: Gazetteer) -> list[Mention]:
    """The names that the parts are made of, one hyphen between two; none where anything is left over."""
    found: list[Mention] = []
    place = 0
    while place < len(parts):
        pattern = next((p for p in _beginning(parts, place, gazetteer)), None)
        if pattern is None or pattern.entry is None:
            return []
        found.append(Mention(0, 1, pattern.entry.codes, pattern.entry.form, entry=pattern.entry.id))
        place += len(pattern.words)
    return found


def _beginning(parts: Sequence[Part], place: int, gazetteer: Gazetteer) -> Iterator[Pattern]:
    """The names from a part on, the longest first, that end at a hyphen or with the last part."""
    patterns = {id(p): p for key in parts[place].keys for p in gazetteer.actors.get(key, [])}
    for pattern in sorted(patterns.values(), key=lambda p: (-len(p.words), p.rank)):
        covered = parts[place : place + len(pattern.words)]
        if pattern.entry is None or pattern.entry.form not in _WHOLE or len(covered) < len(pattern.words):
            continue
        inside = all(not word.keys.isdisjoint(p.keys) for word, p in zip(pattern.words, covered, strict=True))
        whole = place + len(covered) == len(parts) or covered[-1].joined
        if inside and whole and not any(part.joined for part in covered[:-1]):
            yield pattern


def _first(part: str, gazetteer: Gazetteer) -> Mention | None:
    code = gazetteer.combining.get(part)
    if code:
        return Mention(0, 1, (code,), "adjective", entry=f"combining:{part}")
    return _last(part, gazetteer)


def _last(part: str, gazetteer: Gazetteer) -> Mention | None:
    for pattern in gazetteer.actors.get(part, []):
        if _single(pattern) and pattern.entry:
            return Mention(0, 1, pattern.entry.codes, pattern.entry.form, entry=pattern.entry.id)
    return None


def _single(pattern: Pattern) -> bool:
    return len(pattern.words) == 1 and pattern.entry is not None and pattern.entry.form in _WHOLE
