"""A ledger to look things up in: one meeting in four documents, denied and planned arms, a record that ends in 2010."""

from __future__ import annotations

from dragoman.ledger import Ledger, adding, judgements, merging, opened, statements, ties
from dragoman.ledger.adding import Arrival
from dragoman.ledger.judgements import Word
from dragoman.model import (
    Attribution,
    Coding,
    Cues,
    Dataset,
    Document,
    Evidence,
    Kind,
    Layer,
    Measure,
    Participant,
    Ruling,
    Statement,
    Status,
    Tie,
    Time,
)  # fmt: skip

CODER = "rules/en@test"
PLANNED = "The defence ministers of Kazakhstan and Mongolia are to meet in Astana on 13 May, the ministry said."
MET = "The defence ministers of Kazakhstan and Mongolia met in Astana on 13 May to speak of joint exercises. " + (
    "They looked at radars and at boats, had tea in a tent near the lake, and praised the horses of the guard. "
    "Officers of both armies then sang, and the orchestra of the navy, which has no sea, played until the evening."
)
COPIED = f"{MET} Reuse is free."
OLD = "The defence ministers of Kazakhstan and Mongolia met in Astana."
DENIED = "Mongolia denied that it had bought drones from Kazakhstan."
RUSSIAN = "Министры обороны Монголии и Китая договорились о поставках радаров."
RECORD = Dataset(
    name="drills",
    title="A record of exercises",
    version="2011",
    terms="CC0",
    credit="Credit: the keepers of the record of exercises.",
    first_year=1980,
    last_year=2010,
    gaps=("Exercises of fewer than a thousand soldiers are not in it.",),
)
SPENT = Measure(dataset="drills", name="spending", actor="KAZ", year=2005, value=1.5, unit="USD million")


def said(
    text: str,
    type: str,
    parties: dict[str, str],
    *,
    status: Status = Status.happened,
    day: str | None = "2024-05-13",
    mode: str | None = None,
    place: str | None = None,
) -> Statement:
    """A statement on the whole of a text."""
    spoken = (Attribution(speaker="the ministry", actor="KAZ", span=(0, 3), verb="said"),) if "said" in text else ()
    return Statement(
        id=f"{type}-{'-'.join(parties)}",
        kind=Kind.event,
        type=type,
        mode=mode,
        status=status,
        participants=tuple(
            Participant(actor=actor, role=role, surface=text[:3], span=(0, 3)) for actor, role in parties.items()
        ),
        time=Time(text="on 13 May", start=day, end=day, precision="day") if day else None,
        place=place,
        attribution=spoken,
        evidence=Evidence(start=0, end=len(text), text=text),
        cues=Cues(trigger=(0, 3)),
        confidence=0.8,
        coder=CODER,
        rule="test",
    )


def article(
    text: str, name: str, published: str, *found: Statement, language: str = "en", headline: str = ""
) -> Arrival:
    """A document with what is said in it, at an address of its own."""
    document = Document(
        id=name,
        source=f"https://{name}.example/1",
        text=text,
        outlet=f"{name}.example",
        language=language,
        published=published,
        headline=headline or None,
    )
    return Arrival(Coding(document=document, statements=found), document.source, CODER)


def fill(address: str) -> dict[str, str]:
    """Make the ledger; the keys of its documents by the names of their outlets."""
    met, both = {"type": "meeting", "mode": "in_person"}, {"KAZ": "party", "MNG": "party"}
    arrivals = [
        article(PLANNED, "plan", "2024-05-08", said(PLANNED, parties=both, status=Status.planned, **met)),
        article(OLD, "steppe", "2024-05-14", said(OLD, parties=both, **met)),
        article(MET, "steppe", "2024-05-15", said(MET, parties=both, place="KAZ", **met), headline="Ministers meet"),
        article(COPIED, "echo", "2024-05-15T10:30", said(COPIED, parties=both, **met)),
        article(
            DENIED,
            "denials",
            "2024-06-01",
            said(DENIED, "arms_transfer", {"KAZ": "supplier", "MNG": "recipient"}, status=Status.denied, day="2024-06"),
            headline="No drones \x1b[31mfor\x1b[0m Mongolia, says\nUlaanbaatar",
        ),
        article(
            RUSSIAN,
            "lake",
            "2024",
            said(RUSSIAN, "arms_transfer", {"CHN": "supplier", "MNG": "recipient"}, status=Status.planned, day=None),
            language="ru",
        ),
    ]
    with opened(address, make=True) as ledger:
        keys = {}
        for arrival in arrivals:
            with ledger.writing() as connection:
                added = adding.add(connection, arrival)
            old = "old " if arrival.coding.document.text == OLD else ""
            keys[old + str(arrival.coding.document.outlet).removesuffix(".example")] = added.key
        _import(ledger)
        _review(ledger, keys["echo"])
    return keys


def _import(ledger: Ledger) -> None:
    """Sixty exercises of two states between 1980 and 2010, one with a third, and one with a long name."""
    some = [
        drill(f"drill-{number}", f"{1980 + number // 2}", f"{1980 + number // 2}", f"Steppe Eagle {number}")
        for number in range(60)
    ]
    some.append(drill("drill-open", "2009-06-01", None, "Exercise «Большая степь» of the peace-keeping forces " * 4))
    some.append(drill("drill-three", "1999", "1999", "Three", group="three"))
    some.append(drill("drill-third", "1999", "1999", "Three", group="three", target="UZB"))
    with ledger.writing() as connection:
        ties.replace(connection, RECORD, [*some, SPENT], file="drills.csv", sha256="0")
        ties.describe(connection, RECORD, rows=64, report={"skipped": {"no date": 3}, "unmapped": []})


def drill(
    record: str, start: str, end: str | None, subject: str, *, target: str = "MNG", group: str | None = None
) -> Tie:
    """An exercise of Kazakhstan with another state."""
    return Tie(
        id=f"t{abs(hash_of(record + target)):016x}"[:17],
        dataset="drills",
        record=record,
        layer=Layer.exercise,
        type="exercise",
        source="KAZ",
        target=target,
        directed=False,
        start=start,
        end=end,
        subject=subject,
        group=group,
        weight=1200.0,
        unit="persons",
        details={"source": "the record"},
    )


def hash_of(text: str) -> int:
    """The same number for the same text in every run."""
    import hashlib

    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest())


def _review(ledger: Ledger, document: str) -> None:
    """A reviewer corrects the place of one report and accepts it."""
    with ledger.writing() as connection:
        (key,) = statements.of_document(connection, document)
        change = '{"place": "KAZ"}'
        judgements.add(connection, Word(Ruling.correct, (key,), "Rana", "the text says Astana", change))
        merging.refresh(connection, {key})
