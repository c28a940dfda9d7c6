"""Whether a corrected statement may be kept: the codebook has it, actors have codes, words stand in the text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from dragoman.actors import collectives, former_states, organisations, states
from dragoman.errors import ReviewError
from dragoman.model import Span, Statement
from dragoman.schema import codebook
from dragoman.schema.fitting import misfits

Problem = tuple[str, str]
"""What is wrong, and what to do about it."""


def check(statement: Statement, text: str) -> None:
    """Raise ReviewError for the first thing about the statement that does not hold; `text` is its document's."""
    for what, advice in (*misfits(statement, codebook()), *_actors(statement), *_words(statement, text)):
        raise ReviewError(what, advice=advice)


@cache
def known_actors() -> frozenset[str]:
    """The codes that a participant, a speaker's state or a place may have."""
    return frozenset(states()) | frozenset(former_states()) | frozenset(organisations()) | frozenset(collectives())


def _actors(statement: Statement) -> Iterator[Problem]:
    named = [p.actor for p in statement.participants] + [said.actor for said in statement.attribution]
    for code in (*named, statement.place):
        if code is not None and code not in known_actors():
            yield f"no actor has the code {code!r}", "give one such as AZE or NATO, or nothing where it is not known"


def _words(statement: Statement, text: str) -> Iterator[Problem]:
    evidence = statement.evidence
    if text[evidence.start : evidence.end] != evidence.text:
        yield "the evidence is not what stands in the text", "leave the evidence as it was"
    for what, span in _spans(statement):
        if not 0 <= span[0] < span[1] <= len(text):
            yield f"the {what} lies outside the text", f"the text has {len(text)} characters"


def _spans(statement: Statement) -> Iterator[tuple[str, Span]]:
    yield "trigger", statement.cues.trigger
    for number, participant in enumerate(statement.participants, 1):
        yield f"participant {number}", participant.span
    for said in statement.attribution:
        yield "speaker", said.span
