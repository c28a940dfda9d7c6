"""Files of datasets: excerpts in `fixtures/`, and the real ones where they lie beside the checkout."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from dragoman.datasets import Reading, open_dataset
from dragoman.model import Measure, Tie

FIXTURES = Path(__file__).parent / "fixtures"
REAL = Path(__file__).resolve().parents[2].parent / "shared/data"
RFile = Callable[[str, Sequence[str], Sequence[Sequence[object]]], Path]
Read = Callable[[str, Path], tuple[list[Tie], list[Measure], Reading]]


@pytest.fixture
def read() -> Read:
    """`read("sipri-register", path)`: the ties, the measures, and the reading with its tally."""

    def call(name: str, path: Path) -> tuple[list[Tie], list[Measure], Reading]:
        reading = open_dataset(name, path)
        items = list(reading)
        ties = [item for item in items if isinstance(item, Tie)]
        return ties, [item for item in items if isinstance(item, Measure)], reading

    return call


@pytest.fixture
def fixture() -> Callable[[str], Path]:
    """`fixture("sipri-register.csv")`."""
    return lambda name: FIXTURES / name


@pytest.fixture
def r_file(tmp_path: Path) -> RFile:
    """`r_file("tss.rda", columns, rows)`: a file of R with one table."""

    def call(name: str, columns: Sequence[str], rows: Sequence[Sequence[object]]) -> Path:
        import pandas as pd
        import rdata

        path = tmp_path / name
        frame = pd.DataFrame(rows, columns=list(columns))
        texts = {column: object for column, values in frame.items() if isinstance(values.iloc[0], str)}
        rdata.write_rda(path, {name.partition(".")[0]: frame.astype(texts)})
        return path

    return call


@pytest.fixture
def real() -> Callable[[str], Path]:
    """`real("sipri/….csv")`: the test is skipped where the file is not beside the checkout."""

    def call(name: str) -> Path:
        if not (REAL / name).exists():
            pytest.skip(f"no {name} beside the checkout")
        return REAL / name

    return call
