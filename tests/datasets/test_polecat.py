from __future__ import annotations

from pathlib import Path

from dragoman.model import Status

from .conftest import Read

HEAD = (
    "Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tContexts\tActor Name\tActor Country\t"
    "Primary Actor Sector\tRecipient Name\tRecipient Country\tPrimary Recipient Sector\n"
)
ROWS = (
    "a1\t2022-05-01\tCOOPERATE\t\t6\tmilitary; diplomatic\tRome\tITA\tGOV\tAmman\tJOR\tGOV\t\t\n"
    "a2\t2022-05-01\tCONSULT\tvisit\t1\tdiplomatic\tRome\tITA\tMIL\tBoth\tJOR; TCD\tGOV\n"
    "a3\t2022-05-01\tAGREE\t\t4\tmilitary\tRome\tITA\tGOV\tAmman\tJOR\tGOV\n"
    "a4\t2022-05-01\tCONSULT\tvisit\t1\teconomic\tRome\tITA\tGOV\tAmman\tJOR\tGOV\n"
    "a5\t2022-05-01\tPROTEST\tdemo\t-6\tmilitary\tRome\tITA\tCVL\tNone\tNone\tNone\n"
)


def test_events_with_a_military_context_or_actor_become_ties(read: Read, tmp_path: Path) -> None:
    path = tmp_path / "week.txt"
    path.write_text(HEAD + ROWS, encoding="utf-8")
    ties, _, reading = read("polecat", path)
    assert [(tie.type, tie.source, tie.target, tie.status) for tie in ties] == [
        ("partnership", "ITA", "JOR", Status.happened),
        ("visit", "ITA", "JOR", Status.happened),
        ("visit", "ITA", "TCD", Status.happened),
        ("partnership", "ITA", "JOR", Status.planned),
    ]
    assert len({tie.id for tie in ties}) == 4
    assert sum(reading.tally.skipped.values()) == 2
