"""Who does something together with the one that is named as doing it: "will, together with B, supply C with tanks"."""

from __future__ import annotations

from dragoman.coding.frames import Frame
from dragoman.coding.phrases import Argument
from dragoman.coding.reading import Reading
from dragoman.coding.slots import Filled
from dragoman.coding.subjects import subject


def joined(reading: Reading, frame: Frame, index: int, filled: Filled) -> Filled:
    """The roles, the one of the subject with those beside it as well."""
    if "party" in frame.roles:
        return filled
    verb = index if reading.tokens[index].form else reading.verb_above(index)
    acting = subject(reading, verb) if verb >= 0 else None
    if acting is None:
        return filled
    role = next((r for r, found in filled.items() if any(a is acting for a in found)), None)
    if role is None:
        return filled
    named = {c for found in filled.values() for a in found for c in a.codes}
    beside = [
        a for a in reading.arguments if a.codes and named.isdisjoint(a.codes) and together(reading, a, verb, acting)
    ]
    more = [b for a in beside for b in reading.conjuncts(a) if named.isdisjoint(b.codes)]
    return {**filled, role: [*filled[role], *more]} if more else filled


def together(reading: Reading, argument: Argument, verb: int, acting: Argument) -> bool:
    """Whether a phrase stands behind "together with" and belongs to a verb or its subject."""
    if not reading.words.is_prep(argument.prep, "with") or argument.joined >= 0:
        return False
    tokens = reading.tokens
    prep = next((i for i in range(argument.first - 1, -1, -1) if tokens[i].pos == "ADP"), -1)
    if prep < 1 or not reading.words.is_form(tokens[prep - 1], "together"):
        return False
    if acting.last < argument.first and argument.last < verb:
        return True
    above = [tokens[argument.head].head, *reading.up(argument.head)][:4]
    return verb in above or verb in (tokens[i].head for i in above if i >= 0)
