"""A brief as a reader sees it: Markdown, a page, JSON, or text for a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, get_args

from dragoman.briefs.render.html import page
from dragoman.briefs.render.markdown import markdown
from dragoman.briefs.render.pdf import pdf
from dragoman.briefs.render.structured import structured
from dragoman.briefs.render.terminal import terminal
from dragoman.briefs.shape import Brief
from dragoman.errors import OutputError
from dragoman.findings.nouns import Finding
from dragoman.model import Coding

BriefFormat = Literal["terminal", "markdown", "html", "json"]
__all__ = ["FORMATS", "BriefFormat", "pdf", "render"]

FORMATS: tuple[BriefFormat, ...] = get_args(BriefFormat)


def render(
    brief: Brief,
    format: BriefFormat,
    *,
    coding: Coding | None = None,
    findings: Sequence[Finding] = (),
    colour: bool = False,
) -> str:
    """The brief in a format, with a line feed at its end.

    `coding` adds the document and its statements to the JSON, `findings` what the record says to its claims; `colour`
    allows escape sequences in the terminal's text. Raises OutputError for a format that there is none of.
    """
    match format:
        case "terminal":
            return terminal(brief, colour=colour)
        case "markdown":
            return markdown(brief)
        case "html":
            return page(brief)
        case "json":
            return structured(brief, coding, findings)
    raise OutputError(f"there is no format {format!r}", advice=f"choose one of {', '.join(FORMATS)}")
