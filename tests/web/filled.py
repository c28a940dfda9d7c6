"""Articles of our own in a ledger for the pages: coded by hand, so that no model is loaded."""

from __future__ import annotations

from dragoman.ledger import Ledger
from dragoman.ledger.adding import Arrival, add
from dragoman.ledger.rows import document_key
from dragoman.model import (
    Attribution,
    Coding,
    Cues,
    Document,
    Evidence,
    Kind,
    Participant,
    Span,
    Statement,
    Status,
    Time,
)  # fmt: skip

CODER = "rules/en@test"
TALKS = (
    "The defence ministers of Kazakhstan and Mongolia met in Astana on 13 May 2024.\n\n"
    "According to the Mongolian ministry, Kazakhstan may sell armoured vehicles to Mongolia "
    "and both will train together."
)
HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)>'


def span(text: str, words: str) -> Span:
    """Where the words stand."""
    start = text.index(words)
    return start, start + len(words)


def said(
    text: str,
    evidence: str,
    trigger: str,
    parties: tuple[tuple[str, str, str], ...],
    *,
    type: str,
    status: Status = Status.happened,
    kind: Kind = Kind.event,
    speaker: str | None = None,
    cues: tuple[str, ...] = (),
    day: str | None = None,
) -> Statement:
    """A statement; `parties` are actor, role and the words that name it."""
    start, end = span(text, evidence)
    return Statement(
        id=f"{type}-{status}-{start}-{end}",
        kind=kind,
        type=type,
        status=status,
        participants=tuple(
            Participant(actor=actor, role=role, surface=words, span=span(text, words)) for actor, role, words in parties
        ),
        time=Time(text=day, start=day, end=day, precision="day") if day else None,
        attribution=(Attribution(speaker=speaker, actor="MNG", span=span(text, speaker)),) if speaker else (),
        evidence=Evidence(start=start, end=end, text=evidence),
        cues=Cues(trigger=span(text, trigger), status=tuple(span(text, cue) for cue in cues)),
        confidence=0.8,
        coder=CODER,
        rule="test",
    )


def talks() -> Coding:
    """Three statements: one alone, two whose evidence overlaps."""
    first, second = TALKS.split("\n\n")
    document = Document(
        id="talks", source="https://news.example/talks", text=TALKS, outlet="news.example", language="en",
        published="2024-05-14", headline="Ministers met in Astana",
    )  # fmt: skip
    both = (("KAZ", "party", "Kazakhstan"), ("MNG", "party", "Mongolia"))
    sale = second.removesuffix(" and both will train together.")
    return Coding(
        document=document,
        statements=(
            said(TALKS, first, "met", both, type="meeting", day="2024-05-13"),
            said(
                TALKS, sale, "sell", (("KAZ", "supplier", "Kazakhstan may"), ("MNG", "recipient", "to Mongolia")),
                type="arms_transfer", status=Status.possible, speaker="Mongolian ministry", cues=("may",),
            ),
            said(
                TALKS, second, "train", (("KAZ", "party", "Kazakhstan may"), ("MNG", "party", "to Mongolia")),
                type="training", status=Status.planned, speaker="Mongolian ministry", cues=("will",),
            ),
        ),
    )  # fmt: skip


def hostile() -> Coding:
    """An article that tries to bring markup and script in by every field."""
    text = f"The ministers of Kazakhstan and Mongolia met {HOSTILE} in Astana."
    document = Document(
        id="hostile", source=f"https://news.example/{HOSTILE}", text=text, outlet=HOSTILE, language="en",
        published="2024-05-15", headline=f"Headline {HOSTILE}", author=HOSTILE,
    )  # fmt: skip
    parties = (("KAZ", "party", "Kazakhstan"), ("MNG", "party", f"Mongolia met {HOSTILE}"))
    return Coding(document=document, statements=(said(text, text, "met", parties, type="meeting", speaker=HOSTILE),))


def keep(ledger: Ledger, *codings: Coding) -> list[str]:
    """Store codings; the keys of their documents."""
    with ledger.writing() as connection:
        for coding in codings:
            add(connection, Arrival(coding, coding.document.source, CODER))
    return [document_key(coding.document) for coding in codings]
