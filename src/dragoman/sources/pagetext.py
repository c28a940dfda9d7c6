"""A page that was saved or copied as text: what of it is the article.

The headline is told by standing twice, or by standing first and alone; it is kept as `Page.headline` and is no part of
the text. The body runs from the first line that reads as a paragraph to a heading such as "other news of the section".
Lines before the headline are navigation. What a plain text file has none of is not looked for: its paragraphs stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from dragoman.sources.furniture import bare
from dragoman.sources.lines import NAME, Line, What, classify
from dragoman.sources.page import Page
from dragoman.sources.wrapped import unwrap

END = re.compile(r"[.…:;。।][\"'»”’)\]]*$")
INNER_END = re.compile(r"[.!?…][\"'»”)]*\s+[«\"“(]?[^\W\d_a-zа-яё]")
HEADING = re.compile(r"^#{1,6}\s+")
SITE = re.compile(r"\s+[|—–-]\s+|\s*\|\s*")
FACTS = frozenset({What.date, What.clock, What.icon_count, What.number, What.views, What.outlet, What.author})
COUNTS = frozenset({What.icon_count, What.number, What.views})
HEAD_LINES = 30
LONG = 40


def read_page_text(text: str) -> Page:
    """The article in the text of a page; `paragraphs` is empty when there is nothing but furniture."""
    lines = [line for one in unwrap(text) for line in classify(one)]
    headline, begin = _headline(lines)
    kept = _body(lines, begin, headline)
    _sign(lines, kept)
    first = next((i for i, _ in kept), len(lines))
    last = max((i for i, _ in kept), default=-1)
    around = [line for i, line in enumerate(lines) if i < first or i > last]
    page = Page([HEADING.sub("", line.text) for _, line in kept], headline=headline)
    _facts(page, around)
    return page


def tidy(paragraphs: Iterable[str], headline: str | None) -> list[str]:
    """Paragraphs that an HTML reader found, without the headline and the furniture that came along."""
    lines = [line for one in paragraphs if one.strip() for line in classify(one)]
    return [line.text for _, line in _body(lines, 0, headline)]


def _headline(lines: list[Line]) -> tuple[str | None, int]:
    """The headline, and the index of the line after it (0 where there is none and nothing is to be cut)."""
    head = [(i, line) for i, line in enumerate(lines[:HEAD_LINES]) if line.what is What.body]
    for place, (_, line) in enumerate(head):
        again = _repeats(line.text, head[place + 1 :])
        if again:
            shorter = min((line.text, lines[again[0]].text), key=len)
            return HEADING.sub("", shorter), again[-1] + 1
    opening = next((place for place, (_, line) in enumerate(head) if _opens(line.text)), None)
    if not opening:
        return None, 0
    titles = [(i, line) for i, line in head[:opening] if len(line.text.split()) >= 4] or head[opening - 1 : opening]
    index, title = titles[0]
    return HEADING.sub("", title.text), index + 1


def _repeats(title: str, following: list[tuple[int, Line]]) -> list[int]:
    """Where the line stands again before the first paragraph; a short one may be an entry of the navigation."""
    found: list[int] = []
    for index, line in following if len(title.split()) >= 3 else []:
        if _same(title, line.text):
            found.append(index)
        elif _opens(line.text):
            break
    return found


def _same(one: str, other: str) -> bool:
    """Whether two lines are one headline; a page's title may have the site's name behind it."""
    short, long = sorted((bare(one), bare(other)), key=len)
    if short == long:
        return True
    rest = long.removeprefix(short)
    return len(short.split()) >= 3 and rest != long and bool(SITE.match(rest)) and len(rest.split()) <= 5


def _opens(text: str) -> bool:
    """Whether a line reads as a paragraph and not as a headline or a link."""
    length = len(text.split())
    return length >= LONG or (length >= 4 and bool(END.search(text) or (length >= 12 and INNER_END.search(text))))


def _body(lines: list[Line], begin: int, headline: str | None) -> list[tuple[int, Line]]:
    """The lines of the article from `begin`: no furniture, no block of links, nothing after a foot."""
    kept: list[tuple[int, Line]] = []
    opened = aside = False
    for index, line in enumerate(lines[begin:], begin):
        opens = line.what is What.body and _opens(line.text)
        if line.what is What.foot and opened:
            break
        opened = opened or opens
        aside = (aside and not opens) or line.what is What.aside
        if not aside and not (headline and _same(line.text, headline)) and _stays(line, opened):
            kept.append((index, line))
    while kept and kept[-1][1].what is not What.body:
        kept.pop()
    return kept


def _sign(lines: list[Line], kept: list[tuple[int, Line]]) -> None:
    """A short name on the last line, behind the page's counters, is the outlet's and no paragraph."""
    if len(kept) < 2:
        return
    (before, _), (index, last) = kept[-2:]
    counted = any(line.what in COUNTS for line in lines[before + 1 : index])
    if counted and len(last.text.split()) <= 4 and NAME.fullmatch(last.text):
        lines[index] = Line(What.outlet, last.text, last.text)
        kept.pop()


def _stays(line: Line, opened: bool) -> bool:
    """A date or a number of its own between two paragraphs is the author's; before and after them it is the page's."""
    return line.what is What.body or (opened and line.what in (What.date, What.number))


def _facts(page: Page, around: list[Line]) -> None:
    told = {what: [line.value for line in around if line.what is what] for what in FACTS}
    page.author = next(iter(told[What.author]), None)
    page.outlet = _outlet(told[What.outlet], page.text)
    page.published = _published(told[What.date], told[What.clock])
    counts = told[What.views] or told[What.icon_count]
    page.views = int(counts[0]) if counts else None


def _published(dates: list[str], clocks: list[str]) -> str | None:
    if not dates:
        return None
    return f"{dates[0]}T{clocks[0]}" if clocks and "T" not in dates[0] else dates[0]


def _outlet(named: list[str], text: str) -> str | None:
    """The outlet that the body names too ("as X reports"), else the first one around it."""
    return next((name for name in named if name in text), next(iter(named), None))
