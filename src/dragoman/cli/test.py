"""`dragoman test`: what the ledger's documents claim is put to the record again."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.options import LedgerAddress
from dragoman.cli.progress import Bar, bar_wanted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.ledger import Ledger

Every = Annotated[bool, typer.Option("--all", help="Also the documents whose test still holds.")]


def test(ledger: LedgerAddress = None, every: Every = False) -> None:
    """Put what the ledger's documents claim to its datasets.

    A document is tested when it is added. Its test is stale once a dataset came,
    changed or went, and once a reviewer judged one of its statements: those
    documents, and those that were never tested, are tested now. After an
    interruption run it again, it goes on where it was. What other articles report
    counts as it was on the day of the test; --all asks again.

    \b
    Examples:
      dragoman test
      dragoman test --all --ledger news.db
    """
    from dragoman.ledger import findings, imports, opened

    with opened(ledger) as kept:
        with kept.reading() as connection:
            keys = findings.waiting(connection, imports.state(connection), every=every)
        count = put_to_record(kept, keys)
    told = ", ".join(f"{number} {verdict.replace('_', ' ')}" for verdict, number in count.most_common())
    documents = "1 document" if len(keys) == 1 else f"{len(keys)} documents"
    print(f"{kept.name}: {documents} tested, {count.total()} claims" + (f": {told}" if told else ""))


def put_to_record(ledger: Ledger, keys: Sequence[str]) -> Counter[str]:
    """Test these documents, with a bar; how many claims have which verdict."""
    from dragoman.findings.testing import tested

    count = Counter[str]()
    with Bar(len(keys), wanted=bar_wanted(to_file=True), doing="testing") as bar:
        for one in tested(ledger, keys):
            count.update(claim.verdict for claim in one.found)
            bar.advance()
    return count
