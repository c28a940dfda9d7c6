"""The neural models of the Russian pack, taken from the files that the natasha package ships.

natasha itself is never imported (it needs setuptools at run time on Python 3.12); only its data folder is found. Each
file is pinned by its SHA-256, so a changed model is an error and never a silent change of what is coded.
Models: Alexander Kukushkin, navec and slovnet, MIT.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import yaml

from dragoman.errors import ModelError
from dragoman.languages.ru.encoder import Encoder
from dragoman.pins import pinned

PINS = Path(__file__).parent / "models.yaml"


@dataclass(frozen=True, slots=True)
class Models:
    """Tagger (morphology) and parser (dependencies) over the same word vectors."""

    morph: Any
    syntax: Any


def folder() -> Path:
    """The data folder of the natasha package, found without importing it."""
    spec = find_spec("natasha")
    if spec is None or spec.origin is None:
        raise ModelError(
            "the natasha package with the Russian models is missing", advice="install it: pip install natasha"
        )
    return Path(spec.origin).parent / "data"


def load() -> Models:
    """Load tagger and parser; about 0.8 s and 60 MB."""
    from navec import Navec
    from slovnet import Morph, Syntax

    pins: dict[str, dict[str, str]] = yaml.safe_load(PINS.read_text("utf8"))
    files = {
        name: pinned(folder() / pin["path"], pin["sha256"], missing="reinstall the natasha package")
        for name, pin in pins.items()
    }
    vectors = Navec.load(files["vectors"])
    models = Models(
        morph=Morph.load(files["morph"], batch_size=8).navec(vectors),
        syntax=Syntax.load(files["syntax"], batch_size=8).navec(vectors),
    )
    for model in (models.morph.infer.model, models.syntax.infer.model):
        model.encoder = Encoder(model.encoder)
    return models
