"""How the app is used: the keys, what the marks mean, what the map draws."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response

from dragoman.web.desk import At
from dragoman.web.security.links import way_back
from dragoman.web.tongues import COOKIE, tongues

router = APIRouter()
YEAR = 365 * 24 * 3600


@router.get("/help")
def show(desk: At) -> Response:
    """The page."""
    return desk.page("help.html", part="content")


@router.get("/language/{code}")
def speak(desk: At, code: str, back: str = "/") -> Response:
    """Another language from now on. `back` is a path of this app; of anything else nothing is followed."""
    answer = RedirectResponse(way_back(back), 303)
    if code in tongues():
        answer.set_cookie(COOKIE, code, max_age=YEAR, samesite="lax", httponly=True)
    return answer
