"""Every name that may stand for an actor in a language, whatever file it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from dragoman.actors.organisations import Collective, Organisation, collectives, organisations
from dragoman.actors.people import PersonName, person_names
from dragoman.actors.states import forms, states
from dragoman.actors.tables import ADVICE, rows
from dragoman.errors import CodebookError

Form = Literal[
    "none",
    "person",
    "organisation",
    "collective",
    "seat",
    "name",
    "company",
    "capital",
    "city",
    "adjective",
    "demonym",
    "hint",
]
FORMS: tuple[Form, ...] = (
    "none", "person", "organisation", "collective", "seat", "name", "company", "capital", "city", "adjective",
    "demonym", "hint",
)  # fmt: skip
"""In order of precedence where one name is several things; `none` are the names that are no actor, a `city` is a
place in a state and never its government, a `hint` names nobody and may yet mean somebody."""


@dataclass(slots=True, frozen=True)
class Entry:
    """A name as written in nominative, and what it stands for. More than one code: the text has to decide."""

    id: str
    text: str
    form: Form
    codes: tuple[str, ...]
    person: PersonName | None = None


def entries(language: str) -> list[Entry]:
    """The entries of a language, one for each name and form."""
    persons = [Entry(f"person:{name.text}", name.text, "person", (), name) for name in person_names()]
    return impersonal(language) + persons


HERE = "HERE"
"""The code of words for the region that a text is about ("in the region")."""


def hints(language: str) -> Iterator[Entry]:
    """What is no actor by itself, and may stand for one to who reads on ("Western weapons", "in the Black Sea")."""
    for row in rows("hints.tsv", "language", "code", "names"):
        if row["language"] == language:
            code = row["code"]
            for text in row.several("names"):
                form: Form = "none" if code == "none" else "hint"
                yield Entry(f"{form}:{text}", text, form, () if form == "none" else (code,))


def impersonal(language: str) -> list[Entry]:
    """The entries of a language that name no person."""
    found: dict[tuple[str, Form], tuple[str, ...]] = {}
    for text, form, codes in _named(language):
        before = found.get((text, form), ())
        found[text, form] = tuple(dict.fromkeys((*before, *codes)))
    return [Entry(f"{form}:{text}", text, form, codes) for (text, form), codes in found.items()]


def _named(language: str) -> Iterator[tuple[str, Form, tuple[str, ...]]]:
    yield from _states(language)
    for organisation in organisations().values():
        yield from _organisation(organisation, language)
    for collective in collectives().values():
        yield from _collective(collective, language)
    yield from _seats(language)
    yield from _companies(language)
    yield from _cities(language)
    for row in rows("not_actors.tsv", "language", "names", "why"):
        if row["language"] == language:
            for text in row.several("names"):
                yield text, "none", ()


def _states(language: str) -> Iterator[tuple[str, Form, tuple[str, ...]]]:
    for iso3, called in forms(language).items():
        for text in called.names:
            yield text, "name", (iso3,)
        for text in called.adjectives:
            yield text, "adjective", (iso3,)
        for text in called.demonyms:
            yield text, "demonym", (iso3,)
        for text in called.capitals:
            yield text, "capital", (iso3,)


def _organisation(organisation: Organisation, language: str) -> Iterator[tuple[str, Form, tuple[str, ...]]]:
    spoken = (organisation.names, organisation.adjectives, organisation.seats)
    for by_language in spoken:
        # Latin abbreviations stand in texts of every language.
        for text in dict.fromkeys((*by_language.get(language, ()), *by_language.get("en", ()))):
            yield text, "organisation", (organisation.code,)


def _collective(collective: Collective, language: str) -> Iterator[tuple[str, Form, tuple[str, ...]]]:
    for text in collective.names.get(language, ()):
        yield text, "collective", (collective.code,)


def _seats(language: str) -> Iterator[tuple[str, Form, tuple[str, ...]]]:
    for row in rows("seats.tsv", "codes", "form", "ru", "en", "note"):
        form = next((form for form in FORMS if form == row["form"]), None)
        if form is None:
            raise CodebookError(f"no form `{row['form']}`", source=row.where, advice=ADVICE)
        for text in row.several(language):
            yield text, form, _known(row.several("codes"), row.where)


def _companies(language: str) -> Iterator[tuple[str, Form, tuple[str, ...]]]:
    for row in rows("companies.tsv", "code", "en", "ru"):
        for text in dict.fromkeys((*row.several(language), *row.several("en"))):
            yield text, "company", _known(row.several("code"), row.where)


def _cities(language: str) -> Iterator[tuple[str, Form, tuple[str, ...]]]:
    for row in rows("cities.tsv", "iso3", "ru", "en"):
        for text in row.several(language):
            yield text, "city", _known(row.several("iso3"), row.where)


def _known(codes: tuple[str, ...], where: str) -> tuple[str, ...]:
    unknown = [code for code in codes if code not in states() and code not in organisations()]
    if unknown:
        raise CodebookError(f"no state or organisation {unknown[0]}", source=where, advice=ADVICE)
    return codes
