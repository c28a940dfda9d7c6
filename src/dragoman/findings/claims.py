"""What of a text can be put to the record: its arguments, and the ties and standing acts that it takes as given."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.events import pairs
from dragoman.findings.asked import about, asked
from dragoman.model import Kind, Party, Polarity, Statement, Status

FIRMEST = (Status.happened, Status.ongoing, Status.planned, Status.possible, Status.called_for, Status.denied)


@dataclass(slots=True, frozen=True)
class Claim:
    """Statements that say the same: of an argument the same effect for the same state, of a fact the same tie.

    `status` is that of the firmest of them, except that a denial stands for itself.
    """

    kind: Kind
    type: str
    mode: str | None
    status: Status
    polarity: Polarity | None
    parties: tuple[Party, ...]
    statements: tuple[Statement, ...]

    def actors(self, *roles: str) -> tuple[str, ...]:
        """Those in these roles (in any, if none is named), each once."""
        found = (party.actor for party in self.parties if not roles or party.role in roles)
        return tuple(dict.fromkeys(found))

    @property
    def denied(self) -> bool:
        """Whether the text says that it is not so."""
        return self.status is Status.denied


def claims(statements: Iterable[Statement]) -> tuple[Claim, ...]:
    """The claims that can be asked of the record, in the order in which the text first makes them."""
    found: dict[tuple[object, ...], list[tuple[Statement, tuple[Party, ...]]]] = {}
    for statement in sorted(statements, key=lambda s: (s.evidence.start, s.evidence.end)):
        for parties in _asked_about(statement):
            found.setdefault(_key(statement, parties), []).append((statement, parties))
    return tuple(_claim(group) for group in found.values())


def _asked_about(statement: Statement) -> Iterable[tuple[Party, ...]]:
    """Those whom it is asked about: all at once of an argument, two and two of a tie."""
    parties = tuple(dict.fromkeys(Party(actor=p.actor, role=p.role) for p in statement.participants if p.actor))
    if statement.kind is Kind.inference:
        return (parties,) if parties else ()
    question = asked().get(statement.type)
    if question is None or statement.status not in question.statuses:
        return ()
    return tuple(_two(parties, pair.source, pair.target) for pair in pairs(parties, statement.type)[0])


def _two(parties: Sequence[Party], *actors: str) -> tuple[Party, ...]:
    return tuple(next(p for p in parties if p.actor == actor) for actor in actors)


def _key(statement: Statement, parties: tuple[Party, ...]) -> tuple[object, ...]:
    """What two statements must share to be one claim.

    An argument is about whoever gains from it, by whatever way; where nobody gains, about its parties.
    """
    denied = statement.status is Status.denied
    if statement.kind is not Kind.inference:
        return (statement.type, denied, frozenset(parties))
    central = frozenset(p.actor for p in parties if p.role in about(statement.type))
    return (statement.type, denied, statement.polarity, central or frozenset(p.actor for p in parties))


def _claim(group: Sequence[tuple[Statement, tuple[Party, ...]]]) -> Claim:
    first, statements = group[0][0], tuple(statement for statement, _ in group)
    return Claim(
        kind=first.kind,
        type=first.type,
        mode=next((s.mode for s in statements if s.mode), None),
        status=min((s.status for s in statements), key=FIRMEST.index),
        polarity=first.polarity,
        parties=tuple(dict.fromkeys(party for _, parties in group for party in parties)),
        statements=statements,
    )
