"""The states: codes, names, capitals and adjectives, from the generated table and the curated ones."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.actors.tables import ADVICE, rows
from dragoman.errors import CodebookError

LANGUAGES = ("en", "ru")
GENERATED = ("iso3", "iso2", "en", "ru", "adjective_en", "adjective_ru", "capital_en", "capital_ru", "cow", "gw")
CURATED = ("iso3", "names", "adjectives", "demonyms", "capitals")


@dataclass(slots=True, frozen=True)
class State:
    """A state by ISO 3166-1 alpha-3 (XKX for Kosovo). `cow` and `gw` are None where a list does not know it."""

    iso3: str
    iso2: str
    label: dict[str, str]
    cow: int | None
    gw: int | None


@dataclass(slots=True, frozen=True)
class Forms:
    """How a state is called in one language. Marks: `=` only this form, `!` never where a sentence begins."""

    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]


@cache
def states() -> dict[str, State]:
    """Every state by its code."""
    return {row["iso3"]: _state(row.fields) for row in rows("states.tsv", *GENERATED)}


@cache
def forms(language: str) -> dict[str, Forms]:
    """The names of every state in a language of `LANGUAGES`. Raises CodebookError for a row of no state."""
    generated = {row["iso3"]: row for row in rows("states.tsv", *GENERATED)}
    found: dict[str, Forms] = {}
    for row in rows(f"curated/states.{language}.tsv", *CURATED):
        main = generated.get(row["iso3"])
        if main is None:
            raise CodebookError(f"{row['iso3']} is not in states.tsv", source=row.where, advice=ADVICE)
        found[row["iso3"]] = Forms(
            names=_joined((main[language],), row.several("names")),
            adjectives=_joined(main.several(f"adjective_{language}"), row.several("adjectives")),
            demonyms=row.several("demonyms"),
            capitals=_joined(main.several(f"capital_{language}"), row.several("capitals")),
        )
    return found


def _state(fields: dict[str, str]) -> State:
    return State(
        iso3=fields["iso3"],
        iso2=fields["iso2"],
        label={language: fields[language] for language in LANGUAGES},
        cow=int(fields["cow"]) if fields["cow"] else None,
        gw=int(fields["gw"]) if fields["gw"] else None,
    )


def _joined(generated: tuple[str, ...], curated: tuple[str, ...]) -> tuple[str, ...]:
    """Both, each once; a curated name with a mark replaces the same name without one."""
    marked = {name.lstrip("=!") for name in curated}
    return tuple(dict.fromkeys([*(name for name in generated if name not in marked), *curated]))
