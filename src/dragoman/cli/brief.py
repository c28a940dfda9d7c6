"""`dragoman brief`: an article told as an editor's note."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from typing import Annotated

import typer

from dragoman.cli.codings import coding_of
from dragoman.cli.failures import EXIT_CODE, Failures
from dragoman.cli.options import AllowPrivate, Output, Sources
from dragoman.cli.output import written


class Format(StrEnum):
    """How a brief is shown."""

    terminal = "terminal"
    markdown = "markdown"
    html = "html"
    json = "json"


class Language(StrEnum):
    """The languages that a brief is told in."""

    en = "en"
    ru = "ru"


Form = Annotated[
    Format,
    typer.Option("--format", help="html is a page of one article; json is an object for each article."),
]
Told = Annotated[
    Language, typer.Option("--lang", help="The language of the brief, whatever the language of the article.")
]


def brief(
    sources: Sources,
    form: Form = Format.terminal,
    lang: Told = Language.en,
    output: Output = None,
    allow_private: AllowPrivate = False,
) -> None:
    """Tell what happened, who says so and what the article argues.

    Facts come first and arguments are marked as such; every line has its quote and
    its place in the text.

    \b
    Examples:
      dragoman brief article.txt
      dragoman brief https://example.org/news/1.html --lang ru
      dragoman brief page.html --format html -o brief.html
      dragoman brief - < article.txt
    """
    if form is Format.html and len(sources) > 1:
        raise typer.BadParameter("html is a page of one article; give one SOURCE at a time", param_hint="--format")
    failures = Failures()
    colour = output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    with written(output) as stream:
        told = 0
        for source in sources:
            with failures.of(source):
                text = _told(source, form, lang, allow_private=allow_private, colour=colour)
                stream.write("\n" * bool(told) + text)
                stream.flush()
                told += 1
        if failures.count and not told:
            # Nothing was told: an older brief in that place stays as it is.
            raise typer.Exit(EXIT_CODE)
    failures.close()


def _told(source: str, form: Format, lang: Language, *, allow_private: bool, colour: bool) -> str:
    """The brief of one article, with a line feed at its end. Raises DragomanError."""
    coding = coding_of(source, allow_private=allow_private)

    from dragoman.briefs import brief as tell
    from dragoman.briefs import render

    return render(tell(coding, lang.value), form.value, coding=coding, colour=colour)
