"""The words of the text beside a sentence: an exact part of the evidence, cut at words where it is long."""

from __future__ import annotations

from dragoman.briefs.shape import Quote
from dragoman.briefs.tables import Interface
from dragoman.model import Statement

LONGEST = 140
"""Characters of a quote, with the marks of what was cut."""


MARKS = {"«": "»", "“": "”", "„": "“", '"': '"'}
"""Quotation marks that open, and those that end what they open."""
_WITHIN = str.maketrans("«»", "„“")


def quoted(text: str, words: Interface) -> str:
    """A name or title in the brief's quotation marks: without those it came in, with others for names within."""
    text = " ".join(text.split())
    while len(text) > 1 and MARKS.get(text[0]) == text[-1] and not set(text[1:-1]) & {text[0], text[-1]}:
        text = text[1:-1].strip()
    for opens, ends in (("«", "»"), ("»", "«")):
        if text.count(opens) > text.count(ends):
            text = text.replace(opens, "", 1).strip()
    return words.quote.format(text=text.translate(_WITHIN)) if text else ""


def quote(statement: Statement, said_by: str) -> Quote:
    """The evidence, or the part of it around the trigger."""
    evidence = statement.evidence
    at = min(max(statement.cues.trigger[0] - evidence.start, 0), len(evidence.text))
    start, end = window(evidence.text, at)
    return Quote(
        text=evidence.text[start:end],
        cut_before=bool(evidence.text[:start].strip()),
        cut_after=bool(evidence.text[end:].strip()),
        span=(evidence.start, evidence.end),
        said_by=said_by,
        statement=statement.id,
    )


def window(text: str, at: int, longest: int = LONGEST) -> tuple[int, int]:
    """Start and end of a part of at most `longest` characters, two of them kept for `…`, that holds the word at `at`.

    It begins at the start of the text if the word is near enough, and is cut at spaces where there are any.
    """
    if len(text) <= longest:
        return 0, len(text)
    room = longest - 2
    start = 0 if at < room * 2 // 3 else min(at - room // 3, len(text) - room)
    end = start + room
    if start:
        space = _next_space(text, start, end)
        start = space + 1 if space >= 0 else start
    if end < len(text) and not text[end].isspace():
        space = max((i for i in range(start + 1, end) if text[i].isspace()), default=-1)
        end = space if space > start else end
    while end > start and text[end - 1].isspace():
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return start, end


def shown(quote: Quote) -> str:
    """On one line, with `…` where it was cut."""
    text = " ".join(quote.text.split())
    return ("…" if quote.cut_before else "") + text + ("…" if quote.cut_after else "")


def _next_space(text: str, start: int, end: int) -> int:
    if text[start - 1].isspace():
        return start - 1
    return next((i for i in range(start, end) if text[i].isspace()), -1)
