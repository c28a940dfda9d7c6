"""The dossier of a state, or of two: ties by layer and time, events, trends, and what is not on record."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from pydantic import TypeAdapter

from dragoman.datasets import entries
from dragoman.events.ties import CODED
from dragoman.model import Layer
from dragoman.network.arrays import Ints, distinct
from dragoman.network.columns import LAYERS
from dragoman.network.days import NEVER, final_day, iso, year, years_of
from dragoman.network.dossiers import Dossier, Gap, LayerTies, OpenQuestion, Partner, Told, Trend
from dragoman.network.legs import rested
from dragoman.network.measure import measure
from dragoman.network.network import Network, is_state
from dragoman.network.nouns import Measured, Seen, Years
from dragoman.network.scope import scope
from dragoman.network.supplied import Share, Suppliers
from dragoman.network.suppliers import SIZE, suppliers

PARTNERS = TypeAdapter(list[Partner])
LATEST = 5
"""Ties of a layer, and events, that are told whole."""
EVENTS = 10
STALE = 3
"""Years between the end of a record and the day that is asked about from which the end is told as a gap: the datasets
of the field come out one to three years after the last year that they cover.
"""


def dossier(network: Network, *actors: str, as_of: str) -> Dossier:
    """All that is on record of one actor, or of two with each other, by a day."""
    day = final_day(as_of)
    rows = network.of_actor(actors[0]) if len(actors) == 1 else network.between(*actors[:2])
    first = network.columns.first[rows]
    dated = rows[network.columns.holds[rows] & (first <= day)]
    told = scope(network, Layer)
    supply = suppliers(network, actors[0], until=_last(network, actors[0], day)) if len(actors) == 1 else None
    made = _Dossier(network, actors[:2], day)
    layers = tuple(made.layers(dated))
    return Dossier(
        actors=actors[:2],
        as_of=iso(day),
        layers=layers,
        events=tuple(made.events(dated)),
        supply=supply,
        exchange=tuple(made.exchange()) if len(actors) > 1 else (),
        questions=tuple(made.questions(layers, told.seen, supply)),
        undated=int((first == NEVER).sum()),
        scope=told,
    )


def _last(network: Network, actor: str, day: int) -> int | None:
    """The last year of deliveries that the day lets in; None for the end of the record."""
    found = measure(network, actor)
    return None if found is None else min(found.dataset.last_year, year(day))


def _latest_first(one: Partner) -> tuple[int, int, str]:
    return -one.years.last, -len(one.evidence), one.actor


def systematic(dataset: str, layer: Layer) -> bool:
    """Whether a dataset aims at every case of a layer: then its silence, and its counts over time, mean something."""
    known = entries().get(dataset)
    return known is not None and layer.value in known.systematic


class _Dossier:
    def __init__(self, network: Network, actors: tuple[str, ...], day: int) -> None:
        self.network = network
        self.actors = actors
        self.day = day

    def layers(self, rows: Ints) -> Iterator[LayerTies]:
        """The layers that have a tie on record."""
        network, columns = self.network, self.network.columns
        rows = rows[network.on_record[rows]]
        for layer in Layer:
            own = network.in_layers(rows, (layer,))
            if not len(own):
                continue
            standing = own[network.sure[own] & (network.counts_until[own] >= self.day)]
            counts = np.bincount(columns.dataset.codes[standing], minlength=len(columns.dataset.names))
            latest = own[np.lexsort((own, -columns.first[own]))][:LATEST]
            yield LayerTies(
                layer=layer,
                rests_on=rested(network, own),
                standing={columns.dataset.names[code]: int(counts[code]) for code in np.flatnonzero(counts)},
                years=self._years(own),
                partners=self._partners(own) if len(self.actors) == 1 else (),
                latest=tuple(network.cited(int(row)) for row in latest),
                trends=tuple(self._trends(layer, own)),
            )

    def _partners(self, rows: Ints) -> tuple[Partner, ...]:
        """Those whom the ties, all of one layer, are with; the one with the latest tie first."""
        network, columns = self.network, self.network.columns
        others = network.other_end(rows, self.actors[0])
        order = np.lexsort((rows, others))
        rows, others = rows[order], others[order]
        begins = np.flatnonzero(np.concatenate([[True], others[1:] != others[:-1]])).tolist()
        ids, layer = network.ids(rows), LAYERS[columns.layer[rows[0]]]
        years, sets = years_of(columns.first[rows]).tolist(), columns.dataset.codes[rows].tolist()
        found = []
        for begin, end in zip(begins, [*begins[1:], len(rows)], strict=True):
            own = years[begin:end]
            found.append(
                {
                    "actor": columns.actors[others[begin]],
                    "rests_on": self._rested(layer, own, sets[begin:end]),
                    "years": {"first": min(own), "last": max(own)},
                    "evidence": ids[begin:end],
                }
            )
        # All at once: the model makes thousands of them in the time in which Python makes hundreds.
        return tuple(sorted(PARTNERS.validate_python(found), key=_latest_first))

    def _rested(self, layer: Layer, years: list[int], sets: list[int]) -> list[dict[str, object]]:
        """How many ties of each dataset there are, the most first, as `legs.rested` has it."""
        by_set: dict[str, list[int]] = {}
        for code, begun in zip(sets, years, strict=True):
            by_set.setdefault(self.network.columns.dataset.names[code], []).append(begun)
        told = sorted(by_set.items(), key=lambda one: (-len(one[1]), one[0]))
        return [
            {"layer": layer, "dataset": name, "ties": len(own), "years": {"first": min(own), "last": max(own)}}
            for name, own in told
        ]

    def _trends(self, layer: Layer, rows: Ints) -> Iterator[Trend]:
        columns = self.network.columns
        for code in distinct(columns.dataset.codes[rows]):
            name = columns.dataset.names[code]
            if name not in self.network.datasets or not systematic(name, layer):
                continue
            last = min(self.network.datasets[name].last_year, year(self.day))
            own = rows[columns.dataset.codes[rows] == code]
            begun = years_of(columns.first[own])
            spans = (Years(first=last - 2 * SIZE + 1, last=last - SIZE), Years(first=last - SIZE + 1, last=last))
            before, now = (self._begun(layer, own[(begun >= s.first) & (begun <= s.last)], s) for s in spans)
            if before.value or now.value:
                yield Trend(layer=layer, dataset=name, before=before, now=now)

    def _begun(self, layer: Layer, rows: Ints, years: Years) -> Measured:
        return Measured(
            name="ties_begun",
            value=len(rows),
            unit="ties",
            years=years,
            actors=self.actors,
            layer=layer,
            evidence=self.network.ids(rows),
            datasets=self.network.datasets_of(rows),
        )

    def events(self, rows: Ints) -> Iterator[Told]:
        """The latest events of the ledger, whatever their status."""
        columns = self.network.columns
        rows = rows[columns.event.codes[rows] >= 0]
        ordered = rows[np.lexsort((rows, -columns.first[rows]))]
        keys = dict.fromkeys(columns.event.codes[ordered].tolist())
        for code in [*keys][:EVENTS]:
            own = np.flatnonzero(columns.event.codes == code)
            first = int(own[0])
            who = sorted({*columns.source[own].tolist(), *columns.target[own].tolist()})
            yield Told(
                key=columns.event.names[code],
                type=columns.type.at(first),
                mode=columns.mode.at(first),
                layer=LAYERS[columns.layer[first]],
                date=columns.start.at(first),
                parties=tuple(columns.actors[place] for place in who),
                subject=columns.subject.at(first),
                evidence=self.network.ids(own),
            )

    def exchange(self) -> Iterator[Share]:
        """What each of two supplied to the other, in the windows in which it did."""
        for recipient, supplier in (self.actors, self.actors[::-1]):
            found = suppliers(self.network, recipient, until=_last(self.network, recipient, self.day))
            yield from (one for window in found.windows for one in window.shares if one.supplier == supplier)

    def questions(
        self, layers: tuple[LayerTies, ...], seen: tuple[Seen, ...], supply: Suppliers | None
    ) -> Iterator[OpenQuestion]:
        """What is not on record, layer by layer.

        That nothing was read says nothing, and is not told; nor that two states are no members of each other.
        """
        having = {(rest.layer, rest.dataset) for told in layers for rest in told.rests_on}
        found = {told.layer for told in layers}
        two = len(self.actors) > 1 and all(is_state(actor) for actor in self.actors)
        for layer in Layer:
            if two and layer is Layer.membership:
                continue
            own = [one for one in seen if one.layer is layer and self._covers(one) and one.dataset != CODED]
            if not own and layer not in found:
                yield OpenQuestion(gap=Gap.unrecorded, layer=layer)
            for one in own:
                yield from self._question(one, layer, (layer, one.dataset) in having)
        few = supply.windows[-1] if supply and supply.windows and not supply.windows[-1].enough else None
        if few and supply and supply.dataset:
            yield self._open(Gap.few, Layer.arms, supply.dataset, few.years)

    def _question(self, one: Seen, layer: Layer, found: bool) -> Iterator[OpenQuestion]:
        known = self.network.datasets.get(one.dataset)
        years = Years(first=known.first_year, last=known.last_year) if known and known.first_year else one.years
        if not found:
            gap = Gap.none if systematic(one.dataset, layer) else Gap.silent
            yield self._open(gap, layer, one.dataset, years)
        if years and years.last + STALE <= year(self.day):
            yield self._open(Gap.ended, layer, one.dataset, years)

    def _open(self, gap: Gap, layer: Layer, dataset: str, years: Years | None) -> OpenQuestion:
        known = self.network.datasets.get(dataset)
        gaps = known.gaps if known else ()
        return OpenQuestion(gap=gap, layer=layer, dataset=dataset, years=years, cannot_tell=gaps)

    def _covers(self, one: Seen) -> bool:
        return not one.only or bool(set(one.only) & set(self.actors))

    def _years(self, rows: Ints) -> Years:
        first = self.network.columns.first[rows]
        return Years(first=year(int(first.min())), last=year(int(first.max())))
