"""Templates: Jinja with gettext, strict about names, and the words of the codebook in the reader's language."""

from __future__ import annotations

import datetime
from functools import cache, lru_cache, partial
from pathlib import Path

from babel import Locale
from babel.dates import format_date
from babel.numbers import format_decimal
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from dragoman.model import Tie
from dragoman.review.history import differences
from dragoman.review.times import shown
from dragoman.web import choices, words
from dragoman.web.assets import asset
from dragoman.web.folding import Folded
from dragoman.web.hues import hue
from dragoman.web.tongues import Tongue, tongues

TEMPLATES = Path(__file__).parent / "templates"
TOLD = ("status", "verdict", "actor", "places")
"""Macros of `macros/told.html`, whose answers are kept."""


@cache
def environment(tongue: Tongue) -> Environment:
    """The templates in a language.

    Beside gettext they know: `asset('app.css')`, an address; `choices('types')`, the options of a select; the filters
    `actor`, `type`, `status` and so on of `words`, which tell a code as the reader calls it; `day` for an ISO date cut
    to what is known; `period` for a Time, `interval` for that of a tie; `hue`, the class of a type's colour; `differs`,
    what a correction changed; `number`; `links` of several actors; the macros TOLD.
    """

    def text(words: str) -> Markup:
        # As gettext of the new style tells a text without variables: `%%` is `%`.
        return Markup(tongue.texts.gettext(words)) % {}

    made = Folded(
        constant={"_": text, "gettext": text, "asset": asset},
        plain=TOLD,
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    made.install_gettext_translations(tongue.texts, newstyle=True)  # type: ignore[attr-defined]
    made.globals |= {"asset": asset, "tongues": tongues(), "choices": partial(choices.options, tongue)}
    made.filters |= words.filters(tongue)
    made.filters["day"] = lambda date: day(date, tongue.code)
    made.filters["period"] = lambda time: " – ".join(day(part, tongue.code) for part in shown(time).split("/"))
    made.filters["interval"] = lambda tie: interval(tie, tongue.code) or made.filters["said"]("undated")
    made.filters |= {"hue": hue, "differs": differences}
    made.filters["number"] = lru_cache(maxsize=4096)(partial(format_decimal, locale=Locale(tongue.code)))
    told = made.get_template("macros/told.html").module
    kept = {name: lru_cache(maxsize=4096)(getattr(told, name)) for name in TOLD}
    for name, macro in kept.items():
        made.know(name, macro)
    made.globals["field"] = vars(told)["field"]
    made.filters["links"] = lambda codes: Markup(", ".join(map(kept["actor"], codes)))
    return made


@lru_cache(maxsize=4096)
def day(date: str | None, language: str) -> str:
    """An ISO date cut to what is known (`2024-10-30T14:25`, `2024-10`, `2024`) as the language writes it."""
    if not date:
        return ""
    match date[:10].split("-"):
        case [year, month, of_month]:
            return f"{int(of_month)} {_month(int(month), 'MMM', language)} {int(year)}"
        case [year, month]:
            return f"{_month(int(month), 'LLLL', language)} {int(year)}"
        case _:
            return date[:4]


def interval(tie: Tie, language: str) -> str:
    """From when to when a tie stands, open where it is not known to have ended; nothing where no date is known."""
    if not tie.start:
        return ""
    start = day(tie.start, language)
    if not tie.end:
        return f"{start} –"
    return start if tie.end == tie.start else f"{start} – {day(tie.end, language)}"


@cache
def _month(number: int, pattern: str, language: str) -> str:
    """A month as the language writes it: `MMM` beside a day, `LLLL` on its own."""
    return format_date(datetime.date(2000, number, 1), pattern, locale=language)
