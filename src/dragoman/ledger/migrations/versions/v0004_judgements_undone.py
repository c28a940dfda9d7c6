"""A judgement can take back another, and knows where it was imported from; its pointers are only ever added too."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

SAID = "judgements are only ever added"
SQLITE = (
    # REPLACE deletes without asking a trigger of DELETE.
    f"""CREATE TRIGGER judgements_replaced BEFORE INSERT ON judgements
    WHEN EXISTS (SELECT 1 FROM judgements WHERE id = new.id OR number = new.number)
    BEGIN SELECT RAISE(ABORT, '{SAID}'); END""",
    f"""CREATE TRIGGER judged_DELETE BEFORE DELETE ON judged
    BEGIN SELECT RAISE(ABORT, '{SAID}'); END""",
    f"""CREATE TRIGGER judged_UPDATE BEFORE UPDATE OF judgement, position, document ON judged
    BEGIN SELECT RAISE(ABORT, '{SAID}'); END""",
    f"""CREATE TRIGGER judged_replaced BEFORE INSERT ON judged
    WHEN EXISTS (SELECT 1 FROM judged WHERE judgement = new.judgement AND position = new.position)
    BEGIN SELECT RAISE(ABORT, '{SAID}'); END""",
)
POSTGRESQL = (
    """CREATE TRIGGER judgements_not_emptied BEFORE TRUNCATE ON judgements
    FOR EACH STATEMENT EXECUTE FUNCTION dragoman_judgements_stay()""",
    """CREATE TRIGGER judged_stay BEFORE UPDATE OF judgement, position, document OR DELETE ON judged
    FOR EACH ROW EXECUTE FUNCTION dragoman_judgements_stay()""",
    """CREATE TRIGGER judged_not_emptied BEFORE TRUNCATE ON judged
    FOR EACH STATEMENT EXECUTE FUNCTION dragoman_judgements_stay()""",
)


def upgrade() -> None:
    """Add the columns and the triggers."""
    op.add_column("judgements", sa.Column("out", sa.Integer(), nullable=True))
    op.add_column("judgements", sa.Column("undoes", sa.Text(), nullable=True))
    op.add_column("judgements", sa.Column("origin", sa.Text(), nullable=True))
    op.create_index("ix_judgements_origin", "judgements", ["origin"], unique=False)
    for trigger in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(trigger)
