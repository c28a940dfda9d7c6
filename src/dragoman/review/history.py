"""The history: who said what, when and why, and what it changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from dragoman.ledger import judgements
from dragoman.ledger.judgements import Made, corrected
from dragoman.ledger.tables import judged
from dragoman.ledger.tables import judgements as judgements_table
from dragoman.model import Judgement, Participant, Statement
from dragoman.review.times import shown


@dataclass(frozen=True, slots=True)
class Entry:
    """A judgement with its statements before and after it; `undone_by` is the judgement that took it back.

    `before` and `after` are by the keys of the statements, in the judgement's order.
    """

    judgement: Judgement
    number: int
    before: dict[str, Statement]
    after: dict[str, Statement]
    undone_by: str | None


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that a correction changed, in the words of `corrections`; empty where there was or is nothing."""

    field: str
    before: str
    after: str


def history(
    connection: Connection, keys: Sequence[str] | None = None, limit: int | None = None, *, below: int | None = None
) -> list[Entry]:
    """The judgements, the latest first: on these statements, or all (below a number) where none are named."""
    if keys is None:
        asked = select(judgements_table).order_by(judgements_table.c.number.desc()).limit(limit)
        if below is not None:
            asked = asked.where(judgements_table.c.number < below)
        made = judgements.read(connection, asked)
    else:
        made = judgements.touching(connection, keys)[::-1][:limit]
    every = judgements.touching(connection, sorted({key for one in made for key in one.keys}))
    by_id = {one.judgement.id: one for one in every}
    undone = {one.judgement.undoes: one.judgement.id for one in judgements.in_force(every) if one.judgement.undoes}
    return [_entry(one, by_id, undone.get(one.judgement.id)) for one in made]


def statements_of_document(connection: Connection, document: str) -> list[str]:
    """The statements of a document that were judged, also those that are not coded any more."""
    return sorted(set(connection.execute(select(judged.c.statement).where(judged.c.document == document)).scalars()))


def statements_of_judgement(connection: Connection, judgement: str) -> list[str]:
    """The statements that a judgement is about."""
    asked = select(judged.c.statement).where(judged.c.judgement == judgement).order_by(judged.c.position)
    return list(connection.execute(asked).scalars())


def differences(before: Statement, after: Statement) -> list[Difference]:
    """What differs, field by field; participants and speakers by their number."""
    old, new = _told(before), _told(after)
    return [
        Difference(name, old.get(name, ""), new.get(name, ""))
        for name in dict.fromkeys((*old, *new))
        if old.get(name, "") != new.get(name, "")
    ]


def _told(statement: Statement) -> dict[str, str]:
    found = {
        "kind": statement.kind.value,
        "type": statement.type,
        "mode": statement.mode or "",
        "status": statement.status.value,
        "polarity": statement.polarity.value if statement.polarity else "",
        "time": shown(statement.time),
        "place": statement.place or "",
        "instrument": statement.instrument or "",
        "matter": ",".join(statement.matter),
        "evidence": statement.evidence.text,
    }
    for number, participant in enumerate(statement.participants, 1):
        found[f"participant.{number}"] = participant_told(participant)
    for number, said in enumerate(statement.attribution, 1):
        found[f"speaker.{number}"] = f"{said.speaker} ({said.actor or 'no actor'})"
    return found


def participant_told(participant: Participant) -> str:
    """Actor, role and words of a participant, with office and person where they are known."""
    more = ", ".join(part for part in (participant.office, participant.person) if part)
    return f"{participant.actor or '?'} {participant.role} «{participant.surface}»" + (f" {more}" if more else "")


def _entry(made: Made, by_id: Mapping[str, Made], undone_by: str | None) -> Entry:
    before = dict(zip(made.keys, made.before(), strict=True))
    change, undone = made.judgement.change, by_id.get(made.judgement.undoes or "")
    after = {key: corrected(statement, change) if change else statement for key, statement in before.items()}
    if undone and judgements.root(made, by_id).ruling in judgements.SETTLING:
        # What is taken back was the last word on the statement: it is again as that word had found it.
        after = dict(zip(made.keys, undone.before(), strict=True))
    return Entry(made.judgement, made.number, before, after, undone_by)
