"""`dragoman recode`: the ledger's documents read again by the coder of this version."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli.options import LedgerAddress
from dragoman.cli.progress import Bar, bar_wanted

Every = Annotated[bool, typer.Option("--all", help="Also the documents that this version has read already.")]


def recode(ledger: LedgerAddress = None, every: Every = False) -> None:
    """Code the ledger's documents again with the coder of this version.

    Reviewers' judgements hold: what was accepted or corrected stays, what was
    rejected stays rejected when it is found again. After an interruption run it
    again, it goes on where it was.

    \b
    Examples:
      dragoman recode
      dragoman recode --all --ledger news.db
    """
    from dragoman.coding import code, coder
    from dragoman.languages import supported
    from dragoman.ledger import adding, documents, opened

    coders = {language: coder(language).name for language in supported()}
    with opened(ledger) as kept:
        with kept.reading() as connection:
            keys = adding.stale(connection, coders, every=every)
        statements = 0
        with Bar(len(keys), wanted=bar_wanted(to_file=True)) as bar:
            for key in keys:
                with kept.reading() as connection:
                    document = documents.load(connection, key)
                if document is not None:
                    coding = code(document)
                    with kept.writing() as connection:
                        added = adding.recode(connection, key, coding, coder=coders[document.language or ""])
                    statements += added.statements
                bar.advance()
    print(f"{kept.name}: {len(keys)} documents coded again, {statements} statements")
