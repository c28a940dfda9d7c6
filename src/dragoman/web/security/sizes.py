"""How much a request may bring along, and how long it may take to bring it: counted as it comes."""

from __future__ import annotations

import asyncio
import time

from fastapi import HTTPException
from starlette.requests import HTTPConnection
from starlette.types import Message, Receive

from dragoman.model import Role
from dragoman.web.security.visitors import Visitor

FORM = 2 * 1024 * 1024
"""Bytes of what somebody sends who may change nothing: a login."""
UPLOAD = 256 * 1024 * 1024
"""Bytes of what a reviewer sends: several articles, or the file of a dataset (the largest known one has 190 MB)."""


STRANGERS, MEMBERS = 15.0, 900.0
"""Seconds that a request may take to come: a login is small; an upload may go through a slow line."""


def limit(who: Visitor) -> int:
    """How many bytes this visitor may send at once."""
    return UPLOAD if who.may(Role.reviewer) else FORM


def patience(who: Visitor) -> float:
    """How many seconds this visitor may take to send it."""
    return STRANGERS if who.role is None else MEMBERS


def too_large(most: int) -> HTTPException:
    """The refusal of what is larger than `most` bytes."""
    return HTTPException(413, f"larger than the limit of {most / 1024 / 1024:g} MB; send less at once")


def announced(request: HTTPConnection) -> int:
    """How many bytes a request says that it has; 0 where it does not say."""
    length = request.headers.get("Content-Length", "")
    return int(length) if length.isdecimal() else 0


def limited(receive: Receive, most: int, seconds: float) -> Receive:
    """`receive`, which raises when more than `most` bytes have come, or not all of them within `seconds`."""
    count, whole = 0, False
    until = time.monotonic() + seconds

    async def counted() -> Message:
        nonlocal count, whole
        if whole:
            return await receive()
        try:
            message = await asyncio.wait_for(receive(), until - time.monotonic())
        except TimeoutError as error:
            raise HTTPException(408, "the request came too slowly; send it again") from error
        count += len(message.get("body", b""))
        whole = not message.get("more_body", False)
        if count > most:
            raise too_large(most)
        return message

    return counted
