"""One verb with several goods, each with a giver or taker of its own: "bought tanks from A, boats from B"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.coding.draft import GIVERS, TAKERS, Draft
from dragoman.coding.gaps import TRANSFERS
from dragoman.coding.phrases import Argument
from dragoman.model import Kind


def distribute(draft: Draft) -> list[Draft]:
    """The draft, and one more for each phrase that stands to a later object as its giver or taker to the first."""
    if draft.frame.kind is not Kind.event or draft.frame.type not in TRANSFERS:
        return [draft]
    return [draft, *(with_other(draft, role, other) for role, other in others(draft))]


def others(draft: Draft) -> Iterator[tuple[str, Argument]]:
    """Phrases with the preposition of a filled role, each behind another object of the same verb; of two or more."""
    reading = draft.reading
    for role in (*GIVERS, *TAKERS):
        filled = draft.filled.get(role, [])
        first = filled[0] if len(filled) == 1 and filled[0].prep else None
        if first is None or not first.codes:
            continue
        goods = objects_beside(draft, first)
        for argument in reading.arguments:
            near = argument.prep == first.prep and argument.head > first.head and argument.joined < 0
            if near and argument.codes and argument.codes != first.codes and follows(draft, argument, goods):
                yield role, argument


def objects_beside(draft: Draft, first: Argument) -> list[int]:
    """The goods joined to the object of the verb, behind a phrase: "boats" of "tanks from A, boats from B"."""
    tokens = draft.reading.tokens
    arms = ("arms", "designation", "equipment", "components")
    return [
        t.index
        for t in tokens
        if t.relation in ("conj", "appos", "obj") and t.index > first.last and draft.reading.has(t.index, *arms)
    ]


def follows(draft: Draft, argument: Argument, goods: list[int]) -> bool:
    """Whether a phrase stands right behind one of the later goods, no verb and no comma between."""
    before = [i for i in goods if i < argument.first]
    if not before or argument in draft.arguments():
        return False
    between = draft.reading.tokens[before[-1] + 1 : argument.first]
    return len(between) <= 3 and not any(t.form or t.text == "," for t in between)


def with_other(draft: Draft, role: str, other: Argument) -> Draft:
    """The draft with somebody else in one role."""
    return replace(draft, filled={**draft.filled, role: [other]}, extra=dict(draft.extra))
