from __future__ import annotations

import json

import pytest
from sqlalchemy import Connection, select, text
from sqlalchemy.exc import DBAPIError

from dragoman.errors import LedgerError, ReviewError
from dragoman.ledger import Ledger, adding, judgements, opened, statements
from dragoman.ledger.adding import Arrival
from dragoman.ledger.judgements import Word
from dragoman.ledger.tables import statements as statements_table
from dragoman.model import Ruling, Status

from .made import CODER, coding, statement

MET = "The defence ministers of Kazakhstan and Mongolia met in Astana on Monday to speak of joint exercises."


def added(connection: Connection, said: str = MET, address: str = "https://a.example") -> str:
    """The key of the one statement of a document."""
    document = adding.add(connection, Arrival(coding(said, statement(said)), address, CODER)).key
    (key,) = statements.of_document(connection, document)
    return key


def state(connection: Connection, key: str) -> tuple[str | None, str, bool]:
    """The last ruling on a statement, its status, and whether it was changed."""
    row = connection.execute(select(statements_table).where(statements_table.c.key == key)).one()
    return row.ruling, row.status, row.coded is not None


def change(**fields: object) -> str:
    return json.dumps(fields)


def test_the_last_word_holds_and_an_undone_one_does_not(ledger_url: str) -> None:
    with opened(ledger_url, make=True) as ledger, ledger.writing() as connection:
        key = added(connection)

        def say(ruling: Ruling, **more: str) -> str:
            return judgements.add(connection, Word(ruling, (key,), "Rana", **more)).id

        planned = say(Ruling.correct, change=change(status="planned"))
        assert state(connection, key) == ("correct", "planned", True)
        rejected = say(Ruling.reject)
        assert state(connection, key) == ("reject", "planned", True)
        taken_back = say(Ruling.undone, undoes=rejected)
        assert state(connection, key) == ("correct", "planned", True)
        say(Ruling.undone, undoes=planned)
        assert state(connection, key) == (None, "happened", False)
        say(Ruling.undone, undoes=taken_back)
        assert state(connection, key) == ("reject", "happened", False)


def test_corrections_add_up_field_by_field(ledger_url: str) -> None:
    with opened(ledger_url, make=True) as ledger, ledger.writing() as connection:
        key = added(connection)
        first = judgements.add(connection, Word(Ruling.correct, (key,), "Rana", change=change(status="possible")))
        judgements.add(connection, Word(Ruling.correct, (key,), "Li", change=change(place="KAZ", time=None)))
        corrected = statements.load(connection, [key])[key]
        assert (corrected.status, corrected.place, corrected.time) == (Status.possible, "KAZ", None)
        judgements.add(connection, Word(Ruling.undone, (key,), "Li", undoes=first.id))
        assert statements.load(connection, [key])[key].status is Status.happened
        assert statements.load(connection, [key])[key].place == "KAZ"
        assert statements.coded(connection, key) == statement(MET)


def test_what_was_judged_is_kept_as_it_stood(ledger_url: str) -> None:
    with opened(ledger_url, make=True) as ledger, ledger.writing() as connection:
        key = added(connection)
        judgements.add(connection, Word(Ruling.correct, (key,), "Rana", "it is a plan", change(status="planned")))
        judgements.add(connection, Word(Ruling.accept, (key,), "Li", origin="elsewhere:1"))
        first, second = judgements.touching(connection, [key])
        assert (first.judgement.reviewer, first.judgement.reason, first.number) == ("Rana", "it is a plan", 1)
        assert [s.status for s in first.before()] == [Status.happened]
        assert [s.status for s in second.before()] == [Status.planned]
        assert second.judgement.origin == "elsewhere:1"


def test_a_statement_that_is_not_there_cannot_be_judged(ledger_url: str) -> None:
    with opened(ledger_url, make=True) as ledger, ledger.writing() as connection:
        with pytest.raises(ReviewError, match="0000: no such statement"):
            judgements.add(connection, Word(Ruling.accept, ("0000",), "Rana"))
        assert judgements.touching(connection, ["0000"]) == []


EVERYWHERE = (
    "UPDATE judgements SET reason = 'another'",
    "DELETE FROM judgements",
    "DELETE FROM judged",
    "UPDATE judged SET document = 'another'",
    "UPDATE judged SET position = 5",
    "UPDATE judged SET judgement = judgement",
)
ONLY = {
    "sqlite": (
        "REPLACE INTO judgements SELECT * FROM judgements",
        "INSERT OR REPLACE INTO judgements SELECT id || 'x', number, ruling, 'Eve', reason, made_at, change, about, "
        '"out", undoes, origin FROM judgements',
        "REPLACE INTO judged SELECT * FROM judged",
    ),
    "postgresql": ("TRUNCATE judgements CASCADE", "TRUNCATE judged"),
}


def refused(ledger: Ledger, sql: str) -> bool:
    """Whether the database itself refuses it, saying why."""
    try:
        with ledger.writing() as connection:
            connection.execute(text(sql))
    except LedgerError as error:
        assert isinstance(error.__cause__, DBAPIError)
        return "judgements are only ever added" in error.what
    return False


def test_the_database_refuses_to_change_what_was_said(ledger_url: str) -> None:
    with opened(ledger_url, make=True) as ledger:
        with ledger.writing() as connection:
            key = added(connection)
            judgements.add(connection, Word(Ruling.accept, (key,), "Rana", "read it"))
        for sql in (*EVERYWHERE, *ONLY[ledger.engine.dialect.name]):
            assert refused(ledger, sql), sql
        with ledger.writing() as connection:
            (made,) = judgements.touching(connection, [key])
            assert (made.judgement.reviewer, made.judgement.reason) == ("Rana", "read it")
            judgements.move(connection, key, "another key")
            assert judgements.touching(connection, ["another key"])[0].judgement.id == made.judgement.id
