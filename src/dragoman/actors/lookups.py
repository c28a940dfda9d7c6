"""The state behind a number of the field's lists, or behind a name as datasets write it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from dragoman.actors.historic import HistoricState, historic
from dragoman.actors.states import forms, states
from dragoman.actors.tables import ADVICE, rows
from dragoman.errors import CodebookError

ALIASES = "aliases.tsv"
_SIGNS = re.compile(r"[^a-z0-9&]+")
_SMALL = frozenset({"the", "of", "and", "&"})


def by_cow(number: int, on: str | None = None) -> str | None:
    """The state of a Correlates of War number: on an ISO date or in a year, else the latest one that had it.

    In the year of a change the number is the state's that the year began with (365 in 1991: SUN). None for a number
    that is nobody's, or was nobody's then.
    """
    current = next((state.iso3 for state in states().values() if state.cow == number), None)
    return _at(current, (state for state in historic() if state.cow == number), on)


def by_gw(number: int, on: str | None = None) -> str | None:
    """The same for a Gleditsch-Ward number."""
    current = next((state.iso3 for state in states().values() if state.gw == number), None)
    return _at(current, (state for state in historic() if state.gw == number), on)


def by_name(name: str, on: str | None = None) -> str | None:
    """The state that datasets call so, or whose ISO 3166-1 alpha-3 or CAMEO code it is.

    Case, accents, signs and small words do not matter ("Korea, South", "St. Lucia"). With a date a name that went on
    ("Yemen", "Serbia", "Russia") is that of the state of the time.
    """
    for key in _keys(name):
        if key in _names() or key in _former():
            return _at(_names().get(key), _former().get(key, ()), on)
    return None


def name_key(name: str) -> str:
    """A name as names are compared: plain letters, in order, without the small words."""
    plain = unicodedata.normalize("NFKD", name.replace("ı", "i").replace("ß", "ss")).encode("ascii", "ignore").decode()
    words = _SIGNS.sub(" ", plain.casefold().replace("'", "").replace(".", "")).split()
    words = ["saint" if word in ("st", "ste") else word for word in words]
    return " ".join(word for word in words if word not in _SMALL) or " ".join(words)


def _keys(name: str) -> tuple[str, ...]:
    """The key of a name, and where it has a comma the key of what is meant ("Korea, South")."""
    head, comma, tail = name.partition(",")
    return (name_key(name), name_key(f"{tail} {head}")) if comma else (name_key(name),)


def _at(current: str | None, former: Iterable[HistoricState], on: str | None) -> str | None:
    states_then = sorted(former, key=lambda state: state.first)
    if on is not None:
        for state in states_then:
            if state.existed(on):
                return state.code
    if current is not None:
        return current
    return states_then[-1].code if states_then and on is None else None


@cache
def _names() -> dict[str, str]:
    """The names of the states that are; what datasets write goes before what a text in English means ("Congo")."""
    found = {iso3.casefold(): iso3 for iso3 in states()}
    for row in rows(ALIASES, "iso3", "names"):
        if row["iso3"] not in states():
            raise CodebookError(f"{row['iso3']} is not in states.tsv", source=row.where, advice=ADVICE)
        for name in row.several("names"):
            other = found.setdefault(name_key(name), row["iso3"])
            if other != row["iso3"]:
                raise CodebookError(f"`{name}` is {other} already", source=row.where, advice=ADVICE)
    for iso3, called in forms("en").items():
        for name in called.names:
            found.setdefault(name_key(name.lstrip("=!")), iso3)
    return found


@cache
def _former() -> dict[str, tuple[HistoricState, ...]]:
    """The names of those that were."""
    found: dict[str, tuple[HistoricState, ...]] = {}
    for state in historic():
        for key in dict.fromkeys(name_key(name) for name in (*state.names, state.code)):
            if key != state.code.casefold() or state.code not in states():
                found[key] = (*found.get(key, ()), state)
    return found
