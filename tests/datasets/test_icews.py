from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from dragoman.model import Layer

from .conftest import Read

HEAD = (
    "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\t"
    "Target Name\tTarget Sectors\tTarget Country\tStory ID\n"
)
ROWS = (
    "1\t2018-06-01\tMinistry of Defense (Italy)\tDefense / Security Ministry,Government\tItaly\tMake a visit\t042\t"
    "1.9\tJordan\tNA\tJordan\t7\n"
    "2\t2018-06-01\tItaly\tNA\tItaly\tMake a visit\t042\t1.9\tJordan\tNA\tJordan\t7\n"
    "3\t2018-06-02\tItaly\tNA\tItaly\tCooperate militarily\t062\t7.4\tArmy (Chad)\tMilitary,Army\tChad\t8\n"
    "4\t2018-06-02\tItaly\tNA\tItaly\tMake statement\t010\t0\tNA\tNA\tNA\t8\n"
)


def test_events_between_military_actors_become_ties(read: Read, tmp_path: Path) -> None:
    path = tmp_path / "events.tab"
    path.write_text(HEAD + ROWS, encoding="utf-8")
    ties, _, reading = read("icews", path)
    assert [(tie.type, tie.source, tie.target, tie.directed) for tie in ties] == [
        ("visit", "ITA", "JOR", True),
        ("partnership", "ITA", "TCD", False),
    ]
    assert ties[0].layer == Layer.diplomacy
    assert ties[0].details["actor1"] == "Ministry of Defense (Italy)"
    assert sum(reading.tally.skipped.values()) == 2


def test_the_sample_of_2018(read: Read, real: Callable[[str], Path]) -> None:
    ties, _, reading = read("icews", real("icews/events.2018.sample.tab"))
    assert reading.tally.rows == 3705 == len(ties) + sum(reading.tally.skipped.values())
    assert len(ties) > 100
    assert not reading.tally.unmapped
