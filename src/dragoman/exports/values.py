"""Texts and numbers as every format can hold them."""

from __future__ import annotations

import re
from math import isfinite

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
SIGN = "\ufffd"


def plain(text: str) -> str:
    """The text with `�` for every character that XML 1.0 forbids and readers of CSV files end a cell at.

    That is the control characters but tab and line ends, U+FFFE and U+FFFF: rubbish of broken pages, never words.
    """
    return _FORBIDDEN.sub(SIGN, text)


def finite(number: float | None) -> float | None:
    """The number, None for what is none: JSON has no NaN and no infinity."""
    return number if number is not None and isfinite(number) else None
