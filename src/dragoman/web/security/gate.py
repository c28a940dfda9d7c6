"""The gate in front of every request: closed for what is not allowed, before any page hears of it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from dataclasses import dataclass
from functools import partial
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dragoman.ledger import Ledger, sessions
from dragoman.model import Role
from dragoman.web.security import forgery, sizes
from dragoman.web.security.cookies import set_token
from dragoman.web.security.door import Door
from dragoman.web.security.headers import protected
from dragoman.web.security.noting import note_change
from dragoman.web.security.tokens import as_token, cookie_name, form_token
from dragoman.web.security.visitors import Visitor, visitor

STATIC = "/static/"
OPEN = ("/login", "/language/en", "/language/ru", "/api/v1/session")
"""Where somebody may go who has not logged in, beside the files of `static/`."""
FOR_READERS = ("/logout", "/account")
"""Changes that a reader may make."""
PROXIED = frozenset({b"forwarded", b"x-forwarded-for", b"x-forwarded-host", b"x-real-ip", b"via"})
"""Headers of proxies. They are believed in nothing; but where they are, others than this machine may be asking."""

READS, CHANGES, LOGINS = 32, 8, 4
"""Requests answered at once; each holds a connection or two to the ledger, of which PostgreSQL has a hundred.

Changes wait as long as an import holds the ledger, and each with a thread of the forty that there are: so they have
places of their own, and the logins of strangers others again. Whoever reads waits for none of them.
"""

Refuse = Callable[[Request, int, str], Response]
"""Makes the page that says why not, of a request, a status and a sentence."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a request is not let in."""

    status: int
    said: str


class Gate:
    """ASGI middleware: names, visitor, rights, origin, size; headers on the answer, and a line in the audit log."""

    def __init__(self, app: ASGIApp, *, ledger: Ledger, door: Door, refuse: Refuse) -> None:
        self.app = app
        self.ledger = ledger
        self.door = door
        self.refuse = refuse
        self.reads = asyncio.Semaphore(READS)
        self.changes = asyncio.Semaphore(CHANGES)
        self.logins = asyncio.Semaphore(LOGINS)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the request in, or answer it here."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
        if scope["type"] != "http":
            return
        request = Request(scope, receive)
        request.state.status = 0

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                request.state.status = message["status"]
                public = scope["path"].startswith(STATIC)
                message["headers"] = protected(message.get("headers", ()), self.door, public=public)
                if hasattr(request.state, "new_token"):
                    self._give_token(request.state.new_token, MutableHeaders(scope=message))
            await send(message)

        try:
            refusal = await self._refusal(request)
            if refusal is not None:
                await (await self._answer(request, refusal))(scope, receive, guarded)
            async with self._place(request), self._noted(request):
                if refusal is None:
                    who: Visitor = request.state.visitor
                    await self.app(scope, sizes.limited(receive, sizes.limit(who), sizes.patience(who)), guarded)
        except Exception:
            # The framework would answer in front of this gate, without its headers; the server logs what is raised.
            if not request.state.status:
                await (await run_in_threadpool(self.refuse, request, 500, ""))(scope, receive, guarded)
            raise

    def _noted(self, request: Request) -> AbstractAsyncContextManager[object]:
        """What is done within is noted at its end, whatever that is, where it may change something."""
        return self._noting(request) if forgery.is_change(request.method) else nullcontext()

    @asynccontextmanager
    async def _noting(self, request: Request) -> AsyncIterator[None]:
        try:
            yield
        finally:
            state = request.state
            await run_in_threadpool(note_change, self.ledger, state.visitor, request.scope, state.status)

    async def _refusal(self, request: Request) -> Refusal | None:
        """Why this request is not let in; None if it is. Finds out who asks on the way."""
        request.state.token = as_token(request.cookies.get(cookie_name(self.door))) or ""
        request.state.visitor = Visitor(None, None, request.client.host if request.client else None)
        if not self.door.knows(request.headers.get("Host", "")):
            return Refusal(421, f"this app is reached at {self.door.address}")
        if request.scope["path"].startswith(STATIC) and not forgery.is_change(request.method):
            return None
        if not request.state.token:
            request.state.token = request.state.new_token = sessions.new_token()
        request.state.csrf = form_token(request.state.token)
        asked = partial(visitor, self.ledger, self.door, request.state.token, request.state.visitor.address)
        # A file answers in less time than it takes to hand the question to a thread.
        who = asked() if self.ledger.is_file else await run_in_threadpool(asked)
        if who.is_local and not PROXIED.isdisjoint(name for name, _ in request.scope["headers"]):
            return Refusal(403, "asked through a proxy; make an account, and start with --url")
        request.state.visitor = who
        return self._of_rights(request, who) or self._of_change(request, who)

    def _of_rights(self, request: Request, who: Visitor) -> Refusal | None:
        path = request.scope["path"]
        if path in OPEN:
            return None
        needed = Role.reviewer if forgery.is_change(request.method) and path not in FOR_READERS else Role.reader
        if who.may(needed):
            return None
        return Refusal(401, "log in first") if who.role is None else Refusal(403, f"this needs the role {needed}")

    def _of_change(self, request: Request, who: Visitor) -> Refusal | None:
        if not forgery.is_change(request.method):
            return None
        if forgery.is_from_elsewhere(request, self.door):
            return Refusal(403, forgery.SAID)
        most = sizes.limit(who)
        return Refusal(413, str(sizes.too_large(most).detail)) if sizes.announced(request) > most else None

    def _place(self, request: Request) -> AbstractAsyncContextManager[object]:
        """A place among the requests that are answered at once; what a stranger reads takes none from others."""
        who: Visitor = request.state.visitor
        if forgery.is_change(request.method):
            return self.logins if who.role is None else self.changes
        return nullcontext() if who.role is None else self.reads

    async def _answer(self, request: Request, refusal: Refusal) -> Response:
        """The answer to what is not let in: the way to log in, or why not."""
        if refusal.status == 421:
            return PlainTextResponse(refusal.said, refusal.status)
        if refusal.status == 401:
            here = request.url.path + (f"?{request.url.query}" if request.url.query else "")
            login = f"/login?next={quote(here, safe='/')}" if request.method == "GET" else "/login"
            if request.headers.get("HX-Request"):
                return PlainTextResponse(refusal.said, refusal.status, {"HX-Redirect": login})
            if request.method == "GET" and "text/html" in request.headers.get("Accept", ""):
                return RedirectResponse(login, 303)
        return await run_in_threadpool(self.refuse, request, refusal.status, refusal.said)

    def _give_token(self, token: str, headers: MutableHeaders) -> None:
        """A cookie for a browser that has none, so that its forms can be told from forged ones."""
        name = cookie_name(self.door)
        if any(value.startswith(f"{name}=") for value in headers.getlist("set-cookie")):
            return
        carrier = Response()
        set_token(carrier, self.door, token)
        headers.append("set-cookie", carrier.headers["set-cookie"])
