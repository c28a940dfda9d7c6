"""What becomes of a document's statements, and of the judgements on them, when it is coded again."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, select

from dragoman.ledger import findings, judgements, merging
from dragoman.ledger import statements as kept
from dragoman.ledger.matching import matched
from dragoman.ledger.rows import statement_key, statement_of
from dragoman.ledger.tables import statements
from dragoman.model import Statement


def recode(connection: Connection, document: str, found: Sequence[Statement], *, coder: str) -> set[str]:
    """Put what a newer coder found in the place of what is kept; the statements to merge anew.

    A statement that a reviewer accepted, corrected or rejected stays as the reviewer left it, whether or not the newer
    coder finds it again; what it finds in its place is dropped. One that was only joined to or parted from others is
    replaced, and what was said of it goes over to the statement that takes its place, now or in a later coding.
    """
    asked = select(statements).where(statements.c.document == document)
    old = {row.key: row for row in connection.execute(asked)}
    fresh = {statement_key(document, statement): statement for statement in found}
    judged = judgements.judged_in(connection, document)
    forms = {key: [statement_of(body) for body in (row.coded, row.body) if body] for key, row in old.items()}
    lost = {key: [statement] for key, statement in judged.items() if key not in old}
    again = matched({**forms, **lost}, fresh)
    stays = {key for key, row in old.items() if row.ruling is not None}
    for key in stays:
        fresh.pop(again.get(key, ""), None)
    findings.forget(connection, [document])
    touched = merging.withdraw(connection, set(old) - stays)
    kept.remove(connection, set(old) - stays)
    kept.forget_coding(connection, document, coder)
    kept.keep(connection, [(document, list(fresh.values()), coder, None)])
    for before in sorted(set(judged) - stays):
        if again.get(before) in fresh:
            judgements.move(connection, before, again[before])
    return touched | set(old) | set(fresh)
