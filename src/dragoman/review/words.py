"""Where words that a reviewer gives stand in the text: nothing is coded without evidence."""

from __future__ import annotations

import re

from dragoman.errors import ReviewError
from dragoman.model import Span


def located(words: str, text: str, near: Span) -> tuple[str, Span]:
    """The words as the text has them, and where: the occurrence nearest to `near`.

    Case and the breaks between lines do not matter. Raises ReviewError where the text does not have them.
    """
    parts = [re.escape(part) for part in words.split()]
    found = [match.span() for match in re.finditer(r"\s+".join(parts), text, re.IGNORECASE)] if parts else []
    if not found:
        raise ReviewError(
            f"the text does not have the words «{' '.join(words.split())}»", advice="give words as they stand in it"
        )
    start, end = min(found, key=lambda span: (_distance(span, near), span[0]))
    return text[start:end], (start, end)


def _distance(span: Span, near: Span) -> int:
    return max(0, near[0] - span[1], span[0] - near[1])
