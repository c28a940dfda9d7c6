"""The flat table: one row a statement, for CSV and Parquet, with the codes that other datasets join on.

Columns that hold one value a participant (`participants`, `participants_cow`, `participants_gw`) are aligned: their
parts are separated by `|`, in order of mention, and a part is empty where there is no code.

The PLOVER and CAMEO columns name the act that is spoken of, whatever its status: a reader who wants what took place
keeps the rows whose `status` is `happened` or `ongoing`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from dragoman.model import Coding, Document, Goods, Statement
from dragoman.schema.book import Codebook
from dragoman.schema.entries import Side
from dragoman.schema.load import codebook

Cell = str | int | float | None
StateCodes = Callable[[str], tuple[int | None, int | None]]
"""Correlates of War and Gleditsch-Ward number of a state given by ISO 3166-1 alpha-3; None for what is no state."""

FLAT_COLUMNS: tuple[str, ...] = (
    "document_id", "document_source", "outlet", "language", "published", "headline", "author", "views",
    "statement_id", "kind", "type", "mode", "status", "polarity",
    "factbank", "plover_event", "plover_mode", "plover_context", "cameo_root",
    "participants", "participants_cow", "participants_gw", "surfaces", "offices", "persons",
    "source_actors", "target_actors",
    "instrument", "matter", "goods", "time_text", "time_start", "time_end", "time_precision", "place",
    "speakers", "speaker_actors",
    "evidence_start", "evidence_end", "evidence", "trigger_start", "trigger_end", "confidence", "coder", "rule",
)  # fmt: skip
"""The columns in their order: a reader of the table may rely on it."""


def flat_rows(coding: Coding, codes: StateCodes) -> list[dict[str, Cell]]:
    """A row for every statement of `coding`, with the keys of FLAT_COLUMNS in that order; no statement, no row."""
    book = codebook()
    head = _document_cells(coding.document)
    rows: list[dict[str, Cell]] = []
    for statement in coding.statements:
        cells = {
            **head,
            **_type_cells(statement, book),
            **_participant_cells(statement, codes, book),
            **_content_cells(statement),
            **_provenance_cells(statement),
        }
        rows.append({column: cells[column] for column in FLAT_COLUMNS})
    return rows


def _document_cells(document: Document) -> dict[str, Cell]:
    return {
        "document_id": document.id,
        "document_source": document.source,
        "outlet": document.outlet,
        "language": document.language,
        "published": document.published,
        "headline": document.headline,
        "author": document.author,
        "views": document.views,
    }


def _type_cells(statement: Statement, book: Codebook) -> dict[str, Cell]:
    plover = book.plover(statement.type, statement.status, statement.mode)
    return {
        "statement_id": statement.id,
        "kind": statement.kind.value,
        "type": statement.type,
        "mode": statement.mode,
        "status": statement.status.value,
        "polarity": statement.polarity.value if statement.polarity else None,
        "factbank": book.factbank(statement.status),
        "plover_event": plover.event if plover else None,
        "plover_mode": plover.mode if plover else None,
        "plover_context": plover.context if plover else None,
        "cameo_root": book.cameo_root(statement.type, statement.status, statement.mode),
    }


def _participant_cells(statement: Statement, codes: StateCodes, book: Codebook) -> dict[str, Cell]:
    who = statement.participants
    numbers = [codes(p.actor) if p.actor else (None, None) for p in who]
    return {
        "participants": joined(f"{p.actor or ''}:{p.role}" for p in who),
        "participants_cow": joined(cow for cow, _ in numbers),
        "participants_gw": joined(gw for _, gw in numbers),
        "surfaces": joined(p.surface for p in who),
        "offices": joined(p.office for p in who),
        "persons": joined(p.person for p in who),
        "source_actors": _on_side("source", statement, book),
        "target_actors": _on_side("target", statement, book),
    }


def _on_side(side: Side, statement: Statement, book: Codebook) -> str | None:
    """The actors on one side of the dyad, each once."""
    found = (p.actor for p in statement.participants if book.role_side(p.role, statement.type) == side)
    return joined(dict.fromkeys(actor for actor in found if actor))


def _content_cells(statement: Statement) -> dict[str, Cell]:
    time = statement.time
    return {
        "instrument": statement.instrument,
        "matter": joined(statement.matter),
        "goods": joined(_goods_text(goods) for goods in statement.goods),
        "time_text": time.text if time else None,
        "time_start": time.start if time else None,
        "time_end": time.end if time else None,
        "time_precision": time.precision.value if time and time.precision else None,
        "place": statement.place,
    }


def _provenance_cells(statement: Statement) -> dict[str, Cell]:
    return {
        "speakers": joined(a.speaker for a in statement.attribution),
        "speaker_actors": joined(a.actor for a in statement.attribution),
        "evidence_start": statement.evidence.start,
        "evidence_end": statement.evidence.end,
        "evidence": statement.evidence.text,
        "trigger_start": statement.cues.trigger[0],
        "trigger_end": statement.cues.trigger[1],
        "confidence": statement.confidence,
        "coder": statement.coder,
        "rule": statement.rule,
    }


def _goods_text(goods: Goods) -> str:
    """`designation × number = value currency`, as far as it is known."""
    number = f" × {goods.number:.15g}" if goods.number is not None else ""
    value = f" = {goods.value:.15g} {goods.currency or ''}".rstrip() if goods.value is not None else ""
    return f"{goods.designation}{number}{value}"


def joined(parts: Iterable[str | int | None]) -> str | None:
    """The parts with `|` between them (a `|` inside a part becomes `/`); None when all of them are empty."""
    texts = ["" if part is None else str(part).replace("|", "/") for part in parts]
    return "|".join(texts) if any(texts) else None
