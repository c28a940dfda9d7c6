"""The tables of findings: what the claims of documents came to when they were put to the record.

A finding is worked out by `findings` and only kept here: its columns are what queries ask for, `body` is the whole of
it as JSON.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Index, Integer, PrimaryKeyConstraint, Table, Text

from dragoman.ledger.tables import metadata


def _document(*, primary: bool = False) -> Column[str]:
    key = ForeignKey("documents.key", ondelete="CASCADE")
    return Column("document", Text, key, primary_key=primary, nullable=False)


def _finding() -> Column[str]:
    return Column("finding", Text, ForeignKey("findings.key", ondelete="CASCADE"), nullable=False)


tests = Table(
    "tests",
    metadata,
    _document(primary=True),
    Column("record", Text, nullable=False),
    Column("tested_at", Text, nullable=False),
    Column("stale", Boolean, nullable=False),
    Column("findings", Integer, nullable=False),
    Index("ix_tests_record", "record", "stale"),
)
"""Which current documents were put to which state of the record (`imports.state`), when, with how many findings.
`stale` once a reviewer judged one of its statements since.
"""

findings = Table(
    "findings",
    metadata,
    Column("key", Text, primary_key=True),
    _document(),
    Column("kind", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("polarity", Text),
    Column("status", Text, nullable=False),
    Column("quoted", Boolean, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("outlet", Text),
    Column("published", Text),
    Column("parties", Text, nullable=False),
    Column("body", Text, nullable=False),
    Index("ix_findings_document", "document"),
    Index("ix_findings_published", "kind", "published", "key"),
    Index("ix_findings_verdict_published", "verdict", "published", "key"),
    Index("ix_findings_type_published", "type", "published", "key"),
    Index("ix_findings_outlet_published", "outlet", "published", "key"),
    Index("ix_findings_said", "kind", "outlet", "status", "quoted", "verdict"),
)
"""`outlet` and `published` are those of the document: so claims are counted by outlet without a look at documents.
`quoted` where every statement of the claim names a speaker, so that the outlet itself does not claim it. `parties` is
JSON: actor and role of each.
"""

finding_parties = Table(
    "finding_parties",
    metadata,
    _finding(),
    Column("actor", Text, nullable=False),
    Column("published", Text),
    Column("kind", Text, nullable=False),
    Column("verdict", Text, nullable=False),
    PrimaryKeyConstraint("finding", "actor"),
    Index("ix_finding_parties_actor", "actor", "published", "finding"),
    Index("ix_finding_parties_kind", "kind", "actor", "verdict"),
)
"""Whom a claim is about, each once; the other columns are those of the finding, so that states are counted here."""

finding_statements = Table(
    "finding_statements",
    metadata,
    _finding(),
    Column("position", Integer, nullable=False),
    Column("statement", Text, ForeignKey("statements.key", ondelete="CASCADE"), nullable=False),
    PrimaryKeyConstraint("finding", "position"),
    Index("ix_finding_statements_statement", "statement"),
)
"""The statements that make the claim, in the order of the text."""

revision = Table("revision", metadata, Column("number", BigInteger, nullable=False))
"""One row: how often the ledger was written. Whoever has read it at a number need not read it again at the same."""
