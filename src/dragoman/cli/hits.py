"""How documents that a search found are shown: each with the words that it was found by."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from dragoman.cli.columns import clean, table, wrapped
from dragoman.cli.lookup import counted, more_lines

if TYPE_CHECKING:
    from dragoman.ledger.search import Wanted
    from dragoman.model import Document

OPENING = 70
"""Characters of a text that stand for a headline."""
LINES = 3
"""Lines that a document may take in a list."""


def found_lines(
    line: str, asked: Wanted, found: Sequence[tuple[str, Document]], total: int, short: Mapping[str, str]
) -> Iterator[str]:
    """A table of documents, each with some words around the first that was looked for, and how many more there are."""
    yield from wrapped(f"Documents with {_told(line, asked)}: {counted(len(found), total)}, the latest first")
    yield ""
    rows = [
        (short[key], (document.published or "")[:10], document.language or "", _words(document, asked))
        for key, document in found
    ]
    yield from table(("id", "published", "in", "what"), rows, most=LINES)
    yield ""
    yield from more_lines(len(found), total)
    yield from wrapped(f"All about one: dragoman show {short[found[0][0]]}")


def none_lines(line: str, asked: Wanted, documents: int, first: str | None, last: str | None) -> Iterator[str]:
    """That there are none, and what was searched."""
    yield from wrapped(f"No document with {_told(line, asked)}.")
    if not documents:
        yield from wrapped("This ledger has no documents: `dragoman add FILE` reads them.")
        return
    languages = sorted(name for spoken in asked.words.values() for name in spoken if name)
    span = f", published from {first[:10]} to {last[:10]}" if first and last else ""
    yield from wrapped(
        f"This ledger has {documents:,} documents in {', '.join(languages) or 'no known language'}{span}."
    )
    yield from wrapped("A document has to have every word: fewer words find more. Words are not translated.")


def _words(document: Document, asked: Wanted) -> str:
    return f"{about(document)}\n{excerpt(document, asked)}".rstrip()


def about(document: Document) -> str:
    """Headline and outlet; the first words where there is no headline."""
    named = clean(document.headline or document.text[:OPENING])
    return f"{named} ({clean(document.outlet)})" if document.outlet else named


def excerpt(document: Document, asked: Wanted) -> str:
    """The words of the text around the first one that was looked for; empty where it stands in the headline alone."""
    from dragoman.ledger.hits import around

    span = around(document.text, document.language, asked)
    if span is None:
        return ""
    head, tail = "… " if span[0] else "", " …" if span[1] < len(document.text) else ""
    return f"{head}{clean(document.text[slice(*span)])}{tail}"


def hit_json(key: str, document: Document, asked: Wanted) -> str:
    """A document without its text, with the words that it was found by."""
    told = document.model_dump(mode="json", exclude={"text"})
    return json.dumps({"key": key, **told, "excerpt": excerpt(document, asked)}, ensure_ascii=False)


def head_json(line: str, asked: Wanted, total: int) -> str:
    """What was asked, and how many there are in all."""
    told = {"words": line, "since": asked.since, "until": asked.until}
    return json.dumps({"asked": told, "found": total}, ensure_ascii=False)


def _told(line: str, asked: Wanted) -> str:
    times = [f"since {asked.since}" if asked.since else "", f"until {asked.until}" if asked.until else ""]
    return ", ".join([f"«{clean(line)}»", *filter(None, times)])
