"""Errors as RFC 9457 has them: `application/problem+json`."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import Response
from pydantic import Field
from starlette.exceptions import HTTPException

from dragoman.errors import DragomanError
from dragoman.model import Frozen
from dragoman.web.statuses import headers_of, status_of

MEDIA = "application/problem+json"


class Fault(Frozen):
    """A part of what was asked that cannot be taken: where it stands, and what is wrong with it."""

    where: str
    what: str


class Problem(Frozen):
    """What went wrong: `title` is that of the HTTP status, `detail` says what happened and what to do."""

    type: str = "about:blank"
    title: str
    status: int
    detail: str
    instance: str
    faults: tuple[Fault, ...] = Field(default=(), description="each part of the request that cannot be taken")


def _response(description: str) -> dict[str, Any]:
    return {"description": description, "content": {MEDIA: {"schema": Problem.model_json_schema()}}}


RESPONSES: dict[int | str, dict[str, Any]] = {
    304: {"description": "Nothing was written to the ledger since the answer with this ETag."},
    400: _response("What is asked makes no sense to the ledger, or stands for several things."),
    401: _response("Somebody has to log in first, or no account has that name and password."),
    403: _response("The account has no right to it, or a change came without the token of `/session`."),
    404: _response("There is nothing of that name."),
    408: _response("The request came too slowly."),
    413: _response("More than may be sent at once."),
    421: _response("The app is not reached under that name."),
    422: _response("A part of the request is not of its kind."),
    429: _response("Asked too often; `Retry-After` says when there is room again."),
}
"""What any call may answer beside what it is for."""


def answer(request: Request, status: int, detail: str, faults: tuple[Fault, ...] = ()) -> Response:
    """The problem as an answer."""
    title = HTTPStatus(status).phrase
    told = Problem(title=title, status=status, detail=detail, instance=request.url.path, faults=faults)
    return Response(told.model_dump_json(), status_code=status, media_type=MEDIA)


def refused(request: Request, error: HTTPException) -> Response:
    """No such address or method, or no right to it."""
    made = answer(request, error.status_code, str(error.detail))
    made.headers.update(error.headers or {})
    return made


def misaddressed(request: Request, error: RequestValidationError) -> Response:
    """Parts of the request that are not of their kind."""
    found = [(".".join(map(str, one["loc"])), str(one["msg"])) for one in error.errors()]
    detail = "; ".join(f"{where}: {what}" for where, what in found)
    return answer(request, 422, detail, tuple(Fault(where=where, what=what) for where, what in found))


def told(request: Request, error: DragomanError) -> Response:
    """What a user can act on."""
    made = answer(request, status_of(error), error.line)
    made.headers.update(headers_of(error))
    return made


def failed(request: Request, error: Exception) -> Response:
    """A defect of ours: the server's log has it."""
    return answer(request, 500, "a fault of the program; nothing was changed")
