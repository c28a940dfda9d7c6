"""Numbers as pages show them: `8 913`, `8,913`, `12,4 тыс.`, `1.2K`."""

from __future__ import annotations

import re
from functools import cache

from dragoman.sources.furniture import furniture

LONG = 12
"""More digits than this are a telephone or an identifier, not a count."""


@cache
def _pattern() -> re.Pattern[str]:
    scales = "|".join(re.escape(name) for one in furniture() for name in one.scales)
    return re.compile(
        rf"(?P<number>\d{{1,3}}(?:[\s.,’']\d{{3}})+|\d+(?:[.,]\d+)?)\s?(?P<scale>(?:{scales})\b)?\.?", re.I
    )


def count(text: str) -> int | None:
    """The number that the whole text is, or None: `12,4 тыс.` is 12400."""
    match = _pattern().fullmatch(text.strip())
    if match is None or sum(c.isdigit() for c in text) > LONG:
        return None
    number, scale = match["number"], (match["scale"] or "").casefold()
    if scale:
        factor = next(one.scales[scale] for one in furniture() if scale in one.scales)
        return round(float(number.replace(",", ".")) * factor) if re.fullmatch(r"\d+(?:[.,]\d+)?", number) else None
    if re.fullmatch(r"\d+[.,]\d{1,2}", number):
        return None
    return int(re.sub(r"\D", "", number))


def count_in(text: str) -> int | None:
    """The one number in a short text such as `UserPageVisits:8913` or `Просмотров: 8 913`; None if there are more."""
    found = list(_pattern().finditer(text))
    return count(found[0][0]) if len(found) == 1 else None
