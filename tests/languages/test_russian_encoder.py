"""The convolutions give what slovnet's own give, and the models read the same of it."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import yaml
from slovnet import Morph, Syntax

from dragoman.languages.ru import models
from dragoman.languages.ru.encoder import Encoder
from dragoman.languages.ru.models import Models

TEXTS = (
    "Литва передала Боливии два катера .",
    "Министры обороны двух стран подписали во вторник договор , который даст их армиям общие учения .",
    "Переговоры идут .",
)
SENTENCES = [text.split() for text in TEXTS]


@pytest.fixture(scope="module")
def loaded() -> Models:
    return models.load()


def bare(kind: Any, name: str) -> Any:
    return kind.load(models.folder() / yaml.safe_load(models.PINS.read_text("utf8"))[name]["path"], batch_size=8)


@pytest.mark.parametrize(("kind", "name"), [(Morph, "morph"), (Syntax, "syntax")])
def test_numbers_are_those_of_slovnet(kind: Any, name: str) -> None:
    own = bare(kind, name).infer.model.encoder
    size = own.layers[0].conv.weight.array.shape[1]
    words = np.random.default_rng(1).normal(size=(3, 17, size)).astype(np.float32)
    padding = np.arange(17) >= np.array([[17], [9], [3]])
    np.testing.assert_allclose(Encoder(own)(words, padding), own(words.copy(), padding), rtol=1e-4, atol=1e-4)
    assert not Encoder(own)(words, padding)[padding].any()


@pytest.mark.parametrize(("kind", "name"), [(Morph, "morph"), (Syntax, "syntax")])
def test_sentences_are_read_the_same(kind: Any, name: str, loaded: Models) -> None:
    model = getattr(loaded, name)
    found = list(model.map(SENTENCES))
    quick = model.infer.model.encoder
    assert isinstance(quick, Encoder)
    model.infer.model.encoder = bare(kind, name).infer.model.encoder
    try:
        assert [one.tokens for one in model.map(SENTENCES)] == [one.tokens for one in found]
    finally:
        model.infer.model.encoder = quick
