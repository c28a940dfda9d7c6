"""The annotated sentences: figures do not fall below their floors, and what is fully right stays right."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from . import gates, scoring

NEEDED = 3
"""Sentences of a construction that have to be right: one alone may be luck."""


@cache
def rows() -> dict[str, tuple[scoring.Annotated, list[str]]]:
    return {sentence.id: (sentence, scoring.faults(sentence, coding)) for sentence, coding in gates.coded_sentences()}


def test_floors_are_pinned_for_this_very_set() -> None:
    entry = gates.pinned()["sentences"]
    assert entry["sha256"] == scoring.digest(), "the sentences have changed: scripts/pin_floors.py --reason …"
    assert entry["reason"].strip()


@pytest.mark.parametrize("name", ["event_strict", "event_overlap", "inference_strict", "tie_strict", "quiet"])
def test_figure_is_above_its_floor(name: str) -> None:
    assert scoring.figures(gates.coded_sentences())[name] >= gates.pinned()["sentences"]["floors"][name]


@pytest.mark.parametrize("name", gates.listed(gates.HELD))
def test_held_sentence_is_fully_right(name: str) -> None:
    assert name in rows(), "a held sentence is gone: scripts/pin_floors.py --reason …"
    sentence, faults = rows()[name]
    assert not faults, f"{sentence.text}\n" + "\n".join(faults)


def test_ids_and_texts_are_unique() -> None:
    sentences = scoring.load()
    assert [name for name, count in Counter(s.id for s in sentences).items() if count > 1] == []
    assert [text for text, count in Counter(s.text for s in sentences).items() if count > 1] == []


def constructions() -> list[str]:
    return list(dict.fromkeys(s.construction for s in scoring.load() if s.id.startswith("seedlike_")))


@pytest.mark.parametrize("construction", constructions())
def test_three_sentences_of_an_argued_construction_are_right(construction: str) -> None:
    mine = [pair for pair in rows().values() if pair[0].construction == construction]
    wrong = {sentence.text: faults for sentence, faults in mine if faults}
    assert len(mine) - len(wrong) >= NEEDED, wrong


def test_every_statement_is_grounded() -> None:
    for _, coding in gates.coded_sentences():
        assert all(scoring.grounded(s, coding.document.text) for s in coding.statements)
