"""Words: lemmas, forms, cases."""

from __future__ import annotations

from pathlib import Path

import dawg_python
import pymorphy3_dicts_ru
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.languages import pack
from dragoman.languages.ru import morphology


@pytest.mark.parametrize(
    ("word", "first", "form"),
    [
        ("подписали", "подписать", "подписали"),
        ("Учения", "учение", "учения"),
        ("самолётов", "самолет", "самолетов"),
        ("поставляющий", "поставлять", "поставляющий"),
        ("приобретая", "приобретать", "приобретая"),
    ],
)
def test_keys_begin_with_the_lemma_and_end_with_the_form(word: str, first: str, form: str) -> None:
    found = pack("ru").keys(word)
    assert found[0] == first
    assert found[-1] == form


def test_an_ambiguous_form_has_every_lemma() -> None:
    assert {"стать", "сталь"} <= set(pack("ru").keys("стали"))


@pytest.mark.parametrize(
    ("lemma", "some"),
    [
        ("ракета", {"ракета", "ракеты", "ракет", "ракетами"}),
        ("поставить", {"поставил", "поставят", "поставивший", "поставлены"}),
        ("идти", {"идет", "шел", "шли"}),
        ("учение", {"учения", "учений"}),
    ],
)
def test_forms_are_all_that_a_prefilter_has_to_find(lemma: str, some: set[str]) -> None:
    assert some <= pack("ru").forms(lemma)


def test_forms_of_one_word_are_not_those_of_another() -> None:
    assert "виза" not in pack("ru").forms("визит")


@pytest.mark.parametrize("name", ["Марокко", "США", "НАТО", "Баку"])
def test_undeclined_names_stand_in_every_case_the_tagged_one_first(name: str) -> None:
    found = morphology.cases(name, "PROPN", "Gen")
    assert found[0] == "Gen"
    assert set(found) == set(morphology.ALL_CASES)


def test_a_declined_word_stands_in_its_own_cases() -> None:
    assert morphology.cases("министром", "NOUN", "Ins") == ("Ins",)
    assert set(morphology.cases("Кении", "PROPN", "Gen")) >= {"Gen", "Dat", "Loc"}
    assert "Ins" not in morphology.cases("Кении", "PROPN", "Gen")


def test_of_an_unknown_word_the_tagger_is_believed() -> None:
    assert morphology.cases("Кырфламбула", "PROPN", "Gen") == ("Gen",)
    assert morphology.cases("Кырфламбула", "PROPN", "") == ()


@given(st.text(min_size=1, max_size=30))
def test_no_word_is_too_odd(word: str) -> None:
    found = pack("ru").keys(word)
    assert found and found[-1] == morphology.plain(word)
    assert isinstance(morphology.known(word), bool)


def test_the_dictionary_says_the_same_whichever_package_reads_it() -> None:
    dawg = pytest.importorskip("dawg", reason="dawg2 is not installed here")
    path = str(Path(pymorphy3_dicts_ru.get_path()) / "words.dawg")
    quick, slow = (kind(">HH").load(path) for kind in (dawg.RecordDAWG, dawg_python.RecordDAWG))
    replaced = [kind.compile_replaces({"е": "ё"}) for kind in (dawg.DAWG, dawg_python.DAWG)]
    for word in ("министр", "стали", "учения", "все", "елка", "оружием", "кто-то", "хъ", ""):
        assert quick.similar_items(word, replaced[0]) == slow.similar_items(word, replaced[1])
        assert quick.get(word) == slow.get(word)
