"""The system of record: documents, statements, events, ties and judgements in SQLite or PostgreSQL."""

from dragoman.ledger.opening import Ledger, opened

__all__ = ["Ledger", "opened"]
