"""What one line of page text is: a paragraph, a fact about the article, or furniture."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from dragoman.sources.counters import count
from dragoman.sources.dates import find_clock, find_date
from dragoman.sources.furniture import bare, phrases, plain, words

DOMAIN = re.compile(r"(?:https?://)?(?:www\.)?((?:[^\W_](?:[\w-]*[^\W_])?\.)+(?:[a-z]{2,12}|рф))(?:/\S*)?", re.I)
FILE_ENDINGS = frozenset({"jpg", "jpeg", "png", "gif", "pdf", "html", "htm", "php", "txt", "mp4", "doc", "docx"})
SEPARATOR = re.compile(r"\s*[|•·]\s*|\t+|\s{3,}")
ICON_COUNT = re.compile(r"[#👁👀]️?\s*(\d.*)")
HASHTAGS = re.compile(r"(?:[#@][^\W\d]\w*[\s,;]*)+")
MAIL = re.compile(r"\S+@\S+\.\S+")
TRAILING_COUNT = re.compile(r"\s*\(?\d{1,5}\)?$")
NAME = re.compile(r"[^\W\d_][\w.'’-]*(?:\s+[^\W\d_][\w.'’-]*){0,4}")
LETTERS = re.compile(r"[^\W\d_]+(?:\s+[^\W\d_]+)*")
PLACE = re.compile(r"[^\W\d_][^.!?:;]{1,30},")
LONGEST_NOTE = 40
"""No furniture found by `begins` or `contains` has more words; an article's paragraph may."""


class What(StrEnum):
    """The kinds of line."""

    body = "body"
    furniture = "furniture"
    aside = "aside"
    foot = "foot"
    date = "date"
    clock = "clock"
    views = "views"
    icon_count = "icon_count"
    number = "number"
    outlet = "outlet"
    author = "author"


@dataclass(frozen=True, slots=True)
class Line:
    """A line with what it is; `value` is the fact that it states (an ISO date, `14:25`, a name, a number as digits)."""

    what: What
    text: str
    value: str = ""


def classify(text: str) -> tuple[Line, ...]:
    """The line, or its parts when all of them are facts or furniture (`vesti.example | 30.10.2024 | 14:25`)."""
    parts = [part for part in SEPARATOR.split(text.strip()) if part.strip()]
    if len(parts) > 1:
        told = tuple(_one(part) for part in parts)
        if all(line.what is not What.body for line in told):
            return told
    return (_one(text.strip()),)


def _one(text: str) -> Line:
    for test in (_heading, _dated, _counted, _named, _furniture):
        if line := test(text):
            return line
    return Line(What.body, text)


def _heading(text: str) -> Line | None:
    key = TRAILING_COUNT.sub("", bare(text)) or bare(text)
    if key in words("feet"):
        return Line(What.foot, text)
    return Line(What.aside, text) if key in words("asides") else None


def _dated(text: str) -> Line | None:
    key = plain(text)
    if dated := find_date(text):
        before, after = text[: dated.start], text[dated.end :]
        place = PLACE.fullmatch(plain(before)) is not None
        if (place or _beside(before)) and _beside(after):
            return Line(What.date, text, dated.iso)
    if any(key.startswith(phrase) or key.endswith(phrase) for phrase in phrases("relative_dates")):
        rest = re.sub("|".join(map(re.escape, phrases("relative_dates"))), " ", key)
        if _beside(re.sub(r"\d+|[:,]", " ", rest)):
            return Line(What.furniture, text)
    clock = find_clock(text)
    if clock and _beside(text[: clock.start]) and _beside(text[clock.end :]):
        return Line(What.clock, text, clock.iso)
    return None


def _beside(text: str) -> bool:
    """Whether nothing is said here that could not stand beside a date (label words, brackets, icons)."""
    key = re.sub(r"[^\w ]+", " ", plain(text))
    for word in sorted(words("beside_date"), key=len, reverse=True):
        key = re.sub(rf"\b{re.escape(word)}\b", " ", key)
    return not key.strip()


def _counted(text: str) -> Line | None:
    if icon := ICON_COUNT.fullmatch(text):
        number = count(icon[1])
        return None if number is None else Line(What.icon_count, text, str(number))
    key = bare(text)
    if (number := count(key)) is not None:
        return Line(What.number, text, str(number))
    label = next((one[0] for one in LETTERS.finditer(key) if one[0] in words("labels.views")), None)
    label = label or next((one[0] for one in LETTERS.finditer(key) if one[0] in words("labels.counters")), None)
    if label is None:
        return None
    rest = key.replace(label, "", 1).strip(" :()–—-")
    number = count(rest)
    if number is not None and label in words("labels.views"):
        return Line(What.views, text, str(number))
    return Line(What.furniture, text) if number is not None or not rest else None


def _named(text: str) -> Line | None:
    if domain := domain_of(text):
        return Line(What.outlet, text, domain)
    if bare(text) in words("outlets"):
        return Line(What.outlet, text, text.strip(" .#"))
    label, colon, name = text.partition(":")
    name = name.strip(" .")
    if colon and bare(label) in words("labels.outlet") and 0 < len(name.split()) <= 5:
        return Line(What.outlet, text, domain_of(name) or name)
    if colon and bare(label) in words("labels.author") and NAME.fullmatch(name):
        return Line(What.author, text, name)
    byline = re.fullmatch(r"By ([A-Z][\w.'’-]+(?: (?:and )?[A-Z][\w.'’-]*){1,4})", text)
    return Line(What.author, text, byline[1]) if byline else None


def domain_of(text: str) -> str | None:
    """The site, when the text is a domain or a web address and nothing else."""
    match = DOMAIN.fullmatch(text.strip(" #|—–-"))
    if match is None or match[1].rpartition(".")[2].lower() in FILE_ENDINGS:
        return None
    return match[1]


def _furniture(text: str) -> Line | None:
    key, short = plain(text), len(text.split()) <= LONGEST_NOTE
    gone = (
        not bare(text)
        or bare(text) in words("whole")
        or HASHTAGS.fullmatch(text) is not None
        or MAIL.fullmatch(text) is not None
        or any(key.startswith(f"{aside}:") for aside in words("asides"))
        or (short and key.startswith(phrases("begins")))
        or (short and any(phrase in key for phrase in phrases("contains")))
    )
    return Line(What.furniture, text) if gone else None
