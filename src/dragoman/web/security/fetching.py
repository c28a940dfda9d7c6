"""Fetching a page for a visitor: by the rules of the sources' room, so many in a while, each in the audit log.

From an address on this machine or in a private network nothing is fetched, after every redirect and every answer of a
name server, whoever asks: the app may stand where others than its visitor cannot reach. The command line can, with
`--allow-private`.
"""

from __future__ import annotations

from dragoman.errors import SourceRefused
from dragoman.ledger import Ledger
from dragoman.ledger.rates import take_fetch
from dragoman.model import Document
from dragoman.sources import read
from dragoman.sources.reader import SCHEME
from dragoman.web.security.visitors import Visitor


def fetched(ledger: Ledger, by: Visitor, address: str) -> Document:
    """The article at an http(s) address. Raises TooOften, and SourceError by kind.

    What is no address is refused, never looked up as a file of this machine.
    """
    scheme = SCHEME.match(address)
    if scheme is None or scheme[1].lower() not in ("http", "https"):
        raise SourceRefused("not the address of a page", source=address, advice="give one that begins with https://")
    with ledger.noting() as connection:
        take_fetch(connection, by.person, address)
    return read(address)
