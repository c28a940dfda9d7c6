"""What a reader types for a thing of the ledger: its key, or as much of the beginning as no other thing shares.

A dataset's key is its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from pathlib import Path
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, bindparam, or_, select

from dragoman.errors import LedgerError, NotInLedger
from dragoman.ledger.prepared import Prepared
from dragoman.ledger.tables import addresses, datasets, documents, events, judgements, statements, ties

SHORTEST = 4
"""Characters that a key has to be given with at least."""
SHOWN = 5
"""Keys that are named where what was given begins several."""
LEAST = 6
"""Characters that a key is shown with at least."""
AT_ONCE = 100
"""Beginnings that are asked for in one query."""
ADVICE = "`dragoman search`, `events`, `ties`, `datasets` and `review history` name keys"
KEY = re.compile(r"t?[0-9a-f]+")
"""Hexadecimal digits; ties of datasets have a `t` in front."""
BEHIND = "g"
"""Sorts behind every hexadecimal digit, in whatever order the database sorts letters."""


class Thing(StrEnum):
    """What has a key."""

    document = "document"
    statement = "statement"
    event = "event"
    tie = "tie"
    judgement = "judgement"
    dataset = "dataset"


KEYS: dict[Thing, Column[Any]] = {
    Thing.document: documents.c.key,
    Thing.statement: statements.c.key,
    Thing.event: events.c.key,
    Thing.tie: ties.c.id,
    Thing.judgement: judgements.c.id,
    Thing.dataset: datasets.c.name,
}
_NAMED = {thing: Prepared(select(column).where(column == bindparam("named"))) for thing, column in KEYS.items()}
_AT_ADDRESS = (
    select(addresses.c.document)
    .where(addresses.c.address.in_(bindparam("places", expanding=True)))
    .order_by(addresses.c.version.desc())
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class Found:
    """A thing and its whole key."""

    thing: Thing
    key: str


def find(connection: Connection, named: str, *things: Thing) -> Found:
    """The one thing that is named by its key or by the beginning of it; of these kinds, or of any where none is given.

    A document may also be named by its address: the last version at it. Raises NotInLedger where there is nothing of
    that name, LedgerError where there is more than one.
    """
    kinds = things or tuple(Thing)
    found = (
        list(_exact(connection, named, kinds))
        or list(_at_address(connection, named, kinds))
        or list(_beginning(connection, named.lower(), kinds))
    )
    if len(found) == 1:
        return found[0]
    if not found:
        short = len(named) < SHORTEST and KEY.fullmatch(named.lower())
        advice = f"give at least {SHORTEST} characters of its key" if short else ADVICE
        raise NotInLedger(f"no {_told(kinds)} of that name", source=named, advice=advice)
    some = ", ".join(f"{one.thing} {one.key}" for one in found[:SHOWN]) + (", …" if len(found) > SHOWN else "")
    raise LedgerError("begins more than one key", source=named, advice=f"give more of it: {some}")


def short(connection: Connection, keys: Iterable[str]) -> dict[str, str]:
    """As much of the beginning of each key as no other thing in the ledger shares, LEAST characters at least."""
    wanted = list(dict.fromkeys(keys))
    heads = sorted({key[:LEAST] for key in wanted})
    rivals = set(wanted)
    for start in range(0, len(heads), AT_ONCE):
        for thing, column in KEYS.items():
            if thing is not Thing.dataset:
                asked = select(column).where(or_(*(_begins(column, head) for head in heads[start : start + AT_ONCE])))
                rivals |= set(connection.execute(asked).scalars())
    needed = dict.fromkeys(rivals, LEAST)
    for one, other in pairwise(sorted(rivals)):
        differ = 1 + next((place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(one))
        needed[one], needed[other] = max(needed[one], differ), max(needed[other], differ)
    return {key: key[: needed[key]] for key in wanted}


def _exact(connection: Connection, named: str, kinds: tuple[Thing, ...]) -> Iterator[Found]:
    for kind in kinds:
        for key in _NAMED[kind].scalars(connection, {"named": named}):
            yield Found(kind, key)


def _at_address(connection: Connection, named: str, kinds: tuple[Thing, ...]) -> Iterator[Found]:
    if Thing.document not in kinds:
        return
    places = {named, named.partition("#")[0]} if "://" in named else {named, str(Path(named).resolve())}
    key = connection.execute(_AT_ADDRESS, {"places": sorted(places)}).scalar()
    if key is not None:
        yield Found(Thing.document, key)


def _beginning(connection: Connection, named: str, kinds: tuple[Thing, ...]) -> Iterator[Found]:
    if len(named) < SHORTEST:
        return
    for kind in kinds:
        column = KEYS[kind]
        if kind is Thing.dataset:
            begins = column.startswith(named, autoescape=True)
        elif KEY.fullmatch(named):
            begins = _begins(column, named)
        else:
            continue
        for key in connection.execute(select(column).where(begins).order_by(column).limit(SHOWN + 1)).scalars():
            yield Found(kind, key)


def _begins(column: Column[Any], named: str) -> ColumnElement[bool]:
    """A range, which an index serves on either database, as it does not serve a pattern."""
    return column.between(named, named + BEHIND)


def _told(kinds: tuple[Thing, ...]) -> str:
    """The kinds as a list in words."""
    return " or ".join(filter(None, (", ".join(kinds[:-1]), kinds[-1])))
