"""The reader: an article with its evidence marked, its statements beside it, and what it has to do with."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import Response

from dragoman.web.desk import At, Reading
from dragoman.web.reading import article

router = APIRouter()
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ps", "ckb", "dv", "yi", "ug", "sd"})
"""Languages that are written from right to left, ISO 639-1 (639-3 where it has none)."""


@router.get("/documents/{key}")
def show(desk: At, record: Reading, key: str) -> Response:
    """The page."""
    found = article(record, key)
    return desk.page("reader/page.html", article=found, direction=direction(found.record.document.language))


def direction(language: str | None) -> str:
    """The `dir` of a text in this language."""
    return "rtl" if language in RIGHT_TO_LEFT else "ltr" if language else "auto"
