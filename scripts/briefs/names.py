"""Write the names of actors as a sentence needs them: `names.en.tsv` and `names.ru.tsv` of the room `briefs`.

Names come from CLDR (through Babel); `names.curated.tsv` beside this file corrects them and adds organisations and
regions. Russian forms come from pymorphy3; `forms` of the curated file overrules it. Run it without
arguments; it writes both.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

import pymorphy3
from babel import Locale
from babel.core import get_global

HERE = Path(__file__).parent
DATA = HERE.parents[1] / "src" / "dragoman" / "briefs" / "data"
CASES = {"gen": "gent", "dat": "datv", "acc": "accs", "ins": "ablt", "loc": "loct"}
STATES = HERE / "states.txt"


@dataclass(slots=True)
class Curated:
    """One line of the curated file; an empty field leaves the decision to CLDR and pymorphy3."""

    english: str = ""
    english_number: str = ""
    russian: str = ""
    agreement: str = ""
    preposition: str = ""
    forms: str = ""


def curated() -> dict[str, Curated]:
    """The corrections, by code."""
    with (HERE / "names.curated.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t"))[1:]
    return {row[0]: Curated(*row[1:]) for row in rows}


def territories() -> dict[str, str]:
    """ISO 3166-1 alpha-3 to alpha-2, of the states listed in `states.txt`."""
    aliases = get_global("territory_aliases")
    return {iso3: aliases[iso3][0] for iso3 in STATES.read_text(encoding="utf-8").split()}


def decline(analyzer: pymorphy3.MorphAnalyzer, name: str, case: str) -> str:
    """A name in a case: the words that agree and every head are inflected, what follows a head stays."""
    done, head = [], False
    for word in name.split(" "):
        parse = next((p for p in analyzer.parse(word) if "nomn" in p.tag), None)
        if parse is None or (head and word != "и"):
            done.append(word)
        elif word == "и":
            done.append(word)
            head = False
        else:
            head = "NOUN" in parse.tag
            number = "plur" if "plur" in parse.tag else "sing"
            found = parse.inflect({case, number}) or parse.inflect({case})
            done.append(like(word, found.word) if found and "Fixd" not in parse.tag else word)
    return " ".join(done)


def like(word: str, form: str) -> str:
    """`form` with the capitals of `word`, part by part of a hyphenated name."""
    parts = zip(word.split("-"), form.split("-"), strict=False)
    return "-".join(new.capitalize() if old[:1].isupper() else new for old, new in parts)


def agreement(analyzer: pymorphy3.MorphAnalyzer, name: str) -> str:
    """`m`, `f`, `n` or `pl`: what a verb agrees with; of several heads, `pl`."""
    if " и " in name:
        return "pl"
    for word in name.split(" "):
        parse = next((p for p in analyzer.parse(word) if {"NOUN", "nomn"} in p.tag), None)
        if parse:
            return "pl" if "plur" in parse.tag else {"masc": "m", "femn": "f", "neut": "n"}.get(parse.tag.gender, "m")
    return "m"


def russian_row(analyzer: pymorphy3.MorphAnalyzer, code: str, name: str, entry: Curated) -> list[str]:
    """A line of `names.ru.tsv`."""
    given = entry.forms.split("|") if entry.forms else []
    if given == ["-"]:
        given = [name] * len(CASES)
    forms = dict(zip(CASES, given or [decline(analyzer, name, case) for case in CASES.values()], strict=True))
    agrees = entry.agreement or agreement(analyzer, name)
    if agrees != "f" and not given:
        forms["acc"] = name
    return [code, name, *forms.values(), agrees, entry.preposition or "в"]


def main() -> None:
    """Write both tables."""
    analyzer, corrections, iso2 = pymorphy3.MorphAnalyzer(), curated(), territories()
    english, russian = Locale("en").territories, Locale("ru").territories
    rows_en, rows_ru = [], []
    for code in sorted(iso2) + [code for code in corrections if code not in iso2]:
        entry = corrections.get(code, Curated())
        kind = "state" if code in iso2 or code == "XKX" else "body"
        rows_en.append([code, entry.english or english[iso2[code]], entry.english_number or "sg", kind])
        rows_ru.append(russian_row(analyzer, code, entry.russian or russian[iso2[code]], entry))
    write("names.en.tsv", ["code", "name", "agreement", "kind"], rows_en)
    write("names.ru.tsv", ["code", "nom", *CASES, "agreement", "preposition"], rows_ru)


def write(name: str, header: list[str], rows: list[list[str]]) -> None:
    """Write one table."""
    with (DATA / name).open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter="\t", lineterminator="\n").writerows([header, *rows])


if __name__ == "__main__":
    main()
