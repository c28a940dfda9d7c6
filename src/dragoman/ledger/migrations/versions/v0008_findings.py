"""Findings are kept: what the claims of documents came to, against which state of the record; writings are counted."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

INDEXES = {
    "ix_tests_record": ("tests", ["record", "stale"]),
    "ix_findings_document": ("findings", ["document"]),
    "ix_findings_published": ("findings", ["kind", "published", "key"]),
    "ix_findings_verdict_published": ("findings", ["verdict", "published", "key"]),
    "ix_findings_type_published": ("findings", ["type", "published", "key"]),
    "ix_findings_outlet_published": ("findings", ["outlet", "published", "key"]),
    "ix_findings_said": ("findings", ["kind", "outlet", "status", "quoted", "verdict"]),
    "ix_finding_parties_actor": ("finding_parties", ["actor", "published", "finding"]),
    "ix_finding_parties_kind": ("finding_parties", ["kind", "actor", "verdict"]),
    "ix_finding_statements_statement": ("finding_statements", ["statement"]),
}


def upgrade() -> None:
    """Add the tables and their indexes."""
    op.create_table(
        "tests",
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("tested_at", sa.Text(), nullable=False),
        sa.Column("stale", sa.Boolean(), nullable=False),
        sa.Column("findings", sa.Integer(), nullable=False),
        _points("tests", "document", "documents"),
        sa.PrimaryKeyConstraint("document", name="pk_tests"),
    )
    _findings()
    revision_table = op.create_table("revision", sa.Column("number", sa.BigInteger(), nullable=False))
    op.bulk_insert(revision_table, [{"number": 0}])
    for name, (table, columns) in INDEXES.items():
        op.create_index(name, table, columns, unique=False)


def _findings() -> None:
    texts = ("kind", "type", "status", "verdict", "parties", "body")
    op.create_table(
        "findings",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in texts),
        sa.Column("quoted", sa.Boolean(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=True) for name in ("polarity", "outlet", "published")),
        _points("findings", "document", "documents"),
        sa.PrimaryKeyConstraint("key", name="pk_findings"),
    )
    op.create_table(
        "finding_parties",
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("finding", "actor", "kind", "verdict")),
        sa.Column("published", sa.Text(), nullable=True),
        _points("finding_parties", "finding", "findings"),
        sa.PrimaryKeyConstraint("finding", "actor", name="pk_finding_parties"),
    )
    op.create_table(
        "finding_statements",
        sa.Column("finding", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("statement", sa.Text(), nullable=False),
        _points("finding_statements", "finding", "findings"),
        _points("finding_statements", "statement", "statements"),
        sa.PrimaryKeyConstraint("finding", "position", name="pk_finding_statements"),
    )


def _points(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    """A column that points to a row, which takes its own row along when it goes."""
    return sa.ForeignKeyConstraint([column], [f"{to}.key"], name=f"fk_{table}_{column}", ondelete="CASCADE")
