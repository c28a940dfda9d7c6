"""A document arrives: what is known already is only noted; the rest is coded, then stored. For every door alike.

The coding, which takes seconds, is done before the ledger is held.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from dragoman.coding import coder, coding_of
from dragoman.languages import supported
from dragoman.ledger import adding
from dragoman.ledger.adding import Added, Arrival
from dragoman.ledger.documents import Address
from dragoman.ledger.opening import Ledger
from dragoman.model import Document

NO_CODER = "none"
"""The coder of a document whose language cannot be read."""


def arrive(ledger: Ledger, document: Document, address: Address, coding: Callable[[], None] = lambda: None) -> Added:
    """Code and store a document, found at `address`; `coding` is called before the part that takes long.

    Raises LedgerError.
    """
    with ledger.reading() as connection:
        seen = adding.is_kept(connection, document)
    if seen:
        with ledger.writing() as connection:
            return adding.add_seen(connection, document, address)
    coding()
    made = coding_of(document)
    language = made.document.language
    name = coder(language).name if language in supported() else NO_CODER
    with ledger.writing() as connection:
        return adding.add(connection, Arrival(made, address, name))


def address_of(source: str) -> Address:
    """What a document is kept under: a web address without its fragment, the whole path of a file, nothing for `-`."""
    if source == "-":
        return None
    if source.partition(":")[0].lower() in ("http", "https"):
        return source.partition("#")[0]
    return str(Path(source).resolve())
