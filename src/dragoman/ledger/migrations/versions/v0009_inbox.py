"""The documents of a language, or of an outlet, in the order in which they came, without a look at the others."""

from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Let the index on languages go on to the number, and make one on outlets."""
    op.drop_index("ix_documents_language")
    op.create_index("ix_documents_language", "documents", ["language", "number"])
    op.create_index("ix_documents_outlet", "documents", ["outlet", "number"])
