from __future__ import annotations

import json

import pytest
from sqlalchemy import select

from dragoman.ledger import Ledger, adding, judgements, opened, statements
from dragoman.ledger.adding import Arrival
from dragoman.ledger.judgements import Word
from dragoman.ledger.tables import events, judged
from dragoman.ledger.tables import statements as statements_table
from dragoman.model import Ruling, Statement, Status

from .made import CODER, coding, statement

MET = "The defence ministers of Kazakhstan and Mongolia met in Astana on Monday to speak of joint exercises."
HELD = "Kazakhstan's defence minister received his Mongolian colleague in Astana; they spoke of joint exercises."
NEWER = {
    "missed": (),
    "found again": (statement(MET),),
    "under another rule": (statement(MET, rule="a newer rule", status=Status.ongoing),),
    "with another actor": (statement(MET, rule="newer", actors=("KAZ", "MNG", "CHN"), roles=("party",) * 3),),
    "as another type": (statement(MET, rule="newer", type="negotiation"),),
}


def ruled(ledger: Ledger, ruling: Ruling, change: str | None = None) -> tuple[str, str]:
    """A document with one statement that was judged: their keys."""
    with ledger.writing() as connection:
        document = adding.add(connection, Arrival(coding(MET, statement(MET)), "https://a.example", CODER)).key
        (key,) = statements.of_document(connection, document)
        judgements.add(connection, Word(ruling, (key,), "Rana", "read it twice", change))
        return document, key


def recode(ledger: Ledger, document: str, *found: Statement) -> None:
    with ledger.writing() as connection:
        adding.recode(connection, document, coding(MET, *found), coder="rules/en@2")


@pytest.mark.parametrize("found", NEWER.values(), ids=NEWER)
@pytest.mark.parametrize("ruling", [Ruling.accept, Ruling.correct, Ruling.reject])
def test_what_was_judged_stays_whatever_the_newer_coder_says(
    ledger_url: str, ruling: Ruling, found: tuple[Statement, ...]
) -> None:
    change = json.dumps({"status": "planned"}) if ruling is Ruling.correct else None
    with opened(ledger_url, make=True) as ledger:
        document, key = ruled(ledger, ruling, change)
        with ledger.reading() as connection:
            before = connection.execute(select(statements_table)).one()
        for _ in range(2):
            recode(ledger, document, *found)
            with ledger.reading() as connection:
                assert connection.execute(select(statements_table)).all() == [before]
                reports = connection.execute(select(events.c.reports)).scalars().all()
                assert reports == ([] if ruling is Ruling.reject else [1])
                assert connection.execute(select(judged.c.statement)).scalars().all() == [key]


def test_a_rejected_statement_does_not_come_back_after_a_coding_that_missed_it(ledger_url: str) -> None:
    with opened(ledger_url, make=True) as ledger:
        document, key = ruled(ledger, Ruling.reject)
        recode(ledger, document)
        recode(ledger, document, statement(MET, rule="yet another"))
        with ledger.reading() as connection:
            assert [(row.key, row.ruling) for row in connection.execute(select(statements_table))] == [(key, "reject")]
            assert connection.execute(select(events)).all() == []


def test_what_was_corrected_is_known_again_as_what_it_was_corrected_to(ledger_url: str) -> None:
    with opened(ledger_url, make=True) as ledger:
        document, key = ruled(ledger, Ruling.correct, json.dumps({"type": "negotiation", "mode": None}))
        recode(ledger, document, statement(MET, rule="newer", type="negotiation", actors=("KAZ", "MNG")))
        with ledger.reading() as connection:
            assert [row.key for row in connection.execute(select(statements_table))] == [key]


def test_another_statement_on_the_same_words_is_no_twin_of_the_judged_one(ledger_url: str) -> None:
    one = statement(MET, type="arms_transfer", actors=("RUS", "KAZ"), roles=("supplier", "recipient"))
    other = statement(MET, type="arms_transfer", actors=("RUS", "MNG"), roles=("supplier", "recipient"))
    with opened(ledger_url, make=True) as ledger:
        with ledger.writing() as connection:
            document = adding.add(connection, Arrival(coding(MET, one, other), "https://a.example", CODER)).key
            found = statements.of_document(connection, document)
            (key,) = (key for key, said in found.items() if said.actors() == ("RUS", "KAZ"))
            judgements.add(connection, Word(Ruling.accept, (key,), "Rana"))
        newer = statement(MET, type="arms_transfer", actors=("RUS", "MNG"), roles=("supplier", "recipient"), rule="n")
        recode(ledger, document, newer)
        with ledger.reading() as connection:
            now = {said.actors(): said.rule for said in statements.of_document(connection, document).values()}
            assert now == {("RUS", "KAZ"): "test", ("RUS", "MNG"): "n"}


def two_reports(ledger: Ledger) -> tuple[list[str], list[str]]:
    """Two documents that report one meeting: their keys, and those of their statements."""
    documents, keys = [], []
    with ledger.writing() as connection:
        for number, said in enumerate((MET, HELD)):
            arrival = Arrival(coding(said, statement(said)), f"https://{number}.example", CODER)
            documents.append(adding.add(connection, arrival).key)
            keys += statements.of_document(connection, documents[-1])
    return documents, keys


@pytest.mark.parametrize("missed_in_between", [False, True])
@pytest.mark.parametrize("ruling", [Ruling.merged, Ruling.parted])
def test_splits_and_merges_hold(ledger_url: str, ruling: Ruling, missed_in_between: bool) -> None:
    """They hold where a newer coder finds the statements under other keys, even if one between them missed them."""
    apart = ruling is Ruling.parted
    with opened(ledger_url, make=True) as ledger:
        documents, keys = two_reports(ledger)
        with ledger.writing() as connection:
            assert connection.execute(select(events.c.reports)).scalars().all() == [2]
            judgements.add(connection, Word(ruling, tuple(keys), "Rana", "asked the ministry"))
        if missed_in_between:
            recode(ledger, documents[0])
            with ledger.reading() as connection:
                assert connection.execute(select(events.c.reports)).scalars().all() == [1]
        # Alone the two would now be kept apart (another day), or put together (the same day).
        day = "2024-05-13" if apart else "2023-01-01"
        for document, said in zip(documents, (MET, HELD), strict=True):
            with ledger.writing() as connection:
                found = coding(said, statement(said, rule="newer", day=day if said is MET else "2024-05-13"))
                adding.recode(connection, document, found, coder="rules/en@2")
        with ledger.reading() as connection:
            assert connection.execute(select(events.c.reports)).scalars().all() == ([1, 1] if apart else [2])
            now = {row.key for row in connection.execute(select(statements_table.c.key))}
            assert now == set(connection.execute(select(judged.c.statement)).scalars())
            assert not now & set(keys)


def test_what_nobody_judged_is_replaced(ledger_url: str) -> None:
    with opened(ledger_url, make=True) as ledger, ledger.writing() as connection:
        arrival = Arrival(coding(MET, statement(MET)), "https://a.example", CODER)
        document = adding.add(connection, arrival).key
        found = statement(MET, rule="a newer rule", status=Status.possible)
        adding.recode(connection, document, coding(MET, found), coder="rules/en@2")
        assert [s.status for s in statements.of_document(connection, document).values()] == [Status.possible]
        assert [e.status for e in connection.execute(select(events))] == ["possible"]
        assert adding.stale(connection, {"en": "rules/en@2"}) == []
        assert adding.stale(connection, {"en": "rules/en@3"}) == [document]
