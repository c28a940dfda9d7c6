"""Groups of states for the roles of brokers: blocs or regions, as data."""

from __future__ import annotations

from functools import cache

import numpy as np
from pydantic import Field, TypeAdapter

from dragoman.actors import former_states, organisations, states
from dragoman.model import Division, Frozen
from dragoman.network.arrays import Ints
from dragoman.network.settings import FOLDER
from dragoman.schema.entries import Label, Text
from dragoman.schema.load import checked
from dragoman.schema.located import read_located


class Grouping(Frozen):
    """A division as data: groups by membership in organisations, or as lists of states."""

    label: Label
    organisations: tuple[str, ...] = ()
    groups: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    reason: Text

    def members(self, on: str) -> dict[str, str]:
        """The group of each state that is in one, on an ISO date."""
        found = {state: name for name, listed in self.groups.items() for state in listed}
        for code in reversed(self.organisations):
            found |= dict.fromkeys(organisations()[code].members_on(on), code)
        return found


@cache
def groupings() -> dict[Division, Grouping]:
    """Every division. Raises CodebookError with file and line."""
    file = read_located(FOLDER / "groups.yaml")
    found = checked(file, TypeAdapter(dict[Division, Grouping]))
    for division, grouping in found.items():
        for code in grouping.organisations:
            if code not in organisations():
                raise file.error(f"there is no organisation {code}", (division, "organisations"), "correct it")
        listed = [state for members in grouping.groups.values() for state in members]
        for state in listed:
            if listed.count(state) > 1 or (state not in states() and state not in former_states()):
                raise file.error(f"{state} is no state, or is in two groups", (division, "groups"), "correct it")
    return found


def group_numbers(division: Division, actors: tuple[str, ...], on: str) -> Ints:
    """A number for the group of each actor on an ISO date; an actor in no group has one of its own."""
    members = groupings()[division].members(on)
    names = [members.get(actor, f"{actor} alone") for actor in actors]
    return np.unique(names, return_inverse=True)[1] if names else np.zeros(0, np.int64)
