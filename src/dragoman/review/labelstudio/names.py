"""The names of the controls in the labelling config, which the results refer to."""

from __future__ import annotations

TEXT = "text"
"""The object: the passage. Also the key of the task's data that holds it."""

PART = "part"
"""Labels: what words are to the statement."""
EVIDENCE = "evidence"
TRIGGER = "trigger"
CUE = "cue"
PARTICIPANT = "participant"
SPEAKER = "speaker"
PARTS = {
    EVIDENCE: "#c9d6e8",
    TRIGGER: "#d9480f",
    CUE: "#e0a800",
    PARTICIPANT: "#1971c2",
    SPEAKER: "#9c36b5",
}
"""Each part with its colour."""

ACTOR = "actor"
"""Of a participant or speaker: the code of the state or organisation."""

VERDICT = "verdict"
ACCEPT = "accept"
REJECT = "reject"
KIND = "kind"
TYPE = "type"
STATUS = "status"
POLARITY = "polarity"
TIME = "time"
PLACE = "place"
REASON = "reason"


def mode_of(statement_type: str) -> str:
    """The choices of modes of a type: they are seen when the type is chosen."""
    return f"mode_{statement_type}"
