"""Events from statements, kept in step: what was stored, corrected or withdrawn is merged anew, and no more than that.

Two reports are linked by `events.compare`, which looks at these two alone; an event lies within one set of linked
reports. So it is enough to merge anew the sets that a change touches, and the result is the same in whatever order
documents come.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Select, delete, or_, select

from dragoman.events import Report, blocks, compare, merge, ties_of, ties_of_statement
from dragoman.ledger import verdicts
from dragoman.ledger.rows import event_row, put, statement_of, tie_row
from dragoman.ledger.statements import in_force, in_parts
from dragoman.ledger.tables import blocks as blocks_table
from dragoman.ledger.tables import documents, event_parties, event_statements, events, links, statements, ties
from dragoman.ledger.ties import CODED, ensure_coded
from dragoman.model import Event, Kind


def refresh(connection: Connection, keys: Iterable[str]) -> set[str]:
    """Merge anew what these statements have to do with; the ids of the events that were made.

    The statements may be new, changed or gone.
    """
    touched = set(keys)
    affected = _linked(connection, touched)
    _unlink(connection, touched)
    joined, parted = verdicts.joined_and_parted(connection, affected)
    for report in reports(connection, touched).values():
        affected |= _link(connection, report)
    put_links(connection, {(verdict.a, verdict.b) for verdict in joined})
    affected = _linked(connection, affected)
    joined, parted = verdicts.joined_and_parted(connection, affected)
    _drop_events(connection, affected)
    known = reports(connection, affected)
    found = merge(known.values(), joined=joined, parted=parted, linked=_links(connection, affected))
    keep(connection, found)
    _keep_standing(connection, touched)
    return {event.id for event in found}


def withdraw(connection: Connection, keys: Iterable[str]) -> set[str]:
    """Take apart the events that rest on statements which are about to go; the statements to merge anew after that."""
    affected = _linked(connection, set(keys))
    _drop_events(connection, affected)
    return affected


def reports(connection: Connection, keys: Iterable[str]) -> dict[str, Report]:
    """The reports of these statements: those of current documents that nobody rejected."""
    found: dict[str, Report] = {}
    for some in in_parts(keys):
        asked = _in_force().where(statements.c.key.in_(some), statements.c.kind == Kind.event.value)
        for row in connection.execute(asked):
            found[row.key] = Report(
                key=row.key,
                statement=statement_of(row.body),
                document=row.document,
                language=row.language,
                published=row.published,
                outlet=row.outlet,
                copies=row.copy_group,
            )
    return found


def _in_force() -> Select[Any]:
    """Statements of current documents that nobody rejected, with what is known of the document."""
    return (
        select(
            statements.c.key, statements.c.body, statements.c.document,
            documents.c.language, documents.c.published, documents.c.outlet, documents.c.copy_group,
        )
        .join(documents, documents.c.key == statements.c.document)
        .where(documents.c.current, in_force())
    )  # fmt: skip


def _link(connection: Connection, report: Report) -> set[str]:
    """Put a report into its blocks and link it with what it shares them with; the keys that it is linked with now."""
    own = sorted(blocks(report))
    put(connection, blocks_table, ({"block": block, "statement": report.key} for block in own))
    near: set[str] = set()
    for some in in_parts(own):
        asked = select(blocks_table.c.statement).where(
            blocks_table.c.block.in_(some), blocks_table.c.statement != report.key
        )
        near |= set(connection.execute(asked).scalars())
    linked = {key for key, other in reports(connection, near).items() if compare(report, other) is not None}
    put_links(connection, {(report.key, key) for key in linked})
    return linked | {report.key}


def put_links(connection: Connection, pairs: Iterable[tuple[str, str]]) -> None:
    """Keep that these statements are linked; a pair that is there already stays."""
    wanted = {(min(pair), max(pair)) for pair in pairs}
    keys = {key for pair in wanted for key in pair}
    there = set()
    for some in in_parts(keys):
        there |= {(row.a, row.b) for row in connection.execute(select(links).where(links.c.a.in_(some)))}
    put(connection, links, ({"a": a, "b": b} for a, b in sorted(wanted - there)))


def _unlink(connection: Connection, keys: set[str]) -> None:
    for some in in_parts(keys):
        connection.execute(delete(blocks_table).where(blocks_table.c.statement.in_(some)))
        connection.execute(delete(links).where(or_(links.c.a.in_(some), links.c.b.in_(some))))


def _linked(connection: Connection, keys: set[str]) -> set[str]:
    """These keys with all that links lead to from them."""
    found = set(keys)
    edge = set(keys)
    while edge:
        reached: set[str] = set()
        for some in in_parts(edge):
            asked = select(links).where(or_(links.c.a.in_(some), links.c.b.in_(some)))
            reached |= {key for row in connection.execute(asked) for key in (row.a, row.b)}
        edge = reached - found
        found |= edge
    return found


def _links(connection: Connection, keys: set[str]) -> list[tuple[str, str]]:
    """Every pair of these statements that is linked."""
    found: list[tuple[str, str]] = []
    for some in in_parts(keys):
        found += [(row.a, row.b) for row in connection.execute(select(links).where(links.c.a.in_(some)))]
    return found


def _drop_events(connection: Connection, keys: set[str]) -> None:
    for some in in_parts(keys):
        asked = select(event_statements.c.event).where(event_statements.c.statement.in_(some)).distinct()
        dropped = list(connection.execute(asked).scalars())
        connection.execute(delete(events).where(events.c.key.in_(dropped)))
        connection.execute(delete(ties).where(ties.c.event.in_(dropped)))


def keep(connection: Connection, found: list[Event]) -> None:
    """Store events that are not there, with the ties that they make."""
    if found:
        ensure_coded(connection)
    rows = [event_row(event) for event in found]
    put(connection, events, rows)
    parties = (
        {"event": event.id, "actor": actor, "role": role, "date": row["date"]}
        for event, row in zip(found, rows, strict=True)
        for actor, role in {(party.actor, party.role) for party in event.parties}
    )
    put(connection, event_parties, parties)
    put(connection, event_statements, ({"statement": key, "event": e.id} for e in found for key in e.statements))
    put(connection, ties, (tie_row(tie) for event in found for tie in ties_of(event)))


def _keep_standing(connection: Connection, keys: set[str]) -> None:
    """The ties that these statements state as standing, in the place of those that they stated before."""
    for some in in_parts(keys):
        connection.execute(delete(ties).where(ties.c.dataset == CODED.name, ties.c.record.in_(some)))
        asked = _in_force().where(statements.c.key.in_(some), statements.c.kind == Kind.tie.value)
        rows = list(connection.execute(asked))
        found = [t for row in rows for t in ties_of_statement(row.key, statement_of(row.body), row.published)]
        if found:
            ensure_coded(connection)
        put(connection, ties, map(tie_row, found))
