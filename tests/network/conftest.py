"""The real network, where its files lie beside the checkout; a ledger with what comes with the project."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.datasets import open_dataset, packaged
from dragoman.datasets.packaged import STARTER
from dragoman.datasets.reading import Reading
from dragoman.model import Measure, Tie
from dragoman.network import Network

REAL = Path(__file__).resolve().parents[2].parent / "shared/data/sipri"
FILES = {
    "sipri-register": "trade_register_by_year_2026-02-12.csv",
    "sipri-deals": "trade-register_ClaytonB3_2024.csv",
    "sipri-tiv": "sipri-exports-processed.csv",
}


def network_of(readings: list[Reading], only: dict[str, tuple[str, ...]] | None = None) -> Network:
    """The network of datasets, without a ledger."""
    items = [item for reading in readings for item in reading]
    made = Network.of(
        (item for item in items if isinstance(item, Tie)),
        [reading.dataset for reading in readings],
        [item for item in items if isinstance(item, Measure) and item.dataset.startswith("sipri")],
    )
    return Network(made.columns, made.datasets, made.measures, only or {})


@pytest.fixture(scope="session")
def real() -> Network:
    """The starter facts with the three whole tables of SIPRI."""
    if not REAL.exists():
        pytest.skip(f"no {REAL} beside the checkout")
    facts = [item.open() for item in packaged() if item.name == STARTER]
    return network_of(facts + [open_dataset(name, REAL / file) for name, file in FILES.items()])


@pytest.fixture(scope="session")
def starter() -> Network:
    """What comes with the project."""
    kept = [item for item in packaged() if item.name != "un-ideal-points"]
    return network_of([item.open() for item in kept], {item.name: item.only for item in kept if item.only})
