"""Spans of years that a question is answered for, one after the other."""

from __future__ import annotations

from dragoman.network.nouns import Years


def windows(since: int, until: int, size: int) -> tuple[Years, ...]:
    """The windows of `size` years that end with `until`, from the one that holds `since` on.

    The first is cut where `since` falls into it: 2008 to 2014 by fives is 2008-2009 and 2010-2014.
    """
    found: list[Years] = []
    last = until
    while last >= since:
        found.append(Years(first=max(last - size + 1, since), last=last))
        last -= size
    return tuple(reversed(found))
