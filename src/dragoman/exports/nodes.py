"""Actors as nodes of a graph: name, kind, codes, and where they lie."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.actors import codes, collectives, label, organisations, seat, states


@dataclass(slots=True, frozen=True)
class Node:
    """An actor. `kind` is `state`, `organisation`, `group` (the West) or `other`: a former state, an unknown code."""

    code: str
    name: str
    kind: str
    iso2: str | None
    cow: int | None
    gw: int | None
    latitude: float | None
    longitude: float | None


def node(code: str) -> Node:
    """The node of an actor's code; a code that nothing is known of is its own name."""
    state, place, numbers = states().get(code), seat(code), codes(code)
    return Node(
        code=code,
        name=label(code),
        kind=kind(code),
        iso2=state.iso2 if state else None,
        cow=numbers.cow,
        gw=numbers.gw,
        latitude=place.latitude if place else None,
        longitude=place.longitude if place else None,
    )


def kind(code: str) -> str:
    """What sort of actor a code stands for."""
    for name, known in (("state", states()), ("organisation", organisations()), ("group", collectives())):
        if code in known:
            return name
    return "other"
