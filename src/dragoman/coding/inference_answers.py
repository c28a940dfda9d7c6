"""Questions that the next sentence answers, and "not A but B": who is meant, and who is said not to be.

"Who profits from the quarrel? Not Oman but Qatar": Qatar does, Oman does not. "Will it weaken A? No."
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from dragoman.coding.draft import Draft
from dragoman.coding.frames import Frame
from dragoman.coding.inference_gaps import tells
from dragoman.coding.inference_scope import scope
from dragoman.coding.inference_tense import tense
from dragoman.coding.phrases import Argument
from dragoman.coding.reading import Reading
from dragoman.model import Kind, Status

FIRST = 24
"""Words of the answering sentence in which whoever is meant is named."""

ASKED = "beneficiary"
"""The role that "who" asks for."""


def unasked(reading: Reading, frame: Frame) -> Frame:
    """A frame of a conclusion without the role that the sentence asks for: nobody of the sentence has it."""
    if frame.kind is not Kind.inference or not (asks(reading) and who(reading)):
        return frame
    return frame.model_copy(update={"roles": {role: slots for role, slots in frame.roles.items() if role != ASKED}})


def who(reading: Reading) -> bool:
    """Whether a sentence has a word such as "who"."""
    return any(reading.has(t.index, "asking_who") for t in reading.tokens)


def fill(draft: Draft, after: Reading | None) -> None:
    """Give a conclusion that is asked about whom the answer names, and the status of what is told."""
    if draft.frame.kind is not Kind.inference or not asks(draft.reading) or after is None:
        return
    if refused(after):
        draft.status, draft.negations = Status.denied, []
        return
    meant, others = answer(after)
    if ASKED not in draft.frame.roles or not who(draft.reading):
        return
    codes = tuple(c for c in meant if c not in draft.actors) or tuple(c for c in others if c not in draft.actors)
    if not codes or draft.codes(ASKED):
        return
    draft.extra[ASKED] = codes
    draft.status = tense(draft.reading, scope(draft.reading, draft.trigger)) if meant else Status.denied


def asks(reading: Reading) -> bool:
    """Whether a sentence ends with a question mark."""
    return any(t.text == "?" for t in reading.tokens[-2:])


def refused(after: Reading) -> bool:
    """Whether a sentence says no: as its first word, or as all that somebody says."""
    words = [t for t in after.tokens if t.pos != "PUNCT"]
    said = [t for t in after.tokens[1:] if after.has(t.index, "no_answer")]
    return bool(words) and (
        after.has(words[0].index, "no_answer")
        or any(after.words.is_form(after.tokens[t.index - 1], "that") for t in said)
    )


def answer(after: Reading) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Whom an answer names, and whom it rules out; who is so in name only ("formally A, in fact B") is left out."""
    meant: list[str] = []
    others: list[str] = []
    for argument in after.arguments:
        if not argument.codes or argument.first > FIRST or argument.resolved or tells(after, argument):
            continue
        if any(after.has(i, "in_name_only") for i in range(max(0, argument.first - 3), argument.first)):
            continue
        if denied(after, argument):
            others += argument.codes[:1]
        elif not meant:
            meant += [c for a in after.conjuncts(argument) for c in a.codes[:1]]
    return tuple(meant), tuple(others)


def denied(reading: Reading, argument: Argument) -> bool:
    """Whether "not" stands right before a phrase and its preposition."""
    before = reading.tokens[max(0, argument.first - 2) : argument.first]
    return any(reading.words.is_form(t, "not") for t in before)


def split(draft: Draft) -> list[Draft]:
    """The draft, and with "not A but B" in one of its roles one for each: B does, A does not."""
    if draft.frame.kind is not Kind.inference:
        return [draft]
    reading = draft.reading
    for one, other in contrasted(reading):
        role = next((r for r, found in draft.filled.items() if one in found or other in found), "")
        if not role:
            continue
        rest = [a for a in draft.filled[role] if a is not one and a is not other]
        own = draft.status is Status.denied and not draft.cues
        status = tense(reading, scope(reading, draft.trigger)) if own else draft.status
        affirmed = replace(draft, filled={**draft.filled, role: [*rest, other]}, status=status, negations=[])
        ruled_out = replace(
            draft, filled={**draft.filled, role: [*rest, one]}, status=Status.denied, extra=dict(draft.extra)
        )
        return [affirmed, ruled_out]
    return [draft]


def contrasted(reading: Reading) -> list[tuple[Argument, Argument]]:
    """The pairs of "not A but B"."""
    named = [a for a in reading.arguments if a.codes]
    found = []
    for one, other in pairwise(named):
        between = reading.tokens[one.last + 1 : other.first]
        turns = any(t.text == "," and reading.words.is_form(reading.tokens[t.index + 1], "contrast") for t in between)
        verbal = any(t.form == "Fin" and not reading.has(t.index, "believe", "op_called") for t in between)
        if denied(reading, one) and turns and not verbal and set(one.codes) != set(other.codes):
            found.append((one, other))
    return found
