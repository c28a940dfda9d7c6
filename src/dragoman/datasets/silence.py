"""What the record could have told of ties that it has not got: so that its silence is not taken for a 'no'."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from dragoman.datasets.coverage import Coverage, coverages
from dragoman.datasets.entries import entries
from dragoman.ledger.selection import Selection
from dragoman.ledger.tables import ties
from dragoman.ledger.ties import CODED, imported
from dragoman.model import Dataset, Layer


@dataclass(frozen=True, slots=True)
class Heard:
    """A dataset in the ledger that tells of the layers that are asked for.

    `systematic` are those of them in which it aims at every case. `in_time`: its years reach into the time that is
    asked for. `only` are the actors that it is confined to, where none of those asked for is among them; else empty.
    """

    dataset: Dataset
    layers: tuple[Layer, ...]
    systematic: tuple[Layer, ...]
    in_time: bool
    only: tuple[str, ...] = ()

    @property
    def speaks(self) -> bool:
        """Whether it could have told: ties of these actors, in this time."""
        return self.in_time and not self.only


@dataclass(frozen=True, slots=True)
class Silence:
    """Who could have told of a tie: the datasets that were asked, and the layers that none of them knows."""

    heard: tuple[Heard, ...]
    unheard: tuple[Layer, ...]
    elsewhere: tuple[str, ...]
    """Datasets that tell of the layers that none here knows, and can be imported."""


def silence(connection: Connection, asked: Selection) -> Silence:
    """What stands behind a selection's ties, or behind there being none."""
    wanted = asked.layers or tuple(Layer)
    known = {coverage.dataset: coverage for coverage in coverages(connection)}
    heard: list[Heard] = []
    for name, dataset in imported(connection).items():
        if not asked.datasets or name in asked.datasets:
            one = _heard(dataset, known.get(name) or _as_it_is(connection, dataset), asked, wanted)
            heard += [one] if one.layers else []
    # What documents say is no record of anything: a layer that only they tell of is one that no dataset tells of.
    told = {layer for one in heard if one.speaks and one.dataset.name != CODED.name for layer in one.layers}
    unheard = tuple(layer for layer in wanted if layer not in told)
    elsewhere = tuple(
        name
        for name, entry in entries().items()
        if set(unheard) & set(map(Layer, entry.layers))
        and not _deaf(entry.only, asked)
        and (entry.years_in_file or _in_time(entry.first_year, entry.last_year, asked))
    )
    return Silence(tuple(heard), unheard, elsewhere)


def _heard(dataset: Dataset, coverage: Coverage, asked: Selection, wanted: tuple[Layer, ...]) -> Heard:
    return Heard(
        dataset,
        layers=tuple(layer for layer in wanted if layer.value in coverage.layers),
        systematic=tuple(layer for layer in wanted if layer.value in coverage.systematic),
        in_time=_in_time(dataset.first_year, dataset.last_year, asked),
        only=coverage.only if _deaf(coverage.only, asked) else (),
    )


def _as_it_is(connection: Connection, dataset: Dataset) -> Coverage:
    """The coverage of what no importer is known of: every layer of what was coded, else those that its ties have."""
    if dataset.name == CODED.name:
        layers = [layer.value for layer in Layer]
    else:
        asked = select(ties.c.layer).where(ties.c.dataset == dataset.name).distinct()
        layers = sorted(connection.execute(asked).scalars())
    return Coverage(dataset.name, dataset.first_year, dataset.last_year, tuple(layers), ())


def _in_time(first: int, last: int, asked: Selection) -> bool:
    late = asked.since is None or int(asked.since[:4]) <= last
    return late and (asked.until is None or int(asked.until[:4]) >= first)


def _deaf(only: tuple[str, ...], asked: Selection) -> bool:
    return bool(only and asked.actors) and not set(only) & set(asked.actors)
