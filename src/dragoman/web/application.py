"""The application: the ledger it stands on, its pages, what is done when something goes wrong."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from dragoman.errors import DragomanError
from dragoman.ledger import Ledger
from dragoman.version import __version__
from dragoman.web import pages
from dragoman.web.api import PREFIX, api, problems
from dragoman.web.assets import Assets
from dragoman.web.basket import Basket
from dragoman.web.desk import Desk
from dragoman.web.held import BeingRead
from dragoman.web.routes import add
from dragoman.web.security import Door, guard
from dragoman.web.statuses import headers_of, status_of
from dragoman.web.tellings import Tellings
from dragoman.web.workshop import Workshop

LOCAL = Door()
"""This machine alone, at whatever port."""


def application(ledger: Ledger, door: Door = LOCAL) -> FastAPI:
    """The web app over an open ledger; whoever opened it closes it. `door` is where it is reached."""
    made = FastAPI(
        title="Dragoman",
        version=__version__,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        lifespan=_alive,
    )
    made.state.ledger = ledger
    made.state.workshop = Workshop(ledger)
    made.state.tellings = Tellings(made.state.workshop)
    made.state.basket = Basket()
    made.mount("/static", Assets(), name="static")
    made.mount(PREFIX, api(made.state), name="api")
    add(made, pages.routers())
    made.exception_handler(HTTPException)(_refused)
    made.exception_handler(RequestValidationError)(_misaddressed)
    made.exception_handler(DragomanError)(_told)
    made.exception_handler(BeingRead)(_being_read)
    guard(made, ledger, door, _page)
    return made


@asynccontextmanager
async def _alive(app: FastAPI) -> AsyncIterator[None]:
    """The workshop's process ends with the server."""
    yield
    await run_in_threadpool(app.state.workshop.close)


def _refused(request: Request, error: HTTPException) -> Response:
    """No such page, or no right to it."""
    if _is_behind(request) and error.status_code == 404:
        return _being_read(request)
    return _page(request, error.status_code, str(error.detail), error.headers)


def _misaddressed(request: Request, error: RequestValidationError) -> Response:
    first = error.errors()[0]
    return _page(request, 422, f"{first['loc'][-1]}: {first['msg']}")


def _told(request: Request, error: DragomanError) -> Response:
    """What a user can act on: the message, which says what to do."""
    if _is_behind(request):
        return _being_read(request)
    return _page(request, status_of(error), error.line, headers_of(error))


def _is_behind(request: Request) -> bool:
    """Whether the network that was asked is not the newest: what it has not got may be there in a moment."""
    return bool(getattr(request.state, "behind", False))


def _being_read(request: Request, _: Exception | None = None) -> Response:
    """That the network is being read: a page that asks for itself again."""
    return Desk(request).page("waiting.html", status=202)


def _page(request: Request, status: int, said: str, headers: object = None) -> Response:
    """Why not, as a page; of a defect of ours nothing is shown, the server's log has it."""
    if request.url.path.startswith(f"{PREFIX}/"):
        # An address that no mounted app is asked for, such as one with a line break.
        return problems.answer(request, status, said)
    answer = Desk(request).page("error.html", part="content", status=status, code=status, said=said)
    if isinstance(headers, dict):
        answer.headers.update(headers)
    return answer
