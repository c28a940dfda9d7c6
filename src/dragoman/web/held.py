"""What was worked out of one state of the ledger, kept in memory until the ledger is written again.

The network of a million ties takes seconds to read and milliseconds to ask; so it is read once for each revision, and
the answers that are asked for again and again (a dossier, a figure) are kept beside it.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from contextlib import suppress
from threading import Lock, Thread
from typing import Annotated, Any, TypeVar

from fastapi import Depends, FastAPI, Request
from sqlalchemy import Connection

from dragoman.errors import DragomanError
from dragoman.ledger.opening import revision_of
from dragoman.network import Network, load
from dragoman.web.desk import Reading

MOST = 400
"""Answers that are kept: figures are the largest, of some hundred kilobytes each."""
NETWORK = "network"
T = TypeVar("T")


class Held:
    """The answers of one revision, those that were asked for least lately dropped first. Shared by all requests."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._revision: int | None = None
        self._answers: OrderedDict[Hashable, Any] = OrderedDict()
        self._making: dict[Hashable, Lock] = {}

    def answer(self, revision: int, key: Hashable, make: Callable[[], T]) -> T:
        """The answer to a question of this revision; who asks while it is worked out waits for it."""
        with self._lock:
            if revision != self._revision:
                self._revision, self._answers, self._making = revision, OrderedDict(), {}
            if key in self._answers:
                self._answers.move_to_end(key)
                found: T = self._answers[key]
                return found
            making = self._making.setdefault(key, Lock())
        with making:
            with self._lock:
                if revision == self._revision and key in self._answers:
                    known: T = self._answers[key]
                    return known
            made = make()
            with self._lock:
                if revision == self._revision:
                    self._keep(key, made)
            return made

    def _keep(self, key: Hashable, made: Any) -> None:
        self._answers[key] = made
        self._making.pop(key, None)
        while len(self._answers) > MOST:
            self._answers.pop(next(other for other in self._answers if other != NETWORK))


class Record:
    """The ledger as this request sees it: its revision, its network, and what was worked out of it before."""

    def __init__(self, held: Held, connection: Connection) -> None:
        self.connection = connection
        self.revision = revision_of(connection)
        self._held = held

    @property
    def network(self) -> Network:
        """Every tie of the ledger."""
        return self.once(NETWORK, lambda: load(self.connection))

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives, worked out once for each revision of the ledger. `key` names the question as a whole."""
        return self._held.answer(self.revision, key, make)


_ATTACHING = Lock()


def _held_by(app: FastAPI) -> Held:
    with _ATTACHING:
        if not hasattr(app.state, "held"):
            app.state.held = Held()
        found: Held = app.state.held
        return found


def weighed(request: Request, connection: Reading) -> Record:
    """The record for a handler."""
    return Record(_held_by(request.app), connection)


def warm(app: FastAPI) -> Thread:
    """Begin to read the network, so that the first page that asks for it waits less, if at all."""

    def read() -> None:
        # What is wrong with a ledger is told to whoever asks for a page.
        with suppress(DragomanError), app.state.ledger.reading() as connection:
            assert Record(_held_by(app), connection).network

    thread = Thread(target=read, name="network", daemon=True)
    thread.start()
    return thread


Weighed = Annotated[Record, Depends(weighed)]
"""`record: Weighed` in a handler."""
