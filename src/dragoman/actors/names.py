"""How an actor is shown to a reader, and its codes in the lists of the field."""

from __future__ import annotations

from typing import NamedTuple

from dragoman.actors.historic import former_states
from dragoman.actors.organisations import collectives, organisations
from dragoman.actors.states import states


class Codes(NamedTuple):
    """Correlates of War and Gleditsch-Ward numbers, None where the list does not know the actor."""

    cow: int | None
    gw: int | None


def label(code: str, language: str = "en") -> str:
    """The name of an actor in a language (in English where it has none); an unknown code as it is."""
    known = states().get(code) or former_states().get(code) or organisations().get(code) or collectives().get(code)
    if known is None:
        return code
    return known.label.get(language, known.label["en"])


def codes(code: str) -> Codes:
    """The numbers of a state, also of one that is no more; both None for everything else."""
    state = states().get(code) or former_states().get(code)
    return Codes(state.cow, state.gw) if state else Codes(None, None)
