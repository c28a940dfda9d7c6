"""Rivalries of Klein, Goertz and Diehl: disputes by number, which have their dates in the file of disputes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from dragoman.datasets.cow_mid import dispute_number, dispute_span
from dragoman.datasets.dyads import dyads
from dragoman.datasets.reading import Reading
from dragoman.datasets.spans import Span
from dragoman.model import Layer, Tie

ISOLATED, RIVALRY = 1, 2
LONE = "a dispute outside a rivalry"
UNDATED = "a rivalry of which the file of disputes has no dispute"


@dataclass(slots=True)
class Rivalry:
    """Two rivals and their disputes; `wars` are those that were one."""

    one: str
    other: str
    disputes: list[str] = field(default_factory=list)
    wars: int = 0


def read(reading: Reading) -> Iterator[Tie]:
    """A tie a rivalry, from the beginning of its first dispute to the end of its last."""
    spans = {dispute_number(row): dispute_span(row) for row in reading.rows("disputes")}
    for number, rivalry in _rivalries(reading).items():
        dated = [spans[dispute] for dispute in rivalry.disputes if dispute in spans]
        if not dated:
            reading.skip(UNDATED)
            continue
        span = Span(min(s.start for s in dated if s.start), max((s.end for s in dated if s.end), default=None))
        for dyad in dyads(reading, rivalry.one, rivalry.other, *span):
            yield reading.tie(
                record=number,
                layer=Layer.dispute,
                source=dyad.one,
                target=dyad.other,
                directed=False,
                start=dyad.start,
                end=dyad.end,
                subject=f"rivalry of {len(rivalry.disputes)} militarized disputes",
                group=number,
                details={
                    "disputes": ", ".join(rivalry.disputes),
                    "wars": str(rivalry.wars) if rivalry.wars else "",
                    "undated": str(len(rivalry.disputes) - len(dated)) if len(dated) < len(rivalry.disputes) else "",
                },
            )


def _rivalries(reading: Reading) -> dict[str, Rivalry]:
    found: dict[str, Rivalry] = {}
    for row in reading.rows("rivalries"):
        kind = row.whole("RIVTYP2")
        if kind == ISOLATED:
            reading.skip(LONE)
            continue
        if kind != RIVALRY:
            raise row.error(f"`{row['RIVTYP2']}` under `RIVTYP2` is neither {ISOLATED} nor {RIVALRY}")
        number = str(row.whole("RIVNUMB"))
        rivalry = found.setdefault(number, Rivalry(row.needed("RIVALA"), row.needed("RIVALB")))
        rivalry.disputes.append(str(row.whole("DISPUTE")))
        rivalry.wars += bool(row["WARNUMB"])
    return found
