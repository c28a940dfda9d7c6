"""Documents: kept once by content, found at addresses, with their copies and their versions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

from sqlalchemy import Connection, Row, Text, bindparam, delete, func, select, update

from dragoman.events import Signed, are_copies, band_keys, signature
from dragoman.languages import lemmas
from dragoman.ledger.finding_tables import findings, tests
from dragoman.ledger.prepared import Prepared
from dragoman.ledger.rows import document_of, document_row, now, put
from dragoman.ledger.statements import in_parts
from dragoman.ledger.tables import addresses, bands, documents, signatures, words
from dragoman.model import Document

Address = str | None
"""Where a document was found; None for standard input."""
WHOLE = tuple(documents.c[name] for name in Document.model_fields)
"""A document, in the order of its fields."""
ABOUT = tuple(documents.c[name] for name in Document.model_fields if name != "text")
"""All of a document but its text."""


def kept(connection: Connection, keys: Iterable[str]) -> set[str]:
    """Those of these documents that are in the ledger."""
    found: set[str] = set()
    for some in in_parts(keys):
        found |= set(connection.execute(select(documents.c.key).where(documents.c.key.in_(some))).scalars())
    return found


def current(connection: Connection, keys: Iterable[str]) -> set[str]:
    """Those of these documents that are the current version of a page."""
    found: set[str] = set()
    for some in in_parts(keys):
        asked = select(documents.c.key).where(documents.c.key.in_(some), documents.c.current)
        found |= set(connection.execute(asked).scalars())
    return found


def load(connection: Connection, key: str) -> Document | None:
    """The document of a key."""
    row = connection.execute(select(*WHOLE).where(documents.c.key == key)).first()
    return document_of(row) if row else None


def about(connection: Connection, keys: Sequence[str]) -> dict[str, Document]:
    """The documents of these keys, as many as fit one query, in the order in which they came; without their text."""
    asked = select(documents.c.key, *ABOUT).where(documents.c.key.in_(keys)).order_by(documents.c.number)
    return {row.key: about_of(row) for row in connection.execute(asked)}


def about_of(row: Row[Any]) -> Document:
    """The Document of a row that has the columns ABOUT, with an empty text."""
    told = {column.name: getattr(row, column.name) for column in ABOUT}
    return Document(**told, text="")


def published(connection: Connection) -> tuple[int, str | None, str | None]:
    """How many current documents there are, and when the first and the last of them were published."""
    day = documents.c.published
    asked = select(func.count(), func.min(day), func.max(day)).where(documents.c.current)
    number, first, last = connection.execute(asked).one()
    return number, first, last


def insert(connection: Connection, new: Sequence[tuple[str, Document]]) -> None:
    """Store documents, with their keys, that are not there yet: the text, its lemmas, and what tells its copies."""
    first = (connection.execute(select(func.max(documents.c.number))).scalar() or 0) + 1
    moment = now()
    numbered = list(enumerate(new, first))
    put(connection, documents, (document_row(d, key, number, moment) for number, (key, d) in numbered))
    put(connection, words, ({"number": n, "document": key, "lemmas": lemmatised(d)} for n, (key, d) in numbered))
    signed = [(key, signature(document.text)) for key, document in new]
    put(connection, signatures, ({"document": key, "signature": made} for key, made in signed))
    put(connection, bands, ({"band": band, "document": key} for key, made in signed for band in set(band_keys(made))))


def lemmatised(document: Document) -> str:
    """What the full text of a document is found by."""
    told = "\n".join(part for part in (document.headline, document.text) if part)
    return " ".join(lemmas(told, document.language))


def index(connection: Connection, key: str, document: Document) -> None:
    """Write the lemmas of a document that is kept anew: a newer version may read its words otherwise."""
    connection.execute(update(words).where(words.c.document == key).values(lemmas=lemmatised(document)))


def found_at(connection: Connection, at: Sequence[tuple[str, Address]]) -> dict[str, str]:
    """Keep that documents (by key) were found at these addresses; which of them replaced which document.

    Another content at the same address is a new version; the one before it stays, no longer current unless another
    address still shows it.
    """
    replaced: dict[str, str] = {}
    latest = _latest(connection, [address for _, address in at if address])
    rows: list[dict[str, Any]] = []
    moment = now()
    for key, address in at:
        version, shown = latest.get(address or "", (0, None))
        if address is None or shown == key:
            continue
        rows.append({"address": address, "version": version + 1, "document": key, "read_at": moment})
        latest[address] = (version + 1, key)
        if shown is not None:
            replaced[key] = shown
    put(connection, addresses, rows)
    for key in {*replaced, *replaced.values()}:
        _settle(connection, key)
    return replaced


def _latest(connection: Connection, asked: Iterable[str]) -> dict[str, tuple[int, str | None]]:
    """The last version at each of these addresses, and its document."""
    found: dict[str, tuple[int, str | None]] = {}
    for some in in_parts(asked):
        chosen = select(addresses.c.address, addresses.c.version, addresses.c.document)
        rows = connection.execute(chosen.where(addresses.c.address.in_(some)).order_by(addresses.c.version))
        found.update((row.address, (row.version, row.document)) for row in rows)
    return found


def _settle(connection: Connection, key: str) -> None:
    """Say whether a document is current: it is while one of its addresses shows it as its last version.

    Its statements then wait to be merged anew. What is current no more claims nothing.
    """
    mine = select(addresses.c.address).where(addresses.c.document == key)
    shown = _latest(connection, connection.execute(mine).scalars().all())
    current = any(document == key for _, document in shown.values())
    connection.execute(update(documents).where(documents.c.key == key).values(current=current, merged=False))
    for table in (findings, tests) if not current else ():
        connection.execute(delete(table).where(table.c.document == key))


def addresses_of(connection: Connection, key: str) -> list[str]:
    """Where a document was found, in the order of finding."""
    asked = select(addresses.c.address).where(addresses.c.document == key).order_by(addresses.c.read_at)
    return list(dict.fromkeys(connection.execute(asked).scalars()))


def group(connection: Connection, key: str) -> set[str]:
    """Put a document into the group of its copies, named by its smallest key; the documents whose group changed."""
    known = (
        select(signatures.c.document, signatures.c.signature, documents.c.published, documents.c.copy_group)
        .join(documents, documents.c.key == signatures.c.document)
    )  # fmt: skip
    own = connection.execute(known.where(signatures.c.document == key)).first()
    if own is None:
        return set()
    shared = select(bands.c.band).where(bands.c.document == key)
    near = select(bands.c.document).where(bands.c.band.in_(shared), bands.c.document != key).distinct()
    rows = connection.execute(known.where(signatures.c.document.in_(near)))
    copies = [row for row in rows if are_copies(_signed(own), _signed(row))]
    if not copies:
        return set()
    keys = {key, *(row.document for row in copies)}
    groups = {row.copy_group for row in copies if row.copy_group}
    if groups:
        keys |= set(connection.execute(select(documents.c.key).where(documents.c.copy_group.in_(groups))).scalars())
    name = min(keys)
    different = documents.c.copy_group.is_distinct_from(name)
    asked_changed = select(documents.c.key).where(documents.c.key.in_(keys), different)
    changed = set(connection.execute(asked_changed).scalars())
    connection.execute(update(documents).where(documents.c.key.in_(changed)).values(copy_group=name))
    return changed


def _signed(row: Any) -> Signed:
    return Signed(row.document, row.signature, row.published)


def copies_of(connection: Connection, keys: Sequence[str]) -> list[str]:
    """The keys of the other documents that are copies of the text of one of these."""
    found = (_COPIES.scalars(connection, {"keys": some}) for some in in_parts(keys))
    return [key for key in dict.fromkeys(chain.from_iterable(found)) if key not in keys]


_KEYS = bindparam("keys", type_=Text, expanding=True)
_GROUPS = select(documents.c.copy_group).where(documents.c.key.in_(_KEYS), documents.c.copy_group.is_not(None))
_COPIES = Prepared(select(documents.c.key).where(documents.c.copy_group.in_(_GROUPS)).order_by(documents.c.number))
