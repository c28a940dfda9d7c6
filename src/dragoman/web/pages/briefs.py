"""The brief of a document, beside its text, and as a file; written once in the workshop, its progress shown."""

from __future__ import annotations

from typing import Literal

from fastapi import APIRouter
from fastapi.responses import Response

from dragoman.briefs import pdf, render
from dragoman.briefs.render import lines
from dragoman.briefs.shape import BriefLanguage
from dragoman.errors import DragomanError, NotInLedger
from dragoman.ledger.keys import Thing, find
from dragoman.web.desk import At, Reading
from dragoman.web.pages.documents import direction
from dragoman.web.reading import article
from dragoman.web.tellings import Tellings
from dragoman.web.workshop import Step, Work
from dragoman.web.workshop.telling import Told

router = APIRouter()
SOON = 0.15
"""Seconds that a page waits for a brief that may be done: longer, and it shows progress."""
PATIENCE = 180.0
"""Seconds that a file waits for its brief."""
Form = Literal["md", "html", "pdf", "json", "svg"]
MEDIA: dict[Form, str] = {
    "md": "text/markdown; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "json": "application/json",
    "svg": "image/svg+xml",
}


@router.get("/documents/{key}/brief")
def show(desk: At, record: Reading, key: str, told: BriefLanguage | None = None) -> Response:
    """The page, or the brief alone, for a place beside the text; while it is written, how far it is."""
    found = article(record, key)
    language = told or _language(desk)
    work = _tellings(desk).of(record, found.record.key, language)
    work.ended.wait(SOON)
    return desk.page(
        "brief.html",
        part="brief",
        article=found,
        language=language,
        work=work,
        told=work.result if isinstance(work.result, Told) else None,
        cards={card.kept.statement.id: card for card in found.cards},
        direction=direction(found.record.document.language),
        lines=lines,
        failed=work.step is Step.failed,
    )


@router.get("/documents/{key}/brief.{form}")
def take(desk: At, record: Reading, key: str, form: Form, told: BriefLanguage | None = None) -> Response:
    """The brief as a file; `svg` is its figure, which the page shows."""
    language = told or _language(desk)
    document = find(record, key, Thing.document).key
    made = _made(_tellings(desk).of(record, document, language))
    if form == "svg":
        if made.brief.illustration is None:
            raise NotInLedger("the brief has no figure", source=document)
        return Response(made.brief.illustration.svg, media_type=MEDIA[form])
    name = f"brief-{document}-{language}.{form}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(_file(made, form), media_type=MEDIA[form], headers=headers)


def _file(made: Told, form: Literal["md", "html", "pdf", "json"]) -> bytes:
    if form == "pdf":
        return pdf(made.brief)
    formats: dict[str, Literal["markdown", "html", "json"]] = {"md": "markdown", "html": "html", "json": "json"}
    return render(made.brief, formats[form], coding=made.coding, findings=made.findings).encode()


def _made(work: Work) -> Told:
    """The brief, when it is done. Raises DragomanError where it failed or is not done in time."""
    work.ended.wait(PATIENCE)
    if not isinstance(work.result, Told):
        raise DragomanError(
            work.error or "the brief is not written yet", advice="" if work.error else "try again later"
        )
    return work.result


def _tellings(desk: At) -> Tellings:
    found: Tellings = desk.request.app.state.tellings
    return found


def _language(desk: At) -> BriefLanguage:
    return "ru" if desk.tongue.code == "ru" else "en"
