"""Russian: cases, gender and number, `с` and `со`, `в` and `во`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import pymorphy3

from dragoman.actors.names import label
from dragoman.briefs.grammar import Noun, joined
from dragoman.briefs.persons import cyrillic
from dragoman.briefs.shape import BriefLanguage
from dragoman.briefs.tables import interface, names, offices
from dragoman.model import Participant

CASES = ("", "gen", "dat", "acc", "ins", "loc")
_GRAMMEMES = {"gen": "gent", "dat": "datv", "acc": "accs", "ins": "ablt", "loc": "loct"}
_SO = re.compile(r"[сзшж][бвгджзйклмнпрстфхцчшщ]|щ", re.IGNORECASE)
_VO = re.compile(r"[вф][ьбвгджзйклмнпрстфхцчшщ]", re.IGNORECASE)
_REPRESENTATIVES = (  # in the order of CASES
    "представители",
    "представителей",
    "представителям",
    "представителей",
    "представителями",
    "представителях",
)


class Russian:
    """The grammar of a Russian brief."""

    language: BriefLanguage = "ru"

    def actor(self, code: str) -> Noun:
        """A name in all cases; one that the table does not have is not declined."""
        row = names("ru").get(code)
        if row is None:
            return _noun([label(code, "ru")] * len(CASES), "m")
        return _noun([row["nom"], *(row[case] for case in CASES[1:])], row["agreement"], row["preposition"])

    def person(self, participant: Participant) -> Noun:
        """`министр обороны Азербайджана Гасанов`, as far as the parts are known."""
        name = cyrillic(participant)
        state = self.actor(participant.actor).form("gen") if participant.actor else ""
        known = offices().get(participant.office or "")
        persons = [decline(name, case) for case in CASES]
        if known is None:
            where = f" ({self.actor(participant.actor).form('')})" if participant.actor else ""
            return _noun([f"{person}{where}" for person in persons], _gender(name))
        heads = known.ru[0].split("|")
        parts = zip(heads, persons, strict=True)
        return _noun([" ".join(filter(None, [head, known.ru[1], state, person])) for head, person in parts], "m")

    def representatives(self, actors: Noun) -> Noun:
        """`представители А и Б`."""
        return _noun([f"{word} {actors.form('gen')}" for word in _REPRESENTATIVES], "pl")

    def coordinate(self, nouns: Sequence[Noun]) -> Noun:
        """A list of several is a plural; a preposition before it goes with its first name."""
        if len(nouns) == 1:
            return nouns[0]
        marks = interface("ru").list
        forms = {case: joined([noun.form(case) for noun in nouns], marks) for case in CASES}
        within = joined([nouns[0].form("in"), *(noun.form("in") for noun in nouns[1:])], marks)
        return Noun({**forms, "with": _with(forms["ins"]), "to": f"к {forms['dat']}", "in": within}, "pl")

    def verb(self, forms: Sequence[str], agrees: str) -> Mapping[str, str]:
        """`base`, `past`, `present`, and `may`, `must`, `intends`, agreeing in gender and number."""
        base, past, singular, plural = forms
        return {
            "base": base,
            "past": _past(past, agrees),
            "present": plural if agrees == "pl" else singular,
            "may": "могут" if agrees == "pl" else "может",
            "must": _short(("должен", "должна", "должно", "должны"), agrees),
            "intends": _short(("намерен", "намерена", "намерено", "намерены"), agrees),
        }

    def foreign(self, text: str) -> bool:
        """Names and words of any script stand unquoted only where they are declined, so never."""
        return bool(text)


def decline(name: str, case: str) -> str:
    """A person's name in a case; a part that the dictionary does not take for a declinable name stays."""
    return name if not case else " ".join(_decline(part, case) for part in name.split())


@cache
def _analyzer() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer()


def _parses(part: str) -> Sequence[Any]:
    """What pymorphy3 knows of a word; nothing of letters that Unicode has no names for, on which it raises."""
    try:
        found: Sequence[Any] = _analyzer().parse(part)
    except ValueError:
        return ()
    return found


@cache
def _decline(part: str, case: str) -> str:
    parses = _parses(part)
    for parse in parses:
        tag = parse.tag
        if "nomn" in tag and "sing" in tag and "anim" in tag and ("Surn" in tag or "Name" in tag or "Patr" in tag):
            found = parse.inflect({_GRAMMEMES[case]})
            return _like(part, found.word) if found and "Fixd" not in tag else part
    for parse in parses:
        if "nomn" in parse.tag and {"NOUN", "masc", "sing"} in parse.tag and "Fixd" not in parse.tag:
            found = parse.inflect({"gent" if case == "acc" else _GRAMMEMES[case]})
            return _like(part, found.word) if found and part[-1] not in "аяоеиуыэю" else part
    return part


def _like(word: str, form: str) -> str:
    parts = zip(word.split("-"), form.split("-"), strict=False)
    return "-".join(new.capitalize() if old[:1].isupper() else new for old, new in parts)


def _gender(name: str) -> str:
    """Of a person, from the first name or surname; masculine where neither tells."""
    for part in name.split():
        for parse in _parses(part):
            if "nomn" in parse.tag and ("Name" in parse.tag or "Surn" in parse.tag):
                return "f" if "femn" in parse.tag else "m"
    return "m"


def _noun(forms: Sequence[str], agrees: str, preposition: str = "в") -> Noun:
    by_case = dict(zip(CASES, forms, strict=True))
    place = by_case["loc"]
    before = "во" if preposition == "в" and _VO.match(place) and not place[:2].isupper() else preposition
    prepositional = {"with": _with(by_case["ins"]), "to": f"к {by_case['dat']}", "in": f"{before} {place}"}
    return Noun({**by_case, **prepositional}, agrees)


def _with(text: str) -> str:
    return f"со {text}" if _SO.match(text) and not text[:2].isupper() else f"с {text}"


def _short(forms: tuple[str, str, str, str], agrees: str) -> str:
    return forms[("m", "f", "n", "pl").index(agrees)]


def _past(masculine: str, agrees: str) -> str:
    """From the masculine the other forms: `поставил`, `встретился`, `вёл`, `вырос`, `произошёл`."""
    ending = {"m": "", "f": "а", "n": "о", "pl": "и"}[agrees]
    if not ending:
        return masculine
    stem, reflexive = (masculine[:-2], True) if masculine.endswith("ся") else (masculine, False)
    stem = stem[:-2] + "л" if stem.endswith("шёл") else re.sub(r"ё(?=[лсз]$)", "е", stem)
    stem = stem if stem.endswith("л") else stem + "л"
    return stem + ending + ("сь" if reflexive else "")
