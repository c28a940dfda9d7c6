"""What people do with it: who may, who did, and what a reviewer said."""

from __future__ import annotations

from dragoman.model.frozen import Frozen
from dragoman.model.words import Outcome, Role, Ruling


class Account(Frozen):
    """Who may use the web app, and with which rights. The name stands under judgements and in the audit log."""

    name: str
    role: Role
    made_at: str
    changed_at: str
    """When the password was set."""


class Entry(Frozen):
    """A line of the audit log: when, who, what, on what, from which network address, with which outcome.

    `who` is None where nobody was logged in; `address` is None for what was done on the command line.
    """

    number: int
    made_at: str
    who: str | None
    action: str
    about: str | None
    address: str | None
    outcome: Outcome


class Judgement(Frozen):
    """A reviewer's word on a statement or an event: never changed, only followed by another.

    `target` is a statement's key or, for `split` and `merge`, the keys of the statements that it parts or joins,
    joined by a space. `change` holds the corrected fields of a Statement as JSON. A `split` takes the first `out` of
    its statements from the others; without a number it parts each from each. An `undo` takes back the judgement
    `undoes`.
    """

    id: str
    target: str
    ruling: Ruling
    reviewer: str
    reason: str
    made_at: str
    change: str | None = None
    out: int | None = None
    undoes: str | None = None
    origin: str | None = None
    """What it was imported from, None where it was made here."""
