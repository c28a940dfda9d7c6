"""`dragoman brief`: an article told as an editor's note."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.codings import coding_of
from dragoman.cli.failures import EXIT_CODE, Failures
from dragoman.cli.options import AllowPrivate, Language, LedgerAddress, Output, Sources
from dragoman.cli.output import written_bytes

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from dragoman.briefs import BriefFormat


class Format(StrEnum):
    """How a brief is shown."""

    terminal = "terminal"
    markdown = "markdown"
    html = "html"
    pdf = "pdf"
    json = "json"


PAGES = (Format.html, Format.pdf)
TEXTS: dict[Format, BriefFormat] = {
    Format.terminal: "terminal",
    Format.markdown: "markdown",
    Format.html: "html",
    Format.json: "json",
}
Form = Annotated[
    Format,
    typer.Option("--format", help="html and pdf are a page of one article; json is an object for each article."),
]
Told = Annotated[
    Language, typer.Option("--lang", help="The language of the brief, whatever the language of the article.")
]


def brief(
    sources: Sources,
    form: Form = Format.terminal,
    lang: Told = Language.en,
    output: Output = None,
    ledger: LedgerAddress = None,
    allow_private: AllowPrivate = False,
) -> None:
    """Tell what happened, what the article argues, and what the record says to it.

    Facts come first and arguments are marked as such; every line has its quote and
    its place in the text. What the article takes as given and what it argues is
    put to the datasets of the ledger; without a ledger, to the starter record that
    comes with Dragoman.

    \b
    Examples:
      dragoman brief article.txt
      dragoman brief https://example.org/news/1.html --lang ru
      dragoman brief page.html --format pdf -o brief.pdf
      dragoman brief article.txt --ledger news.db
      dragoman brief - < article.txt
    """
    if form in PAGES and len(sources) > 1:
        message = f"{form.value} is a page of one article; give one SOURCE at a time"
        raise typer.BadParameter(message, param_hint="--format")
    if form is Format.pdf and output is None and sys.stdout.isatty():
        raise typer.BadParameter("a PDF is nothing for a terminal; name a file with -o", param_hint="--format")
    failures = Failures()
    colour = output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    from dragoman.findings.against import recorded

    with recorded(ledger) as record, written_bytes(output) as stream:
        told = 0
        for source in sources:
            with failures.of(source):
                text = _told(source, form, lang, record, allow_private=allow_private, colour=colour)
                stream.write(b"\n" * bool(told) + text)
                stream.flush()
                told += 1
        if failures.count and not told:
            # Nothing was told: an older brief in that place stays as it is.
            raise typer.Exit(EXIT_CODE)
    failures.close()


def _told(source: str, form: Format, lang: Language, record: Connection, *, allow_private: bool, colour: bool) -> bytes:
    """The brief of one article, as UTF-8 with a line feed at its end, or as a PDF. Raises DragomanError."""
    coding = coding_of(source, allow_private=allow_private)

    from dragoman.briefs import pdf, render
    from dragoman.briefs.written import written
    from dragoman.findings.against import record_for

    made, said = written(coding, record_for(record, coding), lang.value, illustrated=form in PAGES)
    if form is Format.pdf:
        return pdf(made)
    return render(made, TEXTS[form], coding=coding, findings=said.findings, colour=colour).encode()
