"""The ledger against the bare database driver: bulk load, then `ties`, `events` and `search` on what was loaded.

    python benchmarks/ledger.py                          1,000,000 statements, SQLite
    python benchmarks/ledger.py --statements 50000       shorter
    python benchmarks/ledger.py --ledger postgresql://…  an empty database: a second one, NAME_bare, is made beside it

Load: codings are made a batch at a time; the ledger stores the batch, and the bare driver inserts the very same rows
into tables of the same making, in the same batches, by turns. Its rows are ready tuples, only the inserting is timed.
Look-ups: what the commands ask (rows become nouns of the model, limit 50), against the same SQL on the bare driver with
its rows fetched and left as they are; every statement is an event of its own there. Exits with 1 where a ratio is below
what is asked.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lookups
import psycopg
from rich.console import Console
from rich.table import Table as Printed
from sqlalchemy import Table, make_url, select

from dragoman.ledger import bulk, opened
from dragoman.ledger.adding import Arrival
from dragoman.ledger.tables import metadata
from dragoman.model import (
    Attribution,
    Coding,
    Cues,
    Document,
    Evidence,
    Goods,
    Kind,
    Participant,
    Statement,
    Status,
    Time,
)  # fmt: skip

LOAD, LOOKUP = 0.4, 0.3
"""The least share of the bare driver's rate."""
PER_DOCUMENT = 4
STATES = (
    "AZE",
    "MAR",
    "TUR",
    "ISR",
    "RUS",
    "KAZ",
    "PAK",
    "ITA",
    "USA",
    "FRA",
    "GRC",
    "EGY",
    "IND",
    "POL",
    "JPN",
    "BRA",
)
WORDS = [
    "ministers",
    "signed",
    "an",
    "agreement",
    "on",
    "joint",
    "exercises",
    "and",
    "met",
    "again",
    "to",
    "speak",
    "of",
    "deliveries",
    "of",
    "aircraft",
    "while",
    "the",
    "ministry",
    "said",
    "that",
    "officers",
    "will",
    "be",
    "trained",
    "in",
    "spring",
    "and",
    "that",
    "radars",
    "may",
    "follow",
    "under",
    "a",
    "licence",
]
TYPES = ("meeting", "visit", "agreement", "exercise", "arms_transfer", "training")
LOADED = (
    "documents", "words", "signatures", "bands", "codings", "statements", "participants", "addresses",
)  # fmt: skip
"""The tables that a load writes to, those that are pointed to first."""


@dataclass(frozen=True, slots=True)
class Measured:
    """One line of the table: seconds of the ledger and of the bare driver, and the least ratio that is asked."""

    name: str
    ours: float
    bare: float
    asked: float

    @property
    def ratio(self) -> float:
        """The ledger's rate as a share of the bare driver's."""
        return self.bare / self.ours


def arrival(number: int) -> Arrival:
    """A document with PER_DOCUMENT statements, made from its number alone."""
    chance = random.Random(number)
    day = f"20{10 + number % 15}-{1 + number // 15 % 12:02}-{1 + number % 28:02}"
    sentences = [" ".join(chance.choices(WORDS, k=18)) for _ in range(PER_DOCUMENT)]
    text = ". ".join(f"{' and '.join(chance.sample(STATES, 2))} report {number}: {s}" for s in sentences)
    document = Document(
        id=f"{number:x}",
        source=f"https://news.example/{number}",
        text=text,
        outlet=f"outlet{number % 50}.example",
        language="en",
        published=day,
        headline=sentences[0],
    )
    made = tuple(statement(text, day, chance, n) for n in range(PER_DOCUMENT))
    return Arrival(Coding(document=document, statements=made), document.source, "rules/en@bench")


def statement(text: str, day: str, chance: random.Random, number: int) -> Statement:
    """A statement as a coder makes them: two parties, a speaker, goods, a time, spans."""
    start = number * 60
    parties = chance.sample(STATES, 2)
    return Statement(
        id=f"{chance.getrandbits(64):016x}",
        kind=Kind.event,
        type=chance.choice(TYPES),
        status=chance.choice(list(Status)),
        participants=tuple(
            Participant(actor=a, role="party", surface=a, span=(start + i, start + i + 3))
            for i, a in enumerate(parties)
        ),
        goods=(Goods(designation="radar", number=4.0),) if number == 0 else (),
        time=Time(text="on Monday", start=day, end=day, precision="day"),
        attribution=(Attribution(speaker="the ministry", actor=parties[0], span=(start, start + 12)),),
        evidence=Evidence(start=start, end=start + 60, text=text[start : start + 60]),
        cues=Cues(trigger=(start + 10, start + 16)),
        confidence=0.75,
        coder="rules/en@bench",
        rule="meet",
    )


class Bare:
    """The same tables without the ledger: ready tuples through `executemany`."""

    def __init__(self, named: str) -> None:
        with opened(named, make=True):
            pass
        self.server = "://" in named
        self.connection: Any = psycopg.connect(named) if self.server else _sqlite(named)

    def insert(self, table: Table, rows: Sequence[tuple[Any, ...]]) -> None:
        """All rows in the caller's transaction."""
        mark = "%s" if self.server else "?"
        columns = ", ".join(f'"{c.name}"' for c in table.c)
        sql = f'INSERT INTO "{table.name}" ({columns}) VALUES ({", ".join([mark] * len(table.c))})'
        self.connection.cursor().executemany(sql, rows)

    def commit(self) -> None:
        """The end of a batch."""
        self.connection.commit()


def _beside(named: str) -> str:
    """The address of a second database, made anew."""
    name = f"{make_url(named).database}_bare"
    with psycopg.connect(named, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE IF EXISTS "{name}"')
        connection.execute(f'CREATE DATABASE "{name}"')
    return f"{named}_bare"


def _driver(named: str) -> Any:
    """What asks the ledger's own database without the ledger."""
    return psycopg.connect(named).cursor() if "://" in named else _sqlite(named).cursor()


def _sqlite(named: str) -> Any:
    import sqlite3

    connection = sqlite3.connect(named)
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "cache_size=-65536"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def load(named: str, bare: Bare, statements: int) -> Measured:
    """Both loads by turns, a batch at a time."""
    ours = driver = 0.0
    documents = statements // PER_DOCUMENT
    with opened(named, make=True) as ledger:
        for first in range(0, documents, bulk.STORED):
            batch = [arrival(n) for n in range(first, min(first + bulk.STORED, documents))]
            began = time.perf_counter()
            for _ in bulk.load(ledger, batch):
                pass
            ours += time.perf_counter() - began
            rows = list(_rows_of(ledger, first))
            began = time.perf_counter()
            for table, found in rows:
                bare.insert(table, found)
            bare.commit()
            driver += time.perf_counter() - began
            _progress(first + len(batch), documents)
    return Measured(f"load of {statements:,} statements", ours, driver, LOAD)


def look_up(named: str, driver: Any) -> list[Measured]:
    """Every look-up on the loaded ledger, each of some questions."""
    with opened(named) as ledger:
        with ledger.reading() as connection:
            keys = list(connection.execute(select(metadata.tables["statements"].c.key)).scalars())
        lookups.happenings(ledger, keys)
        asked = lookups.questions(STATES, sorted(set(WORDS)), TYPES)
        return [
            Measured(f"{name}, {len(some)} questions", *lookups.measure(ledger, driver, some), LOOKUP)
            for name, some in asked.items()
        ]


def _rows_of(ledger: Any, first: int) -> Iterator[tuple[Table, list[tuple[Any, ...]]]]:
    """What the ledger stored of the documents after the `first` ones, as ready tuples, by table."""
    documents = metadata.tables["documents"]
    keys = select(documents.c.key).where(documents.c.number > first)
    with ledger.reading() as connection:
        for name in LOADED:
            yield metadata.tables[name], [tuple(row) for row in connection.execute(_asked(metadata.tables[name], keys))]


def _asked(table: Table, keys: Any) -> Any:
    if "document" in table.c:
        return select(table).where(table.c.document.in_(keys))
    if table.name == "documents":
        return select(table).where(table.c.key.in_(keys))
    statements = metadata.tables["statements"]
    return select(table).where(table.c.statement.in_(select(statements.c.key).where(statements.c.document.in_(keys))))


def _progress(done: int, of: int) -> None:
    if sys.stderr.isatty():
        print(f"\r{done:,} of {of:,} documents", end="\n" if done >= of else "", file=sys.stderr, flush=True)


def show(measured: Sequence[Measured]) -> None:
    """The table."""
    table = Printed(title="The ledger against the bare driver")
    for heading in ("what", "ledger, s", "bare, s", "ratio", "asked"):
        table.add_column(heading, justify="left" if heading == "what" else "right")
    for line in measured:
        table.add_row(line.name, f"{line.ours:.3f}", f"{line.bare:.3f}", f"{line.ratio:.2f}", f"{line.asked:.2f}")
    Console(width=80).print(table)


def main() -> int:
    """Measure and print; 1 where a ratio is too low."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--statements", type=int, default=1_000_000)
    parser.add_argument("--ledger", metavar="URL", help="an empty PostgreSQL database")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        named = asked.ledger or str(Path(folder) / "ledger.db")
        bare = Bare(_beside(asked.ledger) if asked.ledger else str(Path(folder) / "bare.db"))
        measured = [load(named, bare, asked.statements), *look_up(named, _driver(named))]
        show(measured)
    return int(any(line.ratio < line.asked for line in measured))


if __name__ == "__main__":
    sys.exit(main())
