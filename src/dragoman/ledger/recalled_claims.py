"""A claim as it is kept, with the document that makes it, its words, and how far its test still holds."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Row, select

from dragoman.ledger import claims, documents, imports
from dragoman.ledger.claims import ClaimSelection
from dragoman.ledger.finding_tables import finding_statements, findings, tests
from dragoman.ledger.places import Place
from dragoman.ledger.records import About
from dragoman.ledger.rows import statement_of
from dragoman.ledger.tables import statements
from dragoman.model import Frozen, Kind, Party, Polarity, Statement, Status

AT_ONCE = 500
"""Claims whose documents and statements are fetched together."""


class KeptClaim(Frozen):
    """A claim that was put to the record. `statements` are what makes it, by key, in the order of the text.

    `stale` where the record or the document's statements are not any more what they were at `tested_at`. `body` is the
    Finding as JSON.
    """

    key: str
    document: About
    kind: Kind
    type: str
    polarity: Polarity | None
    status: Status
    quoted: bool
    verdict: str
    parties: tuple[Party, ...]
    statements: tuple[tuple[str, Statement], ...]
    tested_at: str
    stale: bool
    body: str

    @property
    def words(self) -> str:
        """The words of the first statement that makes it."""
        return self.statements[0][1].evidence.text if self.statements else ""


def chosen(
    connection: Connection, asked: ClaimSelection, *, limit: int | None = None, after: Place | None = None
) -> Iterator[KeptClaim]:
    """The claims that are asked for, in the order of `claims.chosen`; no more are held than are fetched together."""
    state = imports.state(connection)
    left = claims.chosen(connection, asked, limit=limit, after=after)
    while rows := list(islice(left, AT_ONCE)):
        yield from _whole(connection, rows, state)


def load(connection: Connection, keys: Sequence[str]) -> dict[str, KeptClaim]:
    """The claims of these keys (no more than fit one query); one that is not there is left out."""
    rows = list(connection.execute(select(findings).where(findings.c.key.in_(keys))))
    return {claim.key: claim for claim in _whole(connection, rows, imports.state(connection))}


def _whole(connection: Connection, rows: Sequence[Row[Any]], state: str) -> Iterator[KeptClaim]:
    keys = list(dict.fromkeys(row.document for row in rows))
    about = documents.about(connection, keys)
    told = _statements(connection, [row.key for row in rows])
    asked = select(tests.c.document, tests.c.tested_at, tests.c.stale, tests.c.record)
    tested = {row.document: row for row in connection.execute(asked.where(tests.c.document.in_(keys)))}
    for row in rows:
        test = tested[row.document]
        yield KeptClaim(
            key=row.key,
            document=About.of(row.document, about[row.document]),
            kind=row.kind,
            type=row.type,
            polarity=row.polarity,
            status=row.status,
            quoted=bool(row.quoted),
            verdict=row.verdict,
            parties=tuple(Party(actor=actor, role=role) for actor, role in json.loads(row.parties)),
            statements=tuple(told.get(row.key, ())),
            tested_at=test.tested_at,
            stale=bool(test.stale) or test.record != state,
            body=row.body,
        )


def _statements(connection: Connection, keys: Iterable[str]) -> dict[str, list[tuple[str, Statement]]]:
    found: dict[str, list[tuple[str, Statement]]] = {}
    asked = (
        select(finding_statements.c.finding, statements.c.key, statements.c.body)
        .join(statements, statements.c.key == finding_statements.c.statement)
        .where(finding_statements.c.finding.in_(list(keys)))
        .order_by(finding_statements.c.position)
    )
    for row in connection.execute(asked):
        found.setdefault(row.finding, []).append((row.key, statement_of(row.body)))
    return found
