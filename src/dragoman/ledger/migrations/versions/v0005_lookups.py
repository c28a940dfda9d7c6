"""An index for look-ups: which languages there are."""

from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the index."""
    op.create_index("ix_documents_language", "documents", ["language"])
