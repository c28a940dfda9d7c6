"""Forged requests: a change counts only from a page of ours.

Two fences. `Origin` and `Sec-Fetch-Site` say from which site a browser sends a request; no page can change them. And
every form carries a token that only a page of ours can know, in its field `csrf` or, from htmx, in `X-CSRF-Token`.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from urllib.parse import urlsplit

from fastapi import HTTPException, Request
from starlette.requests import HTTPConnection

from dragoman.web.security.door import PORTS, Door
from dragoman.web.security.tokens import is_genuine

SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
FIELD = "csrf"
HEADER = "X-CSRF-Token"
SAID = "the request does not come from a page of this app, or the page is too old; load it again"


def is_change(method: str) -> bool:
    """Whether a request may change something."""
    return method not in SAFE


def is_from_elsewhere(request: HTTPConnection, door: Door) -> bool:
    """Whether a browser says that another site has made it send this."""
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
        return True
    origin = request.headers.get("Origin")
    if origin is None or door.is_origin(origin):
        return False
    try:
        sent, asked = urlsplit(origin), urlsplit(f"//{request.headers.get('Host', '')}")
        usual = PORTS.get(sent.scheme)
        return usual is None or (sent.hostname, sent.port or usual) != (asked.hostname, asked.port or usual)
    except ValueError:
        return True


async def unforged(request: Request) -> AsyncIterator[None]:
    """Refuse a change without the token of its form; every route that may change something depends on this."""
    try:
        if is_change(request.method) and not is_genuine(request.state.token, await _given(request)):
            raise HTTPException(403, SAID)
        yield
    finally:
        await request.close()


async def _given(request: Request) -> str | None:
    given: object = request.headers.get(HEADER)
    if given is None:
        given = (await request.form()).get(FIELD)
    return given if isinstance(given, str) else None
