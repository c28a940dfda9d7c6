"""The tables of a dossier as rows, as its page shows them and as they are taken away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dragoman.model import Layer
from dragoman.network import Dossier

Row = dict[str, object]


@dataclass(frozen=True, slots=True)
class Tied:
    """Whom an actor has ties with: in which layers, from which year to which they begin."""

    actor: str
    layers: tuple[Layer, ...]
    first: int
    last: int


def partners(dossier: Dossier) -> tuple[Tied, ...]:
    """Everybody with whom there are ties, those of most layers first, then the latest."""
    found: dict[str, list[tuple[Layer, int, int]]] = {}
    for layer in dossier.layers:
        for one in layer.partners:
            found.setdefault(one.actor, []).append((layer.layer, one.years.first, one.years.last))
    told = [
        Tied(actor, tuple(layer for layer, _, _ in own), min(row[1] for row in own), max(row[2] for row in own))
        for actor, own in found.items()
    ]
    return tuple(sorted(told, key=lambda one: (-len(one.layers), -one.last, one.actor)))


def _ties(dossier: Dossier) -> Iterator[Row]:
    """A row for each partner, layer and dataset; of two, for each layer and dataset."""
    for layer in dossier.layers:
        groups = [(one.actor, one.rests_on) for one in layer.partners] or [(dossier.actors[-1], layer.rests_on)]
        for partner, rests_on in groups:
            for rest in rests_on:
                yield {
                    "actor": dossier.actors[0], "partner": partner, "layer": rest.layer, "dataset": rest.dataset,
                    "records": rest.ties, "first": rest.years.first, "last": rest.years.last,
                }  # fmt: skip


def _partners(dossier: Dossier) -> Iterator[Row]:
    for one in partners(dossier):
        yield {
            "actor": dossier.actors[0], "partner": one.actor, "layers": one.layers, "first": one.first,
            "last": one.last,
        }  # fmt: skip


def _suppliers(dossier: Dossier) -> Iterator[Row]:
    for window in dossier.supply.windows if dossier.supply else ():
        for share in window.shares:
            yield {
                "recipient": dossier.actors[0], "first": window.years.first, "last": window.years.last,
                "supplier": share.supplier, "share": share.share.value, "volume": share.volume.value,
                "unit": share.volume.unit, "deliveries": share.deliveries, "produced": share.produced,
                "hhi": window.index and window.index.value, "enough": window.enough,
            }  # fmt: skip


def _exchange(dossier: Dossier) -> Iterator[Row]:
    for one in dossier.exchange:
        years = one.share.years
        yield {
            "supplier": one.supplier, "recipient": one.share.actors[-1], "first": years and years.first,
            "last": years and years.last, "share": one.share.value, "volume": one.volume.value,
            "unit": one.volume.unit, "deliveries": one.deliveries,
        }  # fmt: skip


def _events(dossier: Dossier) -> Iterator[Row]:
    for one in dossier.events:
        yield {
            "event": one.key, "date": one.date, "type": one.type, "mode": one.mode, "layer": one.layer,
            "parties": one.parties, "subject": one.subject,
        }  # fmt: skip


def _trends(dossier: Dossier) -> Iterator[Row]:
    for layer in dossier.layers:
        for one in layer.trends:
            yield {
                "layer": one.layer, "dataset": one.dataset, "before": one.before.value,
                "before_years": str(one.before.years), "now": one.now.value, "now_years": str(one.now.years),
            }  # fmt: skip


def _gaps(dossier: Dossier) -> Iterator[Row]:
    for one in dossier.questions:
        yield {
            "layer": one.layer, "gap": one.gap, "dataset": one.dataset, "years": one.years and str(one.years),
            "cannot_tell": one.cannot_tell,
        }  # fmt: skip


Table = tuple[Callable[[Dossier], Iterator[Row]], tuple[str, ...]]
TABLES: dict[str, Table] = {
    "ties": (_ties, ("actor", "partner", "layer", "dataset", "records", "first", "last")),
    "partners": (_partners, ("actor", "partner", "layers", "first", "last")),
    "suppliers": (_suppliers, ("recipient", "first", "last", "supplier", "share", "volume", "unit", "deliveries")),
    "exchange": (_exchange, ("supplier", "recipient", "first", "last", "share", "volume", "unit", "deliveries")),
    "events": (_events, ("event", "date", "type", "mode", "layer", "parties", "subject")),
    "trends": (_trends, ("layer", "dataset", "before", "before_years", "now", "now_years")),
    "gaps": (_gaps, ("layer", "gap", "dataset", "years", "cannot_tell")),
}
"""How each table is made, and the names of its columns where it has no row."""
