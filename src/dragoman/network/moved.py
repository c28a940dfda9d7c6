"""How a happening moves the concentration of a state's arms supply."""

from __future__ import annotations

import numpy as np

from dragoman.network.arrays import Ints
from dragoman.network.changed import Moved
from dragoman.network.concentration import concentration
from dragoman.network.days import year
from dragoman.network.happenings import Occurrence
from dragoman.network.measure import Deliveries, measure, unknown
from dragoman.network.network import Network
from dragoman.network.nouns import Measured, Years
from dragoman.network.suppliers import SIZE


def supply_moved(network: Network, state: str, what: Occurrence) -> Moved:
    """The index of the deliveries in the last years before the year of the happening, and of these with its own.

    `after` is None where the happening has no volume on record: an agreement delivers nothing.
    """
    found = measure(network, state)
    if found is None:
        return Moved(party=state, before=None, after=None)
    last = year(what.day)
    window = Years(first=last - SIZE, last=last - 1)
    own = np.isin(found.rows, what.rows)
    places = np.setdiff1d(found.within(window.first, window.last), np.flatnonzero(own))
    after = None
    if own.any():
        both = np.concatenate([places, np.flatnonzero(own)])
        after = _index(network, state, found, both, Years(first=window.first, last=last))
    return Moved(party=state, before=_index(network, state, found, places, window), after=after)


def _index(network: Network, state: str, found: Deliveries, places: Ints, years: Years) -> Measured | None:
    nobody, _ = unknown(network, found.dataset.name, state, years)
    told = concentration(found.suppliers[places], found.volumes[places], nobody)
    if told is None:
        return None
    return Measured(
        name="hhi",
        value=round(told.index, 4),
        unit="index",
        years=years,
        actors=(state,),
        low=round(told.low, 4),
        high=round(told.high, 4),
        evidence=network.ids(found.rows[places]),
        datasets=(found.dataset.name,),
    )
