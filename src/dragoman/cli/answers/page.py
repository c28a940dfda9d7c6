"""An answer as a page: sections with paragraphs, lists and tables, told as text of 80 columns or as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.cli.columns import clean, listed, table, wrapped


@dataclass(slots=True, frozen=True)
class Paragraph:
    """Running text."""

    text: str


@dataclass(slots=True, frozen=True)
class Items:
    """A list; an item may have a list of its own."""

    items: Sequence[str | tuple[str, Sequence[str]]]


@dataclass(slots=True, frozen=True)
class Grid:
    """A table; the cells of the last column may be long."""

    heads: Sequence[str]
    rows: Sequence[Sequence[str]]


Part = Paragraph | Items | Grid


@dataclass(slots=True, frozen=True)
class Section:
    """A title, and what stands under it."""

    title: str
    parts: Sequence[Part]


@dataclass(slots=True, frozen=True)
class Page:
    """A whole answer. `lead` stands under the title."""

    title: str
    lead: Sequence[Part]
    sections: Sequence[Section]


def text_lines(page: Page) -> Iterator[str]:
    """The page for a terminal; a section without anything in it is left out."""
    yield from wrapped(page.title)
    for part in page.lead:
        yield from _as_text(part)
    for section in page.sections:
        if section.parts:
            yield ""
            yield section.title.upper()
            for part in section.parts:
                yield from _as_text(part)


def markdown_lines(page: Page) -> Iterator[str]:
    """The page as Markdown."""
    yield f"# {_escaped(page.title)}"
    for part in page.lead:
        yield ""
        yield from _as_markdown(part)
    for section in page.sections:
        if section.parts:
            yield ""
            yield f"## {_escaped(section.title)}"
            for part in section.parts:
                yield ""
                yield from _as_markdown(part)


def _as_text(part: Part) -> Iterator[str]:
    if isinstance(part, Paragraph):
        yield from wrapped(part.text)
    elif isinstance(part, Grid):
        yield from table(part.heads, part.rows)
    else:
        for item in part.items:
            head, below = (item, ()) if isinstance(item, str) else item
            yield from listed([head])
            yield from (line for one in below for line in wrapped(one, first="  ", rest="    "))


def _as_markdown(part: Part) -> Iterator[str]:
    if isinstance(part, Paragraph):
        yield _escaped(part.text)
    elif isinstance(part, Grid):
        yield _cells(part.heads)
        yield _cells(["---"] * len(part.heads))
        yield from (_cells(map(_escaped, row)) for row in part.rows)
    else:
        for item in part.items:
            head, below = (item, ()) if isinstance(item, str) else item
            yield f"- {_escaped(head)}"
            yield from (f"  - {_escaped(one)}" for one in below)


def _cells(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _escaped(text: str) -> str:
    plain = clean(text)
    for sign in ("\\", "|", "*", "_", "`", "<"):
        plain = plain.replace(sign, f"\\{sign}")
    return plain
