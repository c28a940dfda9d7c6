"""What was given to be added since the server started: the list that the page of adding shows, and can be left."""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass

from dragoman.web.workshop import Step, Work
from dragoman.web.workshop.adding import Arrived

MOST = 500
"""Articles in the list; the oldest go first."""


@dataclass(frozen=True, slots=True)
class Item:
    """An article that was given: how it is called until it is read, who gave it, how far it is."""

    name: str
    by: str | None
    work: Work

    @property
    def arrived(self) -> Arrived | None:
        """What became of it, once it is in the ledger."""
        return self.work.result if isinstance(self.work.result, Arrived) else None

    @property
    def is_failed(self) -> bool:
        """Whether it could not be added."""
        return self.work.step is Step.failed


class Basket:
    """The articles that were given, the last ones first."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._items: deque[Item] = deque(maxlen=MOST)

    def put(self, item: Item) -> None:
        """Add one to the list."""
        with self._lock:
            self._items.appendleft(item)

    def items(self) -> list[Item]:
        """All of them."""
        with self._lock:
            return list(self._items)

    def clear(self) -> None:
        """Take those out that are done or failed; the ledger has what it has."""
        with self._lock:
            self._items = deque((one for one in self._items if not one.work.is_done), maxlen=MOST)
