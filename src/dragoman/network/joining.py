"""Two sets of ties as one: columns that are in memory, and some more that are looked at beside them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from dragoman.network.arrays import Ints
from dragoman.network.coded import NONE, Coded
from dragoman.network.columns import Columns

T = TypeVar("T")


def joined(one: Columns, other: Columns) -> Columns:
    """The ties of both, in the order of their ids. No tie and no thing may be in both."""
    both = (one, other)
    ids = pa.chunked_array([part.id for part in both], pa.string())
    places = pc.sort_indices(ids).to_numpy()
    rows = np.empty(len(places), np.int64)
    rows[places] = np.arange(len(places))
    actors = tuple(sorted({*one.actors, *other.actors}))

    def plain(name: str) -> Any:
        return np.concatenate([getattr(part, name) for part in both])[places]

    def text(name: str) -> Coded:
        first, second = (getattr(part, name) for part in both)
        names = tuple(dict.fromkeys((*first.names, *second.names)))
        codes = [_renamed(column.codes, column.names, names) for column in (first, second)]
        return Coded(np.concatenate(codes)[places], names)

    def end(name: str) -> Any:
        return np.concatenate([_renamed(getattr(part, name), part.actors, actors) for part in both])[places]

    return Columns(
        id=ids.take(pa.array(places)).combine_chunks(),
        dataset=text("dataset"), layer=plain("layer"), type=text("type"), mode=text("mode"), actors=actors,
        source=end("source"), target=end("target"), directed=plain("directed"), start=text("start"), end=text("end"),
        first=plain("first"), begun=plain("begun"), last=plain("last"), closing=plain("closing"),
        status=plain("status"), weight=plain("weight"), unit=text("unit"), subject=text("subject"),
        others={int(rows[row]): told for row, told in _told(one.others, other.others, len(one))},
        event=text("event"),
        thing=np.concatenate([one.thing, other.thing + one.thing.max(initial=NONE) + 1])[places],
        comment={int(rows[row]): told for row, told in _told(one.comment, other.comment, len(one))},
        holds=plain("holds"),
    )  # fmt: skip


def _renamed(codes: Ints, names: Sequence[str], others: Sequence[str]) -> Ints:
    """Codes into a list of names as codes into another list, which has all of them."""
    at = {name: place for place, name in enumerate(others)}
    table = np.array([*(at[name] for name in names), NONE], np.int32)
    found: Ints = table[codes]
    return found


def _told(one: dict[int, T], other: dict[int, T], before: int) -> list[tuple[int, T]]:
    """What is known of some rows, by their places where the rows of `other` come behind all `before`."""
    return [*one.items(), *((row + before, told) for row, told in other.items())]
