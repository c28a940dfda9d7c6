"""What was worked out of one state of the ledger, kept in memory until the ledger is written again.

The network of a million ties takes seconds to read and milliseconds to ask; so it is read once for each revision, and
the answers that are asked for again and again (a dossier, a figure) are kept beside it. It is read by a thread of its
own. Whoever opens a page meanwhile sees the network as it was before, and is told so; before there is any, that it is
being read. A program, a download and a part of a page wait for it.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Event, Lock, Thread
from time import monotonic
from typing import Annotated, Any, TypeVar

from fastapi import Depends, FastAPI, Request
from sqlalchemy import Connection

from dragoman.ledger import Ledger
from dragoman.ledger.opening import revision_of
from dragoman.network import Network, load
from dragoman.web.desk import Reading

MOST = 400
"""Answers that are kept: figures are the largest, of some hundred kilobytes each."""
SOON = 0.15
"""Seconds that a page waits for the network to be read."""
T = TypeVar("T")


class BeingRead(Exception):
    """There is no network yet that a page could show: it is to be asked for again."""


class Snapshot:
    """The network at a revision of the ledger with the answers that it gave, those that were asked for least lately
    dropped first. Shared by all requests.
    """

    def __init__(self, revision: int, network: Network) -> None:
        self.revision = revision
        self.network = network
        self._lock = Lock()
        self._answers: OrderedDict[Hashable, Any] = OrderedDict()
        self._making: dict[Hashable, Lock] = {}

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives, worked out once; who asks meanwhile waits for it. `key` names the question as a whole."""
        with self._lock:
            if key in self._answers:
                self._answers.move_to_end(key)
                found: T = self._answers[key]
                return found
            making = self._making.setdefault(key, Lock())
        with making:
            with self._lock:
                if key in self._answers:
                    known: T = self._answers[key]
                    return known
            made = make()
            with self._lock:
                self._keep(key, made)
            return made

    def _keep(self, key: Hashable, made: Any) -> None:
        self._answers[key] = made
        self._making.pop(key, None)
        while len(self._answers) > MOST:
            self._answers.popitem(last=False)


class _UnderWay:
    """A reading that goes on, and why it failed where it did."""

    def __init__(self) -> None:
        self.ended = Event()
        self.error: Exception | None = None


class Held:
    """The last network that was read; another one is read when it is asked for what the ledger has become."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._lock = Lock()
        self._under_way: _UnderWay | None = None
        self.last: Snapshot | None = None

    def at(self, revision: int, patience: float | None = None) -> Snapshot | None:
        """The network of this revision or of a later one; None where it is not read within `patience` seconds.

        It is read on when nobody waits any more. Raises DragomanError where it cannot be read.
        """
        until = None if patience is None else monotonic() + patience
        while True:
            with self._lock:
                if self.last is not None and self.last.revision >= revision:
                    return self.last
                under_way = self._under_way or self._begin()
            if not under_way.ended.wait(None if until is None else max(until - monotonic(), 0.0)):
                return None
            if under_way.error is not None:
                raise under_way.error

    def begin(self) -> Event:
        """Begin to read the network, so that the first page that asks for it waits less; what tells the end."""
        with self._lock:
            return (self._under_way or self._begin()).ended

    def _begin(self) -> _UnderWay:
        made = self._under_way = _UnderWay()
        Thread(target=self._read, args=(made,), name="network", daemon=True).start()
        return made

    def _read(self, under_way: _UnderWay) -> None:
        found = None
        try:
            with self._ledger.reading() as connection:
                found = Snapshot(revision_of(connection), load(connection))
        except Exception as error:
            # Whoever asks for the network is told.
            under_way.error = error
        with self._lock:
            self.last, self._under_way = found or self.last, None
        under_way.ended.set()


class Record:
    """The ledger as this request sees it, and the network: of the same revision, unless that is still being read."""

    def __init__(self, snapshot: Snapshot, connection: Connection) -> None:
        self.connection = connection
        self.network = snapshot.network
        self.revision = snapshot.revision
        self.once = snapshot.once


_ATTACHING = Lock()


def held_by(app: FastAPI) -> Held:
    """What the server holds."""
    with _ATTACHING:
        if not hasattr(app.state, "held"):
            app.state.held = Held(app.state.ledger)
        found: Held = app.state.held
        return found


def weighed(request: Request, connection: Reading) -> Record:
    """The record for a handler. Raises BeingRead for a page that would have nothing to show."""
    found = weighed_by_now(request, connection)
    if found is None:
        raise BeingRead
    return found


def weighed_by_now(request: Request, connection: Connection) -> Record | None:
    """The record for a page that has something to show without it, too."""
    held = held_by(request.app)
    found = held.at(revision_of(connection), SOON if _is_page(request) else None)
    if found is None:
        request.state.behind = True
        found = held.last
    return Record(found, connection) if found else None


def _is_page(request: Request) -> bool:
    """Whether a browser asks for a whole page. A mounted app, the API, answers programs; names with a dot are files."""
    headers = request.headers
    whole = "text/html" in headers.get("Accept", "") and "HX-Request" not in headers
    return whole and not request.scope.get("root_path") and "." not in request.url.path.rpartition("/")[2]


Weighed = Annotated[Record, Depends(weighed)]
"""`record: Weighed` in a handler."""
