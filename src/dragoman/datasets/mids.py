"""Militarized interstate disputes: a tie of two states that stood on opposite sides of one."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.datasets.dyads import Dyad, dyads
from dragoman.datasets.mid_codes import MISSING, meaning
from dragoman.datasets.reading import Reading
from dragoman.datasets.rows import Row
from dragoman.datasets.spans import Span
from dragoman.model import Layer, Tie

UNIT = "hostility level"
"""From 1 (no militarized action) over 2 (threat), 3 (display) and 4 (use of force) to 5 (war)."""
USED, THREATENED = 4, 2
"""From which level on force was used, and from which it was threatened."""


@dataclass(slots=True, frozen=True)
class Side:
    """One of the two: its number, what it did at most, whom it lost, what it wanted, whether it was in it at first."""

    number: str
    is_a: bool
    level: int
    hostility: str
    action: str
    fatalities: str
    aim: str
    joined: bool


def side(row: Row, number: str, after: str = "") -> Side:
    """What a row says of one state; the columns have `after` behind their names where a row tells of two."""
    level = row.whole(f"hostlev{after}")
    exact = row.whole(f"fatalpre{after}")
    aim = f"revtype1{after}"
    return Side(
        number=number,
        is_a=row.whole(f"sidea{after}") == 1,
        level=level if level is not None and level > 0 else 0,
        hostility=meaning(row, f"hostlev{after}", "hostility"),
        action=meaning(row, f"hiact{after}", "action"),
        fatalities=str(exact) if exact is not None and exact > 0 else meaning(row, f"fatality{after}", "fatalities"),
        aim=meaning(row, aim, "aim"),
        joined=row.whole(f"orig{after}") == 0,
    )


def mid_ties(
    reading: Reading, dispute: str, one: Side, other: Side, span: Span, details: dict[str, str]
) -> tuple[Tie, ...]:
    """The tie of two opponents (more than one, where a number passed on in the course of the dispute)."""
    first, second = sorted((one, other), key=lambda side: int(side.number))
    pairs = dyads(reading, first.number, second.number, *span)
    return tuple(_tie(reading, dispute, dyad, (first, second), details) for dyad in pairs)


def _tie(reading: Reading, dispute: str, dyad: Dyad, sides: tuple[Side, Side], details: dict[str, str]) -> Tie:
    most = max(sides, key=lambda side: side.level)
    level = most.level
    states = dict(zip(dyad[:2], sides, strict=True))
    named = {"source": states[min(dyad[:2])], "target": states[max(dyad[:2])]}
    of_each = {
        f"{name}_{end}": getattr(side, name)
        for name in ("hostility", "action", "fatalities", "aim")
        for end, side in named.items()
    }
    return reading.tie(
        record=f"{dispute}/{sides[0].number}/{sides[1].number}",
        layer=Layer.dispute,
        type="clash" if level >= USED else "threat" if level >= THREATENED else None,
        source=dyad.one,
        target=dyad.other,
        directed=False,
        start=dyad.start,
        end=dyad.end,
        weight=float(level) if level else None,
        unit=UNIT,
        subject=f"militarized dispute ({most.hostility})" if level else "militarized dispute",
        group=dispute,
        details={
            "side_a": next((state for state, side in states.items() if side.is_a), ""),
            "joined": ", ".join(sorted(state for state, side in states.items() if side.joined)),
            **of_each,
            **details,
        },
    )


def dispute_details(row: Row) -> dict[str, str]:
    """What a row says of the dispute as a whole."""
    reciprocated = row.whole("recip")
    return {
        "outcome": meaning(row, "outcome", "outcome"),
        "settlement": meaning(row, "settle", "settlement"),
        "reciprocated": {1: "yes", 0: "no"}.get(MISSING if reciprocated is None else reciprocated, ""),
    }
