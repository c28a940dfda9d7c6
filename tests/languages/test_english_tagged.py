"""Words as the model's own attribute ruler and products give them, though neither is run on a sentence."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from spacy.language import Language
from spacy.util import load_model_from_path
from thinc.api import NumpyOps

from dragoman.languages.en import models
from dragoman.languages.en.products import Products
from dragoman.languages.en.tagged import Tagger
from dragoman.languages.en.tree import grouped

GOLD = Path(__file__).parents[2] / "evaluation" / "en"
ODD = (
    "There is  a deal, and there's no dispute; that is what they do.",
    "I saw you; it had said: \"I've met 'em\".",
    "'s army  signed.",
    "The ex-minister's air-to-air missiles weren't the ministers’ own.",
    " \t ",
)


def sentences() -> Iterator[str]:
    yield from ODD
    for path in sorted(GOLD.glob("*.jsonl"))[:2]:
        for line in path.read_text("utf8").splitlines()[:60]:
            yield json.loads(line)["text"]


@pytest.fixture(scope="module")
def whole() -> Language:
    """The model as it comes, its ruler in the pipeline."""
    return load_model_from_path(models.folder(), exclude=models.UNUSED)


def test_every_word_is_what_the_ruler_makes_of_it(whole: Language) -> None:
    tagger = Tagger(models.load())
    for text in sentences():
        expected = whole(text)
        found = tagger.read(tagger.model(text))
        assert [(t.text, t.start, t.head, t.space) for t in found] == [
            (t.text, t.idx, t.head.i, t.is_space) for t in expected
        ]
        assert [(t.ruled.tag, t.ruled.pos, t.ruled.relation, t.ruled.number) for t in found] == [
            (t.tag_, t.pos_, t.dep_, next(iter(t.morph.get("Number", [])), "")) for t in expected
        ], text


def test_words_are_grouped_around_hyphens_and_possessive_endings() -> None:
    tagger = Tagger(models.load())
    text = "The ex-minister's air-to-air missiles  flew"
    words = [text[group[0].start : group[-1].end] for group in grouped(tagger.read(tagger.model(text)))]
    assert words == ["The", "ex-minister's", "air-to-air", "missiles  ", "flew"]


@pytest.mark.parametrize("trans1", [False, True])
@pytest.mark.parametrize("trans2", [False, True])
def test_products_are_those_of_the_library(trans1: bool, trans2: bool) -> None:
    dice = np.random.default_rng(1)
    x = dice.random((7, 5) if not trans1 else (5, 7), dtype=np.float32)
    y = dice.random((5, 3) if not trans2 else (3, 5), dtype=np.float32)
    expected = NumpyOps().gemm(x, y, trans1=trans1, trans2=trans2)
    out = np.empty((7, 3), dtype=np.float32)
    assert np.allclose(Products().gemm(x, y, trans1=trans1, trans2=trans2), expected)
    assert Products().gemm(x, y, out=out, trans1=trans1, trans2=trans2) is out
    assert np.allclose(out, expected)
