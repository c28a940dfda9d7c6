"""Names of persons: the spelling of the brief's language, from the register of office holders or by transliteration."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from dragoman.actors.people import Tenure, tenures
from dragoman.model import Participant

_LETTERS: Mapping[str, str] = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяґєіїў",
        [
            "a",
            "b",
            "v",
            "g",
            "d",
            "e",
            "yo",
            "zh",
            "z",
            "i",
            "y",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "kh",
            "ts",
            "ch",
            "sh",
            "shch",
            "_",
            "y",
            "_",
            "e",
            "yu",
            "ya",
            "g",
            "ye",
            "i",
            "yi",
            "w",
        ],
        strict=True,
    )
)
"""After BGN/PCGN 1947, without its apostrophes for the signs and without its rule for `е` at the start."""


def latin(participant: Participant) -> str:
    """The person in Latin letters; empty if no person is named."""
    name = participant.person or ""
    if not _cyrillic(name):
        return name
    known = _registered(participant)
    if known is None:
        return transliterate(name)
    return known.person.split()[-1] if " " not in name else known.person


def cyrillic(participant: Participant) -> str:
    """The person in Cyrillic letters where the register knows how; as written where it does not."""
    name = participant.person or ""
    if not name or _cyrillic(name):
        return name
    known = _registered(participant)
    if known is None or not known.person_ru:
        return name
    return known.person_ru.split()[-1] if " " not in name else known.person_ru


def transliterate(name: str) -> str:
    """Cyrillic letters as Latin ones, the capitals kept."""
    return "".join(_letter(letter) for letter in name)


def _letter(letter: str) -> str:
    new = _LETTERS.get(letter.lower())
    if new is None:
        return letter
    new = new.replace("_", "")
    return new.capitalize() if letter.isupper() else new


def _registered(participant: Participant) -> Tenure | None:
    """Who it is, if exactly one person of this actor has such a name."""
    name = (participant.person or "").casefold()
    found = {t.person: t for t in _by_actor().get(participant.actor or "", ()) if name in _spellings(t)}
    return next(iter(found.values())) if len(found) == 1 else None


def _spellings(tenure: Tenure) -> set[str]:
    whole = [tenure.person, tenure.person_ru, *tenure.aliases]
    return {part.casefold() for name in whole if name for part in (name, name.split()[-1])}


@cache
def _by_actor() -> dict[str, list[Tenure]]:
    found: dict[str, list[Tenure]] = {}
    for tenure in tenures():
        found.setdefault(tenure.code, []).append(tenure)
    return found


def _cyrillic(text: str) -> bool:
    return any("\u0400" <= letter <= "\u04ff" for letter in text)
