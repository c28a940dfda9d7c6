"""Logging in and out."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import RedirectResponse, Response

from dragoman.errors import LoginRefused, TooOften
from dragoman.ledger import accounts, audit, sessions
from dragoman.ledger.logins import log_in
from dragoman.web.desk import At, Desk, Reading
from dragoman.web.security import Reader, Visitor
from dragoman.web.security.cookies import set_token
from dragoman.web.security.links import way_back

router = APIRouter()
Next = Annotated[str, Query(max_length=2000)]
Text = Annotated[str, Form(max_length=1000)]


@router.get("/login")
def ask(desk: At, record: Reading, next: Next = "/") -> Response:
    """The form; who has logged in can log in as somebody else."""
    return desk.page("login.html", next=way_back(next), failed=False, wait=0, name="", needed=accounts.exist(record))


@router.post("/login")
def enter(desk: At, request: Request, name: Text = "", password: Text = "", next: Text = "/") -> Response:
    """Start a session, with a new token, and go on to where the visitor wanted to go."""
    who: Visitor = request.state.visitor
    try:
        found = log_in(desk.ledger, name, password, who.address or "")
    except (LoginRefused, TooOften) as error:
        return _again(desk, error, name, way_back(next))
    answer = RedirectResponse(way_back(next), 303)
    set_token(answer, request.app.state.door, found.token, sessions.LIFETIME)
    return answer


@router.post("/logout")
def leave(desk: At, request: Request, by: Reader) -> Response:
    """End the session here and in the ledger."""
    with desk.ledger.noting() as connection:
        sessions.end(connection, request.state.token)
        audit.note(connection, by.person, "logout")
    answer = RedirectResponse("/login", 303)
    set_token(answer, request.app.state.door, sessions.new_token())
    return answer


def _again(desk: Desk, error: LoginRefused | TooOften, name: str, next: str) -> Response:
    """The form once more, with what was wrong."""
    seconds = error.wait if isinstance(error, TooOften) else 0
    status, wait = (429, -(-seconds // 60)) if seconds else (401, 0)
    answer = desk.page("login.html", status=status, failed=True, wait=wait, name=name, next=next, needed=True)
    if seconds:
        answer.headers["Retry-After"] = str(seconds)
    return answer
