from __future__ import annotations

import multiprocessing
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, inspect, text

from dragoman.errors import LedgerError, NotInLedger
from dragoman.ledger import events, migrate, opened
from dragoman.ledger.address import address, shown
from dragoman.ledger.engine import engine
from dragoman.ledger.selection import Selection
from dragoman.ledger.tables import metadata
from dragoman.model import Event, Status


def test_a_ledger_is_made_with_the_tables_as_they_are_declared(ledger_url: str) -> None:
    own = {"include_name": lambda name, kind, _: kind != "table" or name in metadata.tables}
    with opened(ledger_url, make=True) as ledger, ledger.reading() as connection:
        assert migrate.revision(connection) == migrate.HEAD
        if connection.dialect.name == "sqlite":
            assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        expected = compare_metadata(MigrationContext.configure(connection, opts=own), metadata)
        # The index over lemmas is of an expression, which the comparison knows nothing of.
        assert [change for change in expected if "ix_words_lemmas" not in str(change)] == []


def test_nothing_is_made_where_a_ledger_is_only_to_be_read(ledger_url: str, tmp_path: Path) -> None:
    with pytest.raises(NotInLedger, match="no ledger there"), opened(ledger_url):
        pass
    assert list(tmp_path.iterdir()) == []


def test_another_programs_database_is_left_alone(new_database: str, tmp_path: Path) -> None:
    import psycopg

    foreign = tmp_path / "other.db"
    with closing(sqlite3.connect(foreign)) as connection:
        connection.execute("CREATE TABLE theirs (x)")
    with psycopg.connect(new_database) as connection:
        connection.execute("CREATE TABLE theirs (x int)")
    before = foreign.read_bytes()
    for named in (str(foreign), new_database):
        with pytest.raises(LedgerError, match="holds other tables"), opened(named, make=True):
            pass
    assert foreign.read_bytes() == before


@pytest.mark.parametrize("content", [b"not a database, but long enough to be taken for one" * 40, b"\x00" * 4096])
def test_a_file_that_is_no_ledger(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "broken.db"
    path.write_bytes(content)
    with pytest.raises(LedgerError, match=r"broken\.db"), opened(str(path)):
        pass
    assert path.read_bytes() == content


def test_a_ledger_of_a_newer_program_is_refused(ledger_url: str) -> None:
    with opened(ledger_url, make=True) as ledger, ledger.writing() as connection:
        connection.execute(text(f"UPDATE {migrate.REVISION_TABLE} SET version_num = '9999'"))
    with pytest.raises(LedgerError, match="newer Dragoman"), opened(ledger_url):
        pass


def _steps_to(target: str, named: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrate, "HEAD", target)
    monkeypatch.setattr("dragoman.ledger.opening.HEAD", target)
    with opened(named, make=True):
        pass
    monkeypatch.undo()


def test_an_old_ledger_is_brought_up_to_date_and_keeps_what_it_has(
    ledger_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _steps_to("0001", ledger_url, monkeypatch)
    row = "INSERT INTO addresses (address, version, document, read_at) VALUES ('a', 1, 'd', 'now')"
    document = (
        "INSERT INTO documents (key, number, id, source, text, read_at, current, merged) "
        "VALUES ('d', 1, 'd', 's', 't', 'now', true, true)"
    )
    with opened_at(ledger_url) as connection:
        connection.execute(text(document))
        connection.execute(text(row))
    with opened(ledger_url) as ledger, ledger.reading() as connection:
        assert migrate.revision(connection) == migrate.HEAD
        assert connection.execute(text("SELECT address FROM addresses")).scalars().all() == ["a"]
    if "://" not in ledger_url:
        before = tmp_path / f"ledger.db.before-{migrate.HEAD}"
        with closing(sqlite3.connect(before)) as old:
            assert old.execute("SELECT version_num FROM dragoman_revision").fetchone() == ("0001",)
        assert not list(tmp_path.glob("*.rehearsal*"))


def test_events_of_an_old_ledger_are_found_by_their_actors(ledger_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    _steps_to("0005", ledger_url, monkeypatch)
    days = {"e1": "2024-05-13", "e2": None, "e3": "2025"}
    with opened_at(ledger_url) as connection:
        for key, day in days.items():
            body = Event(id=key, type="meeting", status=Status.happened, parties=(), statements=(), history=())
            told = {"key": key, "day": day, "body": body.model_dump_json(exclude_defaults=True)}
            columns = "(key, type, status, reports, date, body) VALUES (:key, 'meeting', 'happened', 1, :day, :body)"
            connection.execute(text(f"INSERT INTO events {columns}"), told)
            connection.execute(
                text("INSERT INTO event_parties (event, actor, role) VALUES (:key, 'AZE', 'party')"), told
            )
    with opened(ledger_url) as ledger, ledger.reading() as connection:
        found = events.chosen(connection, Selection(actors=("AZE",)), limit=3)
        assert [event.id for event in found] == ["e3", "e1", "e2"]
        assert [event.id for event in events.chosen(connection, Selection(), limit=2)] == ["e3", "e1"]


def test_a_step_that_fails_leaves_the_ledger_as_it_was(ledger_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    _steps_to("0002", ledger_url, monkeypatch)
    with opened_at(ledger_url) as connection:
        connection.execute(text("CREATE TABLE words (in_the_way int)"))
    with pytest.raises(LedgerError), opened(ledger_url):
        pass
    with opened_at(ledger_url) as connection:
        assert migrate.revision(connection) == "0002"
        assert [c["name"] for c in inspect(connection).get_columns("words")] == ["in_the_way"]


@contextmanager
def opened_at(named: str) -> Iterator[Connection]:
    """A transaction on a ledger as it is, without bringing it up to date."""
    made = engine(address(named))
    with made.begin() as connection:
        yield connection
    made.dispose()


def _open(named: str) -> str:
    with opened(named, make=True) as ledger, ledger.reading() as connection:
        return str(migrate.revision(connection))


def test_processes_that_make_the_same_ledger_at_once(ledger_url: str) -> None:
    with multiprocessing.get_context("spawn").Pool(4) as pool:
        assert pool.map(_open, [ledger_url] * 4) == [migrate.HEAD] * 4


def test_judgements_cannot_be_changed(ledger_url: str) -> None:
    row = (
        "INSERT INTO judgements (id, number, ruling, reviewer, reason, made_at, about) "
        "VALUES ('j', 1, 'accept', 'r', '', 'now', '[]')"
    )
    with opened(ledger_url, make=True) as ledger:
        with ledger.writing() as connection:
            connection.execute(text(row))
        for change in ("UPDATE judgements SET reason = 'x'", "DELETE FROM judgements"):
            with pytest.raises(LedgerError, match="only ever added"), ledger.writing() as connection:
                connection.execute(text(change))


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ("news.db", "news.db"),
        ("sqlite:///news.db", "news.db"),
        ("postgresql://desk:secret@db/news", "postgresql://desk:***@db/news"),
        ("postgres://desk@db/news", "postgresql://desk@db/news"),
    ],
)
def test_how_a_ledger_is_named(named: str, told: str) -> None:
    assert shown(address(named)) == told


@pytest.mark.parametrize("named", ["mysql://x/y", "sqlite://", "://"])
def test_what_names_no_ledger(named: str) -> None:
    with pytest.raises(LedgerError):
        address(named)


def test_the_settings_name_the_ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DRAGOMAN_LEDGER", raising=False)
    assert shown(address()) == "dragoman.db"
    Path("dragoman.toml").write_text('ledger = "desk.db"\n')
    assert shown(address()) == "desk.db"
    monkeypatch.setenv("DRAGOMAN_LEDGER", "mine.db")
    assert shown(address()) == "mine.db"
