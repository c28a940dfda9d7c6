"""Accounts, sessions and the audit log of the web app; the database itself refuses to change or to delete the log."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

SAID = "the audit log is only ever added to"
SQLITE = (
    f"CREATE TRIGGER audit_UPDATE BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, '{SAID}'); END",
    f"CREATE TRIGGER audit_DELETE BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, '{SAID}'); END",
    # REPLACE deletes without asking a trigger of DELETE.
    f"""CREATE TRIGGER audit_replaced BEFORE INSERT ON audit
    WHEN EXISTS (SELECT 1 FROM audit WHERE number = new.number)
    BEGIN SELECT RAISE(ABORT, '{SAID}'); END""",
)
POSTGRESQL = (
    f"""CREATE FUNCTION dragoman_audit_stays() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION '{SAID}'; END $$""",
    """CREATE TRIGGER audit_stays BEFORE UPDATE OR DELETE ON audit
    FOR EACH ROW EXECUTE FUNCTION dragoman_audit_stays()""",
    """CREATE TRIGGER audit_not_emptied BEFORE TRUNCATE ON audit
    FOR EACH STATEMENT EXECUTE FUNCTION dragoman_audit_stays()""",
)


def upgrade() -> None:
    """Make the three tables, and the triggers of the log."""
    op.create_table("users", _key(), *map(_text, ("name", "role", "password", "made_at", "changed_at")))
    op.create_table("sessions", _key(), _user(), *map(_text, ("made_at", "until")))
    op.create_index("ix_sessions_user", "sessions", ["user"])
    op.create_table(
        "audit",
        sa.Column("number", sa.Integer(), autoincrement=False, primary_key=True),
        _text("made_at"),
        sa.Column("who", sa.Text(), nullable=True),
        _text("action"),
        sa.Column("about", sa.Text(), nullable=True),
        sa.Column("address", sa.Text(), nullable=True),
        _text("outcome"),
    )
    for column in ("who", "address"):
        op.create_index(f"ix_audit_action_{column}_made_at", "audit", ["action", column, "made_at"])
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)


def _key() -> "sa.Column[str]":
    return sa.Column("key", sa.Text(), primary_key=True)


def _text(name: str) -> "sa.Column[str]":
    return sa.Column(name, sa.Text(), nullable=False)


def _user() -> "sa.Column[str]":
    return sa.Column("user", sa.Text(), sa.ForeignKey("users.key", ondelete="CASCADE"), nullable=False)
