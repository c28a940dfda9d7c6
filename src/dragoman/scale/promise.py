"""Whether a text promises a statement, by its sentences: that decides which pages are extracted and parsed."""

from __future__ import annotations

from dragoman.coding import coder
from dragoman.coding.prefilter import EXCERPT, TRIGGER, prefilter
from dragoman.model import Document
from dragoman.scale.bytefilter import byte_filter, passage


def promises(document: Document) -> bool:
    """Whether one of the sentences that would be parsed names an actor beside a trigger, and a word of defence with
    them unless the document is an excerpt, whose topic may stand in what was cut off.

    A page that speaks of an army here and of states there, and never of both at once, holds no tie.
    """
    language = str(document.language)
    made, known, brief = coder(language), byte_filter().known[language], len(document.text) <= EXCERPT
    hits = prefilter(made.pack).hits
    return any(
        (brief or known.holds(*passage(one.text))) and TRIGGER in hits(one.text) and made.names_actor(one.text)
        for one in made.wanted(document)
    )
