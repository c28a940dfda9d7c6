"""The latest ties and events of an actor without a look at all of them: indexes that have them in the order of time.

The day of an event stands beside its parties too.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

INDEXES = {
    "ix_ties_source_target_start": ("ties", ["source", "target", "start", "id"]),
    "ix_ties_source_start": ("ties", ["source", "start", "id"]),
    "ix_ties_target_start": ("ties", ["target", "start", "id"]),
    "ix_events_date": ("events", ["date", "key"]),
    "ix_event_parties_actor": ("event_parties", ["actor", "date", "event"]),
}


def upgrade() -> None:
    """Add the day of an event to its parties, and put indexes that go on to the key in the place of the old ones."""
    op.add_column("event_parties", sa.Column("date", sa.Text(), nullable=True))
    op.execute("UPDATE event_parties SET date = (SELECT date FROM events WHERE events.key = event_parties.event)")
    for name in ("ix_ties_source_target_start", "ix_ties_target_start", "ix_events_date", "ix_event_parties_actor"):
        op.drop_index(name)
    for name, (table, columns) in INDEXES.items():
        op.create_index(name, table, columns)
