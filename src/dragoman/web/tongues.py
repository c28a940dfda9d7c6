"""The languages that the app speaks: by the address, else the reader's choice, else what the browser asks for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel.core import negotiate_locale
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from fastapi import Request

LOCALES = Path(__file__).parent / "locale"
COOKIE = "dragoman-lang"
DEFAULT = "en"


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language of the app: ISO 639-1, its own name, its texts."""

    code: str
    name: str
    texts: NullTranslations


@cache
def tongues() -> dict[str, Tongue]:
    """Every language: English, which the texts are written in, and those that have a catalogue in `locale/`."""
    return {
        "en": Tongue("en", "English", NullTranslations()),
        "ru": Tongue("ru", "Русский", _catalogue("ru")),
    }


def tongue_of(request: Request) -> Tongue:
    """The language of the answer to this request."""
    known = tongues()
    for asked in (request.query_params.get("lang"), request.cookies.get(COOKIE)):
        if asked in known:
            return known[asked]
    return known[_accepted(request.headers.get("Accept-Language", ""))]


@lru_cache(maxsize=256)
def _accepted(header: str) -> str:
    """The language of the app that a browser likes best."""
    liked = [part.partition(";")[0].strip() for part in header.split(",")]
    return negotiate_locale(liked, list(tongues()), sep="-") or DEFAULT


def _catalogue(code: str) -> GNUTranslations:
    """The texts of a language, a file for each page; compiled here, so that only what people write is kept."""
    whole = Catalog(locale=code)
    for path in sorted((LOCALES / code).glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale=code):
                if message.id:
                    whole[message.id] = message
    compiled = BytesIO()
    write_mo(compiled, whole)
    compiled.seek(0)
    return GNUTranslations(compiled)
