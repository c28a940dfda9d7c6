"""A logistic regression over named features: weights in a JSON file, pinned by its hash."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import repeat
from pathlib import Path
from typing import Any

from dragoman.coding.learned.features import Crossed, crossings, of_context
from dragoman.errors import CodebookError

FOLDER = Path(__file__).parent
KNOWN = 1_000
"""Features whose share is kept, of one side, group and word of the rules: news have some hundreds."""


@dataclass(frozen=True, slots=True)
class Model:
    """Weights by feature; `bias` among them is added always. `limits` are the thresholds that were tuned with them.

    `languages` are those whose rules gain by it.
    """

    weights: dict[str, float]
    limits: dict[str, float]
    languages: tuple[str, ...] = ()
    shares: dict[tuple[str, str, str], Shares] = field(default_factory=dict, repr=False, compare=False)
    """What features weigh with their crossings, by what they are crossed with: kept by `score_crossed`."""

    def score(self, features: Iterable[str]) -> float:
        """The probability."""
        return logistic(self.weights.get("bias", 0.0) + sum(map(self.weights.get, features, repeat(0.0))))

    def score_crossed(self, features: Crossed) -> float:
        """The probability by features with all their crossings, which are spelt out once each."""
        key = features.side, features.group, features.rules
        shares = self.shares.get(key)
        if shares is None:
            shares = self.shares[key] = Shares(self.weights, *key)
        return logistic(shares.bias + sum(map(shares.own, features.own)) + sum(map(shares.context, features.context)))

    def reasons(self, features: Iterable[str], count: int = 3) -> tuple[tuple[str, float], ...]:
        """The features that weigh most for it, heaviest first."""
        weighed = ((name, self.weights[name]) for name in features if self.weights.get(name, 0.0) > 0)
        return tuple(sorted(weighed, key=lambda pair: (-pair[1], pair[0]))[:count])


class Shares:
    """What features weigh together with all that they are crossed with."""

    def __init__(self, weights: Mapping[str, float], side: str, group: str, rules: str) -> None:
        def weight(names: Iterable[str]) -> float:
            return sum(map(weights.get, names, repeat(0.0)))

        self.own = lru_cache(KNOWN)(lambda name: weight(crossings(side, group, rules, name)))
        self.context = lru_cache(KNOWN)(lambda name: weight(of_context(side, rules, name)))
        self.bias = weights.get("bias", 0.0) - weights.get(f"{side} {rules} & {rules}", 0.0)


def logistic(total: float) -> float:
    """The probability of a sum of weights."""
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


def digest(path: Path) -> str:
    """The SHA-256 of a file of weights."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def load(name: str) -> Model:
    """The model `name`.json of this folder. Raises CodebookError where the file is not the pinned one."""
    path = FOLDER / f"{name}.json"
    pins = json.loads((FOLDER / "pins.json").read_text("utf8"))
    if digest(path) != pins.get(name):
        raise CodebookError(
            f"{path.name} is not the file that pins.json names",
            source=str(path),
            advice="run `make train`, which writes both",
        )
    content: dict[str, Any] = json.loads(path.read_text("utf8"))
    return Model(content["weights"], content["limits"], tuple(content["languages"]))


def save(name: str, model: Model) -> None:
    """Write a model and its pin, features in alphabetical order."""
    path = FOLDER / f"{name}.json"
    content = {"languages": model.languages, "limits": model.limits, "weights": dict(sorted(model.weights.items()))}
    path.write_text(json.dumps(content, ensure_ascii=False, indent=0) + "\n", "utf8")
    pins = FOLDER / "pins.json"
    known = json.loads(pins.read_text("utf8")) if pins.exists() else {}
    pins.write_text(json.dumps({**known, name: digest(path)}, indent=1, sort_keys=True) + "\n", "utf8")
