"""Two that write and one that reads, for a minute, as programs of their own: nobody sees an error, counts add up."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from sqlalchemy import func, select

from dragoman.ledger import opened
from dragoman.ledger.tables import documents, event_statements, events, statements

pytestmark = pytest.mark.slow
SECONDS = 60
HERE = Path(__file__).resolve().parent

WRITER = """
import sys, time
sys.path.insert(0, sys.argv[4])
from made import CODER, coding, statement
from dragoman.ledger import adding, opened

name, who, until = sys.argv[1], int(sys.argv[2]), time.monotonic() + float(sys.argv[3])
states = ["KAZ", "MNG", "KGZ", "UZB", "TJK", "AZE", "GEO", "ARM"]
count = 0
with opened(name, make=True) as ledger:
    while time.monotonic() < until:
        a, b = states[count % 8], states[(count // 8 + count % 8 + 1) % 8]
        a, b = (a, b) if a != b else ("TUR", b)
        text = f"Writer {who} says in report {count}: the ministers of {a} and {b} met."
        day = f"20{10 + count % 14}-{1 + count // 14 % 12:02}-{1 + count % 28:02}"
        made = coding(text, statement(text, actors=(a, b), day=day), published=day)
        with ledger.writing() as connection:
            adding.add(connection, adding.Arrival(made, f"https://n.example/{who}/{count}", CODER))
        count += 1
print(count)
"""
READER = """
import sys, time
from sqlalchemy import func, select
from dragoman.ledger import opened
from dragoman.ledger.tables import documents, statements

name, until, reads = sys.argv[1], time.monotonic() + float(sys.argv[3]), 0
with opened(name, make=True) as ledger:
    while time.monotonic() < until:
        with ledger.reading() as connection:
            texts = connection.execute(select(func.count()).select_from(documents)).scalar_one()
            said = connection.execute(select(func.count()).select_from(statements)).scalar_one()
        assert texts == said, (texts, said)
        reads += 1
print(reads)
"""


def program(code: str, *words: str) -> subprocess.Popen[str]:
    line = [sys.executable, "-c", textwrap.dedent(code), *words]
    return subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_two_writers_and_a_reader(ledger_url: str) -> None:
    running = [program(WRITER, ledger_url, str(who), str(SECONDS), str(HERE)) for who in (1, 2)]
    running.append(program(READER, ledger_url, "0", str(SECONDS)))
    said = [process.communicate(timeout=SECONDS * 4) for process in running]
    assert [process.returncode for process in running] == [0, 0, 0], [error for _, error in said]
    first, second, reads = (int(out) for out, _ in said)
    assert min(first, second, reads) > 0
    with opened(ledger_url) as ledger, ledger.reading() as connection:
        for table in (documents, statements, event_statements):
            assert connection.execute(select(func.count()).select_from(table)).scalar_one() == first + second
        assert connection.execute(select(func.sum(events.c.reports))).scalar_one() == first + second
