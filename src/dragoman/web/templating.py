"""Templates: Jinja with gettext, strict about names, and the words of the codebook in the reader's language."""

from __future__ import annotations

import datetime
from functools import cache, lru_cache, partial
from pathlib import Path

from babel.dates import format_date
from babel.numbers import format_decimal
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from dragoman.review.history import differences
from dragoman.review.times import shown
from dragoman.web import choices, words
from dragoman.web.assets import asset
from dragoman.web.folding import Folded
from dragoman.web.hues import hue
from dragoman.web.tongues import Tongue, tongues

TEMPLATES = Path(__file__).parent / "templates"
TOLD = ("status", "verdict", "actor")
"""Macros of `macros/told.html`, whose answers are kept."""


@cache
def environment(tongue: Tongue) -> Environment:
    """The templates in a language.

    Beside gettext they know: `asset('app.css')`, an address; `choices('types')`, the options of a select; the filters
    `actor`, `type`, `status` and so on of `words`, which tell a code as the reader calls it; `day` for an ISO date cut
    to what is known; `period` for a Time; `hue`, the class of a type's colour; `differs`, what a
    correction changed; `number`; the macros TOLD. In long lists `status` and `links` (of several actors) are filters,
    which cost less than calls.
    """

    def text(words: str) -> Markup:
        # As gettext of the new style tells a text without variables: `%%` is `%`.
        return Markup(tongue.texts.gettext(words)) % {}

    made = Folded(
        constant={"_": text, "gettext": text, "asset": asset},
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
    made.filters |= {"hue": hue, "differs": differences}
    made.filters["number"] = lru_cache(maxsize=4096)(partial(format_decimal, locale=tongue.code))
    told = made.get_template("macros/told.html").module
    kept = {name: lru_cache(maxsize=4096)(getattr(told, name)) for name in TOLD}
    made.globals |= {"field": vars(told)["field"], **kept}
    made.filters |= {"status": kept["status"], "links": lambda codes: Markup(", ".join(map(kept["actor"], codes)))}
    return made


@lru_cache(maxsize=4096)
def day(date: str | None, language: str) -> str:
    """An ISO date cut to what is known (`2024-10-30T14:25`, `2024-10`, `2024`) as the language writes it."""
    if not date:
        return ""
    match date[:10].split("-"):
        case [year, month, of_month]:
            return format_date(datetime.date(int(year), int(month), int(of_month)), "d MMM y", locale=language)
        case [year, month]:
            return format_date(datetime.date(int(year), int(month), 1), "LLLL y", locale=language)
        case _:
            return date[:4]
