"""Our own flat table (`dragoman code --format csv` or `parquet`): the events and ties of it between two actors."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

from dragoman.datasets.coded import NOT_BETWEEN
from dragoman.datasets.reading import Reading
from dragoman.datasets.rows import Row
from dragoman.model import Layer, Party, Status, Tie
from dragoman.schema import codebook

NO_LAYER = "of a type that has no place in the network"
INFERENCE = "an inference, not an event or tie"
KEPT = {
    "evidence": "evidence",
    "url": "document_source",
    "published": "published",
    "outlet": "outlet",
    "speakers": "speakers",
    "speaker_actors": "speaker_actors",
    "matter": "matter",
    "goods": "goods",
    "confidence": "confidence",
    "coder": "coder",
}


def read(reading: Reading) -> Iterator[Tie]:
    """A tie for every pair of actors of an event or tie: source with target, or each party with each other."""
    for row in reading.rows():
        if row["kind"] == "inference":
            reading.skip(INFERENCE)
            continue
        layer = _layer(row)
        if layer is None:
            reading.skip(NO_LAYER)
            continue
        pairs, directed = _pairs(row)
        if not pairs:
            reading.skip(NOT_BETWEEN)
        for source, target in pairs:
            yield _tie(reading, row, layer, source, target, directed)


def _layer(row: Row) -> Layer | None:
    book = codebook()
    kind, mode = row.needed("type"), row.text("mode")
    if kind not in book.types or (mode and mode not in book.types[kind].modes):
        raise row.error(f"`{kind}`, `{mode or ''}` is no type and mode of the codebook", "code the texts again")
    return book.layer(kind, mode)


def _pairs(row: Row) -> tuple[list[tuple[str, str]], bool]:
    """The pairs of different actors, and whether the order says who acts."""
    sources, targets = row["source_actors"].split("|"), row["target_actors"].split("|")
    directed = [(a, b) for a, b in product(sources, targets) if a and b and a != b]
    if directed:
        return directed, True
    parties = sorted({actor for actor, role in _participants(row) if actor and role == "party"})
    return list(combinations(parties, 2)), False


def _participants(row: Row) -> list[tuple[str, str]]:
    """Actor and role of every participant (`AZE:recipient|:supplier`)."""
    parts = (part.rpartition(":") for part in row["participants"].split("|") if part)
    return [(actor, role) for actor, _, role in parts]


def _tie(reading: Reading, row: Row, layer: Layer, source: str, target: str, directed: bool) -> Tie:
    side = {role: codebook().role_side(role, row["type"]) for _, role in _participants(row)}
    third = [Party(actor=a, role=role) for a, role in _participants(row) if a and side[role] == "other"]
    start = row.text("time_start") or row.text("published")
    return reading.tie(
        record=row.needed("statement_id"),
        layer=layer,
        type=row["type"],
        mode=row.text("mode"),
        source=source,
        target=target,
        directed=directed,
        start=start[:10] if start else None,
        end=row.text("time_end") or (start[:10] if start and row["kind"] == "event" else None),
        status=Status(row.needed("status")),
        subject=row.text("instrument"),
        others=tuple(party for party in third if party.actor not in (source, target)),
        group=row["statement_id"],
        details={name: row[column] for name, column in KEPT.items()},
    )
