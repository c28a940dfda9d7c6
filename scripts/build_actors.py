"""Makes `src/dragoman/actors/data/states.tsv`: the names, codes, capitals and main adjectives of the states.

Sources: territory and currency names of CLDR through Babel (Unicode-3.0), capitals of Natural Earth (public domain,
trimmed copy in `sources/`), codes of ISO 3166, COW and Gleditsch-Ward (`sources/state_codes.tsv`). CLDR has no
adjectives of nationality, but the name of a currency begins with one ("азербайджанский манат"), so they are taken from
there. Where a source fails, `sources/corrections.tsv` says what holds instead and why.

    python scripts/build_actors.py          writes the file
    python scripts/build_actors.py --check  exits with 1 if the shipped file differs
"""

from __future__ import annotations

import csv
import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from babel import Locale
from babel.core import get_global

HERE = Path(__file__).resolve().parent
SOURCES = HERE / "sources"
TARGET = HERE.parent / "src" / "dragoman" / "actors" / "data" / "states.tsv"
COLUMNS = ("iso3", "iso2", "en", "ru", "adjective_en", "adjective_ru", "capital_en", "capital_ru", "cow", "gw")
RUSSIAN_ADJECTIVE = re.compile(r"^(\S+[сц]к)(ий|ая|ое)$")
QUALIFIERS = {"новый", "новая", "старый", "старая", "конвертируемая", "New", "Convertible", "Old"}

Row = dict[str, str]


def read(name: str) -> list[Row]:
    """The rows of a tab-separated file in `sources/`."""
    with (SOURCES / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def currencies(iso2: str) -> list[str]:
    """Currencies of the state's own (ISO 4217 codes begin with the ISO 3166 code), the newest first."""
    everything = get_global("territory_currencies").get(iso2, [])
    own = [(start or (0, 0, 0), code) for code, start, _end, _tender in everything if code.startswith(iso2)]
    return [code for _start, code in sorted(own, reverse=True)]


def adjectives(iso2: str, locale: Locale) -> Iterator[str]:
    """What the names of the state's currencies give as its adjective."""
    for code in currencies(iso2):
        words = [word for word in locale.currencies.get(code, "").split() if word not in QUALIFIERS]
        if locale.language == "ru":
            found = RUSSIAN_ADJECTIVE.match(words[0]) if words else None
            if found:
                yield found[1].lower() + "ий"
        elif len(words) > 1 and not any("(" in word for word in words):
            yield " ".join(words[:-1])


def capitals() -> dict[str, Row]:
    """Capitals by state; the seats of government that a state has besides its capital are joined with `|`."""
    rank = {"Admin-0 capital": 0, "Admin-0 capital alt": 1}
    found: dict[str, Row] = {}
    for row in sorted(read("capitals_natural_earth.tsv"), key=lambda r: (r["iso3"], rank[r["class"]], r["en"])):
        state = found.setdefault(row["iso3"], {"capital_en": "", "capital_ru": ""})
        for language in ("en", "ru"):
            joined = state[f"capital_{language}"]
            state[f"capital_{language}"] = f"{joined}|{row[language]}" if joined else row[language]
    return found


def states() -> list[Row]:
    """The rows of the file, by ISO 3166-1 alpha-3."""
    english, russian = Locale("en"), Locale("ru")
    cities = capitals()
    rows: dict[str, Row] = {}
    for codes in read("state_codes.tsv"):
        iso2 = codes["iso2"]
        row = {**codes, "en": english.territories[iso2], "ru": russian.territories[iso2]}
        row["adjective_en"] = next(adjectives(iso2, english), "")
        row["adjective_ru"] = next(adjectives(iso2, russian), "")
        rows[codes["iso3"]] = {**row, **cities.get(codes["iso3"], {"capital_en": "", "capital_ru": ""})}
    for correction in read("corrections.tsv"):
        rows[correction["iso3"]][correction["field"]] = correction["value"]
    return [rows[iso3] for iso3 in sorted(rows)]


def table() -> str:
    """The text of `states.tsv`."""
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, COLUMNS, delimiter="\t", lineterminator="\n")
    writer.writeheader()
    writer.writerows(states())
    return buffer.getvalue()


def main(arguments: list[str]) -> int:
    """Write the file, or compare it."""
    made = table()
    if "--check" in arguments:
        return int(TARGET.read_text(encoding="utf-8") != made)
    TARGET.write_text(made, encoding="utf-8")
    sys.stdout.write(f"{len(made.splitlines()) - 1} states in {TARGET.name}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
