"""The documents of a ledger are put to its record, and what comes of it is kept; again where that is stale.

A batch of documents is read and tested, then kept in one transaction: an interruption loses no more than that. What was
worked out while somebody judged a statement is not kept: the document goes on waiting.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass
from itertools import islice

from sqlalchemy import Connection

from dragoman.findings import findings
from dragoman.findings.against import record_for
from dragoman.findings.holdings import Holdings
from dragoman.findings.nouns import Finding
from dragoman.findings.novelty import is_first
from dragoman.ledger import Ledger, documents, imports, statements
from dragoman.ledger import findings as kept
from dragoman.ledger.findings import KeptFinding
from dragoman.ledger.rows import digest
from dragoman.model import Coding, Statement

BATCH = 50
"""Documents that are kept in one transaction."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A document, what it says by the keys of its statements, and what its claims came to."""

    document: str
    said: Mapping[str, Statement]
    found: tuple[KeptFinding, ...]


def tested(
    ledger: Ledger, keys: Iterable[str], shared: MutableMapping[str, Holdings] | None = None
) -> Iterator[Answered]:
    """Put these documents to the record of the ledger; those that are handed on are kept already.

    `shared` has the holdings of the states of the record that are known already, and gets those that are not.
    """
    shared = {} if shared is None else shared
    rest = iter(keys)
    while batch := list(islice(rest, BATCH)):
        with ledger.reading() as connection:
            state = imports.state(connection)
            holdings = shared.setdefault(state, Holdings())
            some = [one for key in batch if (one := tested_document(connection, key, holdings)) is not None]
        with ledger.writing() as connection:
            keep(connection, some, record=state)
        yield from some


def tested_document(connection: Connection, key: str, holdings: Holdings) -> Answered | None:
    """What the claims of a document come to; None where it is not in the ledger any more."""
    document = documents.load(connection, key)
    if document is None:
        return None
    said = statements.stated(connection, key)
    coding = Coding(document=document, statements=tuple(said.values()))
    found = findings(coding, record_for(connection, coding, holdings))
    claims = tuple(_kept(key, one, said) for one in found if not is_first(one))
    return Answered(key, said, tuple({one.key: one for one in claims}.values()))


def keep(connection: Connection, tested: Sequence[Answered], *, record: str) -> None:
    """Keep what still holds: of documents that are current and say what they said when they were tested."""
    current = documents.current(connection, [one.document for one in tested])
    for one in tested:
        if one.document in current and statements.stated(connection, one.document) == one.said:
            kept.keep(connection, one.document, one.found, record=record)


def _kept(document: str, finding: Finding, said: Mapping[str, Statement]) -> KeptFinding:
    own = [key for key, statement in said.items() if statement.id in finding.statements]
    return KeptFinding(
        key=digest("finding", document, finding.id),
        document=document,
        kind=finding.kind,
        type=finding.type,
        polarity=finding.polarity,
        status=finding.status,
        quoted=all(said[key].attribution for key in own),
        verdict=finding.verdict.value,
        parties=finding.parties,
        statements=tuple(own),
        body=finding.model_dump_json(exclude_defaults=True),
    )
