"""The supply of one state, made into figures."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from dragoman.network.arrays import Ints, distinct
from dragoman.network.concentration import concentration
from dragoman.network.measure import Deliveries, unknown
from dragoman.network.network import NOBODY, Network
from dragoman.network.nouns import Measured, Years
from dragoman.network.peers import Supplies, supplies
from dragoman.network.settings import deliveries as setting
from dragoman.network.supplied import Share, Supplier, SupplierWindow


class Supply:
    """The supply of one state, made into figures."""

    def __init__(self, network: Network, recipient: str, found: Deliveries, windows: Sequence[Years]) -> None:
        self.network = network
        self.recipient = recipient
        self.found = found
        self.windows = tuple(windows)

    def window(self, years: Years, before: Years | None) -> SupplierWindow:
        """The figures of some years, compared with those before."""
        places = self.found.within(years.first, years.last)
        unknown, uncounted = self._unknown(years)
        volumes = self.found.volumes[places]
        total = float(volumes.sum()) + unknown
        count = len(places) + int(uncounted)
        plain = SupplierWindow(
            years=years,
            volume=self._measured("volume", total, setting().unit, years, places),
            deliveries=self._measured("deliveries", count, "deliveries", years, places),
            shares=tuple(self._shares(places, years, total)),
            unknown=self._measured("unknown", unknown, setting().unit, years, NOBODY) if unknown else None,
            enough=count >= setting().fewest.value,
        )
        return plain.model_copy(update=self._concentration(places, years, unknown, before))

    def _concentration(self, places: Ints, years: Years, unknown: float, before: Years | None) -> dict[str, object]:
        found = self.found
        now = concentration(found.suppliers[places], found.volumes[places], unknown)
        if now is None:
            return {}
        peers, recipients = self._peers(years)
        return {
            "index": self._measured("hhi", now.index, "index", years, places, now.low, now.high),
            "effective": self._measured("effective_suppliers", now.effective, "suppliers", years, places),
            "concentrated": setting().class_of(now.index),
            "peers": peers,
            "recipients": recipients,
            **(self._change(now.index, places, years, before) if before else {}),
        }

    def _change(self, index: float, places: Ints, years: Years, before: Years) -> dict[str, object]:
        """The change of the index since the window before; it counts as one only between windows with enough rows."""
        found = self.found
        earlier = found.within(before.first, before.last)
        unknown, uncounted = self._unknown(before)
        was = concentration(found.suppliers[earlier], found.volumes[earlier], unknown)
        if was is None:
            return {}
        moved, fewest = index - was.index, setting().fewest.value
        enough = len(places) + self._unknown(years)[1] >= fewest and len(earlier) + uncounted >= fewest
        change = self._measured("hhi_change", moved, "index", years, np.concatenate([earlier, places]))
        return {"change": change, "changed": bool(enough and abs(moved) >= setting().change.value)}

    def _shares(self, places: Ints, years: Years, total: float) -> Sequence[Share]:
        found = self.found
        produced = self.network.produced[found.rows]
        shares = []
        for code in distinct(found.suppliers[places]):
            own = places[found.suppliers[places] == code]
            name = self.network.columns.actors[code]
            volume = float(found.volumes[own].sum())
            part = volume / total if total else 0.0
            shares.append(
                Share(
                    supplier=name,
                    share=self._measured("share", part, "share", years, own, actors=(name, self.recipient)),
                    volume=self._measured("volume", volume, setting().unit, years, own, actors=(name, self.recipient)),
                    deliveries=len(own),
                    produced=float(found.volumes[own][produced[own]].sum()),
                )
            )
        return sorted(shares, key=lambda share: (-share.volume.value, share.supplier))

    def ever(self) -> tuple[Supplier, ...]:
        """Everybody who ever supplied the state, by volume."""
        found = self.found
        told = []
        for code in distinct(found.suppliers):
            own = found.suppliers == code
            years = Years(first=int(found.years[own].min()), last=int(found.years[own].max()))
            volume, count = float(found.volumes[own].sum()), int(own.sum())
            name = self.network.columns.actors[code]
            told.append(Supplier(supplier=name, years=years, volume=round(volume, 4), deliveries=count))
        return tuple(sorted(told, key=lambda one: (-one.volume, one.supplier)))

    def _peers(self, years: Years) -> tuple[Measured | None, int]:
        """The median index of all recipients with enough deliveries in these years, and how many these are."""
        peers = self._supplies
        if peers is None:
            return None, 0
        column = self.windows.index(years)
        found = peers.index[peers.enough()[:, column], column]
        found = found[~np.isnan(found)]
        if not len(found):
            return None, 0
        low, middle, high = (float(value) for value in np.quantile(found, (0.25, 0.5, 0.75)))
        return self._measured("hhi_of_recipients", middle, "index", years, NOBODY, low, high, actors=()), len(found)

    @cached_property
    def _supplies(self) -> Supplies | None:
        """Those with which the state can be compared: none where the measure covers only some."""
        peers = supplies(self.network, self.windows)
        return peers if peers and peers.dataset == self.found.dataset.name else None

    def _unknown(self, years: Years) -> tuple[float, float]:
        return unknown(self.network, self.found.dataset.name, self.recipient, years)

    def _measured(
        self,
        name: str,
        value: float,
        unit: str,
        years: Years,
        places: Ints,
        low: float | None = None,
        high: float | None = None,
        *,
        actors: tuple[str, ...] | None = None,
    ) -> Measured:
        return Measured(
            name=name,
            value=round(value, 4),
            unit=unit,
            years=years,
            actors=(self.recipient,) if actors is None else actors,
            low=None if low is None else round(low, 4),
            high=None if high is None else round(high, 4),
            evidence=self.network.ids(self.found.rows[places]),
            datasets=(self.found.dataset.name,),
        )
