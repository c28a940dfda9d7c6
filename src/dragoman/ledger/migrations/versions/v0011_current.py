"""How many documents are current, without a look at their texts."""

from alembic import op

revision = "0011"
down_revision = "0010"


def upgrade() -> None:
    """Add the index."""
    op.create_index("ix_documents_current", "documents", ["current"])
