"""What a dossier tells of a state, or of two."""

from __future__ import annotations

from enum import StrEnum

from dragoman.model import Frozen, Layer
from dragoman.network.nouns import Cited, Measured, Rested, Scope, Years
from dragoman.network.supplied import Share, Suppliers


class Partner(Frozen):
    """Somebody that the state has ties of a layer with: how many, by dataset, in which years they begin."""

    actor: str
    rests_on: tuple[Rested, ...]
    years: Years
    evidence: tuple[str, ...]


class Trend(Frozen):
    """Ties of a layer that began in the last years that a dataset covers, against as many years before.

    Only of datasets that aim at every case: what was compiled by hand grows with the attention of who compiles.
    """

    layer: Layer
    dataset: str
    before: Measured
    now: Measured


class LayerTies(Frozen):
    """The ties of a layer, by dataset, with whom, and the latest of them. `standing` counts those that still stand, by
    dataset.
    """

    layer: Layer
    rests_on: tuple[Rested, ...]
    standing: dict[str, int]
    years: Years
    partners: tuple[Partner, ...]
    latest: tuple[Cited, ...]
    trends: tuple[Trend, ...] = ()


class Told(Frozen):
    """An event of the ledger that is told in ties of these actors."""

    key: str
    type: str | None
    mode: str | None
    layer: Layer
    date: str | None
    parties: tuple[str, ...]
    subject: str | None
    evidence: tuple[str, ...]


class Gap(StrEnum):
    """Why a question is open.

    `unrecorded`: no dataset of the ledger records such ties; `silent`: one does and has none, which need not mean that
    there is none; `none`: one that aims at every case has none in its years; `ended`: the record ended years before the
    day that is asked about; `few`: too few deliveries to conclude from.
    """

    unrecorded = "unrecorded"
    silent = "silent"
    none = "none"
    ended = "ended"
    few = "few"


class OpenQuestion(Frozen):
    """What is not on record, and whose gap that is: the dataset with its years, and what it says it cannot tell."""

    gap: Gap
    layer: Layer
    dataset: str | None = None
    years: Years | None = None
    cannot_tell: tuple[str, ...] = ()


class Dossier(Frozen):
    """All that the network has on a state, or on two with each other, by the record of a day.

    `supply` is of a single state; `exchange` of two: the share that each had in the other's deliveries, window by
    window. `events` are the latest that were read, not those of datasets.
    """

    actors: tuple[str, ...]
    as_of: str
    layers: tuple[LayerTies, ...]
    events: tuple[Told, ...] = ()
    supply: Suppliers | None = None
    exchange: tuple[Share, ...] = ()
    questions: tuple[OpenQuestion, ...] = ()
    undated: int = 0
    scope: Scope
