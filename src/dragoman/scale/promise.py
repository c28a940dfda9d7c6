"""Whether a text promises a statement, by its sentences: that decides which pages are extracted and parsed."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.coding import coder
from dragoman.coding.prefilter import EXCERPT, TRIGGER, prefilter
from dragoman.languages import paragraphs
from dragoman.model import Document
from dragoman.scale.bytefilter import Passage, byte_filter

FEW = 2
"""Paragraphs with all the evidence up to which a text is coded before its article is taken out."""


def promises(document: Document) -> bool:
    """Whether one of its sentences names an actor beside a trigger, and a word of defence with them unless the document
    is an excerpt, whose topic may stand in what was cut off: there any sentence that would be parsed will do.

    A page that speaks of an army here and of states there, and never of both at once, holds no tie.
    """
    made = coder(str(document.language), frames_alone=True)
    hits = prefilter(made.pack).hits
    brief = len(document.text) <= EXCERPT
    sentences = (one.text for one in made.wanted(document)) if brief else holding(document)
    return any(TRIGGER in hits(text) and made.names_actor(text) for text in sentences)


def says(document: Document) -> bool:
    """Whether the coder makes a statement of a text that has the evidence in a paragraph or two only.

    Most of these name an army by the way and come to nothing, which is seen so before the article is taken out. Other
    texts are worth that, and an excerpt may have lost what it is about.
    """
    known, text = byte_filter().known[str(document.language)], document.text
    held = (known.holds(Passage(text[start:end])) for start, end in paragraphs(text))
    if len(text) <= EXCERPT or sum(held) > FEW:
        return True
    return bool(coder(str(document.language), frames_alone=True).code(document).statements)


def holding(document: Document) -> Iterable[str]:
    """The sentences that hold all the evidence; only paragraphs that do are split, and only as far as is asked."""
    language = str(document.language)
    known, split = byte_filter().known[language], coder(language, frames_alone=True).pack.split
    for start, end in paragraphs(document.text):
        paragraph = document.text[start:end]
        if known.holds(Passage(paragraph)):
            yield from (one.text for one in split(paragraph) if known.holds(Passage(one.text)))
