"""What is asked of the app and may change something stands in the audit log, with how it ended."""

from __future__ import annotations

from starlette.types import Scope

from dragoman.ledger import Ledger, audit
from dragoman.model import Outcome
from dragoman.web.security.visitors import Visitor

LOGS_ITSELF = frozenset({"account", "logins", "session"})
"""Modules whose changes are noted where they are made, under the name that was tried."""


def note_change(ledger: Ledger, who: Visitor, scope: Scope, status: int) -> None:
    """Note a request that may have changed something, by the module and name of its handler.

    Of somebody who has not logged in there is no line: what is refused at the gate changes nothing, and whoever likes
    could fill the log.
    """
    endpoint = scope.get("endpoint")
    module = getattr(endpoint, "__module__", "").rpartition(".")[2]
    if who.name is None or module in LOGS_ITSELF:
        return
    action = f"{module} {getattr(endpoint, '__name__', '')}".strip() or scope["method"].lower()
    about = scope.get("state", {}).get("about") or scope["path"]
    with ledger.noting() as connection:
        audit.note(connection, who.person, action, str(about), _outcome(status))


def _outcome(status: int) -> Outcome:
    if status == 0 or status >= 500:
        return Outcome.failed
    return Outcome.refused if status >= 400 else Outcome.done
