"""An event or a tie in a few words, for formats that show a name: never without its status where it did not happen."""

from __future__ import annotations

from dragoman.actors import label
from dragoman.exports.values import finite
from dragoman.model import Event, Status
from dragoman.schema import codebook
from dragoman.schema.entries import Side

REAL = frozenset({Status.happened, Status.ongoing})
"""The statuses of what is or was so."""
ORDER: tuple[Side, ...] = ("source", "party", "target", "other")


def act_words(act: str, mode: str | None) -> str:
    """`agreement, signed`: the labels of a type and its mode."""
    book = codebook()
    words = book.label(act, "en")
    return f"{words}, {book.mode_label(act, mode, 'en')}" if mode else words


def event_words(event: Event) -> str:
    """`denied: arms transfer (Israel, Azerbaijan)`; who acts stands before whom it is done to."""
    status = "" if event.status in REAL else f"{codebook().label(event.status.value, 'en')}: "
    return f"{status}{deed_words(event)}"


def deed_words(event: Event) -> str:
    """The same without the status, for where that stands beside it."""
    book = codebook()
    parties = sorted(event.parties, key=lambda party: ORDER.index(book.role_side(party.role, event.type)))
    who = ", ".join(dict.fromkeys(label(party.actor) for party in parties))
    return act_words(event.type, event.mode) + (f" ({who})" if who else "")


def amount_words(weight: float | None, unit: str | None) -> str | None:
    """`12.5 TIV`."""
    return f"{weight:.15g} {unit or ''}".rstrip() if finite(weight) is not None else None
