"""Reports made by hand, and those of our own stories."""

from __future__ import annotations

from functools import cache
from itertools import count
from pathlib import Path

from dragoman.evaluation import Story, read_stories
from dragoman.evaluation.labelled import annotated
from dragoman.events import Report
from dragoman.model import (
    Attribution,
    Cues,
    Evidence,
    Goods,
    Kind,
    Participant,
    Precision,
    Statement,
    Status,
    Time,
)  # fmt: skip

STORIES = Path(__file__).resolve().parents[2] / "evaluation/clusters"
NUMBERS = count(1)


@cache
def stories() -> tuple[Story, ...]:
    """All stories of the project."""
    return tuple(read_stories(STORIES))


@cache
def told() -> tuple[Report, ...]:
    """Their statements as annotated."""
    return annotated(stories()).reports


def of(name: str) -> list[Report]:
    """The reports of one story."""
    return [report for report in told() if report.document.startswith(f"{name}/")]


def participant(text: str) -> Participant:
    """`TUR party minister of defence`: the code, the role and, if there is more, the office."""
    code, role, *office = text.split()
    return Participant(actor=code, role=role, surface=code, office=" ".join(office) or None, span=(0, 1))


def report(
    type: str = "meeting",
    *actors: str,
    key: str | None = None,
    document: str | None = None,
    published: str | None = "2025-03-05",
    day: str | None = None,
    status: Status = Status.happened,
    mode: str | None = None,
    place: str | None = None,
    instrument: str | None = None,
    matter: tuple[str, ...] = (),
    goods: tuple[Goods, ...] = (),
    said_by: str | None = None,
    language: str = "en",
    copies: str | None = None,
    kind: Kind = Kind.event,
) -> Report:
    """A report; without actors of a meeting of Turkey and Georgia. `day` is a day, or two with a `/` between."""
    number = next(NUMBERS)
    start, _, end = (day or "").partition("/")
    statement = Statement(
        id=f"s{number}",
        kind=kind,
        type=type,
        mode=mode,
        status=status,
        participants=tuple(map(participant, actors or ("TUR party", "GEO party"))),
        instrument=instrument,
        matter=matter,
        goods=goods,
        time=Time(text=day, start=start, end=end or start, precision=Precision.day) if day else None,
        place=place,
        attribution=(Attribution(speaker="ministry", actor=said_by, span=(0, 1)),) if said_by else (),
        evidence=Evidence(start=0, end=1, text="x"),
        cues=Cues(trigger=(0, 1)),
        confidence=0.8,
        coder="test",
        rule="test",
    )
    return Report(
        key=key or f"k{number:04}",
        statement=statement,
        document=document or f"d{number:04}",
        language=language,
        published=published,
        copies=copies,
    )
