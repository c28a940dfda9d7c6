"""What a reviewer does: each of these is one judgement, and what follows from it is merged anew at once.

To be called in a transaction that writes. Keys are whole keys (`ledger.keys` finds them).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from dragoman.errors import ReviewError
from dragoman.ledger import documents, judgements, merging, statements
from dragoman.ledger.judgements import SETTLING, Word
from dragoman.ledger.tables import event_statements
from dragoman.ledger.tables import judgements as judgements_table
from dragoman.ledger.tables import statements as statements_table
from dragoman.model import Judgement, Ruling, Statement
from dragoman.review.checks import check
from dragoman.review.corrections import change

TOGETHER = (Ruling.merged, Ruling.parted)
"""Rulings on how statements belong together."""


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Whose word it is, why, and where it was imported from if it was."""

    name: str
    reason: str = ""
    origin: str | None = None


def accept(connection: Connection, key: str, by: Reviewer) -> Judgement:
    """A statement says what the text says."""
    return _keep(connection, Ruling.accept, [key], by)


def reject(connection: Connection, key: str, by: Reviewer) -> Judgement:
    """A statement says what the text does not say."""
    return _keep(connection, Ruling.reject, [key], by)


def correct(connection: Connection, key: str, after: Statement, by: Reviewer) -> Judgement:
    """A statement is to say this instead. Raises ReviewError where it says nothing that the codebook has."""
    before, text = stands(connection, key)
    check(after, text)
    told = change(before, after)
    if told == "{}":
        raise ReviewError("the correction changes nothing", source=key, advice="accept the statement instead")
    return _keep(connection, Ruling.correct, [key], by, change=told)


def merge(connection: Connection, events: Sequence[str], by: Reviewer) -> Judgement:
    """These events are one. Of a single event: its reports are of one happening indeed.

    Raises ReviewError where there is one report in all.
    """
    reports = [key for event in dict.fromkeys(events) for key in reports_of(connection, event)]
    if len(reports) < 2:
        raise ReviewError("has one report", source=" ".join(events), advice="name the event that it is the same as")
    return _keep(connection, Ruling.merged, reports, by)


def split(connection: Connection, event: str, out: Iterable[str], by: Reviewer) -> Judgement:
    """These reports of an event are of another happening than the rest.

    Raises ReviewError where they are no reports of it, or all of them.
    """
    reports = reports_of(connection, event)
    going = list(dict.fromkeys(out))
    for key in going:
        if key not in reports:
            raise ReviewError(f"is no report of the event {event}", source=key, advice=f"its reports: {_told(reports)}")
    staying = [key for key in reports if key not in going]
    if not staying or not going:
        what = "all its reports would go" if going else "no report is named"
        raise ReviewError(what, source=event, advice="name those that are of another happening")
    return _keep(connection, Ruling.parted, [*going, *staying], by, out=len(going))


def undo(connection: Connection, judgement: str, by: Reviewer) -> Judgement:
    """Take a judgement back; taking back such a taking back puts it in force again.

    Raises ReviewError where it is not in force, and where a statement was judged since: then the last word goes first.
    """
    asked = select(judgements_table).where(judgements_table.c.id == judgement)
    (made,) = judgements.read(connection, asked)
    every = judgements.touching(connection, made.keys)
    force = judgements.in_force(every)
    if made not in force:
        raise ReviewError("was taken back already", source=judgement, advice="see `dragoman review history`")
    if judgements.root(made, {one.judgement.id: one for one in every}).ruling in SETTLING:
        for later in force:
            if later.number > made.number and later.judgement.ruling in SETTLING:
                what = f"{later.judgement.reviewer} has judged the statement since ({later.judgement.id})"
                raise ReviewError(what, source=judgement, advice="undo that first, or judge the statement anew")
    return _keep(connection, Ruling.undone, made.keys, by, undoes=judgement)


def last_on(connection: Connection, keys: Sequence[str], rulings: Sequence[Ruling]) -> Judgement | None:
    """The last judgement in force on any of these statements that rules so."""
    force = judgements.in_force(judgements.touching(connection, keys))
    words = [made.judgement for made in force if made.judgement.ruling in rulings]
    return words[-1] if words else None


def stands(connection: Connection, key: str) -> tuple[Statement, str]:
    """A statement as it stands, and the text of its document. Raises ReviewError where it is not in the ledger."""
    found = statements.load(connection, [key])
    if key not in found:
        raise ReviewError("is not in the ledger any more", source=key, advice="a newer coding took its place")
    asked = select(statements_table.c.document).where(statements_table.c.key == key)
    document = documents.load(connection, connection.execute(asked).scalar_one())
    return found[key], document.text if document else ""


def reports_of(connection: Connection, event: str) -> list[str]:
    """The statements of an event, sorted. Raises ReviewError where there is no such event any more."""
    asked = select(event_statements.c.statement).where(event_statements.c.event == event)
    found = sorted(connection.execute(asked).scalars())
    if not found:
        raise ReviewError("is no event any more", source=event, advice="its reports were put together otherwise")
    return found


def event_of(connection: Connection, key: str) -> str | None:
    """The event that a statement is a report of."""
    return connection.execute(select(event_statements.c.event).where(event_statements.c.statement == key)).scalar()


def _keep(
    connection: Connection,
    ruling: Ruling,
    keys: Sequence[str],
    by: Reviewer,
    *,
    change: str | None = None,
    out: int | None = None,
    undoes: str | None = None,
) -> Judgement:
    word = Word(ruling, tuple(keys), by.name, by.reason, change, out, undoes, by.origin)
    made = judgements.add(connection, word)
    merging.refresh(connection, keys)
    return made


def _told(reports: Sequence[str]) -> str:
    return ", ".join(reports[:5]) + (", …" if len(reports) > 5 else "")
