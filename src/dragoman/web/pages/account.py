"""Somebody's own account: another password."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from dragoman.errors import AccountError, LoginRefused, TooOften
from dragoman.ledger import accounts, passwords, sessions
from dragoman.ledger.logins import checked
from dragoman.web.desk import At, Desk
from dragoman.web.security import Reader, Visitor
from dragoman.web.security.cookies import set_token
from dragoman.web.statuses import headers_of, status_of

router = APIRouter()
Secret = Annotated[str, Form(max_length=1000)]


@router.get("/account")
def show(desk: At, by: Reader, done: bool = False) -> Response:
    """The page; `done` says that the password was changed."""
    return _page(desk, by, done=done)


@router.post("/account")
def change(
    desk: At, request: Request, by: Reader, password: Secret = "", new: Secret = "", again: Secret = ""
) -> Response:
    """Set another password, end every session of the account, and start a new one here.

    The old password is asked for: who finds a browser open cannot take the account.
    """
    if by.is_local or by.name is None:
        return _page(desk, by)
    try:
        if new != again:
            raise AccountError("the two passwords differ", advice="type the new one twice")
        passwords.check(new, by.name)
        hashed = passwords.hashed(new)
        with checked(desk.ledger, by.name, password, by.address or "") as (connection, account):
            accounts.set_password(connection, account.name, hashed, by.person)
            token = sessions.start(connection, account)
    except LoginRefused:
        return _page(desk, by, failed="wrong", status=403)
    except TooOften as error:
        return _page(desk, by, failed="often", status=status_of(error), headers=headers_of(error))
    except AccountError as error:
        return _page(desk, by, failed=error.what, status=status_of(error))
    answer = RedirectResponse("/account?done=true", 303)
    set_token(answer, request.app.state.door, token, sessions.LIFETIME)
    return answer


def _page(
    desk: Desk,
    by: Visitor,
    *,
    failed: str = "",
    done: bool = False,
    status: int = 200,
    headers: dict[str, str] | None = None,
) -> Response:
    shortest = passwords.SHORTEST
    answer = desk.page("own_account.html", status=status, by=by, failed=failed, done=done, shortest=shortest)
    answer.headers.update(headers or {})
    return answer
