"""Every table of the ledger, as it is after the last migration.

Keys are short texts that come from content, so that the same thing gets the same key wherever and whenever it is
stored. `body` columns hold the whole noun of `model` as JSON; the columns beside it are what queries ask for.
Dates are ISO 8601 texts cut to what is known, as in `model`: they sort as texts.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    text,
)  # fmt: skip

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _of(table: str, *, primary: bool = False, nullable: bool = False) -> Column[str]:
    """A column that points to a row of `table`, which takes the row along when it goes."""
    column = {"documents": "document", "statements": "statement", "events": "event", "datasets": "dataset"}[table]
    key = ForeignKey(f"{table}.name" if table == "datasets" else f"{table}.key", ondelete="CASCADE")
    return Column(column, Text, key, primary_key=primary, nullable=nullable)


documents = Table(
    "documents",
    metadata,
    Column("key", Text, primary_key=True),
    Column("number", Integer, nullable=False, unique=True),
    Column("id", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("outlet", Text),
    Column("language", Text),
    Column("published", Text),
    Column("headline", Text),
    Column("author", Text),
    Column("views", Integer),
    Column("text", Text, nullable=False),
    Column("read_at", Text, nullable=False),
    Column("current", Boolean, nullable=False),
    Column("copy_group", Text),
    Column("merged", Boolean, nullable=False),
    Index("ix_documents_published", "published"),
    Index("ix_documents_current", "current", "number"),
    Index("ix_documents_copy_group", "copy_group"),
    Index("ix_documents_language", "language", "number"),
    Index("ix_documents_outlet", "outlet", "number"),
)
"""`key` is of the content; `number` counts up as documents come. `current` is false once a page has a newer version.
`copy_group` is the smallest key of the documents that are copies of one text. `merged` is false as long as the
statements of a document that came in bulk wait to be merged into events.
"""

addresses = Table(
    "addresses",
    metadata,
    Column("address", Text, nullable=False),
    Column("version", Integer, nullable=False),
    _of("documents"),
    Column("read_at", Text, nullable=False),
    PrimaryKeyConstraint("address", "version"),
    Index("ix_addresses_document", "document"),
)
"""Where a document was found; a page that changed has several versions, counted from 1."""

codings = Table(
    "codings",
    metadata,
    _of("documents"),
    Column("coder", Text, nullable=False),
    Column("coded_at", Text, nullable=False),
    Column("statements", Integer, nullable=False),
    Column("note", Text),
    PrimaryKeyConstraint("document", "coder"),
)
"""Which coder read which document when, with how many statements; the last one's are kept in `statements`."""

WAITS = text("ruling IS NULL")
"""Of a statement that nobody has judged."""

statements = Table(
    "statements",
    metadata,
    Column("key", Text, primary_key=True),
    _of("documents"),
    Column("kind", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("mode", Text),
    Column("status", Text, nullable=False),
    Column("polarity", Text),
    Column("instrument", Text),
    Column("place", Text),
    Column("time_start", Text),
    Column("time_end", Text),
    Column("evidence_start", Integer, nullable=False),
    Column("evidence_end", Integer, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("coder", Text, nullable=False),
    Column("ruling", Text),
    Column("coded", Text),
    Column("body", Text, nullable=False),
    Index("ix_statements_document", "document"),
    Index("ix_statements_type_status", "type", "status"),
    Index("ix_statements_waiting", "confidence", "key", sqlite_where=WAITS, postgresql_where=WAITS),
)
"""What stands, after a reviewer's corrections. `ruling` is the reviewer's last word, None where nobody looked; `coded`
is what the coder had said where a reviewer corrected it, as `body` was then.
"""

participants = Table(
    "participants",
    metadata,
    _of("statements"),
    Column("position", Integer, nullable=False),
    Column("actor", Text),
    Column("role", Text, nullable=False),
    Column("surface", Text, nullable=False),
    PrimaryKeyConstraint("statement", "position"),
    Index("ix_participants_actor", "actor"),
)

signatures = Table(
    "signatures", metadata, _of("documents", primary=True), Column("signature", LargeBinary, nullable=False)
)
"""The MinHash of a document's text."""

bands = Table(
    "bands",
    metadata,
    Column("band", BigInteger, nullable=False),
    _of("documents"),
    PrimaryKeyConstraint("band", "document"),
    Index("ix_bands_document", "document"),
)
"""Documents that share a band may be copies."""

blocks = Table(
    "blocks",
    metadata,
    Column("block", Text, nullable=False),
    _of("statements"),
    PrimaryKeyConstraint("block", "statement"),
    Index("ix_blocks_statement", "statement"),
)
"""Statements that share a block may be of one happening."""

links = Table(
    "links",
    metadata,
    Column("a", Text, ForeignKey("statements.key", ondelete="CASCADE"), nullable=False),
    Column("b", Text, ForeignKey("statements.key", ondelete="CASCADE"), nullable=False),
    PrimaryKeyConstraint("a", "b"),
    Index("ix_links_b", "b"),
)
"""Pairs of statements that were found to be of one happening; `a` is the smaller key."""

events = Table(
    "events",
    metadata,
    Column("key", Text, primary_key=True),
    Column("type", Text, nullable=False),
    Column("mode", Text),
    Column("status", Text, nullable=False),
    Column("time_start", Text),
    Column("time_end", Text),
    Column("place", Text),
    Column("instrument", Text),
    Column("reports", Integer, nullable=False),
    Column("date", Text),
    Column("body", Text, nullable=False),
    Index("ix_events_date", "date", "key"),
    Index("ix_events_type_date", "type", "date"),
)
"""`date` sorts: when it happens, else when it was first reported."""

event_parties = Table(
    "event_parties",
    metadata,
    _of("events"),
    Column("actor", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("date", Text),
    PrimaryKeyConstraint("event", "actor", "role"),
    Index("ix_event_parties_actor", "actor", "date", "event"),
)
"""Who takes part. `date` is that of the event: so the latest of an actor are found without a look at the others."""

event_statements = Table(
    "event_statements",
    metadata,
    Column("statement", Text, ForeignKey("statements.key", ondelete="CASCADE"), primary_key=True),
    _of("events"),
    Index("ix_event_statements_event", "event"),
)

datasets = Table(
    "datasets",
    metadata,
    Column("name", Text, primary_key=True),
    Column("title", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("terms", Text, nullable=False),
    Column("credit", Text, nullable=False),
    Column("first_year", Integer, nullable=False),
    Column("last_year", Integer, nullable=False),
    Column("gaps", Text, nullable=False),
    Column("file", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("imported_at", Text, nullable=False),
    Column("rows", Integer, nullable=False),
    Column("ties", Integer, nullable=False),
    Column("measures", Integer, nullable=False),
    Column("report", Text, nullable=False),
)
"""What was imported, from which file (by name and hash), with the importer's own count as JSON in `report`."""

ties = Table(
    "ties",
    metadata,
    Column("id", Text, primary_key=True),
    _of("datasets"),
    Column("record", Text, nullable=False),
    Column("layer", Text, nullable=False),
    Column("type", Text),
    Column("mode", Text),
    Column("source", Text, nullable=False),
    Column("target", Text, nullable=False),
    Column("directed", Boolean, nullable=False),
    Column("start", Text),
    Column("end", Text),
    Column("status", Text, nullable=False),
    Column("weight", Float),
    Column("unit", Text),
    Column("subject", Text),
    Column("others", Text),
    Column("group", Text),
    Column("event", Text),
    Column("details", Text),
    Index("ix_ties_source_target_start", "source", "target", "start", "id"),
    Index("ix_ties_source_start", "source", "start", "id"),
    Index("ix_ties_target_start", "target", "start", "id"),
    Index("ix_ties_dataset_record", "dataset", "record"),
    Index("ix_ties_event", "event"),
)
"""Ties of datasets, and of events under the dataset `coded`. `others` and `details` are JSON, None where empty."""

measures = Table(
    "measures",
    metadata,
    _of("datasets"),
    Column("name", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("year", Integer, nullable=False),
    Column("value", Float, nullable=False),
    Column("unit", Text, nullable=False),
    Column("note", Text),
    PrimaryKeyConstraint("dataset", "name", "actor", "year"),
    Index("ix_measures_actor", "actor"),
)

judgements = Table(
    "judgements",
    metadata,
    Column("id", Text, primary_key=True),
    Column("number", Integer, nullable=False, unique=True),
    Column("ruling", Text, nullable=False),
    Column("reviewer", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("change", Text),
    Column("out", Integer),
    Column("undoes", Text),
    Column("origin", Text),
    Column("about", Text, nullable=False),
    Index("ix_judgements_origin", "origin"),
)
"""Only ever added to (triggers refuse the rest). `about` is what was judged, as it stood then, as JSON; `undoes` is the
id of a judgement that this one takes back; `origin` is where it was imported from, None where it was made here.
"""

judged = Table(
    "judged",
    metadata,
    Column("judgement", Text, ForeignKey("judgements.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("document", Text, nullable=False),
    Column("statement", Text, nullable=False),
    PrimaryKeyConstraint("judgement", "position"),
    Index("ix_judged_statement", "statement"),
    Index("ix_judged_document", "document"),
)
"""Which statements a judgement is about: one, or those that it parts or joins. A newer coder may have given the same
statement another key: then the pointer moves, the judgement stays.
"""

words = Table(
    "words",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    _of("documents"),
    Column("lemmas", Text, nullable=False),
    Index("ix_words_document", "document"),
)
"""The lemmas of a document's headline and text, parted by spaces: what the full text is indexed by.

`number` is the document's own; the index of SQLite holds on to it.
"""

users = Table(
    "users",
    metadata,
    Column("key", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("password", Text, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("changed_at", Text, nullable=False),
)
"""Accounts of the web app. `key` is the name without regard to case, `password` the Argon2 hash with its parameters."""

sessions = Table(
    "sessions",
    metadata,
    Column("key", Text, primary_key=True),
    Column("user", Text, ForeignKey("users.key", ondelete="CASCADE"), nullable=False),
    Column("made_at", Text, nullable=False),
    Column("until", Text, nullable=False),
    Index("ix_sessions_user", "user"),
)
"""Who is logged in. `key` is the SHA-256 of a token that the browser alone has; nothing is written while it is used."""

audit = Table(
    "audit",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("made_at", Text, nullable=False),
    Column("who", Text),
    Column("action", Text, nullable=False),
    Column("about", Text),
    Column("address", Text),
    Column("outcome", Text, nullable=False),
    Index("ix_audit_action_who_made_at", "action", "who", "made_at"),
    Index("ix_audit_action_address_made_at", "action", "address", "made_at"),
)
"""Who did what, when, from which network address: only ever added to (triggers refuse the rest)."""
