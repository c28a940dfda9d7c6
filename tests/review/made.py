"""A ledger to review: one meeting in two reports, a delivery that may come, and a partnership."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, select

from dragoman.ledger import Ledger, adding, statements
from dragoman.ledger.adding import Arrival
from dragoman.ledger.tables import event_statements
from dragoman.model import Cues, Kind, Polarity, Statement, Status
from dragoman.review.ruling import Reviewer

from ..ledger.made import CODER, coding, statement

MET = "The defence ministers of Kazakhstan and Mongolia met in Astana on Monday to speak of joint exercises."
HELD = "Kazakhstan's defence minister received his Mongolian colleague in Astana; they spoke of joint exercises."
SOLD = "Reports say that Russia may deliver fighters to Algeria. Egypt, the agency adds, is not part of it."
PARTNERS = "Kazakhstan and Mongolia are strategic partners, which may open Mongolia a way to Russian arms."
RANA = Reviewer("Rana", "read it twice")


def met(said: str = MET, **more: object) -> Statement:
    surfaces = ("Kazakhstan", "Mongolia") if "Mongolia" in said else ("Kazakhstan", "Mongolian")
    return statement(said, *surfaces, **more)  # type: ignore[arg-type]


def sold() -> Statement:
    """A delivery that may come, of little confidence, with a cue for its status."""
    made = statement(
        SOLD,
        "Russia",
        "Algeria",
        type="arms_transfer",
        status=Status.possible,
        roles=("supplier", "recipient"),
        actors=("RUS", "DZA"),
        day=None,
    )
    at = SOLD.index("deliver")
    cues = Cues(trigger=(at, at + len("deliver")), status=((SOLD.index("may"), SOLD.index("may") + 3),))
    end = SOLD.index(".")
    evidence = made.evidence.model_copy(update={"end": end, "text": SOLD[:end]})
    return made.model_copy(update={"confidence": 0.4, "cues": cues, "evidence": evidence})


def opening() -> Statement:
    """An inference, with its polarity."""
    made = statement(
        PARTNERS,
        "Mongolia",
        "Russian",
        type="indirect_access",
        kind=Kind.inference,
        status=Status.possible,
        roles=("beneficiary", "origin"),
        actors=("MNG", "RUS"),
        day=None,
    )
    return made.model_copy(update={"polarity": Polarity.gain, "confidence": 0.6, "attribution": ()})


def partners() -> Statement:
    return statement(
        PARTNERS, "Kazakhstan", "Mongolia", type="partnership", kind=Kind.tie, status=Status.ongoing, day=None
    )


@dataclass(frozen=True, slots=True)
class Filled:
    """Keys: of the two reports of the meeting and the event that they make, and of the others."""

    ledger: Ledger
    met: str
    held: str
    meeting: str
    sold: str
    opening: str
    partners: str


def filled(ledger: Ledger) -> Filled:
    """Put all of it into a ledger."""
    with ledger.writing() as connection:
        keys = [
            key
            for number, (text, *said) in enumerate(
                ((MET, met()), (HELD, met(HELD)), (SOLD, sold()), (PARTNERS, opening(), partners()))
            )
            for key in added(connection, text, *said, address=f"https://{number}.example")
        ]
        event = event_of(connection, keys[0])
        assert event is not None
        assert event_of(connection, keys[1]) == event
        by_type = {statements.load(connection, [key])[key].type: key for key in keys[3:]}
    return Filled(ledger, *keys[:2], event, keys[2], by_type["indirect_access"], by_type["partnership"])


def added(connection: Connection, text: str, *said: Statement, address: str, outlet: str = "") -> list[str]:
    """The keys of the statements of one more document."""
    arrival = Arrival(coding(text, *said, outlet=outlet or address[8:]), address, CODER)
    return list(statements.of_document(connection, adding.add(connection, arrival).key))


def event_of(connection: Connection, key: str) -> str | None:
    """The event that a statement is a report of."""
    return connection.execute(select(event_statements.c.event).where(event_statements.c.statement == key)).scalar()


def together(connection: Connection) -> list[set[str]]:
    """The statements of every event."""
    found: dict[str, set[str]] = {}
    for row in connection.execute(select(event_statements)):
        found.setdefault(row.event, set()).add(row.statement)
    return sorted(found.values(), key=min)
