"""Who took part, compared: named by both, left out by one, or contradicting each other."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from dragoman.actors import collectives, memberships, organisations
from dragoman.events.likeness import Likeness
from dragoman.events.report import REMEMBERED, Report
from dragoman.events.tables import alike
from dragoman.events.wording import actors
from dragoman.schema import codebook

Actors = frozenset[str]
PAIR = 2


@dataclass(frozen=True, slots=True)
class Cast:
    """Who acts, who is acted upon, who takes part as an equal; and who may, as the host or the state of the place."""

    source: Actors
    target: Actors
    party: Actors
    beside: Actors

    @property
    def all(self) -> Actors:
        """Everybody who is said to take part."""
        return self.source | self.target | self.party


@lru_cache(maxsize=REMEMBERED)
def cast(report: Report) -> Cast:
    """The states and organisations of a report by side; the `origin` of a design and the like are left out.

    Groups that no list of members is kept of (the West) are left out too: they agree with whoever they stand for. In
    what both sides accuse each other of there are only equals.
    """
    statement = report.statement
    made: dict[str, set[str]] = {"source": set(), "target": set(), "party": set()}
    beside = {statement.place} if statement.place else set()
    book = codebook()
    for participant in statement.participants:
        if not participant.actor or participant.actor in collectives():
            continue
        side = book.role_side(participant.role, statement.type)
        if side in made:
            made["party" if statement.type in alike().mutual else side].add(participant.actor)
        elif participant.role == "host":
            beside.add(participant.actor)
    return Cast(frozenset(made["source"]), frozenset(made["target"]), frozenset(made["party"]), frozenset(beside))


def principals(report: Report) -> Actors:
    """Everybody on a side: what blocks are made of."""
    return cast(report).all


def compare_parties(a: Report, b: Report, found: Likeness) -> None:
    """Weigh who took part. A side that one report leaves empty agrees with anything; two that differ do not."""
    one, other = cast(a), cast(b)
    many = _many(a, b)
    _directed(one.source, other.source, many=many, when=a.published, found=found)
    _directed(one.target, other.target, many=many, when=a.published, found=found)
    if one.source & other.target - other.source or other.source & one.target - one.source:
        found.bar("The roles are the other way round.")
    _equals(one.all, other.all, many=many, when=a.published, found=found)
    if one.all & other.all:
        _weigh(one, other, found)
    else:
        found.leave("They name no party in common.")


def _many(a: Report, b: Report) -> bool:
    return a.statement.type in alike().many and a.statement.mode != "in_person" and b.statement.mode != "in_person"


def _directed(one: Actors, other: Actors, *, many: bool, when: str | None, found: Likeness) -> None:
    """Suppliers against suppliers, hosts against hosts."""
    if not one or not other or one <= other or other <= one:
        return
    if one & other and many:
        return
    if not _stand_for(one - other, other - one, when):
        found.bar(f"One names {actors(one - other)}, where the other names {actors(other - one)}.")


def _equals(one: Actors, other: Actors, *, many: bool, when: str | None, found: Likeness) -> None:
    """All who take part: two that each name somebody whom the other does not are two.

    Unless each names one party of the same two, or many take part and a report tells of one of them or most are in
    both.
    """
    extra, missing = one - other, other - one
    if not extra or not missing or len(one | other) == PAIR or _stand_for(extra, missing, when):
        return
    shared = len(one & other)
    alone = not shared and min(len(one), len(other)) == 1
    if not many or not (alone or shared >= max(PAIR, len(extra), len(missing))):
        found.bar(f"One names {actors(extra)}, where the other names {actors(missing)}.")


def _stand_for(one: Actors, other: Actors, when: str | None) -> bool:
    """Whether one side is an organisation and the other only members of it."""
    on = when[:10] if when else None
    return any(
        organisation in organisations() and all(organisation in memberships(state, on) for state in states)
        for group, states in ((one, other), (other, one))
        if len(group) == 1
        for organisation in group
    )


def _weigh(one: Cast, other: Cast, found: Likeness) -> None:
    shared = one.all & other.all
    if len(shared) > 1:
        _weigh_shared(one.all, other.all, found)
        return
    implied = ((one.all & other.beside) | (other.all & one.beside)) - shared
    if implied and one.all != other.all:
        told = f"Both name {actors(shared)}; {actors(implied)} is a party in one, the host or the place in the other."
        found.add("shared_implied", told)
    else:
        single = min(len(one.all), len(other.all)) == 1
        alone = " alone" if one.all == other.all else ", one of them alone" if single else ""
        found.add("shared_one", f"Both name {actors(shared)}{alone}.")


def _weigh_shared(one: Actors, other: Actors, found: Likeness) -> None:
    shared, whole = one & other, len(one | other)
    if one == other:
        found.add("same_parties", f"Both name {actors(shared)}.")
    elif min(len(one), len(other)) == PAIR and whole >= 2 * PAIR:
        found.add("pair_of_many", f"{actors(shared)}, whom one names alone, are two of {whole}.")
    else:
        found.add("shared_pair", f"Both name {actors(shared)}, and others.")
