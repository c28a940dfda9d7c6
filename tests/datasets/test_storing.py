"""An import into the ledger, on both databases: as a whole, once, and never an excerpt in the place of the whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from dragoman.datasets import Reading, open_dataset, packaged
from dragoman.datasets.storing import Outcome, store
from dragoman.errors import DatasetError
from dragoman.ledger import Ledger, opened
from dragoman.ledger import tables as kept
from dragoman.ledger.ties import imported
from dragoman.model import Measure, Tie

from .conftest import FIXTURES

REGISTER = FIXTURES / "sipri-register.csv"


@pytest.fixture
def ledger(ledger_url: str) -> Iterator[Ledger]:
    with opened(ledger_url, make=True) as found:
        yield found


def nothing() -> None:
    """Nobody watches."""


def excerpt() -> Reading:
    return next(item for item in packaged() if item.name == "sipri-register").open()


def ids(ledger: Ledger, name: str) -> set[str]:
    with ledger.reading() as connection:
        return set(connection.execute(select(kept.ties.c.id).where(kept.ties.c.dataset == name)).scalars())


def test_what_is_read_is_in_the_ledger_with_its_years_and_counts(ledger: Ledger) -> None:
    seen: list[None] = []
    reading = open_dataset("sipri-register", REGISTER)
    assert store(ledger, reading, lambda: seen.append(None)) is Outcome.written
    told = list(open_dataset("sipri-register", REGISTER))
    assert ids(ledger, "sipri-register") == {item.id for item in told if isinstance(item, Tie)}
    assert len(seen) == len(told)
    with ledger.reading() as connection:
        found = imported(connection)["sipri-register"]
        row = connection.execute(select(kept.datasets)).one()
    assert found == reading.dataset
    assert (row.rows, row.ties) == (reading.tally.rows, reading.tally.ties)
    assert row.measures == sum(isinstance(item, Measure) for item in told)
    assert row.file == str(REGISTER.resolve())


def test_the_same_file_is_not_written_again(ledger: Ledger) -> None:
    assert store(ledger, open_dataset("sipri-register", REGISTER), nothing) is Outcome.written
    before = ids(ledger, "sipri-register")
    assert store(ledger, open_dataset("sipri-register", REGISTER), nothing) is Outcome.same
    assert ids(ledger, "sipri-register") == before


def test_an_excerpt_gives_way_to_a_file_and_never_takes_its_place(ledger: Ledger) -> None:
    assert store(ledger, excerpt(), nothing) is Outcome.written
    assert store(ledger, open_dataset("sipri-register", REGISTER), nothing) is Outcome.written
    assert store(ledger, excerpt(), nothing) is Outcome.kept
    with ledger.reading() as connection:
        assert imported(connection)["sipri-register"].version == "12 Feb 2026"


def test_a_file_with_a_wrong_row_leaves_the_ledger_as_it_was(ledger: Ledger, tmp_path: Path) -> None:
    store(ledger, open_dataset("sipri-register", REGISTER), nothing)
    before = ids(ledger, "sipri-register")
    wrong = tmp_path / "wrong.csv"
    lines = REGISTER.read_text(encoding="utf-8").splitlines()
    wrong.write_text("\n".join([*lines[:200], lines[200].rsplit(",", 4)[0], *lines[201:]]) + "\n", encoding="utf-8")
    with pytest.raises(DatasetError, match=r"wrong\.csv:201"):
        store(ledger, open_dataset("sipri-register", wrong), nothing)
    assert ids(ledger, "sipri-register") == before


def test_all_that_comes_with_the_project_is_stored(ledger: Ledger) -> None:
    assert {store(ledger, item.open(), nothing) for item in packaged()} == {Outcome.written}
    assert {store(ledger, item.open(), nothing) for item in packaged()} == {Outcome.same}
    with ledger.reading() as connection:
        assert {item.name for item in packaged()} <= set(imported(connection))
