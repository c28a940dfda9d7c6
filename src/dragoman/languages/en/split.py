"""Paragraphs before sentences, and sentences by rule: a line break always ends one, a full stop where what follows
can begin one and what precedes it is no abbreviation.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator

from dragoman.languages.en.joints import ABBREVIATIONS, ACRONYMS, JOINTS, OPENERS
from dragoman.languages.en.words import tables
from dragoman.languages.paragraphs import paragraphs
from dragoman.languages.shape import Sentence
from dragoman.sources import repair

Locate = Callable[[int, int], tuple[int, int]]
"""Maps a span of the repaired text to the stored one."""

LONGEST = 2_000
"""Characters after which a sentence is cut at a space: no news sentence is longer."""
GAP = 5
"""How far apart the numbers of two sentences are when paragraphs between them were left out: not next to each other."""

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
    found: list[Sentence] = []
    left_out = 0
    for number, (begin, end) in enumerate(paragraphs(text)):
        if only is not None and number not in only:
            left_out += GAP
            continue
        repaired = repair(text[begin:end], known=known, joints=JOINTS)
        for first, whole in sentences(repaired.text):
            for start, part in pieces(first, whole):
                found.append(_sentence(repaired.to_source, begin, start, part, number, len(found) + left_out))
    return found


def sentences(text: str) -> Iterator[tuple[int, str]]:
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


def pieces(start: int, text: str) -> Iterator[tuple[int, str]]:
    """A sentence as it is, or cut at spaces where it is longer than any sentence can be."""
    while len(text) > LONGEST:
        cut = text.rfind(" ", LONGEST // 2, LONGEST)
        cut = cut if cut > 0 else LONGEST
        yield start, text[:cut]
        start, text = start + cut, text[cut:]
    if text.strip():
        yield start, text


def _sentence(to_source: Locate, base: int, start: int, text: str, paragraph: int, index: int) -> Sentence:
    def locate(first: int, last: int) -> tuple[int, int]:
        begin, end = to_source(start + first, start + last)
        return base + begin, base + end

    begin, end = locate(0, len(text))
    return Sentence(text=text, start=begin, end=end, paragraph=paragraph, index=index, locate=locate)
