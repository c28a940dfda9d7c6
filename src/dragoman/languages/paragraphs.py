"""Paragraphs of a text, the same for every language: a line break always ends one."""

from __future__ import annotations

import re

PARAGRAPH = re.compile(r"[^\n\r\u2028\u2029\x85\x0b\x0c]+")


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The `(start, end)` of every paragraph, in characters of the text, empty ones left out."""
    return [match.span() for match in PARAGRAPH.finditer(text) if not match.group().isspace()]
