"""Who asks: where a program learns the token that its changes need, logs in and out.

The token stands in the header `X-CSRF-Token` of every call that changes something, beside the cookie.
"""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Request, Response
from pydantic import Field

from dragoman.ledger import audit, sessions
from dragoman.ledger.logins import log_in
from dragoman.model import Frozen, Role
from dragoman.web.security import Visitor
from dragoman.web.security.cookies import set_token
from dragoman.web.security.tokens import form_token

router = APIRouter(prefix="/session")


class Session(Frozen):
    """Who asks, with which rights, and the token for `X-CSRF-Token`."""

    name: str | None = Field(description="the account; the one user of this machine where there are none")
    role: Role | None
    token: str


class Credentials(Frozen):
    """An account and its password."""

    name: Annotated[str, Field(max_length=1000)]
    password: Annotated[str, Field(max_length=1000)]


@router.get("", summary="Who asks")
def tell(request: Request) -> Session:
    """Sets a cookie where there is none; `name` is null of somebody who has to log in."""
    who: Visitor = request.state.visitor
    return Session(name=who.name, role=who.role, token=form_token(request.state.token))


@router.post("", summary="Log in")
def enter(request: Request, response: Response, asked: Credentials) -> Session:
    """Starts a session of twelve hours; with its cookie goes another token."""
    who: Visitor = request.state.visitor
    found = log_in(request.app.state.ledger, asked.name, asked.password, who.address or "")
    set_token(response, request.app.state.door, found.token, sessions.LIFETIME)
    return Session(name=found.account.name, role=found.account.role, token=form_token(found.token))


@router.delete("", summary="Log out", status_code=204)
def leave(request: Request) -> None:
    """Ends the session; the token and the cookie are worth nothing any more."""
    who: Visitor = request.state.visitor
    with request.app.state.ledger.noting() as connection:
        sessions.end(connection, request.state.token)
        audit.note(connection, who.person, "logout")
