from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from dragoman.errors import LedgerError
from dragoman.ledger import Ledger, audit, opened
from dragoman.ledger.audit import Person
from dragoman.model import Outcome

RANA = Person("Rana", "192.0.2.7")


@pytest.fixture
def ledger(ledger_url: str) -> Iterator[Ledger]:
    with opened(ledger_url, make=True) as made:
        yield made


def test_a_line_says_who_what_on_what_from_where_and_how_it_ended(ledger: Ledger) -> None:
    with ledger.writing() as connection:
        audit.note(connection, RANA, "review accept", "5d07c1e2")
        audit.note(connection, Person(None), "export", outcome=Outcome.failed)
    with ledger.reading() as connection:
        last, first = audit.latest(connection, 10)
    assert first.model_dump(exclude={"made_at"}) == {
        "number": 1,
        "who": "Rana",
        "action": "review accept",
        "about": "5d07c1e2",
        "address": "192.0.2.7",
        "outcome": Outcome.done,
    }
    assert (last.number, last.who, last.address, last.about, last.outcome) == (2, None, None, None, Outcome.failed)
    assert first.made_at.endswith("Z")


def test_the_log_cannot_be_changed(ledger: Ledger) -> None:
    with ledger.writing() as connection:
        audit.note(connection, RANA, "login")
    changes = ["UPDATE audit SET who = 'Li'", "DELETE FROM audit"]
    if ledger.engine.dialect.name == "sqlite":
        changes.append("REPLACE INTO audit (number, made_at, action, outcome) VALUES (1, 'now', 'x', 'done')")
    else:
        changes.append("TRUNCATE audit")
    for change in changes:
        with pytest.raises(LedgerError, match="only ever added"), ledger.writing() as connection:
            connection.execute(text(change))


def test_what_fails_leaves_no_line(ledger: Ledger) -> None:
    with pytest.raises(ZeroDivisionError), ledger.writing() as connection:
        audit.note(connection, RANA, "review accept")
        _ = 1 / 0
    with ledger.reading() as connection:
        assert audit.latest(connection, 1) == []


def test_pages_of_the_log_and_one_persons_lines(ledger: Ledger) -> None:
    with ledger.writing() as connection:
        for number in range(6):
            audit.note(connection, Person("Rana" if number % 2 else "Li"), "fetch" if number < 4 else "login")

    def numbers(limit: int, **asked: object) -> list[int]:
        with ledger.reading() as connection:
            return [entry.number for entry in audit.latest(connection, limit, **asked)]  # type: ignore[arg-type]

    assert numbers(2) == [6, 5]
    assert numbers(2, before=5) == [4, 3]
    assert numbers(9, who="Rana") == [6, 4, 2]
    assert numbers(9, who="Rana", action="fetch") == [4, 2]


@settings(max_examples=10, deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=3000), min_size=1))
def test_no_text_breaks_the_line(texts: list[str]) -> None:
    with opened("sqlite:///file::memory:?uri=true", make=True) as ledger:
        with ledger.writing() as connection:
            for about in texts:
                audit.note(connection, RANA, "fetch", about)
        with ledger.reading() as connection:
            kept = [entry.about or "" for entry in audit.latest(connection, len(texts))][::-1]
    assert all(about.isprintable() for about in kept)
    assert [len(about) for about in kept] == [min(len(about), audit.LONGEST) for about in texts]
