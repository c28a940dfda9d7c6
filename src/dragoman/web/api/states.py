"""The actors that Dragoman knows by code: states and organisations."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException

from dragoman.actors import codes, label, organisations, states
from dragoman.errors import ActorError
from dragoman.model import Frozen
from dragoman.schema.entries import BriefLanguage
from dragoman.web.api.asked import AsOf, Code, today
from dragoman.web.api.asked import codes as named

router = APIRouter(prefix="/states")
LANGUAGES: tuple[BriefLanguage, ...] = ("en", "ru")


class StateNames(Frozen):
    """A state by ISO 3166-1 alpha-3, with its numbers in the lists of Correlates of War and of Gleditsch and Ward."""

    code: str
    names: dict[str, str]
    cow: int | None
    gw: int | None


class StateEntry(StateNames):
    """A state with the organisations that it was a member of on a day, as far as their members are listed."""

    as_of: str
    organisations: dict[str, str]


@router.get("", summary="The states")
def every() -> tuple[StateNames, ...]:
    """What names stand for, and what that says about nobody's status: docs/actors.md."""
    return tuple(map(_names, sorted(states())))


@router.get("/{code}", summary="A state")
def one(code: Code, as_of: AsOf = None) -> StateEntry:
    """By code or name. What the record has on it: `/dossiers/{code}`."""
    try:
        (found,) = named([code])
    except ActorError as error:
        raise HTTPException(404, error.line) from error
    if found not in states():
        raise HTTPException(404, f"{found} is no state")
    day = as_of or today()
    within = {key: label(key) for key, one in sorted(organisations().items()) if found in one.members_on(day)}
    return StateEntry(**_names(found).model_dump(), as_of=day, organisations=within)


def _names(code: str) -> StateNames:
    numbers = codes(code)
    names = {language: label(code, language) for language in LANGUAGES}
    return StateNames(code=code, names=names, cow=numbers.cow, gw=numbers.gw)
