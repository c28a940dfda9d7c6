"""Findings as the ledger keeps them, read back: what the claims of many documents came to."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection

from dragoman.findings.nouns import Finding
from dragoman.ledger import recalled_claims
from dragoman.ledger.claims import ClaimSelection
from dragoman.ledger.places import Place
from dragoman.ledger.recalled_claims import KeptClaim
from dragoman.ledger.records import About
from dragoman.model import Frozen


class AnsweredClaim(Frozen):
    """A claim of a document and what it came to. `statements` are the keys of those that make it, `words` the first's.

    `quoted`: every one of them names a speaker. `stale`: the record, or what the document says, is not any more what it
    was at `tested_at`.
    """

    key: str
    document: About
    statements: tuple[str, ...]
    words: str
    quoted: bool
    tested_at: str
    stale: bool
    finding: Finding

    @classmethod
    def of(cls, kept: KeptClaim) -> AnsweredClaim:
        """The claim as it is kept."""
        return cls(
            key=kept.key,
            document=kept.document,
            statements=tuple(key for key, _ in kept.statements),
            words=kept.words,
            quoted=kept.quoted,
            tested_at=kept.tested_at,
            stale=kept.stale,
            finding=Finding.model_validate_json(kept.body),
        )


def chosen(
    connection: Connection, asked: ClaimSelection, *, limit: int | None = None, after: Place | None = None
) -> Iterator[AnsweredClaim]:
    """The claims that are asked for, the latest first; `after` is the place behind which to go on."""
    return map(AnsweredClaim.of, recalled_claims.chosen(connection, asked, limit=limit, after=after))
