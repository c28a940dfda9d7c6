from __future__ import annotations

import random

import pytest
from sqlalchemy import func, select

from dragoman.ledger import Ledger, adding, documents, opened
from dragoman.ledger.adding import Arrival, Outcome
from dragoman.ledger.tables import addresses, events, statements, ties
from dragoman.ledger.tables import documents as documents_table
from dragoman.model import Coding, Kind, Status

from .contents import contents
from .made import CODER, coding, statement

MET = "The defence ministers of Kazakhstan and Mongolia met in Astana on Monday to speak of joint exercises."
HELD = "Kazakhstan's defence minister received his Mongolian colleague in Astana; they spoke of joint exercises."
PLANNED = "The defence ministers of Kazakhstan and Mongolia are to meet in Astana next Monday, the ministry said."


def add(ledger: Ledger, made: Coding, address: str | None = "https://news.example/1") -> adding.Added:
    with ledger.writing() as connection:
        return adding.add(connection, Arrival(made, address, CODER))


def count(ledger: Ledger, table: object) -> int:
    with ledger.reading() as connection:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()  # type: ignore[arg-type]


def test_a_document_is_kept_with_its_statements_and_its_event(ledger_url: str) -> None:
    with opened(ledger_url, make=True) as ledger:
        added = add(ledger, coding(MET, statement(MET)))
        assert (added.outcome, added.statements, added.events) == (Outcome.new, 1, 1)
        with ledger.reading() as connection:
            assert documents.load(connection, added.key) == coding(MET).document
            event = connection.execute(select(events)).one()
            assert (event.type, event.status, event.reports, event.date) == ("meeting", "happened", 1, "2024-05-13")
            tie = connection.execute(select(ties)).one()
            assert (tie.source, tie.target, tie.dataset, tie.event) == ("KAZ", "MNG", "coded", event.key)


@pytest.mark.parametrize("address", ["https://news.example/1", "https://other.example/2", None])
def test_what_was_seen_before_is_not_stored_twice(ledger_url: str, address: str | None) -> None:
    with opened(ledger_url, make=True) as ledger:
        add(ledger, coding(MET, statement(MET)))
        again = add(ledger, coding(MET, statement(MET)), address)
        assert again.outcome is (Outcome.moved if address and "other" in address else Outcome.seen)
        assert [count(ledger, t) for t in (documents_table, statements, events)] == [1, 1, 1]


def test_a_changed_page_is_a_new_version_and_the_old_one_stops_speaking(ledger_url: str) -> None:
    changed = MET.replace("Mongolia", "Kyrgyzstan")
    with opened(ledger_url, make=True) as ledger:
        first = add(ledger, coding(MET, statement(MET)))
        second = add(ledger, coding(changed, statement(changed, actors=("KAZ", "KGZ"))))
        assert second.outcome is Outcome.version
        with ledger.reading() as connection:
            current = dict(connection.execute(select(documents_table.c.key, documents_table.c.current)).all())
            assert current == {first.key: False, second.key: True}
            assert [t.target for t in connection.execute(select(ties))] == ["KGZ"]
        assert add(ledger, coding(MET)).outcome is Outcome.version
        with ledger.reading() as connection:
            assert [t.target for t in connection.execute(select(ties))] == ["MNG"]
            versions = connection.execute(select(addresses.c.version).order_by(addresses.c.version)).scalars()
            assert list(versions) == [1, 2, 3]


def test_two_reports_of_one_meeting_become_one_event_in_any_order(ledger_url: str) -> None:
    made = [
        (coding(PLANNED, statement(PLANNED, status=Status.planned), published="2024-05-08"), "https://a.example/1"),
        (coding(MET, statement(MET)), "https://a.example/2"),
        (coding(HELD, statement(HELD), outlet="b.example"), "https://b.example/3"),
    ]
    random.Random(ledger_url).shuffle(made)
    with opened(ledger_url, make=True) as ledger:
        for one, address in made:
            add(ledger, one, address)
        with ledger.reading() as connection:
            event = connection.execute(select(events)).one()
        assert (event.reports, event.status) == (3, "happened")


def test_what_fails_in_the_middle_leaves_nothing(ledger_url: str) -> None:
    with opened(ledger_url, make=True) as ledger:
        add(ledger, coding(MET, statement(MET)))
        before = contents(ledger_url)
        with pytest.raises(ZeroDivisionError), ledger.writing() as connection:
            adding.add(connection, Arrival(coding(HELD, statement(HELD)), "https://b.example", CODER))
            raise ZeroDivisionError
        assert contents(ledger_url) == before


def test_a_load_in_bulk_that_is_settled_later_gives_the_same(ledger_url: str, tmp_path: object) -> None:
    arrivals = [
        Arrival(coding(MET, statement(MET)), "https://a.example/1", CODER),
        Arrival(coding(HELD, statement(HELD)), "https://a.example/2", CODER),
        Arrival(coding(MET.replace("Monday", "Tuesday"), statement(MET)), "https://a.example/1", CODER),
    ]
    one_by_one = f"{tmp_path}/single.db"
    with opened(one_by_one, make=True) as ledger:
        for arrival in arrivals:
            with ledger.writing() as connection:
                adding.add(connection, arrival)
    with opened(ledger_url, make=True) as ledger:
        with ledger.writing() as connection:
            adding.store(connection, arrivals)
        with ledger.writing() as connection:
            assert adding.settle(connection, adding.waiting(connection, 100)) == 1
            assert adding.waiting(connection, 100) == []
    assert contents(ledger_url) == contents(one_by_one)


def test_a_standing_relation_is_a_tie_until_its_document_is_replaced(ledger_url: str) -> None:
    said = "Kazakhstan and Mongolia are strategic partners."
    partners = statement(said, type="partnership", kind=Kind.tie, status=Status.ongoing, day=None)
    with opened(ledger_url, make=True) as ledger:
        add(ledger, coding(said, partners))
        with ledger.reading() as connection:
            tie = connection.execute(select(ties)).one()
            assert (tie.layer, tie.source, tie.target, tie.start) == ("agreement", "KAZ", "MNG", "2024-05-14")
        add(ledger, coding(MET, statement(MET)))
        with ledger.reading() as connection:
            assert [t.layer for t in connection.execute(select(ties))] == ["diplomacy"]
