"""The actor that a user means by a code or a name, in any language that has names here."""

from __future__ import annotations

from difflib import SequenceMatcher, get_close_matches
from functools import cache

from dragoman.actors.entries import impersonal
from dragoman.actors.gazetteer import fold
from dragoman.actors.historic import former_states
from dragoman.actors.lookups import by_name, name_key
from dragoman.actors.names import label
from dragoman.actors.organisations import collectives, organisations
from dragoman.actors.states import LANGUAGES, states
from dragoman.errors import ActorError

NOT_MEANT = frozenset({"none", "company", "city"})
"""Forms of a name that stand for an actor in a text at most, not in a question."""
NEAR = 0.7
"""How alike (0 to 1) a suggested name is at least."""
SPREAD = 0.1
"""How much less alike than the best one the others are at most."""
SUGGESTED = 3
"""Codes that are suggested at most."""


def actor_named(text: str) -> str:
    """The code of the actor that is meant: `AZE`, `nato`, `Turkey`, `Марокко`.

    Raises ActorError, with what may be meant, where no actor or more than one is called so.
    """
    code = text.strip().upper()
    if code in _codes():
        return code
    # What datasets call so, and what texts do ("Congo" is the one to these and the other to those).
    state = by_name(text) if name_key(text) else None
    found = tuple(dict.fromkeys((*([state] if state else []), *_names().get(_key(text), ()))))
    if len(found) == 1:
        return found[0]
    if found:
        raise ActorError("may be several actors", source=repr(text), advice=f"say which: {_told(found)}")
    near = _near(text)
    advice = f"is it {_told(near)}?" if near else "give a code such as AZE or NATO, or a name"
    raise ActorError("no actor is called so", source=repr(text), advice=advice)


def _key(text: str) -> str:
    return " ".join(fold(word) for word in text.split())


@cache
def _codes() -> frozenset[str]:
    return frozenset(states()) | frozenset(former_states()) | frozenset(organisations()) | frozenset(collectives())


@cache
def _names() -> dict[str, tuple[str, ...]]:
    """Folded names to codes, in every language; a name of the actor itself goes before one of something of its."""
    own: dict[str, dict[str, None]] = {}
    other: dict[str, dict[str, None]] = {}
    for language in LANGUAGES:
        for code in _codes():
            own.setdefault(_key(label(code, language)), {})[code] = None
        for entry in impersonal(language):
            if entry.form not in NOT_MEANT:
                names = own if entry.form in ("name", "organisation", "collective") else other
                names.setdefault(_key(entry.text.lstrip("=!")), {}).update(dict.fromkeys(entry.codes))
    return {name: tuple(codes) for name, codes in (other | own).items()}


def _near(text: str) -> tuple[str, ...]:
    """The codes that differ in one letter, else the actors whose names are nearest."""
    code = text.strip().upper()
    near = tuple(other for other in sorted(_codes()) if _one_letter_apart(code, other))
    if near:
        return near[:SUGGESTED]
    key = _key(text)
    alike = {name: SequenceMatcher(None, name, key).ratio() for name in get_close_matches(key, _names(), cutoff=NEAR)}
    close = (name for name, share in alike.items() if share >= max(alike.values()) - SPREAD)
    return tuple(dict.fromkeys(code for name in close for code in _names()[name]))


def _one_letter_apart(a: str, b: str) -> bool:
    return len(a) == len(b) > 2 and sum(x != y for x, y in zip(a, b, strict=True)) == 1


def _told(codes: tuple[str, ...]) -> str:
    return " or ".join(f"{code} ({label(code)})" for code in codes)
