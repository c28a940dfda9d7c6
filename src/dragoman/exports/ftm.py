"""FollowTheMoney entities (https://followthemoney.tech, model 4), one JSON object a line, for Aleph and its kin.

A state is a PublicBody, an organisation of states an Organization, a group such as the West a LegalEntity; a document
is an Article, an event an Event with its articles as proof, a tie a Membership where somebody belongs to an
organisation and an UnknownLink (a link of a kind that the model has no schema for) otherwise. Restrictions are links as
well: the schema Sanction is a designation of persons and firms, and would mark a whole state as sanctioned.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import PurePosixPath
from typing import Literal

from dragoman.actors import label, seat
from dragoman.exports.dates import first_day, interval, known
from dragoman.exports.nodes import Node, node
from dragoman.exports.reports import ReportedEvent
from dragoman.exports.values import plain
from dragoman.exports.words import act_words, amount_words, event_words
from dragoman.model import Dataset, Document, Layer, Tie

Entity = dict[str, object]
Of = Literal["actor", "document", "event", "tie"]
_SAFE = re.compile(r"[0-9A-Za-z]([0-9A-Za-z.-]*[0-9A-Za-z])?")
_SCHEMAS = {"state": "PublicBody", "organisation": "Organization", "group": "LegalEntity", "other": "PublicBody"}


def line(entity: Entity) -> str:
    """An entity as a line of the file."""
    return json.dumps(entity, ensure_ascii=False, separators=(",", ":")) + "\n"


def entity_id(of: Of, key: str) -> str:
    """The id of an entity: letters, digits, `-` and `.`, as the model asks for; different keys have different ids."""
    safe = key if _SAFE.fullmatch(key) else f"{_slug(key)}{hashlib.sha256(key.encode()).hexdigest()[:12]}"
    return f"dragoman-{of}-{safe}"


def actor_entity(code: str) -> Entity:
    """A state, an organisation or a group."""
    of = node(code)
    country = of.iso2.lower() if of.iso2 else None
    alias = None if code == of.name else code
    values = {"name": of.name, "alias": alias, "country": country, "address": _address(of)}
    return _entity("actor", code, _SCHEMAS[of.kind], values)


def document_entity(document: Document, key: str | None = None) -> Entity:
    """A document without its text, whose rights are its publisher's. `key` is its key in the ledger, if it has one."""
    url = document.source if document.source.startswith(("http://", "https://")) else None
    language = languages().get(document.language or "")
    name = PurePosixPath(document.source).name or document.id
    return _entity("document", key or document.id, "Article", {
        "fileName": name, "title": document.headline or name, "author": document.author,
        "publisher": document.outlet, "publishedAt": _date(document.published), "sourceUrl": url, "language": language,
    })  # fmt: skip


def event_entity(reported: ReportedEvent) -> Entity:
    """An event with everybody who takes part, and the articles that it rests on."""
    event = reported.event
    start, end = (event.time.start, event.time.end) if event.time else (None, None)
    place = node(event.place) if event.place else None
    return _entity("event", event.id, "Event", {
        "name": event_words(event), "summary": event.instrument,
        "keywords": [word for word in (event.type, event.mode, event.status.value) if word],
        "involved": [entity_id("actor", party.actor) for party in event.parties],
        "organizer": [entity_id("actor", party.actor) for party in event.parties if party.role == "host"],
        "startDate": _date(start), "endDate": _date(end),
        "country": place.iso2.lower() if place and place.iso2 else None, "location": place.name if place else None,
        "description": [_quoted(r.evidence, r.outlet, r.published) for r in reported.reports],
        "proof": [entity_id("document", key) for key in reported.documents],
    })  # fmt: skip


def tie_entity(tie: Tie, dataset: Dataset | None = None) -> Entity:
    """A tie with its interval; `status` says how sure it is."""
    ends = ("member", "organization") if _is_membership(tie) else ("subject", "object")
    start, end = (tie.start, tie.end) if interval(tie.start, tie.end)[1] or not tie.end else (tie.start, None)
    details = (f"{name}: {value}" for name, value in sorted(tie.details.items()))
    others = [f"{party.role.replace('_', ' ')}: {label(party.actor)}" for party in tie.others]
    return _entity("tie", tie.id, "Membership" if _is_membership(tie) else "UnknownLink", {
        ends[0]: entity_id("actor", tie.source), ends[1]: entity_id("actor", tie.target),
        "role": act_words(tie.type, tie.mode) if tie.type else tie.layer.value.replace("_", " "),
        "status": tie.status.value, "startDate": _date(start), "endDate": _date(end),
        "summary": [text for text in (tie.subject, amount_words(tie.weight, tie.unit)) if text],
        "description": [*others, *details, *([dataset.credit] if dataset else [])],
        "recordId": tie.record, "publisher": dataset.title if dataset else tie.dataset,
    })  # fmt: skip


@cache
def languages() -> Mapping[str, str]:
    """ISO 639-3 codes by ISO 639-1, of the languages that news is likely to be in."""
    table = (files("dragoman.exports") / "data" / "languages.tsv").read_text(encoding="utf-8")
    return dict(row.split("\t") for row in table.splitlines()[1:])


def _is_membership(tie: Tie) -> bool:
    return tie.layer is Layer.membership and node(tie.target).kind == "organisation"


def _entity(of: Of, key: str, schema: str, values: Mapping[str, str | list[str] | None]) -> Entity:
    properties: dict[str, list[str]] = {}
    for name, value in values.items():
        texts = value if isinstance(value, list) else [value] if value else []
        clean = dict.fromkeys(text for text in (plain(text).strip() for text in texts) if text)
        if clean:
            properties[name] = list(clean)
    return {"id": entity_id(of, key), "schema": schema, "properties": properties}


def _slug(key: str) -> str:
    """The part of a key that an id can hold, with a `-` at its end; empty where there is none."""
    found = re.sub(r"[^0-9A-Za-z]+", "-", key).strip("-")[:60]
    return f"{found}-" if found else ""


def _date(text: str | None) -> str | None:
    """The date as far as it is known, to the day; the model has no years but 1000 to 2999."""
    length = {1: 4, 2: 7, 3: 10}
    parts = known(text)
    day = first_day(text)
    return day[: length[len(parts)]] if day and 1000 <= parts[0] <= 2999 else None


def _address(of: Node) -> str | None:
    place = seat(of.code)
    return place.place if place else None


def _quoted(words: str, outlet: str | None, published: str | None) -> str:
    told = ", ".join(part for part in (outlet, published) if part)
    return f"«{words}» ({told})" if told else f"«{words}»"
