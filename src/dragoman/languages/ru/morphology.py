"""Words: what pymorphy3 knows of a form, and the choice among it that fits what the tagger saw in the sentence."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import pymorphy3

CASES = {
    "nomn": "Nom", "gent": "Gen", "datv": "Dat", "accs": "Acc", "ablt": "Ins", "loct": "Loc",
    "voct": "Nom", "gen2": "Gen", "acc2": "Acc", "loc2": "Loc",
}  # fmt: skip
"""OpenCorpora case to Universal Dependencies."""

ALL_CASES = ("Nom", "Gen", "Dat", "Acc", "Ins", "Loc")

PARTS = {
    "NOUN": {"NOUN"}, "PROPN": {"NOUN"}, "ADJ": {"ADJF", "ADJS", "COMP", "PRTF"}, "PRON": {"NPRO"},
    "DET": {"ADJF", "NPRO"}, "NUM": {"NUMR", "ADJF"}, "ADV": {"ADVB", "COMP", "PRED"}, "ADP": {"PREP"},
    "CCONJ": {"CONJ"}, "SCONJ": {"CONJ"}, "PART": {"PRCL"},
}  # fmt: skip
"""Universal part of speech to the OpenCorpora ones that fit it."""

FORMS = {"Fin": {"VERB"}, "Inf": {"INFN"}, "Part": {"PRTF", "PRTS"}, "Conv": {"GRND"}}

_ANALYZER = pymorphy3.MorphAnalyzer()


def plain(word: str) -> str:
    """Casefolded, with ё as е: how words are compared."""
    return word.casefold().replace("ё", "е")


@lru_cache(maxsize=50_000)
def parses(word: str) -> tuple[Any, ...]:
    """What pymorphy3 knows of a form, the likely reading first."""
    try:
        return tuple(_ANALYZER.parse(word))
    except ValueError:  # letters that Unicode has no name for
        return tuple(_ANALYZER.parse("?"))


@lru_cache(maxsize=50_000)
def keys(word: str) -> tuple[str, ...]:
    """Every lemma the form may have, the likely one first, the form itself last (twice where it is a lemma too)."""
    return (*dict.fromkeys(plain(p.normal_form) for p in parses(word)), plain(word))


@lru_cache(maxsize=50_000)
def known(word: str) -> bool:
    """Whether the dictionary has the form."""
    return bool(_ANALYZER.word_is_known(word))


@lru_cache(maxsize=20_000)
def finite(word: str) -> bool:
    """Whether the form is first of all a verb of the third person or in the past tense."""
    if not known(word):
        return False
    tag = parses(word)[0].tag
    return tag.POS == "VERB" and ("past" in tag or "3per" in tag)


@lru_cache(maxsize=20_000)
def forms(lemma: str) -> frozenset[str]:
    """Every form of a lemma, casefolded, with those of the reflexive verb that is its passive."""
    found = {plain(lemma)} | {plain(form.word) for form in parses(lemma)[0].lexeme}
    reflexive = f"{lemma}ся" if lemma.endswith(("ть", "ти", "чь")) else ""
    if reflexive and known(reflexive):
        found |= {plain(form.word) for form in parses(reflexive)[0].lexeme}
    return frozenset(found)


Seen = tuple[str, str, str, str, str]
"""What the tagger saw of a word: part of speech, then form of the verb, case, aspect and number, each "" for none."""


def fit(parse: Any, seen: Seen) -> float:
    """How well a reading agrees with what the tagger saw, from 0 up; the reading's own likelihood breaks ties."""
    tag, (pos, form, case, aspect, number) = parse.tag, seen
    allowed = FORMS.get(form, {"VERB"}) if pos in ("VERB", "AUX") else PARTS.get(pos, set())
    score = 2.0 if tag.POS in allowed else 0.0
    score += 1.0 if tag.case and CASES.get(tag.case) == case else 0.0
    score += 0.4 if tag.aspect and tag.aspect[:3] == aspect[:3].casefold() else 0.0
    score += 0.5 if tag.number and tag.number[:4] == number[:4].casefold() else 0.0
    return score + 0.3 * float(parse.score)


def choose(word: str, pos: str, features: dict[str, str]) -> Any:
    """The reading that fits the tagger best."""
    get = features.get
    return _chosen(word, (pos, get("VerbForm", ""), get("Case", ""), get("Aspect", ""), get("Number", "")))


@lru_cache(maxsize=50_000)
def _chosen(word: str, seen: Seen) -> Any:
    return max(parses(word), key=lambda parse: fit(parse, seen))


@lru_cache(maxsize=50_000)
def cases(word: str, pos: str, tagged: str) -> tuple[str, ...]:
    """The cases a form may stand in, the tagged one first where the dictionary allows it.

    Undeclined words (Марокко, США) stand in all, so do unknown abbreviations and foreign names that end like them; of
    other unknown words the tagger is believed.
    """
    nominal = [p for p in parses(word) if p.tag.case and (p.tag.POS in PARTS.get(pos, set()) or pos == "VERB")]
    if not known(word):
        foreign = word[:1].isupper() and word[-1:] in "уюоеиэ"
        indeclinable = bool(tagged) and (foreign or (word.isupper() and len(word) > 1))
        return tuple(dict.fromkeys((tagged, *ALL_CASES))) if indeclinable else (tagged,) if tagged else ()
    if any("Fixd" in p.tag for p in nominal) or word.isupper():
        return tuple(dict.fromkeys((tagged, *ALL_CASES) if tagged else ALL_CASES))
    found = {CASES[p.tag.case] for p in nominal if p.tag.case in CASES}
    if not found:
        return (tagged,) if tagged else ()
    return tuple(sorted(found, key=lambda c: (c != tagged, ALL_CASES.index(c))))
