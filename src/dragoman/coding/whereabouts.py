"""Words that stand for a place named before: "there", "from there", "where", "the local army"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.memory import PLACES, Memory, located
from dragoman.coding.phrases import Argument
from dragoman.coding.reading import Reading
from dragoman.languages import Token

CLOSE = 3
"""How many words may stand between a place and the "where" that refers to it."""

SPOKEN_OF = 2
"""In how many sentences back the place of "there" may stand."""


def whereabouts(reading: Reading, memory: Memory) -> Iterator[Argument]:
    """The adverbs of place of a sentence, as arguments with the preposition and the case that they stand for."""
    for token in reading.tokens:
        slot = reading.words.whereabouts.get(token.keys[-1])
        if slot is None or token.pos not in ("ADV", "PRON", "SCONJ", "PART"):
            continue
        codes = meant(reading, token, memory)
        if codes:
            argument = Argument(codes, token.index, token.index, token.index, "pronoun")
            argument.prep, argument.case = slot
            argument.cases, argument.resolved, argument.keys = (argument.case,), True, token.keys
            yield argument


def left(reading: Reading, argument: Argument) -> bool:
    """Whether a phrase names the state that somebody or something comes from ("leaves A and loses weight there")."""
    return argument.form in PLACES and not argument.kind and reading.words.is_prep(argument.prep, "from")


def locals_(reading: Reading, memory: Memory) -> Iterator[Argument]:
    """ "Local" before a noun, as the adjective of the state in which the rest takes place."""
    for token in reading.tokens:
        if token.pos != "ADJ" or not reading.words.likely(token, "local") or token.head < 0:
            continue
        codes = meant(reading, token, memory)
        if codes:
            argument = Argument(codes, token.index, token.index, token.index, "pronoun", token.case, token.cases)
            argument.modifies, argument.resolved, argument.keys = token.head, True, token.keys
            yield argument


def meant(reading: Reading, token: Token, memory: Memory) -> tuple[str, ...]:
    """The state of the place that a word means: in its own sentence before it, else the place spoken of last."""
    named = [a for a in (*reading.arguments, *reading.places) if a.last < token.index and a.codes and a.modifies < 0]
    if reading.words.likely(token, "where"):
        close = [a for a in named if a.form in PLACES and token.index - a.last <= CLOSE]
        return max(close, key=lambda a: a.last).codes if close else ()
    here = [a for a in named if a.form in PLACES and located(reading, a)] or [a for a in named if left(reading, a)]
    if here:
        return max(here, key=lambda a: a.last).codes
    near = 0 <= reading.sentence.index - memory.spot_at <= SPOKEN_OF
    return memory.spot if near else ()
