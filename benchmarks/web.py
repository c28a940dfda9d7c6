"""The pages of the web app against their bare queries: 100,000 documents and 1,000,000 ties in the ledger.

    python benchmarks/web.py                                    SQLite, some twenty minutes, most of them the filling
    python benchmarks/web.py --documents 5000 --ties 50000      shorter
    python benchmarks/web.py --keep web.db                      keep the ledger, and use it where it is already there

Each kind of page is asked for at several addresses (other articles, other states, other filters), after one that is not
counted. What the page asks of the database is noted, and asked again of the bare driver with the rows fetched and left
as they are. The median page may take three times the time of its queries. States, network, map and paths answer from
what the server holds in memory and ask next to nothing: their ratios say how little, not how slow. Exits with 1 where
a page does not answer or, over a ledger of full size, takes longer than is asked; over a smaller one the queries take
next to nothing as well, and the figures are only told.
"""

from __future__ import annotations

import argparse
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

import filled
from fastapi.testclient import TestClient
from rich.console import Console
from rich.table import Table
from sqlalchemy import event

from dragoman.ledger import Ledger, opened
from dragoman.web import application

ASKED = 3.0
"""How many times the time of its queries a page may take."""
FULL = 100_000
"""Documents from which on that is asked."""
PAGES = 12
"""Addresses of each kind of page."""


@dataclass(slots=True)
class Kind:
    """A kind of page: seconds of each of its pages, and of the bare queries of each."""

    name: str
    pages: list[float] = field(default_factory=list)
    queries: list[float] = field(default_factory=list)
    asked: list[int] = field(default_factory=list)

    @property
    def ratio(self) -> float:
        """The median page as a multiple of the median of its queries."""
        return statistics.median(self.pages) / max(statistics.median(self.queries), 1e-9)


@contextmanager
def noted(ledger: Ledger) -> Iterator[list[tuple[str, Any]]]:
    """What is asked of the database while the block runs."""
    asked: list[tuple[str, Any]] = []

    def note(connection: Any, cursor: Any, statement: str, parameters: Any, context: Any, many: bool) -> None:
        if statement.lstrip()[:6].upper() in ("SELECT", "WITH R", "WITH A", "WITH M") or statement[:4] == "WITH":
            asked.append((statement, parameters))

    event.listen(ledger.engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(ledger.engine, "before_cursor_execute", note)


def measured(client: TestClient, ledger: Ledger, bare: sqlite3.Connection, name: str, paths: Sequence[str]) -> Kind:
    """A kind of page at these addresses, the first of which is not counted."""
    kind = Kind(name)
    for number, path in enumerate(paths):
        with noted(ledger) as asked:
            seconds, answer = timed(lambda path=path: client.get(path))  # type: ignore[misc]
        if answer.status_code != 200:
            raise SystemExit(f"{path}: {answer.status_code}")
        if number:
            kind.pages.append(seconds)
            kind.queries.append(timed(lambda asked=asked: [bare.execute(*one).fetchall() for one in asked])[0])  # type: ignore[misc]
            kind.asked.append(len(asked))
    return kind


def timed(call: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds and the answer."""
    began = time.perf_counter()
    answer = call()
    return time.perf_counter() - began, answer


def addresses(ledger: Ledger) -> dict[str, list[str]]:
    """What is asked for, by kind of page."""
    documents, events, ties = filled.some(ledger, PAGES + 1)
    states = filled.states(PAGES + 2)
    return {
        "inbox": ["/", *(f"/?state={state}" for state in states[:PAGES])],
        "search": [f"/?q={word}" for word in filled.words(PAGES + 1)],
        "reader": [f"/documents/{key}" for key in documents],
        "event": [f"/events/{key}" for key in events],
        "tie": [f"/ties/{key}" for key in ties],
        "state": [f"/states/{state}" for state in states[: PAGES + 1]],
        "dyad": [f"/states/{a}/{b}" for a, b in pairwise(states)],
        "claims": ["/claims", *(f"/claims?state={state}" for state in states[:PAGES])],
        "review": ["/review"] * (PAGES + 1),
        "data": ["/data"] * (PAGES + 1),
        "network": [f"/network?year={2000 + n}" for n in range(PAGES + 1)],
        "map": [f"/map?year={2000 + n}" for n in range(PAGES + 1)],
        "paths": [f"/paths?from={a}&to={b}" for a, b in pairwise(states)],
    }


def show(kinds: Sequence[Kind]) -> None:
    """The table."""
    table = Table(title="Pages against their bare queries (medians)")
    for heading in ("page", "queries", "page, ms", "bare, ms", "ratio", "at most"):
        table.add_column(heading, justify="left" if heading == "page" else "right")
    for kind in kinds:
        page, bare = (statistics.median(of) * 1000 for of in (kind.pages, kind.queries))
        count = f"{statistics.median(kind.asked):.0f}"
        table.add_row(kind.name, count, f"{page:.1f}", f"{bare:.1f}", f"{kind.ratio:.2f}", f"{ASKED:.0f}")
    Console(width=80).print(table)


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
        with opened(str(named)) as ledger, sqlite3.connect(named) as bare:
            with TestClient(application(ledger), base_url="http://127.0.0.1") as client:
                kinds = [measured(client, ledger, bare, name, paths) for name, paths in addresses(ledger).items()]
            show(kinds)
    return int(asked.documents >= FULL and any(kind.ratio > ASKED for kind in kinds))


if __name__ == "__main__":
    sys.exit(main())
