"""Lines of a text that were broken at a fixed width become paragraphs again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from dragoman.sources.lines import What, classify

WIDEST = 120
NARROWEST = 40
FULL = 0.9
"""Of the widest line: what a full line, with the word that came after it, is longer than."""
BLANK = re.compile(r"\n[^\S\n]*\n")


def unwrap(text: str) -> Iterator[str]:
    """The paragraphs of a text: one a line, or one a block where the block was broken at a fixed width."""
    for block in BLANK.split(text):
        lines = [line.strip() for line in block.split("\n") if line.strip()]
        if _wrapped(lines):
            yield " ".join(lines)
        else:
            yield from lines


def _wrapped(lines: list[str]) -> bool:
    """Whether every line is full: the next line's first word had no room at its end.

    Two lines alone could be anything, so there the second has to go on in lower case.
    """
    width = max(map(len, lines), default=0)
    if len(lines) < 2 or not NARROWEST <= width <= WIDEST:
        return False
    pairs = list(pairwise(lines))
    if any(len(one) + 1 + len(two.split()[0]) <= FULL * width for one, two in pairs):
        return False
    if len(lines) == 2 and not lines[1][0].islower():
        return False
    goes_on = any(two[0].islower() for _, two in pairs)
    return goes_on and all(line.what is What.body for one in lines for line in classify(one))
