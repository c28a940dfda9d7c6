"""From rows of ties to columns: texts become numbers part by part, and are never held whole."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from dragoman.model import Party, Tie
from dragoman.network.arrays import Flags, Floats, Ints
from dragoman.network.coded import Coded, Coder, as_listed
from dragoman.network.columns import LAYERS, STATUSES, Columns
from dragoman.network.days import NEVER, day, final_day
from dragoman.network.settings import idle_modes

CODED = (
    "dataset", "layer", "type", "mode", "source", "target", "start", "end", "status", "unit", "subject", "group",
    "event",
)  # fmt: skip
WHOLE = ("id", "others", "details")
FIELDS = (*CODED, *WHOLE, "directed", "weight")
"""What a row holds, in this order. `others` (`[["KOR", "origin"]]`) and `details` are JSON; the details of ties without
third actors are not needed.
"""
CHUNK = 10_000
"""Rows that are read at once: nothing else runs while they become columns, so that they are few."""
Cells = Sequence[Any]


def of_rows(parts: Iterable[Sequence[Cells]]) -> Columns:
    """The columns of rows with FIELDS as cells, that come some thousands at a time; in the order of their ids."""
    coders = {name: Coder() for name in CODED}
    chunks: dict[str, list[Any]] = {name: [] for name in WHOLE}
    directed: list[Flags] = [np.zeros(0, np.bool_)]
    weights: list[Floats] = [np.zeros(0)]
    for part in parts:
        held = dict(zip(FIELDS, zip(*part, strict=True), strict=True))
        for name, coder in coders.items():
            coder.add(held[name])
        for name, found in chunks.items():
            found.append(pa.array(held[name], pa.string()))
        directed.append(np.array(held["directed"], np.bool_))
        weights.append(np.array(held["weight"], np.float64))
    order = pc.sort_indices(pa.chunked_array(chunks["id"], pa.string()))
    places = order.to_numpy()
    whole = {name: pa.chunked_array(chunks.pop(name), pa.string()).take(order).combine_chunks() for name in WHOLE}
    texts = {name: coder.coded(places) for name, coder in coders.items()}
    return _columns(whole, texts, np.concatenate(directed)[places], np.concatenate(weights)[places])


def of_ties(ties: Iterable[Tie]) -> Columns:
    """The columns of ties."""
    rest = map(cells, ties)
    return of_rows(iter(lambda: list(islice(rest, CHUNK)), []))


def cells(tie: Tie) -> Cells:
    """A tie as the cells of a row."""
    others = json.dumps([[party.actor, party.role] for party in tie.others]) if tie.others else None
    return (
        *(getattr(tie, name) for name in CODED), tie.id, others, json.dumps(tie.details) if tie.others else None,
        tie.directed, tie.weight,
    )  # fmt: skip


def _columns(whole: dict[str, Any], texts: dict[str, Coded], directed: Flags, weight: Floats) -> Columns:
    source, target = texts["source"], texts["target"]
    actors = tuple(sorted({*source.names, *target.names}))
    first, begun, last, closing = _interval(texts["start"], texts["end"])
    return Columns(
        id=whole["id"],
        dataset=texts["dataset"],
        layer=as_listed(texts["layer"], [layer.value for layer in LAYERS]),
        type=texts["type"],
        mode=texts["mode"],
        actors=actors,
        source=as_listed(source, actors),
        target=as_listed(target, actors),
        directed=directed,
        start=texts["start"],
        end=texts["end"],
        first=first,
        begun=begun,
        last=last,
        closing=closing,
        status=as_listed(texts["status"], [status.value for status in STATUSES]),
        weight=weight,
        unit=texts["unit"],
        subject=texts["subject"],
        others={row: _parties(text) for row, text in _filled(whole["others"])},
        event=texts["event"],
        thing=_things(texts["dataset"], texts["group"], texts["event"]),
        comment={row: told for row, text in _filled(whole["details"]) if (told := json.loads(text).get("comment"))},
        holds=_holding(texts["type"], texts["mode"]),
    )


def _interval(start: Coded, end: Coded) -> tuple[Ints, Ints, Ints, Ints]:
    """First day, last day of the beginning, last day of all, first day of the end. An end before the start is a slip:
    it is left open.
    """
    first = np.array([*map(day, start.names), NEVER], np.int32)[start.codes]
    begun = np.array([*map(final_day, start.names), NEVER], np.int32)[start.codes]
    last = np.array([*map(final_day, end.names), NEVER], np.int32)[end.codes]
    closing = np.array([*map(day, end.names), NEVER], np.int32)[end.codes]
    slip = last < first
    last, closing = (np.where(slip, NEVER, days).astype(np.int32) for days in (last, closing))
    return first, begun, last, np.maximum(closing, first)


def _filled(column: Any) -> Iterable[tuple[int, str]]:
    """The rows that have a text, with it."""
    rows = np.flatnonzero(column.is_valid().to_numpy(zero_copy_only=False))
    return zip(rows.tolist(), column.take(rows).to_pylist(), strict=True)


def _parties(text: str) -> tuple[Party, ...]:
    return tuple(Party(actor=actor, role=role) for actor, role in json.loads(text))


def _things(dataset: Coded, group: Coded, event: Coded) -> Ints:
    """A number for each thing: that of the event, of the group in its dataset, or the row's own."""
    rows = np.arange(len(group.codes), dtype=np.int64)
    sets = max(len(dataset.names), 1)
    groups = len(rows) + group.codes.astype(np.int64) * sets + dataset.codes
    events = len(rows) + len(group.names) * sets + event.codes
    found = np.where(event.codes >= 0, events, np.where(group.codes >= 0, groups, rows))
    return np.unique(found, return_inverse=True)[1].astype(np.int32)


def _holding(type: Coded, mode: Coded) -> Flags:
    holds = np.ones(len(type.codes), np.bool_)
    for name, modes in idle_modes().items():
        holds &= ~((type.codes == type.code(name)) & np.isin(mode.codes, mode.codes_of(modes)))
    return holds
