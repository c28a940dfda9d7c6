"""The words of figures: `data/words.yaml`, checked on load."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

from babel.dates import format_date
from babel.numbers import format_decimal, format_percent
from pydantic import TypeAdapter

from dragoman.actors.names import label
from dragoman.exports.dates import known
from dragoman.model import Frozen, Layer
from dragoman.network import Outcome, Standing, Years
from dragoman.schema.load import checked
from dragoman.schema.located import read_located

Language = Literal["en", "ru"]
LOCALES: dict[Language, str] = {"en": "en_GB", "ru": "ru"}
FOLDER = Path(__file__).parent / "data"


class Words(Frozen):
    """The content of the file for one language."""

    others: str
    share_axis: str
    window: str
    few: str
    few_note: str
    names: dict[str, str]
    """Short names where that of the actor is another one than texts use."""
    suppliers_title: str
    suppliers_one: str
    suppliers_none: str
    suppliers_subtitle: str
    path_title: str
    path_subtitle: str
    standing: dict[Standing, str]
    outcome: dict[Outcome, str]
    no_ties: str
    ego_title: str
    ego_subtitle: str
    ego_none: str
    more: str
    ego_legend: str
    timeline_title: str
    timeline_subtitle: str
    timeline_none: str
    year: str
    map_title: str
    map_subtitle: str
    map_note: str
    change_what: str
    change_title: str
    change_none: str
    change_subtitle: str
    before: str
    after: str
    states_axis: str
    compared_axis: str
    compared_title: str
    compared_none: str
    hedging_axis: str
    hedging_subtitle: str
    hedging_more: str
    hedging_nobody: str
    hedging_label: str
    hedging_none: str
    hedging_one: str
    hedging_apart: str
    hedging_alike: str
    this: str
    earlier: str
    source: str
    layers: dict[Layer, str]


@cache
def _all() -> dict[Language, Words]:
    return checked(read_located(FOLDER / "words.yaml"), TypeAdapter(dict[Language, Words]))


def words(language: Language) -> Words:
    """The words of a language. Raises CodebookError with file and line."""
    return _all()[language]


def name(actor: str, language: Language) -> str:
    """The name of an actor, as it stands in a table."""
    return words(language).names.get(actor) or label(actor, language)


def percent(share: float, language: Language) -> str:
    """A share (0 to 1) in whole per cent."""
    return format_percent(share, "#,##0\u00a0%", locale=LOCALES[language])


def span(years: Years) -> str:
    """Years with the dash that stands between figures."""
    return str(years).replace("-", "–")


def day(text: str, language: Language) -> str:
    """A date in words, as far as it is known; it stays on one line."""
    parts = known(text)
    if len(parts) < 2:
        return text
    form = "d MMMM y" if len(parts) > 2 else "LLLL y"
    return format_date(date(*(*parts, 1)[:3]), form, locale=LOCALES[language]).replace(" ", "\u00a0")


def number(value: float, language: Language) -> str:
    """A number of things, or the median of such numbers."""
    return format_decimal(value, "#,##0.#", locale=LOCALES[language])


def index(value: float, language: Language) -> str:
    """An index to two decimals."""
    return format_decimal(value, "0.00", locale=LOCALES[language])
