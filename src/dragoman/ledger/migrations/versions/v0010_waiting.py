"""The statements that nobody has judged, the least sure first, without a look at the others."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Add the index, which holds those alone."""
    waits = sa.text("ruling IS NULL")
    op.create_index(
        "ix_statements_waiting", "statements", ["confidence", "key"], sqlite_where=waits, postgresql_where=waits
    )
