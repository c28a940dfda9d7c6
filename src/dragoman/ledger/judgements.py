"""What reviewers said: only ever added to. A judgement outlives the coding that it was about."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Select, bindparam, func, insert, select, update

from dragoman.errors import ReviewError
from dragoman.ledger import findings
from dragoman.ledger import statements as kept
from dragoman.ledger.prepared import Prepared
from dragoman.ledger.rows import digest, now, put, statement_of
from dragoman.ledger.statements import in_parts
from dragoman.ledger.tables import judged, judgements, statements
from dragoman.model import Judgement, Ruling, Statement

SETTLING = (Ruling.accept, Ruling.correct, Ruling.reject)
"""Rulings on one statement; the others are on how statements are put together."""

_ON = Prepared(select(judged.c.judgement).where(judged.c.statement.in_(bindparam("statements", expanding=True))))


@dataclass(frozen=True, slots=True)
class Word:
    """A reviewer's word: what it says, on which statements, and how each of them stood before it.

    `origin` names what it was imported from (`label-studio:12@2026-11-24T10:00:00Z`), None where it was given here.
    """

    ruling: Ruling
    keys: tuple[str, ...]
    reviewer: str
    reason: str = ""
    change: str | None = None
    out: int | None = None
    undoes: str | None = None
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """A judgement as it is kept, with the bodies of its statements before it, in the order of its keys."""

    judgement: Judgement
    number: int
    keys: tuple[str, ...]
    about: str

    def before(self) -> list[Statement]:
        """The statements as they stood before it."""
        return [Statement.model_validate(body) for body in json.loads(self.about)]


def add(connection: Connection, word: Word) -> Judgement:
    """Keep a reviewer's word, and bring the statements that it settles into the state that it gives them.

    The caller then merges anew (`merging.refresh`). Raises ReviewError where a statement is not in the ledger.
    """
    bodies = _bodies(connection, word.keys)
    number = (connection.execute(select(func.max(judgements.c.number))).scalar() or 0) + 1
    made_at = now()
    made = Judgement(
        id=digest(str(number), *word.keys, word.ruling.value, word.reviewer, made_at),
        target=" ".join(word.keys),
        ruling=word.ruling,
        reviewer=word.reviewer,
        reason=word.reason,
        made_at=made_at,
        change=word.change,
        out=word.out,
        undoes=word.undoes,
        origin=word.origin,
    )
    about = "[" + ",".join(body for _, body in bodies) + "]"
    row = {**made.model_dump(exclude={"target"}), "ruling": word.ruling.value, "number": number, "about": about}
    connection.execute(insert(judgements), row)
    pointers = (
        {"judgement": made.id, "position": position, "document": document, "statement": key}
        for position, (key, (document, _)) in enumerate(zip(word.keys, bodies, strict=True))
    )
    put(connection, judged, pointers)
    for key in kept.load(connection, word.keys):
        settle(connection, key)
    return made


def _bodies(connection: Connection, keys: Sequence[str]) -> list[tuple[str, str]]:
    """Document and body of each of these statements; of one that a newer coder does not find, as it was last judged."""
    rows = {}
    for some in in_parts(keys):
        asked = select(statements.c.key, statements.c.document, statements.c.body).where(statements.c.key.in_(some))
        rows.update({row.key: (row.document, row.body) for row in connection.execute(asked)})
    return [rows.get(key) or _lost(connection, key) for key in keys]


def _lost(connection: Connection, key: str) -> tuple[str, str]:
    document = connection.execute(select(judged.c.document).where(judged.c.statement == key).limit(1)).scalar()
    if document is None:
        raise ReviewError("no such statement", source=key, advice="`dragoman search` and `dragoman show` name keys")
    return document, judged_in(connection, document)[key].model_dump_json(exclude_defaults=True)


def settle(connection: Connection, key: str) -> None:
    """Bring a statement into the state that the judgements in force give it: what the coder said, as corrected.

    What its document claims has then to be tested anew.
    """
    words = [made.judgement for made in in_force(touching(connection, [key])) if made.judgement.ruling in SETTLING]
    coded = kept.coded(connection, key)
    stands = coded
    for word in words:
        if word.change is not None:
            stands = corrected(stands, word.change)
    kept.restate(connection, key, stands, coded=coded, ruling=words[-1].ruling.value if words else None)
    findings.mark_stale(connection, key)


def corrected(statement: Statement, change: str) -> Statement:
    """The statement with the fields of a correction in the place of its own."""
    return Statement.model_validate({**statement.model_dump(mode="json"), **json.loads(change)})


def touching(connection: Connection, keys: Iterable[str]) -> list[Made]:
    """Every judgement on any of these statements, in the order in which they were made."""
    ids: set[str] = set()
    for some in in_parts(keys):
        ids |= set(_ON.scalars(connection, {"statements": some}))
    found: list[Made] = []
    for some in in_parts(ids):
        found += read(connection, select(judgements).where(judgements.c.id.in_(some)))
    return sorted(found, key=lambda made: made.number)


def read(connection: Connection, asked: Select[tuple[object, ...]]) -> list[Made]:
    """The judgements of a query on their table, with the statements that they point to, in the order of the query."""
    rows = list(connection.execute(asked))
    pointers: dict[str, list[str]] = {}
    for some in in_parts(row.id for row in rows):
        points = select(judged.c.judgement, judged.c.statement).where(judged.c.judgement.in_(some))
        for point in connection.execute(points.order_by(judged.c.position)):
            pointers.setdefault(point.judgement, []).append(point.statement)
    named = set(Judgement.model_fields) - {"target"}
    return [
        Made(
            Judgement(**{name: getattr(row, name) for name in named}, target=" ".join(pointers[row.id])),
            row.number,
            tuple(pointers[row.id]),
            row.about,
        )
        for row in rows
    ]


def in_force(made: Sequence[Made]) -> list[Made]:
    """Those that no later judgement in force undoes, of all that touch the same statements, in their order."""
    gone: set[str] = set()
    stay: list[Made] = []
    for one in reversed(made):
        if one.judgement.id in gone:
            continue
        if one.judgement.undoes is not None:
            gone.add(one.judgement.undoes)
        stay.append(one)
    return stay[::-1]


def root(made: Made, by_id: Mapping[str, Made]) -> Judgement:
    """What a taking back is about in the end: the judgement itself where it takes none back."""
    found = made.judgement
    while found.undoes is not None and found.undoes in by_id:
        found = by_id[found.undoes].judgement
    return found


def move(connection: Connection, old: str, new: str) -> None:
    """Let the judgements on a statement point to the key that a newer coder gave it."""
    if old != new:
        connection.execute(update(judged).where(judged.c.statement == old).values(statement=new))


def judged_in(connection: Connection, document: str) -> dict[str, Statement]:
    """The statements of a document that some judgement is about, as the last of them found it.

    A coder may have stopped finding a statement since: it is here all the same.
    """
    asked = (
        select(judged.c.statement, judged.c.position, judgements.c.about)
        .join(judgements, judgements.c.id == judged.c.judgement)
        .where(judged.c.document == document)
        .order_by(judgements.c.number)
    )
    bodies = {row.statement: json.loads(row.about)[row.position] for row in connection.execute(asked)}
    return {key: statement_of(json.dumps(body)) for key, body in bodies.items()}
