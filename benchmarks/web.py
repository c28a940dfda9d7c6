"""The pages of the web app against their bare queries: 100,000 documents and 1,000,000 ties in the ledger.

    python benchmarks/web.py                                    SQLite, some twenty minutes, most of them the filling
    python benchmarks/web.py --documents 5000 --ties 50000      shorter
    python benchmarks/web.py --keep web.db                      keep the ledger, and use it where it is already there

Each kind of page is asked for at several addresses (other articles, other states, other filters), after one that is not
counted. What the page asks of the database is noted where its driver is asked, and asked again of the bare driver with
the rows fetched and left as they are. The file is read once beforehand: a page comes before its queries, and would have
waited for the disk in their place. States, dyads, network, map and paths answer from what the server holds in memory,
and so does a tie where it tells what others had of the same; their bare queries are those that would give the same
content if nothing were held (`unheld.py`), beside what they ask all the same. The median page may take three times the
time of its queries.

The application is called as a server calls it, without a client in between: the test client of Starlette, with a thread
and a loop of its own for each request, took as long as the smaller pages themselves. Time is that of the processor, of
all threads together, so that others on the machine do not count; what a page took on the clock is told beside it.

Frame times of the network page follow (`frames.py`). Exits with 1 where a page does not answer or, over a ledger of
full size, takes longer than is asked; over a smaller one the queries take next to nothing as well, and the figures are
only told.
"""

from __future__ import annotations

import argparse
import asyncio
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import urlsplit

sys.path.insert(0, str(Path(__file__).resolve().parent))

import filled
import frames
import unheld
from fastapi import FastAPI
from rich.console import Console
from rich.table import Table
from sqlalchemy import event

from dragoman.languages import readings, supported
from dragoman.ledger import Ledger, opened
from dragoman.web import application
from dragoman.web.held import held_by

ASKED = 3.0
"""How many times the time of its queries a page may take."""
FULL = 100_000
"""Documents from which on that is asked."""
PAGES = 12
"""Addresses of each kind of page."""
KEYS = 40
"""Of articles, events and ties, which differ more: a tie of an event has its reports, one of a dataset has none."""


@dataclass(slots=True)
class Kind:
    """A kind of page: seconds of the processor of each of its pages, and of the bare queries of each; seconds on the
    clock of each page; how many queries they were.
    """

    name: str
    pages: list[float] = field(default_factory=list)
    queries: list[float] = field(default_factory=list)
    clock: list[float] = field(default_factory=list)
    asked: list[int] = field(default_factory=list)

    @property
    def ratio(self) -> float:
        """The median page as a multiple of the median of its queries."""
        return statistics.median(self.pages) / max(statistics.median(self.queries), 1e-9)


@dataclass(frozen=True, slots=True)
class Page:
    """A page that is asked for, and the queries that it would need beside those that it asks."""

    path: str
    unheld: tuple[unheld.Query, ...] = ()


class Site:
    """The application, called as a server calls it. It keeps the cookie that it is given, as a browser does."""

    def __init__(self, app: FastAPI) -> None:
        self.app = app
        self.cookie = b""

    async def get(self, path: str) -> int:
        """Ask for a page, all of which is taken; its status."""
        parts = urlsplit(path)
        headers = [(b"host", b"127.0.0.1"), (b"accept", b"text/html"), (b"cookie", self.cookie)]
        scope = {
            "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http",
            "path": parts.path, "raw_path": parts.path.encode(), "query_string": parts.query.encode(), "root_path": "",
            "headers": headers, "client": ("127.0.0.1", 1), "server": ("127.0.0.1", 80), "state": {},
        }  # fmt: skip
        came: list[dict[str, Any]] = [{"type": "http.request", "body": b"", "more_body": False}]
        sent: list[Any] = []

        async def receive() -> dict[str, Any]:
            return came.pop() if came else await asyncio.Future()

        async def send(message: Any) -> None:
            sent.append(message)

        await self.app(scope, receive, send)
        told = dict(sent[0]["headers"])
        self.cookie = told.get(b"set-cookie", self.cookie).partition(b";")[0]
        return int(sent[0]["status"])


class Noted(sqlite3.Connection):
    """A connection of the server that notes what is asked of it, whichever way it is asked."""

    asked: ClassVar[list[tuple[str, Any]]] = []

    def cursor(self, factory: Any = None) -> Any:
        """A cursor."""
        return super().cursor(NotedCursor)


class NotedCursor(sqlite3.Cursor):
    """A cursor of such a connection."""

    def execute(self, statement: str, values: Any = ()) -> Any:
        """Note a question, and ask it."""
        if statement.startswith(("SELECT", "WITH")):
            Noted.asked.append((statement, values))
        return super().execute(statement, values)


def noting(ledger: Ledger) -> None:
    """From now on, connections note what is asked of them."""
    event.listen(ledger.engine, "do_connect", lambda dialect, record, named, more: more.update(factory=Noted))
    ledger.close()


async def measured(site: Site, bare: sqlite3.Connection, name: str, pages: Sequence[Page]) -> Kind:
    """A kind of page at these addresses, the first of which is not counted."""
    kind = Kind(name)
    for number, page in enumerate(pages):
        Noted.asked.clear()
        began, clock = time.process_time(), time.perf_counter()
        status = await site.get(page.path)
        seconds, clock = time.process_time() - began, time.perf_counter() - clock
        if status != 200:
            raise SystemExit(f"{page.path}: {status}")
        if number:
            queries = [*Noted.asked, *page.unheld]
            kind.pages.append(seconds)
            kind.clock.append(clock)
            kind.queries.append(timed(lambda queries=queries: [bare.execute(*one).fetchall() for one in queries]))  # type: ignore[misc]
            kind.asked.append(len(queries))
    return kind


def timed(call: Callable[[], Any]) -> float:
    """Seconds of the processor."""
    began = time.process_time()
    call()
    return time.process_time() - began


def in_memory(named: Path) -> None:
    """Read a file, so that the system has it."""
    with named.open("rb") as file:
        while file.read(1 << 24):
            pass


def addresses(ledger: Ledger) -> dict[str, list[Page]]:
    """What is asked for, by kind of page."""
    documents, events, ties = filled.some(ledger, KEYS + 1)
    states = filled.states(PAGES + 2)
    years = range(2000, 2001 + PAGES)
    pairs = [sorted(two) for two in pairwise(states)]
    return {
        "inbox": [Page("/"), *(Page(f"/?state={state}") for state in states[:PAGES])],
        "search": [Page(f"/?q={word}") for word in filled.words(PAGES + 1)],
        "reader": [Page(f"/documents/{key}") for key in documents],
        "event": [Page(f"/events/{key}") for key in events],
        "tie": [Page(f"/ties/{tie.id}", tuple(unheld.tie(tie))) for tie in ties],
        "claims": [Page("/claims"), *(Page(f"/claims?state={state}") for state in states[:PAGES])],
        "review": [Page("/review")] * (PAGES + 1),
        "data": [Page("/data")] * (PAGES + 1),
        "state": [Page(f"/states/{one}", tuple(unheld.state(one))) for one in states[: PAGES + 1]],
        "dyad": [Page(f"/states/{a}/{b}", tuple(unheld.dyad(a, b))) for a, b in pairs],
        "network": [Page(f"/network?year={year}", tuple(unheld.network())) for year in years],
        "table": [Page(f"/network/table?year={year}", tuple(unheld.table(year))) for year in years],
        "map": [Page(f"/map?year={year}", tuple(unheld.table(year))) for year in years],
        "paths": [Page(f"/paths?from={a}&to={b}", tuple(unheld.paths(a, b))) for a, b in pairs],
    }


def show(console: Console, kinds: Sequence[Kind]) -> None:
    """The table."""
    table = Table(title="Pages against their bare queries (medians, ms of the processor)")
    for heading in ("page", "queries", "on the clock", "page", "bare", "ratio", "at most"):
        table.add_column(heading, justify="right" if table.columns else "left")
    for kind in kinds:
        clock, page, bare = (statistics.median(of) * 1000 for of in (kind.clock, kind.pages, kind.queries))
        count = f"{statistics.median(kind.asked):.0f}"
        table.add_row(
            kind.name, count, f"{clock:.1f}", f"{page:.1f}", f"{bare:.1f}", f"{kind.ratio:.2f}", f"{ASKED:.0f}"
        )
    console.print(table)


async def every(ledger: Ledger, bare: sqlite3.Connection) -> list[Kind]:
    """All kinds of pages."""
    noting(ledger)
    app = application(ledger)
    # As `dragoman serve` begins to, before anybody asks.
    held_by(app).begin().wait()
    site = Site(app)
    return [await measured(site, bare, name, pages) for name, pages in addresses(ledger).items()]


def main() -> int:
    """Fill, measure and print; 1 where a page takes too long."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--ties", type=int, default=1_000_000)
    parser.add_argument("--keep", metavar="FILE", help="keep the ledger there, or use the one that is there")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        named = Path(asked.keep or Path(folder) / "web.db")
        if not named.exists():
            filled.fill(named, asked.documents, asked.ties)
        in_memory(named)
        for language in supported():
            # The inbox loads these beside its first page, which would count as the time of others.
            readings("a", language)
        with opened(str(named)) as ledger, sqlite3.connect(named) as bare:
            bare.execute("PRAGMA cache_size=-65536")
            kinds = asyncio.run(every(ledger, bare))
    console = Console(width=90)
    show(console, kinds)
    frames.tell(console)
    return int(asked.documents >= FULL and any(kind.ratio > ASKED for kind in kinds))


if __name__ == "__main__":
    sys.exit(main())
