"""Whether who asks has the answer already: an ETag of the ledger's revision, the day, and this version of Dragoman.

The day counts because what is asked without one is asked of today.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

from fastapi import Header, Request, Response

from dragoman.ledger.opening import revision_of
from dragoman.ledger.rows import digest
from dragoman.version import __version__
from dragoman.web.desk import Reading

READS = ("GET", "HEAD")
KEEPING = {"Cache-Control": "private, no-cache", "Vary": "Cookie"}
"""An answer may be kept by who asked for it, and is asked for again each time."""


class NotModified(Exception):
    """Who asks has the answer with this tag."""

    def __init__(self, tag: str) -> None:
        self.tag = tag


def fresh(
    request: Request,
    response: Response,
    record: Reading,
    if_none_match: Annotated[str | None, Header(max_length=2000, description="ETags of answers that are kept")] = None,
) -> None:
    """Set the ETag of an answer. Raises NotModified where who asks has it."""
    if request.method not in READS:
        return
    tag = tag_of(revision_of(record), request)
    kept = [part.strip().removeprefix("W/") for part in (if_none_match or "").split(",")]
    if tag.removeprefix("W/") in kept or "*" in kept:
        raise NotModified(tag)
    response.headers.update({"ETag": tag, **KEEPING})


def tag_of(revision: int, request: Request) -> str:
    """The tag of what this request is answered at a revision of the ledger."""
    today = datetime.now(UTC).date().isoformat()
    return f'W/"{revision}-{digest(__version__, today, request.url.path, request.url.query)}"'


def not_modified(_: Request, error: NotModified) -> Response:
    """304, with the headers that the answer would have."""
    return Response(status_code=304, headers={"ETag": error.tag, **KEEPING})
