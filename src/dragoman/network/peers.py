"""The supply of every state at once: what the concentration of one is compared with."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dragoman.model import Frozen
from dragoman.network.arrays import Flags, Floats, Ints
from dragoman.network.measure import measure
from dragoman.network.network import Network
from dragoman.network.nouns import Scope, Years
from dragoman.network.scope import scope
from dragoman.network.settings import deliveries as setting


class Recipient(Frozen):
    """The supply of a state in a window: volume, deliveries, suppliers, and the index of concentration (HHI; None
    where no volume of a known supplier is on record). It rests on all deliveries to the state in these years.
    """

    recipient: str
    years: Years
    volume: float
    deliveries: int
    suppliers: int
    index: float | None
    enough: bool


class Recipients(Frozen):
    """The answer: every state that received anything, window by window, the most concentrated first, of those with
    enough deliveries first. `dataset` is None where no dataset covers all states.
    """

    dataset: str | None
    fewest: int
    recipients: tuple[Recipient, ...]
    scope: Scope


@dataclass(slots=True, frozen=True)
class Supplies:
    """The supply of every state in every window, `[actor, window]`; the index is NaN where there is none."""

    dataset: str
    volume: Floats
    deliveries: Ints
    suppliers: Ints
    index: Floats

    def enough(self) -> Flags:
        """Which have as many deliveries as a conclusion needs."""
        flags: Flags = self.deliveries >= setting().fewest.value
        return flags


def supplies(network: Network, windows: Sequence[Years]) -> Supplies | None:
    """The supply of every state in each of the windows, which must not overlap; None where no dataset covers all."""
    found = measure(network)
    if found is None or not windows:
        return None
    actors = len(network.columns.actors)
    shape = (actors, len(windows), actors)
    window = _window(found.years, windows)
    places = np.flatnonzero(window >= 0)
    cell = (found.recipients[places].astype(np.int64) * shape[1] + window[places]) * actors + found.suppliers[places]
    volumes = np.bincount(cell, weights=found.volumes[places], minlength=math.prod(shape)).reshape(shape)
    deliveries = np.bincount(cell, minlength=math.prod(shape)).reshape(shape)
    unknown, uncounted = _unknown(network, found.dataset.name, windows)
    total, squares = volumes.sum(axis=2) + unknown, (volumes**2).sum(axis=2)
    with np.errstate(invalid="ignore", divide="ignore"):
        index = np.where(squares > 0.0, squares / total**2, np.nan)
    return Supplies(
        dataset=found.dataset.name,
        volume=total,
        deliveries=deliveries.sum(axis=2) + uncounted,
        suppliers=(deliveries > 0).sum(axis=2),
        index=index,
    )


def recipients(network: Network, windows: Sequence[Years]) -> Recipients:
    """The supply of every state that received anything in each of the windows, which must not overlap."""
    found = supplies(network, windows)
    fewest = int(setting().fewest.value)
    told = scope(network, setting().layers)
    if found is None:
        return Recipients(dataset=None, fewest=fewest, recipients=(), scope=told)
    enough = found.enough()
    made = [
        Recipient(
            recipient=network.columns.actors[actor],
            years=windows[window],
            volume=round(float(found.volume[actor, window]), 4),
            deliveries=int(found.deliveries[actor, window]),
            suppliers=int(found.suppliers[actor, window]),
            index=None if np.isnan(found.index[actor, window]) else round(float(found.index[actor, window]), 4),
            enough=bool(enough[actor, window]),
        )
        for actor, window in np.argwhere(found.deliveries).tolist()
    ]
    ordered = sorted(made, key=lambda one: (one.years.first, not one.enough, -(one.index or 0.0), one.recipient))
    return Recipients(dataset=found.dataset, fewest=fewest, recipients=tuple(ordered), scope=told)


def _window(years: Ints, windows: Sequence[Years]) -> Ints:
    """The place of the window that each year falls in, -1 for none."""
    found = np.full(len(years), -1, np.int64)
    for place, window in enumerate(windows):
        found[(years >= window.first) & (years <= window.last)] = place
    return found


def _unknown(network: Network, dataset: str, windows: Sequence[Years]) -> tuple[Floats, Ints]:
    """The volume and number of deliveries from nobody known, `[actor, window]`."""
    shape = (len(network.columns.actors), len(windows))
    volume, deliveries = np.zeros(shape), np.zeros(shape, np.int64)
    for measured in network.measures:
        place = network.place(measured.actor)
        window = _window(np.array([measured.year]), windows)[0]
        if measured.dataset != dataset or window < 0 or place < 0:
            continue
        if measured.name == setting().unknown:
            volume[place, window] += measured.value
        elif measured.name == setting().unknown_count:
            deliveries[place, window] += int(measured.value)
    return volume, deliveries
