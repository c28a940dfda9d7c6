"""People who were named with their state and are named again without it: "the pilots" after "Kenyan pilots"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.memory import Memory
from dragoman.coding.phrases import Argument, preposition
from dragoman.coding.reading import Reading

REMEMBERED = 3
"""In how many sentences back people may have been named with their state."""


def again(reading: Reading, memory: Memory) -> Iterator[Argument]:
    """People named before as those of a state, as arguments; nobody of whom it is said now whose they are."""
    for token in reading.tokens:
        known = memory.men.get(token.lemma)
        if known is None or token.pos != "NOUN" or token.index in reading.heads or described(reading, token.index):
            continue
        codes, told = known
        if 0 < reading.sentence.index - told <= REMEMBERED:
            argument = Argument(codes, token.index, token.index, token.index, "carrier", token.case, token.cases)
            argument.kind, argument.resolved, argument.keys = "force", True, token.keys
            argument.plural = token.number == "Plur"
            argument.prep = preposition(reading.tokens, token.index, reading.words)
            yield argument


def as_before(reading: Reading, argument: Argument, memory: Memory) -> tuple[str, ...]:
    """Whose the troops are that a sentence names without a state: those of the same word told just before."""
    codes, told = memory.men.get(reading.tokens[argument.head].lemma, ((), -9))
    near = 0 < reading.sentence.index - told <= REMEMBERED
    return codes if near and not described(reading, argument.head) else ()


def described(reading: Reading, index: int) -> bool:
    """Whether a noun has a state of its own beside it, or another adjective that sets these people apart."""
    owned = any(
        a.modifies == index or (reading.tokens[a.head].head == index and "Gen" in a.cases) for a in reading.arguments
    )
    return owned or any(t.head == index and t.relation in ("amod", "nmod", "det") for t in reading.tokens)
