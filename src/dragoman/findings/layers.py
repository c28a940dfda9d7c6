"""What two actors have with each other in a layer, told from the dataset that knows it best."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.findings.draft import Draft
from dragoman.findings.record import Record
from dragoman.model import Layer, Tie

COOPERATIVE = (
    Layer.agreement, Layer.alliance, Layer.arms, Layer.licensed_production, Layer.co_production, Layer.technology,
    Layer.exercise, Layer.training, Layer.intelligence, Layer.basing, Layer.aid,
)  # fmt: skip
"""Layers in which states do something with each other: not those of organisations, votes and disputes."""
MADE = (Layer.licensed_production, Layer.co_production, Layer.technology)
"""Layers of what is made in one state with what another knows."""
UPKEEP = "maintenance"
"""The mode of joint production in which nothing is made."""
NAMED = 60
"""Characters of the longest name that is told; a treaty's whole title would fill the sentence."""
SERIES = re.compile(r"[\s'’-]*(?:\d{2,4}|\d{2}-\d+|[IVX]+)$")
"""What follows the name of a series: a year, the number of the edition."""
OPEN = 9999
"""The year until which a tie reaches that is not known to have ended."""


@dataclass(slots=True, frozen=True)
class Told:
    """Ties of one layer from one dataset, and of one direction where they have one: from `a` to `b`.

    `acts` counts what ties with many parties share only once. `first` and `last` are years: of the earliest start and
    of the latest (a tie that lasts reaches on to `reach`).
    """

    layer: Layer
    dataset: str
    a: str
    b: str
    ties: tuple[Tie, ...]
    acts: int
    first: int
    last: int
    reach: int
    named: str | None


def told(layer: Layer, dataset: str, ties: Sequence[Tie]) -> Told:
    """Sum up ties of one dataset in one layer; there must be one at least."""
    starts = [int(tie.start[:4]) for tie in ties if tie.start] or [0]
    return Told(
        layer=layer,
        dataset=dataset,
        a=ties[0].source,
        b=ties[0].target,
        ties=tuple(ties),
        acts=len({tie.group or tie.record for tie in ties}),
        first=min(starts),
        last=max(starts),
        reach=max(reach(tie) for tie in ties),
        named=_named(ties),
    )


def reach(tie: Tie) -> int:
    """The last year of a tie; OPEN where no end is known."""
    return int(tie.end[:4]) if tie.end else OPEN


def best(record: Record, layer: Layer, ties: Iterable[Tie]) -> tuple[Told, ...]:
    """The ties of a layer as the dataset tells them that knows most of them, and those that others have since it ends.

    Datasets tell of the same ties: their counts are never added up. A dataset that aims at every case goes first.
    """
    by_dataset: dict[str, list[Tie]] = {}
    for tie in ties:
        if tie.layer is layer:
            by_dataset.setdefault(tie.dataset, []).append(tie)
    if not by_dataset:
        return ()
    ends = {one.dataset: one.until for one in record.coverages if layer.value in one.systematic}
    ranked = sorted(by_dataset, key=lambda name: (name not in ends, -len(by_dataset[name]), name))
    found = [told(layer, ranked[0], by_dataset[ranked[0]])]
    if ranked[0] in ends:
        since = ends[ranked[0]]
        newer = {name: [t for t in by_dataset[name] if t.start and int(t.start[:4]) > since] for name in ranked[1:]}
        name = max(newer, key=lambda one: len(newer[one]), default=None)
        if name and newer[name]:
            found.append(told(layer, name, newer[name]))
    return tuple(found)


def tell(draft: Draft, record: Record, layers: Iterable[Layer], ties: Sequence[Tie]) -> tuple[Told, ...]:
    """Put into the draft, layer by layer, what these ties of two actors say, and return it."""
    found: list[Told] = []
    for layer in layers:
        for own in _by_direction(ties):
            for place, one in enumerate(best(record, layer, own)):
                _put(draft, one, "since" if place else "on_record")
                found.append(one)
    return tuple(found)


def making(ties: Iterable[Tie]) -> tuple[Tie, ...]:
    """Those in which something is made: upkeep makes nothing."""
    return tuple(tie for tie in ties if tie.mode != UPKEEP)


def years(first: int, last: int) -> str:
    """`2004`, or `2004–2010`."""
    return str(first) if first == last else f"{first}–{last}"


def _put(draft: Draft, one: Told, how: str) -> None:
    draft.rests_on(one.ties)
    draft.figure("acts", one.acts, "acts", one.dataset, since=one.first, until=one.last, actors=(one.a, one.b))
    draft.because(
        f"{how}.{one.layer.value}", n=one.acts, a=one.a, b=one.b, years=years(one.first, one.last), first=one.first,
        last=one.last, named=one.named, dataset=one.dataset,
    )  # fmt: skip


def _by_direction(ties: Sequence[Tie]) -> tuple[list[Tie], ...]:
    """Those without a direction, and those of each direction."""
    found: dict[str, list[Tie]] = {}
    for tie in ties:
        found.setdefault(tie.source if tie.directed else "", []).append(tie)
    return tuple(found[key] for key in sorted(found))


def _named(ties: Iterable[Tie]) -> str | None:
    """The name that most of them share, in the dataset's words, without the year or number of an edition."""
    subjects = Counter(SERIES.sub("", tie.subject) for tie in ties if tie.subject and len(tie.subject) <= NAMED)
    return subjects.most_common(1)[0][0] if subjects else None
