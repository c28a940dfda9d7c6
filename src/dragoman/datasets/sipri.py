"""What the importers of SIPRI's tables share: its names of states and of those that are none."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from dragoman.datasets.reading import Reading
from dragoman.model import Measure

ARMED_GROUP = "an armed group, no state"
NO_ACTOR = "supplier or recipient is no state or organisation"
UNIT = "TIV"
FROM_NOBODY = "tiv_from_no_state"
TO_NOBODY = "tiv_to_no_state"
COUNTED = {FROM_NOBODY: "deliveries_from_no_state", TO_NOBODY: "deliveries_to_no_state"}
DELIVERIES = "deliveries"


def actor(reading: Reading, name: str, on: str | None) -> str | None:
    """The actor of a SIPRI name; a name with one star is an armed group, with two an organisation."""
    if name.endswith("*") and not name.endswith("**"):
        reading.unmapped(name, ARMED_GROUP)
        return None
    return reading.by_name(name, on)


@dataclass(slots=True)
class OneSided:
    """TIV whose other side is no state or organisation: it is no tie, yet belongs to what a state gets and gives.

    `rows` counts the deliveries behind it.
    """

    tiv: defaultdict[tuple[str, str, int], float] = field(default_factory=lambda: defaultdict(float))
    rows: Counter[tuple[str, str, int]] = field(default_factory=Counter)

    def add(self, source: str | None, target: str | None, year: int, tiv: float) -> None:
        """Count a delivery of which one side is known."""
        known = target or source
        if known:
            key = (FROM_NOBODY if target else TO_NOBODY, known, year)
            self.tiv[key] += tiv
            self.rows[key] += 1

    def measures(self, reading: Reading, *, counted: bool) -> Iterator[Measure]:
        """A measure for every state and year that has any; with the number of deliveries, where rows are deliveries."""
        for key, tiv in self.tiv.items():
            name, known, year = key
            yield reading.measure(name, known, year, round(tiv, 4), UNIT)
            if counted:
                yield reading.measure(COUNTED[name], known, year, self.rows[key], DELIVERIES)


def dyad(reading: Reading, supplier: str, recipient: str, on: str | None) -> tuple[str | None, str | None]:
    """Both actors; the row is counted as skipped where one stands for no actor."""
    source, target = actor(reading, supplier, on), actor(reading, recipient, on)
    if source is None or target is None:
        reading.skip(NO_ACTOR)
    return source, target
