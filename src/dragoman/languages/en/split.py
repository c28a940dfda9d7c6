"""Where English sentences end: where what follows can begin one, and what precedes it is no abbreviation."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from dragoman.languages.en.joints import ABBREVIATIONS, ACRONYMS, JOINTS, OPENERS
from dragoman.languages.en.words import tables
from dragoman.languages.sentences import sentences
from dragoman.languages.shape import Sentence

END = re.compile(r"[.!?…]+[\"”’'»)\]]*(?=\s+[\"“‘'«(\[]*[A-Z0-9\u0400-\u04ff$€£])")
"""Where a sentence may end: a final mark, closing marks, then a space and what can begin a sentence."""
WORD_BEFORE = re.compile(r"[\w.'’-]+$")
WORD_AFTER = re.compile(r"[\w'’]+")


def known(word: str) -> bool:
    """Whether the lemmatiser's lists have a word, as a lemma or an irregular form."""
    listed = tables()
    return any(word in words for words in (*listed.known.values(), *listed.irregular.values()))


def split(text: str, only: Container[int] | None = None) -> list[Sentence]:
    """The sentences of a text, unparsed, with spans in the stored text; of the paragraphs with these numbers only."""
    return sentences(text, only, ended, known=known, joints=JOINTS)


def ended(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a paragraph, each with where it starts, without the space around it."""
    start = 0
    for mark in END.finditer(text):
        if not ends(text, mark):
            continue
        yield from trimmed(start, text[start : mark.end()])
        start = mark.end()
    yield from trimmed(start, text[start:])


def trimmed(start: int, text: str) -> Iterator[tuple[int, str]]:
    """A sentence without the space around it; none where there is nothing else."""
    bare = text.strip()
    if bare:
        yield start + len(text) - len(text.lstrip()), bare


def ends(text: str, mark: re.Match[str]) -> bool:
    """Whether a sentence ends at a mark: not after an abbreviation, an initial, or an acronym inside a name."""
    if not mark.group().startswith(".") or len(mark.group()) > 1:
        return True
    before = WORD_BEFORE.search(text, 0, mark.start())
    after = WORD_AFTER.search(text, mark.end())
    word = before.group().casefold() if before else ""
    opens = after is not None and after.group().casefold() in OPENERS
    if word in ACRONYMS:
        return opens
    if len(word) == 1 and word.isalpha():
        return False
    return word not in ABBREVIATIONS or (opens and word in ("inc", "corp", "ltd", "co", "etc", "no"))
