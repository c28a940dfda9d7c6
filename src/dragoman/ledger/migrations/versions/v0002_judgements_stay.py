"""Judgements are only ever added: the database itself refuses to change or to delete one."""

from alembic import op

revision = "0002"
down_revision = "0001"

SQLITE = """
CREATE TRIGGER judgements_{verb} BEFORE {verb} ON judgements
BEGIN SELECT RAISE(ABORT, 'judgements are only ever added'); END
"""
FUNCTION = """
CREATE FUNCTION dragoman_judgements_stay() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'judgements are only ever added'; END $$
"""
POSTGRESQL = """
CREATE TRIGGER judgements_stay BEFORE UPDATE OR DELETE ON judgements
FOR EACH ROW EXECUTE FUNCTION dragoman_judgements_stay()
"""


def upgrade() -> None:
    """Add the triggers."""
    if op.get_bind().dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            op.execute(SQLITE.format(verb=verb))
    else:
        op.execute(FUNCTION)
        op.execute(POSTGRESQL)
