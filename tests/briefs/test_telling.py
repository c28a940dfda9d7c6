"""Findings in words: every key that a finding can have is there in both languages, and its slots are filled."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import dragoman.findings
from dragoman.briefs import template
from dragoman.briefs.shape import BriefLanguage
from dragoman.briefs.telling import ACTORS, Teller, finding_words
from dragoman.datasets import entries
from dragoman.findings.asked import argued, asked
from dragoman.findings.nouns import BlindSpot, Said, Told
from dragoman.model import Layer, Verdict
from dragoman.schema import codebook

LANGUAGES: tuple[BriefLanguage, ...] = ("en", "ru")
CODE = "\n".join(path.read_text("utf-8") for path in Path(dragoman.findings.__file__).parent.glob("*.py"))
PLAIN: dict[str, Told] = {
    "layers": ("arms", "exercise"), "layer": "arms", "dataset": "sipri-register", "n": 3, "years": "2004–2010",
    "share1": 0.79, "hhi1": 0.65, "span1": "2010–14", "span": "2020–24", "until": 2010, "since": 1980, "last": 2018,
}  # fmt: skip


def said(key: str, text: str) -> Said:
    """A Said that fills every slot of a text."""
    plain = {name: PLAIN.get(name, PLAIN.get(re.sub(r"\d$", "1", name), 2020)) for name in template.slots(text)}
    named = {"named": "African Lion", "layer": "arms"}
    actors: dict[str, Told] = {name: ("AZE", "MAR") if name.endswith("s") else "TUR" for name in ACTORS}
    return Said(key=key, slots={name: (actors | named).get(name, told) for name, told in plain.items()})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_that_findings_use_has_a_text(language: BriefLanguage) -> None:
    words = finding_words(language)
    used = set(re.findall(r'because\(\s*"([\w.]+)"', CODE)) | set(re.findall(r'cannot_ask\(draft, "([\w.]+)"', CODE))
    assert used - set(words.reasons) == set()
    assert {f"on_record.{layer.value}" for layer in Layer if asked_about(layer)} <= set(words.reasons)
    assert {f"none.{layer.value}" for layer in Layer if asked_about(layer)} <= set(words.reasons)
    assert set(re.findall(r'cannot_see\("(\w+)"', CODE)) | {"no_dataset", "not_imported"} <= set(words.blind)
    assert set(asked()) | set(argued()) | {"first_agreement"} <= set(words.questions)
    assert set(asked()) | set(re.findall(r'"would\.(\w+)"', CODE)) <= set(words.would)


def asked_about(layer: Layer) -> bool:
    return any(layer in (*question.layers, *question.beside) for question in asked().values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_languages_have_the_same_texts_and_ask_the_same_slots(language: BriefLanguage) -> None:
    here, english = finding_words(language), finding_words("en")
    for name in ("questions", "reasons", "changes", "blind", "reach", "would"):
        own, other = getattr(here, name), getattr(english, name)
        assert set(own) == set(other)
        for key in own:
            assert set(template.slots(own[key])) <= set(template.slots(other[key])) | {"n"}, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_filled(language: BriefLanguage) -> None:
    teller, words = Teller(language), finding_words(language)
    told = [teller.reason(said(key, text)) for key, text in words.reasons.items()]
    told += [teller.change(said(key, text)) for key, text in words.changes.items()]
    told += [teller.question(said(f"question.{key}", text)) for key, text in words.questions.items()]
    told += [teller.would(said(f"would.{key}", text)) for key, text in words.would.items()]
    spot = BlindSpot(key="", layer=Layer.arms, dataset="sipri-register", since=1995, until=2024)
    told += [teller.blind(spot.model_copy(update={"key": key})) for key in words.blind]
    parts = [teller.reach(key, "sipri-register", [Layer.arms, Layer.exercise], 1995, 2024) for key in words.reach]
    for line in (*told, *parts):
        assert not re.search(r"[{}\[\]]|  |None", line), line
    for line in told:
        assert line[0].isupper() or not line[0].isalpha(), line
    assert set(words.layers) == {layer.value for layer in Layer}
    assert set(words.verdicts) == set(Verdict)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_dataset_that_can_be_told_has_a_name(language: BriefLanguage) -> None:
    known = {name for name, entry in entries().items() if entry.systematic}
    assert known <= set(finding_words(language).datasets)


def test_every_type_that_is_asked_about_is_in_the_codebook() -> None:
    assert set(asked()) | set(argued()) <= set(codebook().types)
    inferences = {name for name, entry in codebook().types.items() if [k.value for k in entry.kinds] == ["inference"]}
    assert set(argued()) == inferences


def test_numbers_and_names_in_the_manner_of_the_language() -> None:
    share = Said(key="share", slots={"a": "USA", "b": "MAR", "share1": 0.6449, "span1": "2020–24", "share2": 0.001})
    assert Teller("en").reason(share) == ("The United States: 64\u00a0% of the arms delivered to Morocco in 2020–24.")
    assert Teller("ru").reason(share).startswith("США: 64\u00a0% поставленных Марокко вооружений")
    few = Teller("ru").reason(share.model_copy(update={"slots": {**share.slots, "n": 12}}))
    assert "в 2020–24 (всего по 12 поставкам)" in few
