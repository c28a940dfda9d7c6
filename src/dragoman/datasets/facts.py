"""A row of the starter record: checked against the codebook and the actors before it becomes ties."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.actors import organisations, states
from dragoman.datasets.rows import Row
from dragoman.events import Pair, pairs
from dragoman.model import Layer, Party, Status
from dragoman.schema import StatementType, codebook

DATE = re.compile(r"(?:18|19|20)\d\d(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$")
ADVICE = "correct the fact (docs/starter.md says how)"


@dataclass(slots=True, frozen=True)
class Fact:
    """One fact with its source. `parties` are in the order of the row; `end` is not before `start`."""

    key: str
    type: str
    mode: str | None
    layer: Layer
    status: Status
    parties: tuple[Party, ...]
    start: str
    end: str | None
    title: str
    matter: tuple[str, ...]
    source: str
    address: str
    note: str

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """Who is tied to whom."""
        return pairs(self.parties, self.type)[0]

    @property
    def others(self) -> tuple[Party, ...]:
        """Those who stand beside the pairs: the origin of a design, the host of an exercise."""
        return pairs(self.parties, self.type)[1]


def fact(row: Row) -> Fact:
    """The fact in a row. Raises DatasetError for what the codebook or the list of actors does not know."""
    kind = codebook().types.get(row.needed("type"))
    layer = codebook().layers.get(row["type"])
    if kind is None or layer is None:
        raise row.error(f"no tie is of type `{row['type']}`", ADVICE)
    start, end = _date(row, "start"), _date(row, "end")
    if start is None:
        raise row.error("nothing stands under `start`", ADVICE)
    if end is not None and end[: len(start)] < start[: len(end)]:
        raise row.error(f"it ends ({end}) before it starts ({start})", ADVICE)
    mode = _mode(row, kind)
    found = Fact(
        key=row.needed("id"),
        type=kind.name,
        mode=mode,
        layer=layer.modes.get(mode or "", layer.layer),
        status=_status(row),
        parties=_parties(row, kind),
        start=start,
        end=end,
        title=row.needed("title"),
        matter=_matter(row),
        source=row.needed("source"),
        address=row["address"],
        note=row["note"],
    )
    if not found.pairs:
        raise row.error("it ties nobody to anybody", ADVICE)
    return found


def _mode(row: Row, kind: StatementType) -> str | None:
    mode = row.text("mode")
    if mode not in kind.modes and (mode or kind.modes):
        raise row.error(f"{kind.name} has no mode `{mode or ''}`; it has {', '.join(kind.modes) or 'none'}", ADVICE)
    return mode


def _status(row: Row) -> Status:
    if row.needed("status") not in Status.__members__:
        raise row.error(f"there is no status `{row['status']}`", ADVICE)
    return Status(row["status"])


def _parties(row: Row, kind: StatementType) -> tuple[Party, ...]:
    found: list[Party] = []
    for part in row.needed("actors").split():
        role, _, codes = part.partition("=")
        if role not in kind.roles:
            raise row.error(f"{kind.name} has no role `{role}`; it has {', '.join(kind.roles)}", ADVICE)
        for code in codes.split(","):
            if code not in states() and code not in organisations():
                raise row.error(f"no actor has the code `{code}`", ADVICE)
            found.append(Party(actor=code, role=role))
    if len(set(found)) < len(found):
        raise row.error("an actor stands in one role twice", ADVICE)
    return tuple(found)


def _date(row: Row, column: str) -> str | None:
    text = row.text(column)
    if text is not None and not DATE.match(text):
        raise row.error(f"`{text}` under `{column}` is no date (2010-08-16, 2010-08 or 2010)", ADVICE)
    return text


def _matter(row: Row) -> tuple[str, ...]:
    found = tuple(name for name in row["matter"].split("|") if name)
    unknown = [name for name in found if name not in codebook().matters]
    if unknown:
        raise row.error(f"the codebook has no matter `{unknown[0]}`", ADVICE)
    return found
