"""Briefs that were asked for: each written once, and again when its statements or the datasets are others."""

from __future__ import annotations

import threading
from collections import OrderedDict

from sqlalchemy import Connection

from dragoman.briefs.shape import BriefLanguage
from dragoman.ledger import imports, statements
from dragoman.ledger.rows import digest
from dragoman.web.workshop import Step, Work, Workshop
from dragoman.web.workshop.telling import TellBrief

MOST = 200
"""Briefs that are kept in memory, some ten kilobytes each; the one that was not asked for longest goes first."""
Key = tuple[str, BriefLanguage, str]


class Tellings:
    """The briefs, and those that are being written."""

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop
        self._lock = threading.Lock()
        self._kept: OrderedDict[Key, Work] = OrderedDict()

    def of(self, connection: Connection, document: str, language: BriefLanguage) -> Work:
        """The work on the brief of a document, done or under way; one that failed before is tried again."""
        key = document, language, _state(connection, document)
        with self._lock:
            found = self._kept.get(key)
            if found is None:
                found = self._kept[key] = self._workshop.begin(TellBrief(document, language))
            elif found.step is Step.failed:
                # It is told once that it failed; whoever asks again has it tried again.
                del self._kept[key]
                return found
            self._kept.move_to_end(key)
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)
            return found


def _state(connection: Connection, document: str) -> str:
    """What a brief comes from: what the document says, as far as nobody rejected it, and which datasets there are.

    What other articles report counts as it was when the brief was written.
    """
    said = (statement.model_dump_json() for statement in statements.stated(connection, document).values())
    return digest(imports.state(connection), *said)
