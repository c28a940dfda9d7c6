"""What is asked of the driver is what SQLAlchemy would be told, on either database; what goes wrong is told alike."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Integer, Text, bindparam, literal, select

from dragoman.errors import LedgerError
from dragoman.ledger import Ledger, opened, ties
from dragoman.ledger.opening import revision_of
from dragoman.ledger.prepared import Prepared
from dragoman.ledger.selection import Selection
from dragoman.ledger.tables import ties as table
from dragoman.model import Dataset, Layer, Tie

RECORD = Dataset(name="record", title="Ours", version="1", terms="CC0", credit="Us", first_year=2010, last_year=2011)
SOME = (
    select(table.c.id, table.c.start, literal("100 %").label("said"))
    .where(table.c.id.in_(bindparam("keys", type_=Text, expanding=True)), table.c.start >= bindparam("since"))
    .order_by(table.c.id)
    .limit(bindparam("most", type_=Integer))
)


@pytest.fixture
def filled(ledger_url: str) -> Iterator[Ledger]:
    with opened(ledger_url, make=True) as ledger:
        with ledger.writing() as connection:
            made = [
                Tie(
                    id=f"t{year}", dataset="record", record=str(year), layer=Layer.agreement, directed=False,
                    source="AZE", target="TUR", start=str(year),
                )
                for year in range(2010, 2016)
            ]  # fmt: skip
            ties.replace(connection, RECORD, made, file="ours", sha256="0")
        yield ledger


@pytest.mark.parametrize("keys", [[], ["t2011"], ["t2011", "t2014"], ["t2010", "t2011", "t2012", "none"]])
def test_lists_of_any_length_are_asked_for_with_constants_among_them(filled: Ledger, keys: list[str]) -> None:
    prepared = Prepared(SOME)
    for most in (2, 9):
        values = {"keys": keys, "since": "2011", "most": most}
        with filled.reading() as connection:
            told = [tuple(row) for row in connection.execute(SOME, values)]
            assert prepared.rows(connection, values) == told
            assert prepared.scalars(connection, values) == [row[0] for row in told]
            assert prepared.first(connection, values) == (told[0] if told else None)
            assert len(told) <= most and all(row[2] == "100 %" for row in told)


def test_a_selection_finds_the_same_with_a_limit_and_without_one(filled: Ledger) -> None:
    with filled.reading() as connection:
        asked = Selection(actors=("TUR", "AZE"), since="2012")
        every = list(ties.chosen(connection, asked))
        assert [tie.id for tie in every] == ["t2015", "t2014", "t2013", "t2012", "t2011", "t2010"]
        assert list(ties.chosen(connection, asked, limit=2)) == every[:2]


def test_what_the_driver_refuses_is_told_as_an_error_of_the_ledger(filled: Ledger) -> None:
    broken = Prepared(select(table.c.id).where(table.c.id.op("no such operator")(bindparam("key"))))
    with pytest.raises(LedgerError, match="refused"), filled.reading() as connection:
        broken.rows(connection, {"key": "t2010"})
    with filled.reading() as connection:
        assert Prepared(select(table.c.id)).rows(connection)


def test_a_connection_that_rests_sees_what_is_written_meanwhile_and_holds_nothing(filled: Ledger) -> None:
    for _ in range(3):
        with filled.reading() as connection:
            before = revision_of(connection)
        with filled.looking() as connection:
            assert revision_of(connection) == before
            assert connection.execute(select(table.c.id)).first() is not None
        with filled.writing() as connection:
            pass
        with filled.reading() as connection:
            assert revision_of(connection) == before + 1


def test_one_state_is_seen_while_another_writes(filled: Ledger) -> None:
    with filled.reading() as connection:
        before = revision_of(connection)
        with filled.writing() as writing:
            ties.replace(writing, RECORD, [], file="ours", sha256="1")
        assert revision_of(connection) == before
        assert Prepared(select(table.c.id)).rows(connection)
    with filled.reading() as connection:
        assert not Prepared(select(table.c.id)).rows(connection)
