"""The cookie that holds a browser's token."""

from __future__ import annotations

from starlette.responses import Response

from dragoman.web.security.door import Door
from dragoman.web.security.tokens import cookie_name


def set_token(answer: Response, door: Door, token: str, seconds: int | None = None) -> None:
    """Give a browser its token: not for scripts, not for other sites, over https alone where there is https.

    `Lax`, not `Strict`: who follows a link to a view from a mail is logged in there. Without `seconds` it goes when the
    browser is closed.
    """
    answer.set_cookie(
        cookie_name(door), token, max_age=seconds, path="/", httponly=True, samesite="lax", secure=door.is_secure
    )
