"""`dragoman load`: a dataset of statements into the ledger."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli.options import LedgerAddress
from dragoman.cli.progress import Bar, bar_wanted

Made = Annotated[
    str, typer.Argument(metavar="DATASET", show_default=False, help="A folder or s3 address that `dragoman code` made.")
]


def load(dataset: Made, ledger: LedgerAddress = None) -> None:
    """Bring a dataset that `dragoman code` made into the ledger.

    Documents with statements are kept, and copies of those as further reports;
    reports of one happening become one event. Loading the same dataset again
    changes nothing, loading a grown one adds what is new; after an interruption run
    the same command again.

    \b
    Examples:
      dragoman load coded/
      dragoman load s3://bucket/coded --ledger postgresql://desk@localhost/news
    """
    from dragoman.ledger import bulk, opened
    from dragoman.scale.dataset import Dataset
    from dragoman.scale.loading import arrivals, count

    given = Dataset(dataset)
    given.made()
    seen = settled = 0
    wanted = bar_wanted(to_file=True)
    with opened(ledger, make=True) as kept:
        with Bar(count(given) if wanted else None, wanted=wanted, doing="loading") as bar:
            for done in bulk.load(kept, arrivals(given)):
                bar.advance(done - seen)
                seen = done
        with Bar(None, wanted=wanted, doing="merging") as bar:
            for done in bulk.settle(kept):
                bar.advance(done - settled)
                settled = done
        print(f"{kept.name}: {seen:,} documents seen to, {settled:,} of them new or changed")
