"""Rows of the flat tables: an event, a tie, a measure, with the codes that other datasets join on.

Cells are joined and aligned as in `schema.flat`. What each column holds stands in `data/columns.yaml`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from dragoman.actors import codes, label
from dragoman.exports.reports import ReportedEvent
from dragoman.exports.values import finite
from dragoman.ledger.recalled_claims import KeptClaim
from dragoman.ledger.records import Import
from dragoman.ledger.ties import CODED
from dragoman.model import Document, Event, Measure, Party, Status, Tie
from dragoman.schema import codebook
from dragoman.schema.entries import Side
from dragoman.schema.flat import Cell, joined

Cells = dict[str, Cell]
DOCUMENT = ("source", "outlet", "language", "published", "headline", "author", "views")


def event_cells(reported: ReportedEvent) -> Cells:
    """The row of an event in the table `events`."""
    event = reported.event
    return {
        "event_id": event.id,
        **_act_cells(event.type, event.mode, event.status),
        **_party_cells(event),
        **_content_cells(event),
        **_report_cells(reported),
    }


def tie_cells(tie: Tie) -> Cells:
    """The row of a tie in the table `ties`."""
    return {
        "tie_id": tie.id,
        "dataset": tie.dataset,
        "record": tie.record,
        "layer": tie.layer.value,
        **_act_cells(tie.type, tie.mode, tie.status),
        **_actor_cells("source", tie.source),
        **_actor_cells("target", tie.target),
        "directed": tie.directed,
        "start": tie.start,
        "end": tie.end,
        "weight": finite(tie.weight),
        "unit": tie.unit,
        "subject": tie.subject,
        "others": parties_cell(tie.others),
        "group": tie.group,
        "event": tie.event,
        "details": json.dumps(tie.details, ensure_ascii=False, sort_keys=True) if tie.details else None,
    }


def measure_cells(measure: Measure) -> Cells:
    """The row of a measure in the table `measures`."""
    return {
        "dataset": measure.dataset,
        "name": measure.name,
        **_actor_cells("actor", measure.actor),
        "year": measure.year,
        "value": finite(measure.value),
        "unit": measure.unit,
        "note": measure.note,
    }


def document_cells(key: str, document: Document) -> Cells:
    """The row of a document in the table `documents`."""
    return {"document": key, **{name: getattr(document, name) for name in DOCUMENT}}


def dataset_cells(held: Import) -> Cells:
    """The row of a dataset of the ledger in the table `datasets`."""
    told = held.dataset
    dated = told.name != CODED.name
    return {
        "dataset": told.name,
        "title": told.title,
        "version": told.version,
        "first_year": told.first_year if dated else None,
        "last_year": told.last_year if dated else None,
        "terms": told.terms,
        "credit": told.credit,
        "gaps": joined(told.gaps),
        "file": held.file or None,
        "imported_at": held.imported_at,
        "rows": held.rows,
        "ties": held.ties,
        "measures": held.measures,
    }


def claim_cells(claim: KeptClaim) -> Cells:
    """The row of a claim that was put to the record in the table `claims`."""
    document = claim.document
    return {
        "claim": claim.key,
        "document": document.key,
        "source": document.source,
        "outlet": document.outlet,
        "published": document.published,
        "kind": claim.kind.value,
        "type": claim.type,
        "polarity": claim.polarity.value if claim.polarity else None,
        "status": claim.status.value,
        "factbank": factbank(claim.status),
        "quoted": claim.quoted,
        "verdict": claim.verdict,
        "parties": parties_cell(claim.parties),
        "party_names": joined(label(party.actor) for party in claim.parties),
        "statements": joined(key for key, _ in claim.statements),
        "evidence": claim.words or None,
        "tested_at": claim.tested_at,
        "stale": claim.stale,
    }


def parties_cell(parties: Iterable[Party]) -> str | None:
    """Each party as `CODE:role`."""
    return joined(f"{party.actor}:{party.role}" for party in parties)


def factbank(status: Status) -> str:
    """The FactBank value of a status."""
    return codebook().factbank(status)


def _act_cells(act: str | None, mode: str | None, status: Status) -> Cells:
    book = codebook()
    plover = book.plover(act, status, mode) if act else None
    return {
        "type": act,
        "mode": mode,
        "status": status.value,
        "factbank": factbank(status),
        "plover_event": plover.event if plover else None,
        "plover_mode": plover.mode if plover else None,
        "plover_context": plover.context if plover else None,
        "cameo_root": book.cameo_root(act, status, mode) if act else None,
    }


def _actor_cells(column: str, code: str) -> Cells:
    name = f"{column}_name"
    numbers = codes(code)
    return {column: code, name: label(code), f"{column}_cow": numbers.cow, f"{column}_gw": numbers.gw}


def _party_cells(event: Event) -> Cells:
    who = event.parties
    return {
        "parties": parties_cell(who),
        "party_names": joined(label(party.actor) for party in who),
        "parties_cow": joined(codes(party.actor).cow for party in who),
        "parties_gw": joined(codes(party.actor).gw for party in who),
        "source_actors": _on_side("source", event),
        "target_actors": _on_side("target", event),
    }


def _on_side(side: Side, event: Event) -> str | None:
    book = codebook()
    return joined(dict.fromkeys(p.actor for p in event.parties if book.role_side(p.role, event.type) == side))


def _content_cells(event: Event) -> Cells:
    time = event.time
    return {
        "instrument": event.instrument,
        "time_text": time.text if time else None,
        "time_start": time.start if time else None,
        "time_end": time.end if time else None,
        "time_precision": time.precision.value if time and time.precision else None,
        "place": event.place,
    }


def _report_cells(reported: ReportedEvent) -> Cells:
    first, last = reported.span
    earliest = reported.first
    return {
        "reports": len(reported.event.statements),
        "documents": len(reported.documents),
        "outlets": len(reported.outlets),
        "outlet_names": joined(reported.outlets),
        "first_report": first,
        "last_report": last,
        "status_history": joined(f"{turn.date or '?'}={turn.status.value}" for turn in reported.event.history),
        "evidence": earliest.evidence if earliest else None,
        "evidence_source": earliest.source if earliest else None,
        "statements": joined(reported.event.statements),
    }
