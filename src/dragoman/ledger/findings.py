"""Findings as they are kept: what claims of documents came to, by what they are asked for."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, and_, delete, func, not_, or_, select, update

from dragoman.ledger import documents as kept_documents
from dragoman.ledger.finding_tables import finding_parties, finding_statements, findings, tests
from dragoman.ledger.rows import Values, now, put
from dragoman.ledger.statements import in_parts
from dragoman.ledger.tables import documents, statements
from dragoman.model import Frozen, Kind, Party, Polarity, Status


class KeptFinding(Frozen):
    """A finding with what the ledger has to know of it. `statements` are keys in the order of the text.

    `quoted` where each of them names a speaker; `body` is the finding itself as JSON.
    """

    key: str
    document: str
    kind: Kind
    type: str
    polarity: Polarity | None = None
    status: Status
    quoted: bool
    verdict: str
    parties: tuple[Party, ...]
    statements: tuple[str, ...]
    body: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How many current documents were put to the record as it is, to another state of it, and not at all."""

    tested: int
    stale: int
    untested: int


def keep(connection: Connection, document: str, found: Sequence[KeptFinding], *, record: str) -> None:
    """Keep what the claims of a document came to, in the place of what they came to before."""
    forget(connection, [document])
    about = kept_documents.about(connection, [document])[document]
    told: Values = {"outlet": about.outlet, "published": about.published}
    put(connection, findings, ({**_row(one), **told} for one in found))
    put(
        connection,
        finding_parties,
        (
            {"finding": f.key, "actor": a, "published": about.published, "kind": f.kind.value, "verdict": f.verdict}
            for f in found
            for a in dict.fromkeys(party.actor for party in f.parties)
        ),
    )
    rows = ({"finding": f.key, "position": n, "statement": key} for f in found for n, key in enumerate(f.statements))
    put(connection, finding_statements, rows)
    row = {"document": document, "record": record, "tested_at": now(), "stale": False, "findings": len(found)}
    put(connection, tests, [row])


def forget(connection: Connection, keys: Iterable[str]) -> None:
    """Take out what is kept of these documents: they wait to be tested, as far as they are current."""
    for some in in_parts(keys):
        connection.execute(delete(findings).where(findings.c.document.in_(some)))
        connection.execute(delete(tests).where(tests.c.document.in_(some)))


def mark_stale(connection: Connection, statement: str) -> None:
    """Say that a document does not say any more what it said when it was tested: this statement was judged."""
    own = select(statements.c.document).where(statements.c.key == statement).scalar_subquery()
    connection.execute(update(tests).where(tests.c.document == own).values(stale=True))


def waiting(connection: Connection, record: str, *, every: bool = False, limit: int | None = None) -> list[str]:
    """The current documents that were not put to this state of the record, in the order in which they came.

    With `every`, all of them.
    """
    asked = select(documents.c.key).outerjoin(tests, tests.c.document == documents.c.key).where(documents.c.current)
    if not every:
        asked = asked.where(or_(tests.c.document.is_(None), tests.c.record != record, tests.c.stale))
    return list(connection.execute(asked.order_by(documents.c.number).limit(limit)).scalars())


def standing(connection: Connection, record: str) -> Standing:
    """How many current documents were put to this state of the record. Only current ones have a test."""
    fresh = and_(tests.c.record == record, not_(tests.c.stale))
    tested, every = (
        connection.execute(select(func.count()).select_from(tests).where(*conditions)).scalar_one()
        for conditions in ([fresh], [])
    )
    current = connection.execute(select(func.count()).select_from(documents).where(documents.c.current)).scalar_one()
    return Standing(tested, every - tested, current - every)


def on_statements(connection: Connection, keys: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The findings on each of these statements."""
    found: dict[str, list[str]] = {}
    asked = select(finding_statements.c.finding, finding_statements.c.statement)
    for some in in_parts(keys):
        for row in connection.execute(asked.where(finding_statements.c.statement.in_(some))):
            found.setdefault(row.statement, []).append(row.finding)
    return {key: tuple(sorted(several)) for key, several in found.items()}


def _row(found: KeptFinding) -> Values:
    row = found.model_dump(mode="json", exclude={"parties", "statements"})
    return {**row, "parties": json.dumps([[party.actor, party.role] for party in found.parties])}
