"""Small words of the page, not of the sentence: what glues, what a full stop cuts short, what begins a sentence."""

from __future__ import annotations

from pathlib import Path

from dragoman.languages.listed import word_lists

LISTS = word_lists(Path(__file__).parent / "data" / "joints.yaml")
JOINTS = frozenset(LISTS["joints"])
"""Word forms, casefolded: a glued word is split only where one half is among these."""

ABBREVIATIONS = frozenset(LISTS["abbreviations"])
"""Words cut short by a full stop, casefolded without it, after which no sentence ends."""

ACRONYMS = frozenset(LISTS["acronyms"])
"""Words with full stops inside ("u.s."), after which a sentence ends only before a word that begins sentences."""

OPENERS = frozenset(LISTS["openers"])
"""Words, casefolded, that begin sentences and no names."""
