"""Killed in the middle, again and again: after a last run nothing is lost and nothing is doubled."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import func, select

from dragoman.actors import states
from dragoman.errors import LedgerError
from dragoman.ledger import opened
from dragoman.ledger.tables import datasets, documents, metadata, ties

from .contents import contents
from .killing import finished, is_writing, run, until

pytestmark = pytest.mark.slow
KILLS = 20
MOST = 3 * KILLS
"""Runs in which so many kills have to fall in the middle; one that ends before its kill was faster than the others."""
FASTER = 0.8
OWN = Path(__file__).resolve().parents[2] / "evaluation"


def killed_then_finished(words: list[str], reached: Callable[[], int], steps: int) -> list[int]:
    """Kill a command at KILLS moments of its writing, then let it finish; how far each run had come."""
    chance = random.Random(7)
    marks: list[int] = []
    for number in range(KILLS):
        process = run(*words)
        wanted = (number + 1) * steps // (KILLS + 1)
        deadline = time.monotonic() + 60
        while process.poll() is None and reached() < wanted and time.monotonic() < deadline:
            time.sleep(0.005)
        time.sleep(chance.uniform(0, 0.05))
        process.kill()
        process.communicate()
        marks.append(reached())
    finished(*words)
    return marks


def count_of(named: str, table: str) -> int:
    try:
        with opened(named) as ledger, ledger.reading() as connection:
            return connection.execute(select(func.count()).select_from(metadata.tables[table])).scalar_one()
    except LedgerError:
        return 0


@pytest.fixture
def rows(tmp_path: Path) -> Path:
    """Russian passages of our own, a third of them at one address that changes, some of them twice."""
    passages = [json.loads(line) for line in (OWN / "ru/events.jsonl").read_text("utf-8").splitlines()[:120]]
    path = tmp_path / "rows.jsonl"
    told = (
        {"id": p["id"], "text": p["text"], "lang": "ru", "date": p["date"], "url": f"https://n.example/{n % 90}"}
        for n, p in enumerate(passages + passages[:10])
    )
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in told), encoding="utf-8")
    return path


def test_killed_while_adding(ledger_url: str, rows: Path, tmp_path: Path) -> None:
    undisturbed = str(tmp_path / "undisturbed.db")
    finished("add", str(rows), "--ledger", undisturbed)
    expected = contents(undisturbed)
    total = len(expected[documents.name])
    words = ["add", str(rows), "--ledger", ledger_url]
    marks = killed_then_finished(words, lambda: count_of(ledger_url, "documents"), total)
    assert len(set(marks)) > KILLS // 2, "the kills did not fall in the middle of the work"
    found = contents(ledger_url)
    # A page that goes back and forth between two texts is found in its old state by the next run: only the number of
    # its versions may differ from the undisturbed run's.
    for table in found.keys() - {"addresses"}:
        assert found[table] == expected[table], table


@pytest.fixture
def totals(tmp_path: Path) -> list[Path]:
    """Two releases of a dataset, invented: the same 30,000 deliveries, with other figures in the second."""
    names = sorted(states())[:60]
    paths = [tmp_path / f"totals-{number}.csv" for number in (1, 2)]
    for plus, path in enumerate(paths):
        cells = (
            (one, other, year)
            for year in range(1990, 2010)
            for one in names[:30]
            for other in names[:51]
            if one != other
        )
        lines = (f"{one},{other},{year},{(number * 7 + plus) % 900}" for number, (one, other, year) in enumerate(cells))
        path.write_text("supplier,recipient,year,value\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return paths


def held(named: str) -> tuple[str | None, int, float]:
    """The file that the ledger has of the dataset, the ties in it, and the sum of their weights."""
    with opened(named) as ledger, ledger.reading() as connection:
        file = connection.execute(select(datasets.c.file)).scalar()
        count, total = connection.execute(select(func.count(), func.coalesce(func.sum(ties.c.weight), 0))).one()
    return file, count, total


def timed(words: list[str], named: str) -> float:
    """Run a command to its end; the seconds for which it wrote."""
    process = run(*words)
    until(lambda: process.poll() is not None or is_writing(named))
    began = time.monotonic()
    process.communicate(timeout=300)
    assert process.returncode == 0
    return time.monotonic() - began


def killed_while_writing(words: list[str], named: str, after: float) -> bool:
    """Kill a command some seconds after it has begun to write; whether it still did."""
    process = run(*words)
    until(lambda: process.poll() is not None or is_writing(named))
    time.sleep(after)
    writing = process.poll() is None and is_writing(named)
    process.kill()
    process.communicate()
    until(lambda: not is_writing(named))
    return writing


def test_killed_while_importing(ledger_url: str, totals: list[Path], tmp_path: Path) -> None:
    """Some runs find an empty ledger, the others another release, which stays until the new one is there as a whole."""
    undisturbed = str(tmp_path / "undisturbed.db")
    for named in (undisturbed, ledger_url):
        with opened(named, make=True):
            pass
    importing = {str(path): ["import", "sipri-tiv", str(path), "--ledger"] for path in totals}
    wholes: dict[str | None, tuple[str | None, int, float]] = {None: held(undisturbed)}
    for file, words in importing.items():
        seconds = timed([*words, undisturbed], undisturbed)
        wholes[file] = held(undisturbed)
    killed = 0
    for _ in range(MOST):
        if killed == KILLS // 4 and held(ledger_url)[0] is None:
            seconds = timed([*importing[str(totals[0])], ledger_url], ledger_url)
        before = held(ledger_url)[0]
        new = next(file for file in importing if file != before)
        if killed_while_writing([*importing[new], ledger_url], ledger_url, seconds * killed / KILLS):
            killed += 1
        else:
            seconds *= FASTER
        after = held(ledger_url)
        assert after[0] in (before, new)
        assert after == wholes[after[0]], "half of an import is there"
        if killed == KILLS:
            break
    assert killed == KILLS, "the kills did not fall in the middle of the work"
    for _ in range(2):
        finished(*importing[str(totals[1])], ledger_url)
    assert contents(ledger_url) == contents(undisturbed)
