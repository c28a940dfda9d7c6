"""Many codings at once: stored a batch a transaction, then settled a batch a transaction.

Both can be interrupted and run again: what is stored is not stored twice, and what waits to be settled is marked.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from dragoman.ledger import adding
from dragoman.ledger.adding import Arrival
from dragoman.ledger.opening import Ledger

STORED = 2_000
"""Documents that are stored in one transaction."""
SETTLED = 200
"""Documents that are settled in one transaction: another writer waits no longer than that takes."""


def load(ledger: Ledger, arrivals: Iterable[Arrival]) -> Iterator[int]:
    """Store codings; yields how many documents have been seen to, a batch at a time. Events are for `settle`."""
    done = 0
    for batch in _batches(arrivals, STORED):
        with ledger.writing() as connection:
            adding.store(connection, batch)
        done += len(batch)
        yield done


def settle(ledger: Ledger) -> Iterator[int]:
    """Find copies and merge events of all that waits; yields how many documents have been settled."""
    done = 0
    while True:
        with ledger.writing() as connection:
            keys = adding.waiting(connection, SETTLED)
            adding.settle(connection, keys)
        if not keys:
            return
        done += len(keys)
        yield done


def _batches(arrivals: Iterable[Arrival], size: int) -> Iterator[list[Arrival]]:
    rest = iter(arrivals)
    while batch := list(islice(rest, size)):
        yield batch
