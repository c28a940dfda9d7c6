"""GeoJSON (RFC 7946): events as points, ties as lines between the seats of their actors.

An event lies in the capital of the state on whose soil it takes place, or else in the capitals of its parties; what
cannot be put on a map is a feature without a geometry. Lines are drawn straight from seat to seat: one that crosses the
180th meridian is not cut.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from dragoman.actors import Seat, label, seat
from dragoman.exports.dates import interval
from dragoman.exports.reports import ReportedEvent
from dragoman.exports.rows import factbank
from dragoman.exports.values import finite
from dragoman.exports.words import act_words, event_words
from dragoman.model import Dataset, Party, Tie

Feature = dict[str, object]


def feature_collection(features: Iterable[Feature], datasets: Iterable[Dataset] = ()) -> Iterator[str]:
    """The file in pieces, a feature a line; `credits` holds the credit lines of the datasets, asked for at the end."""
    yield '{"type":"FeatureCollection","features":['
    comma = "\n"
    for feature in features:
        yield comma + _dumped(feature)
        comma = ",\n"
    credits = {dataset.name: dataset.credit for dataset in datasets}
    yield f'\n],"credits":{_dumped(credits)}}}\n'


def event_feature(reported: ReportedEvent) -> Feature:
    """An event as a point, or as the points of its parties; `located` says which (`place`, `parties`)."""
    event = reported.event
    geometry, located = _event_geometry(event.place, event.parties)
    start, end = (event.time.start, event.time.end) if event.time else (None, None)
    first, last = reported.span
    return _feature(f"event:{event.id}", geometry, {
        "kind": "event", "name": event_words(event), "type": event.type, "mode": event.mode,
        "status": event.status.value, "factbank": factbank(event.status), "parties": _parties(event.parties),
        "start": start, "end": end, "place": event.place, "located": located, "instrument": event.instrument,
        "reports": len(event.statements), "outlets": list(reported.outlets), "first_report": first,
        "last_report": last, "evidence": reported.first.evidence if reported.first else None,
    })  # fmt: skip


def tie_feature(tie: Tie) -> Feature:
    """A tie as a line from its source to its target."""
    ends = [found for found in (seat(tie.source), seat(tie.target)) if found]
    geometry: Feature | None = None
    if len(ends) == 2:
        geometry = {"type": "LineString", "coordinates": [_position(end) for end in ends]}
    first, last = interval(tie.start, tie.end)
    return _feature(f"tie:{tie.id}", geometry, {
        "kind": "tie", "name": act_words(tie.type, tie.mode) if tie.type else tie.layer.value.replace("_", " "),
        "dataset": tie.dataset, "record": tie.record, "layer": tie.layer.value, "type": tie.type, "mode": tie.mode,
        "status": tie.status.value, "factbank": factbank(tie.status), "directed": tie.directed, "source": tie.source,
        "source_name": label(tie.source), "target": tie.target, "target_name": label(tie.target),
        "others": _parties(tie.others), "start": tie.start, "end": tie.end, "first_day": first, "last_day": last,
        "weight": finite(tie.weight), "unit": tie.unit, "subject": tie.subject,
        "group": tie.group, "event": tie.event, "details": tie.details,
    })  # fmt: skip


def _event_geometry(place: str | None, parties: Iterable[Party]) -> tuple[Feature | None, str | None]:
    where = seat(place) if place else None
    if where:
        return {"type": "Point", "coordinates": _position(where)}, "place"
    found = [there for code in dict.fromkeys(p.actor for p in parties) if (there := seat(code))]
    if not found:
        return None, None
    return {"type": "MultiPoint", "coordinates": [_position(there) for there in found]}, "parties"


def _feature(key: str, geometry: Feature | None, properties: Feature) -> Feature:
    return {"type": "Feature", "id": key, "geometry": geometry, "properties": properties}


def _position(of: Seat) -> list[float]:
    """Longitude before latitude, as RFC 7946 has it."""
    return [of.longitude, of.latitude]


def _parties(parties: Iterable[Party]) -> list[Feature]:
    return [{"actor": party.actor, "name": label(party.actor), "role": party.role} for party in parties]


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
