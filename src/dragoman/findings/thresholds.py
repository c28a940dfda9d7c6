"""The limits that verdicts follow, with the reason for each: `data/thresholds.yaml`."""

from __future__ import annotations

from functools import cache

from pydantic import TypeAdapter

from dragoman.findings.asked import FOLDER
from dragoman.model import Frozen
from dragoman.schema.load import checked
from dragoman.schema.located import read_located


class Threshold(Frozen):
    """A limit in `unit`, and why it lies there."""

    value: float
    unit: str
    why: str


@cache
def thresholds() -> dict[str, Threshold]:
    """By name. Raises CodebookError with file and line."""
    return checked(read_located(FOLDER / "thresholds.yaml"), TypeAdapter(dict[str, Threshold]))


def limit(name: str) -> float:
    """The value of a threshold."""
    return thresholds()[name].value
