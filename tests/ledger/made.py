"""Documents and codings made by hand, so that the ledger is tested without a coder."""

from __future__ import annotations

from dragoman.model import (
    Attribution,
    Coding,
    Cues,
    Document,
    Evidence,
    Kind,
    Participant,
    Statement,
    Status,
    Time,
)  # fmt: skip

CODER = "rules/en@test"


def document(
    text: str, *, source: str = "https://news.example/1", published: str = "2024-05-14", outlet: str = "news.example"
) -> Document:
    """An English document."""
    return Document(
        id="given", source=source, text=text, outlet=outlet, language="en", published=published, headline=text[:40]
    )


def statement(
    text: str,
    *words: str,
    type: str = "meeting",
    status: Status = Status.happened,
    roles: tuple[str, ...] = ("party", "party"),
    actors: tuple[str, ...] = ("KAZ", "MNG"),
    kind: Kind = Kind.event,
    day: str | None = "2024-05-13",
    instrument: str | None = None,
    rule: str = "test",
) -> Statement:
    """A statement on the whole text; `words` are the surfaces of the actors, searched for in it."""
    surfaces = words or actors
    spans = [(max(text.find(surface), 0), max(text.find(surface), 0) + len(surface)) for surface in surfaces]
    parties = zip(actors, roles, surfaces, spans, strict=True)
    return Statement(
        id=f"{type}-{'-'.join(actors)}-{rule}",
        kind=kind,
        type=type,
        mode="in_person" if type == "meeting" else None,
        status=status,
        participants=tuple(Participant(actor=a, role=r, surface=w, span=s) for a, r, w, s in parties),
        instrument=instrument,
        time=Time(text=day, start=day, end=day, precision="day") if day else None,
        attribution=(Attribution(speaker="ministry", actor=next(iter(actors), None), span=(0, 1)),),
        evidence=Evidence(start=0, end=len(text), text=text),
        cues=Cues(trigger=(0, 1)),
        confidence=0.8,
        coder=CODER,
        rule=rule,
    )


def coding(text: str, *statements: Statement, **of_document: str) -> Coding:
    """A coding of a document with this text."""
    return Coding(document=document(text, **of_document), statements=statements)
