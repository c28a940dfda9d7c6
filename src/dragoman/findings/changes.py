"""What the news of a text changes in the network: the agreement that it reports, put beside what is on record."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.errors import NotInLedger
from dragoman.events.ties import CODED
from dragoman.findings.claims import Claim
from dragoman.findings.nouns import Said
from dragoman.findings.novelty import reported
from dragoman.findings.parties import known
from dragoman.findings.record import Record
from dragoman.ledger.rows import digest
from dragoman.model import Coding, Layer, Tie
from dragoman.network import Change, change, load
from dragoman.network.settings import layers

NAMED = 3
"""States that are told by name; the others are counted."""


def changes(coding: Coding, record: Record) -> tuple[Change, ...]:
    """What each agreement that a text reports as made changes, as far as its day and two states are known."""
    return tuple(found for claim in reported(coding.statements) if (found := _change(claim, record)) is not None)


def told(found: Change) -> tuple[Said, ...]:
    """A change in sentences: new states in two steps, new pairs that a party stands between, and how usual that is."""
    return (*_distances(found), *_reach(found), *_bridges(found))


def _change(claim: Claim, record: Record) -> Change | None:
    """With the agreement as a tie of its own, since the ledger need not have the text.

    Ties that bar, which `record.network` has as well, change nothing: each layer is looked at by itself.
    """
    a, b = sorted(claim.actors("party")[:2])
    if record.until is None or len(record.until) < len("2024-10") or not known(a, b):
        return None
    day = record.until[:10]
    tie = Tie(
        id=digest("news", a, b, day), dataset=CODED, record="news", layer=Layer.agreement, type="agreement",
        mode="signed", source=a, target=b, directed=False, start=day,
    )  # fmt: skip
    carrying = (layer for layer, setting in layers().items() if setting.carries)
    try:
        # The datasets are in memory from one text to the next; what was coded changes with each.
        coded = load(record.connection, carrying, [tie], without=record.network.datasets.keys() - {CODED})
        return change(record.network.beside(coded.columns), tie.id)
    except NotInLedger:
        return None


def _reach(found: Change) -> Iterator[Said]:
    """The layer in which a party reaches most new states, one sentence a party."""
    if not any(one.states for one in found.reach):
        yield Said(key="no_reach", slots={"a": found.happening.parties[0], "b": found.happening.parties[1]})
    for party in dict.fromkeys(one.party for one in found.reach):
        own = max((one for one in found.reach if one.party == party), key=lambda one: len(one.states))
        if own.states:
            yield Said(
                key="reach",
                slots={
                    "a": party, "n": len(own.states), "before": own.before, "layers": (own.layer.value,),
                    "parties": own.states[:NAMED], "via": own.through[0],
                },
            )  # fmt: skip


def _bridges(found: Change) -> Iterator[Said]:
    """The bridge that spans most, and how many pairs such agreements open."""
    widest = max(found.bridges, key=lambda one: len(one.beyond), default=None)
    if widest is None or not widest.beyond:
        return
    yield Said(key="bridge", slots={"a": widest.broker, "b": widest.other, "n": len(widest.beyond)})
    if found.typical_bridges is not None and found.comparable:
        slots = {"n": len(found.comparable), "median": found.typical_bridges.value, "pairs": found.bridge_count.value}
        yield Said(key="typical", slots={name: round(value) for name, value in slots.items()})


def _distances(found: Change) -> Iterator[Said]:
    for one in found.distances:
        if one.in_all is None:
            yield Said(key="no_way", slots={"a": one.a, "b": one.b})
        elif one.in_all > 1:
            yield Said(key="apart", slots={"a": one.a, "b": one.b, "n": one.in_all})
