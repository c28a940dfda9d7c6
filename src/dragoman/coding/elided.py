"""A verb that later clauses leave out: "A sent tanks, B — shells, and C — boats" is three acts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from dragoman.coding.draft import Draft
from dragoman.coding.phrases import Argument
from dragoman.coding.reading import Reading
from dragoman.coding.slots import shared_role
from dragoman.model import Kind


def elided(draft: Draft) -> list[Draft]:
    """The draft, and one more for each clause behind it in which a dash stands for its verb."""
    token = draft.reading.tokens[draft.trigger]
    spoken = token.form == "Fin" and token.voice != "Pass" and draft.frame.kind is Kind.event
    if not spoken or shared_role(draft.frame):
        return [draft]
    clauses = [c for c in gapped(draft.reading, draft.trigger) if same_things(draft, *c)]
    more = (told_again(draft, first, last) for first, last in clauses)
    return [draft, *(d for d in more if d is not None)]


def gapped(reading: Reading, verb: int) -> Iterator[tuple[int, int]]:
    """The clauses behind a verb, as first and last word, that have one dash and no verb."""
    tokens = reading.tokens
    ends = [t.index for t in tokens[verb:] if t.text in ",;."]
    for start, end in pairwise(ends):
        inside = tokens[start + 1 : end]
        dashes = [t.index for t in inside if reading.words.is_form(t, "dash")]
        verbal = any(t.form or t.short for t in inside)
        if len(dashes) == 1 and not verbal and start + 1 < dashes[0] < end - 1:
            yield start + 1, end - 1


def same_things(draft: Draft, first: int, last: int) -> bool:
    """Whether a clause has what the frame asks for near its word: "B — shells" may be sent, "B — an ally" is not."""
    here = draft.reading.classes_in(list(range(first, last + 1)))
    return any(set(option.split("&")) <= here for option in draft.frame.near)


def told_again(draft: Draft, first: int, last: int) -> Draft | None:
    """The draft with those whom a clause without a verb puts into a role, by the case or preposition they share."""
    here = [a for a in draft.reading.arguments if first <= a.first and a.last <= last and a.codes and a.modifies < 0]
    filled, taken = dict(draft.filled), set[int]()
    for role in draft.frame.roles:
        found = draft.filled.get(role, [])
        like = [a for a in here if found and id(a) not in taken and alike(a, found[0])]
        if like and not set(like[0].codes) & draft.actors:
            filled[role] = draft.reading.conjuncts(like[0])
            taken.add(id(like[0]))
    return replace(draft, filled=filled, extra=dict(draft.extra), links=[]) if taken else None


def alike(one: Argument, other: Argument) -> bool:
    """Whether two phrases stand in the same case with the same preposition; undeclined names stand in all."""
    return one.prep == other.prep and other.case in one.cases
