"""Short words that pages glue to their neighbour when a link or a line break is lost ("заявилминистр")."""

from __future__ import annotations

from pathlib import Path

from dragoman.languages.listed import word_lists
from dragoman.languages.ru.morphology import finite

LISTS = word_lists(Path(__file__).parent / "data" / "joints.yaml")
LISTED = frozenset(
    word for name, words in LISTS.items() if name not in ("abbreviations", "bracketed", "datelines") for word in words
)


class Joints:
    """The word forms, casefolded, beside which spaces are lost: those listed, and verbs of news in the third person."""

    def __contains__(self, word: object) -> bool:
        return word in LISTED or (isinstance(word, str) and len(word) > SHORTEST and finite(word))


SHORTEST = 5
"""Letters of a finite verb that cannot be taken for a part of another word."""

JOINTS = Joints()
"""A glued word is split only where one part is among these."""

ABBREVIATIONS = LISTS["abbreviations"]
"""Words cut short by a full stop that stand before a name or a capital, so that no sentence ends there."""

BRACKETED = frozenset(LISTS["bracketed"])
"""Abbreviations in brackets that only repeat what stands before them."""

DATELINES = LISTS["datelines"]
"""Agencies that open a report before a dash or between strokes."""
