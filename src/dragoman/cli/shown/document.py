"""The record of a document as text."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.cli.columns import listed, wrapped
from dragoman.cli.shown import parts
from dragoman.cli.shown.parts import Short, section
from dragoman.ledger.records import DocumentRecord, Kept, Reading, Sighting


def document_lines(record: DocumentRecord, short: Short) -> Iterator[str]:
    """What it is, where it was found, what it says, what it has to do with."""
    document = record.document
    yield from wrapped(document.headline or document.source)
    yield f"document {record.key}"
    yield from parts.fields(
        {
            "outlet": document.outlet or "",
            "author": document.author or "",
            "published": document.published or "",
            "language": document.language or "",
            "source": document.source,
            "length": f"{len(document.text):,} characters",
            "kept since": record.read_at,
            "version": "" if record.current else "an older one: its statements count no more",
        }
    )
    yield from section("FOUND AT", listed(_sighting(one, record.key, short) for one in record.sightings))
    yield from section("READ BY", listed(map(_reading, record.readings)))
    yield from section("WHAT IT SAYS", _statements(record, short))
    yield from section("EVENTS", parts.events(record.events, short))
    yield from section("REVIEWED", parts.judgements(record.judgements, short))
    yield from section("RELATED DOCUMENTS", parts.documents(record.related, short))


def _sighting(one: Sighting, key: str, short: Short) -> str:
    newer = "" if one.latest == key else f"; replaced there by {short(one.latest)}"
    return f"{one.address}, version {one.version}, {one.read_at[:10]}{newer}"


def _reading(one: Reading) -> str:
    number = "1 statement" if one.statements == 1 else f"{one.statements} statements"
    return f"{one.coder}, {one.coded_at[:10]}: {number}" + (f" ({one.note})" if one.note else "")


def _statements(record: DocumentRecord, short: Short) -> Iterator[str]:
    for kept in record.statements:
        yield from _statement(kept, record.document.published, short)


def _statement(kept: Kept, published: str | None, short: Short) -> Iterator[str]:
    indent = " " * 8
    ruled = parts.ruled(kept)
    told = f"{parts.sentence(kept, published)} [{parts.status(kept.statement.status)}{f', {ruled}' if ruled else ''}]"
    yield from wrapped(told, first=f"{short(kept.key):<8}", rest=indent)
    yield from wrapped(f"«{kept.statement.evidence.text}»", first=indent, rest=indent)
