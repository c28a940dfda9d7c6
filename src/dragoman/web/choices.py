"""What a select offers: every state, type or status as the reader calls it; made once a language."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Literal, cast

from babel import Locale
from markupsafe import Markup

from dragoman import actors
from dragoman.model import Status
from dragoman.schema import codebook
from dragoman.schema.entries import BriefLanguage
from dragoman.web.tongues import Tongue

Of = Literal["states", "types", "statuses"]


def options(tongue: Tongue, of: Of, chosen: str = "", *, any: bool = True) -> Markup:
    """The options, in the order of the language but for statuses, with one chosen; the first chooses any."""
    made = _options(tongue, of, any)
    value = Markup(' value="{}"').format(chosen)
    if chosen and value not in made:
        return Markup("<option{} selected>{}</option>").format(value, chosen) + made
    return Markup(made.replace(value, Markup("{} selected").format(value), 1))


@cache
def _options(tongue: Tongue, of: Of, any: bool) -> Markup:
    told = _offered(of, cast(BriefLanguage, tongue.code))
    rows = [*([("", tongue.texts.gettext("any"))] if any else []), *told]
    return Markup("").join(Markup('<option value="{}">{}</option>').format(value, label) for value, label in rows)


def _offered(of: Of, language: BriefLanguage) -> Iterable[tuple[str, str]]:
    if of == "states":
        named = ((code, actors.label(code, language)) for code in actors.states())
    elif of == "types":
        named = ((name, codebook().label(name, language)) for name in codebook().types)
    else:
        return ((status.value, codebook().label(status.value, language)) for status in reversed(Status))
    return sorted(named, key=lambda one: one[1].casefold().replace("ё", "е"))


@cache
def language_name(code: str | None, language: str) -> str:
    """A language (ISO 639-1) as another one calls it; the code itself where that has no name for it."""
    if not code:
        return "–"
    return str(Locale(language).languages.get(code, code))
