"""The current documents in the order in which they came: the index that counts them leads through them too."""

from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Let the index go on to the number. Without it the database finds all that are current and sorts them."""
    op.drop_index("ix_documents_current")
    op.create_index("ix_documents_current", "documents", ["current", "number"])
