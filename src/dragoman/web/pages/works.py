"""Long work, told as it goes; and the putting of claims to the record, which is begun from the page of claims."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import RedirectResponse, Response

from dragoman.web.desk import At
from dragoman.web.reviewer import reviewer_of
from dragoman.web.works import Doing
from dragoman.web.workshop.importing import PutToRecord

router = APIRouter()
TEST, IMPORT = "test", "import"


@router.get("/works/{number}")
def show(desk: At, works: Doing, number: int) -> Response:
    """How far a work has come."""
    begun = works.find(number)
    if begun is None:
        raise HTTPException(404, "no such work; those of before the server was started are not told")
    return desk.page("work.html", part="content", begun=begun)


@router.post("/claims/test")
def test(request: Request, works: Doing) -> Response:
    """Put what waits to the record."""
    works.begin(TEST, "", reviewer_of(request), PutToRecord())
    return RedirectResponse("/claims", 303)
