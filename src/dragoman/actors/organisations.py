"""Organisations and collective actors: names in both languages, and who was a member when."""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

from pydantic import Field, field_validator

from dragoman.actors.states import states
from dragoman.actors.tables import entries
from dragoman.model import Frozen


class Collective(Frozen):
    """A group that texts treat as an actor ("the West"): used only where no state can be recovered."""

    code: str
    label: dict[str, str]
    names: dict[str, tuple[str, ...]]
    states: tuple[str, ...] = ()
    """The states of a region that tell it where a text only says "the region"; each state tells one region only."""

    @field_validator("states")
    @classmethod
    def _are_states(cls, listed: tuple[str, ...]) -> tuple[str, ...]:
        return _known(listed)


class Pledge(Frozen):
    """The promise of its members to defend each other: the treaty (and article) that makes it, and since when."""

    title: str
    since: str


class Spell(NamedTuple):
    """A membership of a state without a break; `end` is None where it lasts. Dates are ISO, or a year."""

    state: str
    start: str
    end: str | None


class Organisation(Collective):
    """An organisation of states. `joined` and `left` are by ISO date, or year, from which it holds."""

    adjectives: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    seats: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    joined: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    left: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    members: Literal["listed", "open"] = "listed"
    pledge: Pledge | None = None

    @field_validator("joined", "left")
    @classmethod
    def _of_states(cls, changes: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        for codes in changes.values():
            _known(codes)
        return changes

    def members_on(self, on: str | None = None) -> frozenset[str]:
        """The members on an ISO date (now, if none is given); empty where no list is kept (`members` is `open`)."""
        changes = [(day, 1, codes) for day, codes in self.joined.items()]
        changes += [(day, 0, codes) for day, codes in self.left.items()]
        found: set[str] = set()
        for day, enters, codes in sorted(changes):
            if on is None or day <= on:
                found = found | set(codes) if enters else found - set(codes)
        return frozenset(found)

    def spells(self) -> tuple[Spell, ...]:
        """Every membership with its beginning and end, by state; none where no list is kept."""
        found: list[Spell] = []
        open_: dict[str, str] = {}
        changes = [(day, True, state) for day, states_ in self.joined.items() for state in states_]
        changes += [(day, False, state) for day, states_ in self.left.items() for state in states_]
        for day, enters, state in sorted(changes):
            if enters:
                open_.setdefault(state, day)
            elif state in open_:
                found.append(Spell(state, open_.pop(state), day))
        return tuple(sorted([*found, *(Spell(state, day, None) for state, day in open_.items())], key=lambda s: s[:2]))


def _known(codes: tuple[str, ...]) -> tuple[str, ...]:
    """The codes, if all are states. Raises ValueError."""
    unknown = set(codes) - set(states())
    if unknown:
        raise ValueError(f"no state {', '.join(sorted(unknown))}")
    return codes


@cache
def organisations() -> dict[str, Organisation]:
    """Every organisation by its code."""
    return {entry.code: entry for entry in entries("organisations.yaml", Organisation)}


@cache
def collectives() -> dict[str, Collective]:
    """Every collective actor by its code."""
    return {entry.code: entry for entry in entries("collectives.yaml", Collective)}


def members(code: str, on: str | None = None) -> frozenset[str]:
    """The member states of an organisation on an ISO date. Raises KeyError for an unknown code."""
    return organisations()[code].members_on(on)


def memberships(iso3: str, on: str | None = None) -> tuple[str, ...]:
    """The organisations that a state belongs to on an ISO date."""
    return tuple(code for code, organisation in organisations().items() if iso3 in organisation.members_on(on))
