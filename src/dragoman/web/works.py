"""Long work that was begun from a page: told as it goes, and gone on with when nobody looks.

What is begun again while it goes on is joined. The list lasts as long as the server runs; what was done is in the
ledger.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from threading import Lock
from typing import Annotated

from fastapi import Depends, Request

from dragoman.web.workshop import Work, Workshop
from dragoman.web.workshop.bench import Task

KEPT = 50
"""Works that are remembered."""


@dataclass(frozen=True, slots=True)
class Begun:
    """A work: of which kind, on what (the name of a dataset), by whom, and how far it is."""

    kind: str
    about: str
    by: str
    work: Work


@dataclass(slots=True)
class Works:
    """The works that were begun since the server started, the last first."""

    workshop: Workshop
    _begun: deque[Begun] = field(default_factory=lambda: deque(maxlen=KEPT))
    _lock: Lock = field(default_factory=Lock)

    def begin(self, kind: str, about: str, by: str, task: Task) -> Begun:
        """Begin a work; one of this kind on the same thing that goes on is joined, and the task is not done."""
        with self._lock:
            for known in self._begun:
                if not known.work.is_done and (known.kind, known.about) == (kind, about):
                    return known
            made = Begun(kind, about, by, self.workshop.begin(task))
            self._begun.appendleft(made)
            return made

    def of(self, *kinds: str) -> list[Begun]:
        """The works of these kinds, the last begun first."""
        with self._lock:
            return [one for one in self._begun if one.kind in kinds]

    def find(self, number: int) -> Begun | None:
        """The work of this number."""
        with self._lock:
            return next((one for one in self._begun if one.work.number == number), None)


_ATTACHING = Lock()


def works_of(request: Request) -> Works:
    """The works of the server that answers."""
    state = request.app.state
    with _ATTACHING:
        if not hasattr(state, "works"):
            state.works = Works(state.workshop)
    found: Works = state.works
    return found


Doing = Annotated[Works, Depends(works_of)]
"""`works: Doing` in a handler."""
