"""What an Event, or a standing relation that a text states, says of two actors: Ties of the dataset `coded`."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from dragoman.model import Event, Kind, Layer, Party, Statement, Status, Tie, Time
from dragoman.schema import codebook

CODED = "coded"
"""The dataset that these ties belong to."""

LASTING = frozenset({
    Layer.agreement, Layer.alliance, Layer.membership, Layer.intelligence, Layer.licensed_production,
    Layer.co_production, Layer.basing, Layer.restriction,
})  # fmt: skip
"""Layers whose ties begin with their event and have no known end; a tie of any other lasts as long as its event."""


@dataclass(slots=True, frozen=True)
class Pair:
    """Two of those who take part. Where `directed`, the first acts and the second is acted upon."""

    source: str
    target: str
    directed: bool


def pairs(parties: Iterable[Party], of_type: str) -> tuple[tuple[Pair, ...], tuple[Party, ...]]:
    """Who is tied to whom, and those who stand beside them (the origin of a design, the host of an exercise).

    Each who acts is tied to each who is acted upon; of equals, every two.
    """
    sides: dict[str, list[str]] = {"source": [], "target": [], "party": []}
    others: list[Party] = []
    for party in parties:
        side = codebook().role_side(party.role, of_type)
        if side in sides:
            sides[side].append(party.actor)
        else:
            others.append(party)
    directed = [Pair(a, b, True) for a, b in product(sides["source"], sides["target"]) if a != b]
    equals = [Pair(a, b, False) for a, b in combinations(sorted(set(sides["party"])), 2)]
    return tuple(dict.fromkeys((*directed, *equals))), tuple(dict.fromkeys(others))


def ties_of(event: Event) -> list[Tie]:
    """The ties of an Event, none where its type has no layer or only one party is known."""
    layer = codebook().layer(event.type, event.mode)
    reported = next((turn.date for turn in event.history if turn.date), None)
    if layer is None:
        return []
    start, end = _interval(event.time, event.status, reported)
    end = None if layer in LASTING else end
    return _ties(
        event.id, event.parties, layer, event.type, event.mode,
        start=start, end=end, status=event.status, subject=event.instrument, event=event.id,
    )  # fmt: skip


def ties_of_statement(key: str, statement: Statement, published: str | None) -> list[Tie]:
    """The ties of a standing relation that a text states, by the statement's key in the ledger; none of an event.

    It is known to hold on the day of publication: when it began the text does not say.
    """
    layer = codebook().layer(statement.type, statement.mode)
    if statement.kind is not Kind.tie or layer is None:
        return []
    parties = [Party(actor=p.actor, role=p.role) for p in statement.participants if p.actor]
    start = statement.time.start if statement.time else None
    return _ties(
        key, parties, layer, statement.type, statement.mode,
        start=start or _day(published), end=None, status=statement.status, subject=statement.instrument, event=None,
    )  # fmt: skip


def _ties(
    record: str,
    parties: Iterable[Party],
    layer: Layer,
    of_type: str,
    mode: str | None,
    *,
    start: str | None,
    end: str | None,
    status: Status,
    subject: str | None,
    event: str | None,
) -> list[Tie]:
    tied, others = pairs(parties, of_type)
    return [
        Tie(
            id=_id(record, pair, of_type),
            dataset=CODED,
            record=record,
            layer=layer,
            type=of_type,
            mode=mode,
            source=pair.source,
            target=pair.target,
            directed=pair.directed,
            start=start,
            end=end,
            status=status,
            subject=subject,
            others=others,
            group=record if len(tied) > 1 else None,
            event=event,
        )
        for pair in tied
    ]


def _interval(time: Time | None, status: Status, reported: str | None) -> tuple[str | None, str | None]:
    """When it holds: the time that is told; the day of the first report where none is and it is no plan."""
    if time is not None and time.start is not None:
        return time.start, time.end
    told = status in (Status.happened, Status.ongoing)
    return (_day(reported), _day(reported) if status is Status.happened else None) if told else (None, None)


def _day(published: str | None) -> str | None:
    return published[:10] if published else None


def _id(record: str, pair: Pair, of_type: str) -> str:
    told: Sequence[str] = (record, pair.source, pair.target, of_type)
    return hashlib.sha256("|".join(told).encode()).hexdigest()[:16]
