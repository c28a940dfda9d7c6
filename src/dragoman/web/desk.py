"""What a handler works with: the ledger, the reader's language, how a template becomes an answer."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Awaitable, Callable
from functools import cached_property, partial, wraps
from typing import Annotated, Any, cast
from urllib.parse import urlencode

from fastapi import Depends, Request
from fastapi.concurrency import contextmanager_in_threadpool, run_in_threadpool
from fastapi.responses import HTMLResponse, Response
from sqlalchemy import Connection

from dragoman.ledger import Ledger
from dragoman.model import Role
from dragoman.web.security import Visitor
from dragoman.web.templating import environment
from dragoman.web.tongues import Tongue, tongue_of

Field = Callable[[str], str]
PLAIN = re.compile(r"(/[\w.~-]+)*/?", re.ASCII)
"""A path that stands in an address as it is."""


class Desk:
    """A request with what it needs: `ledger`, `tongue`, and `page` to answer with."""

    def __init__(self, request: Request) -> None:
        self.request = request
        self.ledger: Ledger = request.app.state.ledger
        self.tongue: Tongue = tongue_of(request)

    @property
    def partial(self) -> bool:
        """Whether a part of a page was asked for, by htmx, and not because the browser goes back in its history."""
        headers = self.request.headers
        return headers.get("HX-Request") == "true" and headers.get("HX-History-Restore-Request") != "true"

    @property
    def may_review(self) -> bool:
        """Whether statements may be judged, and articles added."""
        who: Visitor = self.request.state.visitor
        return who.may(Role.reviewer)

    def page(self, template: str, *, part: str | None = None, status: int = 200, **slots: Any) -> Response:
        """The template as HTML; where htmx asks and `part` names a block of the template, that block alone.

        A block that is shown alone imports the macros that it uses itself.
        """
        known = environment(self.tongue)
        made, token = known.get_template(template), getattr(self.request.state, "csrf", "")
        own = {"desk": self, "request": self.request, "tongue": self.tongue}
        context = {**own, "csrf": partial(cast(Field, known.globals["field"]), token), **slots}
        block = made.blocks[part] if part and self.partial else None
        shown = "".join(block(made.new_context(context))) if block else made.render(context)
        # What a page shows depends on these, so that a cache keeps them apart.
        headers = {"Vary": "HX-Request, Cookie, Accept-Language", "Content-Language": self.tongue.code}
        return HTMLResponse(shown, status_code=status, headers=headers)

    def address(self, **changed: object) -> str:
        """This page's address with some of its query changed; None takes a part out. For filters, pages, languages."""
        query = {key: value for key, value in self.request.query_params.items() if key not in changed}
        query |= {key: str(value) for key, value in changed.items() if value is not None}
        return f"{self._path}?{urlencode(query)}" if query else self._path

    @property
    def place(self) -> str:
        """The first part of the address, such as `/states`: which of the frame's pages this belongs to."""
        return f"/{self.request.scope['path'][1:].partition('/')[0]}"

    @cached_property
    def _path(self) -> str:
        plain: str = self.request.scope["path"]
        return plain if PLAIN.fullmatch(plain) else str(self.request.url.replace(query="", scheme="", netloc=""))


def at_once(handler: Callable[..., Response]) -> Callable[..., Awaitable[Response]]:
    """A handler, with a desk, that reads some rows by their keys: over a file it answers where the request came in.

    To hand it to a thread and back costs as much as all that it asks. Whatever can take more than some milliseconds
    would keep everybody else waiting, and a server of a database does: that is asked from a thread.
    """

    @wraps(handler)
    async def called(desk: Desk, **given: Any) -> Response:
        if desk.ledger.is_file:
            return handler(desk=desk, **given)
        return await run_in_threadpool(handler, desk=desk, **given)

    return called


async def desk(request: Request) -> Desk:
    """The desk of a request. It waits for nothing; to hand a request to a thread and back costs as much as a query."""
    return Desk(request)


async def reading(request: Request) -> AsyncIterator[Connection]:
    """A connection that sees one state of the ledger, for as long as the request is answered."""
    ledger: Ledger = request.app.state.ledger
    if ledger.is_file:
        # Its transaction begins with the first query, in the handler's thread.
        with ledger.reading() as connection:
            yield connection
    else:
        async with contextmanager_in_threadpool(ledger.reading()) as connection:
            yield connection


At = Annotated[Desk, Depends(desk)]
"""`desk: At` in a handler."""
Reading = Annotated[Connection, Depends(reading)]
"""`record: Reading` in a handler."""
