"""`dragoman add`: articles into the ledger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import typer

from dragoman.cli.codings import expected
from dragoman.cli.failures import EXIT_CODE, Failures
from dragoman.cli.options import AllowPrivate, LedgerAddress, Sources
from dragoman.cli.progress import Bar, bar_wanted
from dragoman.cli.test import put_to_record

if TYPE_CHECKING:
    from dragoman.ledger import Ledger
    from dragoman.model import Document


def add(sources: Sources, ledger: LedgerAddress = None, allow_private: AllowPrivate = False) -> None:
    """Read and code articles, and keep them in the ledger.

    What was seen before, at the same address or with the same content, is not
    stored twice; a page that changed since becomes a new version of it. Reports of
    one happening become one event. Each document is stored as a whole or not at
    all: after an interruption run the same command again, it goes on where it was.
    At the end what was not yet is put to the datasets of the ledger (`dragoman test`).

    \b
    Examples:
      dragoman add article.txt https://example.org/news/1.html
      dragoman add pages/*.html --ledger news.db
      dragoman add rows.jsonl --ledger postgresql://desk@localhost/news
    """
    from dragoman.ledger import opened
    from dragoman.ledger.arriving import arrive

    failures = Failures()
    with opened(ledger, make=True) as kept, Bar(expected(sources), wanted=bar_wanted(to_file=True)) as bar:
        count, given = Counter[str](), list[str]()
        for document, address in _documents(sources, failures, allow_private=allow_private):
            with failures.of(document.source):
                added = arrive(kept, document, address)
                count[added.outcome.value] += 1
                count["statements"] += added.statements
                given.append(added.key)
            bar.advance()
        # What an interrupted run stored and did not come to test is tested now.
        untested = _untested(kept, given)
        if untested:
            count["claims"] = put_to_record(kept, untested).total()
    _tell(count, kept.name)
    if failures.count and not count:
        raise typer.Exit(EXIT_CODE)
    failures.close()


def _untested(ledger: Ledger, given: Sequence[str]) -> list[str]:
    """Those of the documents whose claims have not been put to the record as it is."""
    from dragoman.ledger import findings, imports

    with ledger.reading() as connection:
        waiting = set(findings.waiting(connection, imports.state(connection)))
    return [key for key in dict.fromkeys(given) if key in waiting]


def _documents(
    sources: Sequence[str], failures: Failures, *, allow_private: bool
) -> Iterator[tuple[Document, str | None]]:
    """Every document of the sources with the address that it is kept under; what fails is told and passed over."""
    from dragoman.ledger.arriving import address_of
    from dragoman.sources import RowError, is_rows, read, read_rows

    for source in sources:
        with failures.of(source):
            if not is_rows(source):
                yield read(source, allow_private=allow_private), address_of(source)
                continue
            for row in read_rows(source):
                if isinstance(row, RowError):
                    failures.add(row.line)
                else:
                    yield row, _address_of_row(row, source)


def _address_of_row(row: Document, source: str) -> str | None:
    from dragoman.ledger.arriving import address_of

    if row.source.startswith(("http://", "https://")):
        return address_of(row.source)
    return f"{address_of(source)}#{row.id}" if source != "-" else f"#{row.id}"


def _tell(count: Counter[str], name: str) -> None:
    statements, claims = count.pop("statements", 0), count.pop("claims", 0)
    parts = [f"{number} {outcome}" for outcome, number in sorted(count.items())]
    if parts:
        print(f"{name}: {', '.join(parts)}; {statements} statements stored, {claims} claims tested")
