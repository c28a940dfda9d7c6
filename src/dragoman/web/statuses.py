"""Which status of HTTP an error has."""

from __future__ import annotations

from dragoman.errors import DragomanError, LoginRefused, NotInLedger, SourceTooLarge, TooOften

STATUSES: dict[type[DragomanError], int] = {NotInLedger: 404, LoginRefused: 401, TooOften: 429, SourceTooLarge: 413}


def status_of(error: DragomanError) -> int:
    """The status of an answer that tells this error; 400 where no other fits."""
    return next((status for kind, status in STATUSES.items() if isinstance(error, kind)), 400)


def headers_of(error: DragomanError) -> dict[str, str]:
    """The headers that go with it: when to try again."""
    return {"Retry-After": str(error.wait)} if isinstance(error, TooOften) else {}
