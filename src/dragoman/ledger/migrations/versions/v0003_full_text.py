"""Full text over lemmas: FTS5 beside the table in SQLite, an expression index in PostgreSQL."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

INDEX = """
CREATE VIRTUAL TABLE words_index
USING fts5(lemmas, content='words', content_rowid='number', tokenize='unicode61 remove_diacritics 0')
"""
ADDED = """
CREATE TRIGGER words_added AFTER INSERT ON words
BEGIN INSERT INTO words_index(rowid, lemmas) VALUES (new.number, new.lemmas); END
"""
REMOVED = """
CREATE TRIGGER words_removed AFTER DELETE ON words
BEGIN INSERT INTO words_index(words_index, rowid, lemmas) VALUES ('delete', old.number, old.lemmas); END
"""
CHANGED = """
CREATE TRIGGER words_changed AFTER UPDATE ON words BEGIN
INSERT INTO words_index(words_index, rowid, lemmas) VALUES ('delete', old.number, old.lemmas);
INSERT INTO words_index(rowid, lemmas) VALUES (new.number, new.lemmas); END
"""


def upgrade() -> None:
    """Make the table of lemmas and its index."""
    op.create_table(
        "words",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("lemmas", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["documents.key"], name=op.f("fk_words_document"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_words")),
    )
    op.create_index("ix_words_document", "words", ["document"])
    if op.get_bind().dialect.name == "sqlite":
        for statement in (INDEX, ADDED, REMOVED, CHANGED):
            op.execute(statement)
    else:
        op.execute("CREATE INDEX ix_words_lemmas ON words USING gin (array_to_tsvector(string_to_array(lemmas, ' ')))")
