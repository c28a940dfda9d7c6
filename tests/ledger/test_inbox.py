"""The list of documents: what each says in short, filters, words, and pages either way; both databases."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, select
from tests.ledger.made import CODER, document, statement

from dragoman.ledger import inbox, opened, search
from dragoman.ledger.adding import Arrival, add
from dragoman.ledger.distinct import distinct
from dragoman.ledger.hits import around, pieces
from dragoman.ledger.inbox import Chosen, Told
from dragoman.ledger.tables import documents, statements
from dragoman.model import Coding, Status
from dragoman.review import ruling
from dragoman.review.ruling import Reviewer

MET = "KAZ and MNG: the ministers met and spoke of drills number {}."
BOUGHT = "KAZ will buy drones from TUR, the ministry said in note {}."


@pytest.fixture
def filled(ledger_url: str) -> Iterator[Connection]:
    """Ten documents by turns of two outlets; every third is about arms, one of them in Russian."""
    with opened(ledger_url, make=True) as ledger:
        with ledger.writing() as connection:
            for number in range(1, 11):
                arms = number % 3 == 0
                text = (BOUGHT if arms else MET).format(number)
                said = (
                    statement(text, type="arms_transfer", status=Status.planned, actors=("TUR", "KAZ"),
                              roles=("supplier", "recipient"))
                    if arms
                    else statement(text)
                )  # fmt: skip
                read = document(text, outlet="a.example" if number % 2 else "b.example")
                read = read.model_copy(update={"language": "ru" if number == 9 else "en"})
                add(
                    connection, Arrival(Coding(document=read, statements=(said,)), f"https://x.example/{number}", CODER)
                )
        with ledger.writing() as connection:
            first = connection.execute(select(statements.c.key).order_by(statements.c.key)).scalars().first()
            assert first
            ruling.accept(connection, first, Reviewer("Ada"))
        with ledger.reading() as connection:
            yield connection


def numbers(page: inbox.Page) -> list[int]:
    return [line.number for line in page.lines]


def test_the_last_that_came_stand_first_in_pages_both_ways(filled: Connection) -> None:
    first = inbox.page(filled, Chosen(), size=4)
    assert (numbers(first), first.newer, first.older) == ([10, 9, 8, 7], False, True)
    second = inbox.page(filled, Chosen(), size=4, below=7)
    assert (numbers(second), second.newer, second.older) == ([6, 5, 4, 3], True, True)
    third = inbox.page(filled, Chosen(), size=4, below=3)
    assert (numbers(third), third.newer, third.older) == ([2, 1], True, False)
    back = inbox.page(filled, Chosen(), size=4, above=6)
    assert (numbers(back), back.newer, back.older) == ([10, 9, 8, 7], False, True)


def test_a_line_says_in_short_what_its_document_says(filled: Connection) -> None:
    line = inbox.page(filled, Chosen(), size=2).lines[1]
    assert line.told == (Told("arms_transfer", "planned", 1),)
    assert (line.actors, line.statements, line.language) == (("KAZ", "TUR"), 1, "ru")
    assert line.text == BOUGHT.format(9)


@pytest.mark.parametrize("common", [2000, 1], ids=["rare", "common"])
@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (Chosen(outlet="b.example"), [10, 8, 6, 4, 2]),
        (Chosen(language="ru"), [9]),
        (Chosen(actor="TUR"), [9, 6, 3]),
        (Chosen(actor="MNG", status=Status.happened), [10, 8, 7, 5, 4, 2, 1]),
        (Chosen(type="arms_transfer", outlet="a.example"), [9, 3]),
        (Chosen(status=Status.planned, actor="MNG"), []),
        (Chosen(type="arms_transfer", actor="KAZ", language="en"), [6, 3]),
    ],
)
def test_every_filter(
    filled: Connection, asked: Chosen, found: list[int], common: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inbox, "COMMON", common)
    assert numbers(inbox.page(filled, asked, size=20)) == found


def test_what_was_reviewed_and_what_waits(filled: Connection) -> None:
    (done,) = inbox.page(filled, Chosen(reviewed=True), size=20).lines
    assert (done.judged, done.statements) == (1, 1)
    waiting = numbers(inbox.page(filled, Chosen(reviewed=False), size=20))
    assert sorted([*waiting, done.number]) == list(range(1, 11))


def test_words_are_found_among_what_is_chosen(filled: Connection) -> None:
    words = search.wanted(filled, "minister meet")
    assert numbers(inbox.page(filled, Chosen(), words, size=20)) == [10, 8, 7, 5, 4, 2, 1]
    found = inbox.page(filled, Chosen(outlet="b.example"), words, size=2, below=10)
    assert (numbers(found), found.older) == ([8, 4], True)
    assert numbers(inbox.page(filled, Chosen(), search.wanted(filled, "?!"), size=20)) == []


def test_hits_are_shown_in_their_words(filled: Connection) -> None:
    words = search.wanted(filled, "minister")
    text = "Long " * 40 + "before that the ministers met; the Minister left. " + "Long " * 40
    span = around(text, "en", words)
    assert span is not None
    shown = list(pieces(text[slice(*span)], "en", words))
    assert [piece.text for piece in shown if piece.hit] == ["ministers", "Minister"]
    assert "".join(piece.text for piece in shown) == text[slice(*span)]
    assert len(text[slice(*span)]) <= 2 * 70 + len("ministers")
    assert around("Nobody is named here.", "en", words) is None


def test_outlets_are_told_without_a_look_at_every_document(filled: Connection) -> None:
    assert list(filled.execute(distinct(documents.c.outlet)).scalars()) == ["a.example", "b.example"]
    assert list(filled.execute(distinct(documents.c.outlet, 1)).scalars()) == ["a.example"]


@pytest.mark.parametrize(
    "asked", [Chosen(), Chosen(actor="KAZ"), Chosen(type="meeting"), Chosen(reviewed=False), Chosen(language="en")]
)
def test_no_page_goes_through_all_documents(filled: Connection, asked: Chosen, monkeypatch: pytest.MonkeyPatch) -> None:
    if filled.dialect.name != "sqlite":
        pytest.skip("PostgreSQL plans by what it has counted")
    monkeypatch.setattr(inbox, "COMMON", 1)
    found, values = inbox._query(filled, asked, None)
    told = found.query.params(size=31, **values).compile(dialect=filled.dialect, compile_kwargs={"literal_binds": True})
    plan = [row[3] for row in filled.exec_driver_sql(f"EXPLAIN QUERY PLAN {told}")]
    assert "SEARCH documents USING INDEX" in plan[0]
    assert not any("ORDER BY" in step for step in plan)
