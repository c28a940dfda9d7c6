"""The nouns: what was read (Document), what a coder says it says (Statement), what is known from all reports and
datasets (Event, Tie), and what a reviewer says to that (Judgement).

Spans are `(start, end)` in characters of `Document.text`, end exclusive. The field names are the JSON contract and the
columns of the flat table; `schema/` says which values `type`, `role`, `mode` may take.
"""

from __future__ import annotations

from dragoman.model.frozen import Frozen
from dragoman.model.people import Account, Entry, Judgement
from dragoman.model.record import Dataset, Event, Link, Measure, Party, Tie, Turn
from dragoman.model.texts import (
    Attribution,
    Coding,
    Cues,
    Document,
    Evidence,
    Goods,
    Participant,
    Span,
    Statement,
    Time,
)
from dragoman.model.words import (
    Division,
    Kind,
    Layer,
    Outcome,
    Polarity,
    Precision,
    Role,
    Ruling,
    Status,
    Verdict,
    What,
)

__all__ = [
    "Account",
    "Attribution",
    "Coding",
    "Cues",
    "Dataset",
    "Division",
    "Document",
    "Entry",
    "Event",
    "Evidence",
    "Frozen",
    "Goods",
    "Judgement",
    "Kind",
    "Layer",
    "Link",
    "Measure",
    "Outcome",
    "Participant",
    "Party",
    "Polarity",
    "Precision",
    "Role",
    "Ruling",
    "Span",
    "Statement",
    "Status",
    "Tie",
    "Time",
    "Turn",
    "Verdict",
    "What",
]
