"""The caption of a drawing: whose figures these are."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from dragoman.figures.words import Language, words
from dragoman.model import Dataset


def caption(datasets: Iterable[Dataset], named: Collection[str], language: Language, note: str = "") -> str:
    """A note, then the credit lines of those of the datasets that are named, with their versions."""
    versions: dict[str, list[str]] = {}
    for one in datasets:
        if one.name in named:
            versions.setdefault(one.credit.removeprefix("Source: ").rstrip("."), []).append(one.version)
    credits = "; ".join(f"{credit} ({'; '.join(own)})" for credit, own in versions.items())
    told = words(language).source.format(credits=credits) if credits else ""
    return " ".join(filter(None, [note, told]))
