"""Statements about one happening are told once: the fullest report gives the sentence, every report its quote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.model import Kind, Statement, Status

_FACTS = frozenset({Status.happened, Status.ongoing})


@dataclass(slots=True, frozen=True)
class Group:
    """Reports of one happening in the order of the text; `best` is what is told, completed from the others."""

    best: Statement
    reports: tuple[Statement, ...]


def group(statements: Sequence[Statement]) -> list[Group]:
    """Same kind, type, polarity and actors in their roles, with nothing that contradicts: one group."""
    groups: list[list[Statement]] = []
    for statement in sorted(statements, key=lambda s: (s.evidence.start, s.evidence.end)):
        same = next((g for g in groups if all(_same(statement, other) for other in g)), None)
        if same is None:
            groups.append([statement])
        else:
            same.append(statement)
    return [Group(_completed(reports), tuple(reports)) for reports in groups]


def together(groups: Sequence[Group]) -> Group:
    """Several groups as one, told by the fullest of the firmest."""
    if len(groups) == 1:
        return groups[0]
    order = list(Status)
    firmest = max(groups, key=lambda group: (order.index(group.best.status), _fullness(group.best)))
    reports = [report for group in groups for report in group.reports]
    return Group(firmest.best, (*firmest.reports, *(one for one in reports if one not in firmest.reports)))


def _same(one: Statement, other: Statement) -> bool:
    roles = _roles(one)
    return bool(
        roles
        and (one.kind, one.type, one.polarity, roles) == (other.kind, other.type, other.polarity, _roles(other))
        and _compatible_status(one, other)
        and _agree(one.mode, other.mode)
        and _agree(one.instrument, other.instrument)
        and _agree(_designations(one), _designations(other))
        and _agree(one.time and one.time.start, other.time and other.time.start)
    )


def _roles(statement: Statement) -> frozenset[tuple[str, str]]:
    """Who takes part as what; who signed, and where, does not make another happening."""
    rest = ("signatory", "place")
    return frozenset((p.role, p.actor) for p in statement.participants if p.actor and p.role not in rest)


def _compatible_status(one: Statement, other: Statement) -> bool:
    facts = one.kind is not Kind.inference and {one.status, other.status} <= _FACTS
    return one.status is other.status or facts


def _agree(one: object, other: object) -> bool:
    return not one or not other or one == other


def _designations(statement: Statement) -> frozenset[str]:
    return frozenset(item.designation.casefold() for item in statement.goods)


def _completed(reports: Sequence[Statement]) -> Statement:
    """The fullest report; what it lacks is taken from the others, in order."""
    best = max(reports, key=lambda s: (_fullness(s), -s.evidence.start))
    update: dict[str, object] = {}
    for name in ("mode", "instrument", "goods", "time", "place"):
        if not getattr(best, name):
            update[name] = next((value for s in reports if (value := getattr(s, name))), getattr(best, name))
    update["matter"] = tuple(dict.fromkeys(matter for s in (best, *reports) for matter in s.matter))
    return best.model_copy(update=update)


def _fullness(statement: Statement) -> int:
    people = sum(bool(p.person) + bool(p.office) for p in statement.participants)
    return (
        people
        + 2 * bool(statement.instrument)
        + 2 * len(statement.goods)
        + len(statement.matter)
        + bool(statement.mode)
    )
