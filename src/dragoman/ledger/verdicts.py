"""What reviewers said of how statements belong together, as pairs: the last word on a pair holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, product

from sqlalchemy import Connection, select

from dragoman.events import Verdict
from dragoman.ledger.judgements import Made, in_force, touching
from dragoman.ledger.statements import in_parts
from dragoman.ledger.tables import statements
from dragoman.model import Ruling

Pair = tuple[str, str]


def joined_and_parted(connection: Connection, keys: Iterable[str]) -> tuple[list[Verdict], list[Verdict]]:
    """Which statements reviewers joined, and which they parted, of the judgements that touch `keys`.

    Only statements that are in the ledger: one that a newer coder does not find has no say until it is found again.
    """
    last: dict[Pair, tuple[Ruling, Verdict]] = {}
    for made in in_force(touching(connection, keys)):
        word = made.judgement
        for a, b in pairs(made):
            last[a, b] = (word.ruling, Verdict(a=a, b=b, reviewer=word.reviewer, reason=word.reason))
    there = _there(connection, {key for pair in last for key in pair})
    said = [(ruling, verdict) for (a, b), (ruling, verdict) in last.items() if a in there and b in there]
    joined = [verdict for ruling, verdict in said if ruling is Ruling.merged]
    return joined, [verdict for ruling, verdict in said if ruling is Ruling.parted]


def pairs(made: Made) -> Iterator[Pair]:
    """The pairs that a judgement speaks of, the smaller key first; none where it is about one statement.

    A merge joins all; a split parts those that go (the first `out`) from those that stay, and leaves each side whole.
    """
    word, keys = made.judgement, made.keys
    if word.ruling is Ruling.merged:
        found: Iterable[Pair] = combinations(keys, 2)
    elif word.ruling is Ruling.parted:
        found = product(keys[: word.out], keys[word.out :]) if word.out else combinations(keys, 2)
    else:
        found = ()
    return ((min(pair), max(pair)) for pair in found)


def _there(connection: Connection, keys: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for some in in_parts(keys):
        found |= set(connection.execute(select(statements.c.key).where(statements.c.key.in_(some))).scalars())
    return found
