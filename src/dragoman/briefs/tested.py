"""What the record says to the claims of a brief: findings in words, and the sentences that they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.briefs.grouping import Group, together
from dragoman.briefs.shape import Checked
from dragoman.briefs.telling import Teller
from dragoman.findings.nouns import Finding
from dragoman.findings.novelty import is_first
from dragoman.model import Kind, Layer

COLLECTED = ("years", "not_imported")
"""Blind spots that are told once at the end, not with each claim."""


def checked(finding: Finding, teller: Teller) -> Checked:
    """A finding in words."""
    own = [spot for spot in finding.blind_spots if spot.key not in COLLECTED]
    return Checked(
        finding=finding.id,
        type=finding.type,
        question=teller.question(finding.question),
        verdict=finding.verdict,
        label=teller.verdict(finding.verdict),
        reasons=tuple(map(teller.reason, finding.reasons)),
        blind_spots=tuple(map(teller.blind, own)),
        would_change=tuple(map(teller.would, finding.would_change)),
    )


def on_claims(findings: Sequence[Finding]) -> list[Finding]:
    """The findings on what the text says, without those on what a reader wants to know beside it."""
    return [one for one in findings if not is_first(one)]


def joined_by(findings: Sequence[Finding], groups: Sequence[Group]) -> list[Group]:
    """The groups, those that one finding is about, and that are of one kind and one standing, in one."""
    of_statement = {key: one.id for one in findings for key in one.statements}
    by_finding: dict[tuple[object, ...], list[Group]] = {}
    for place, group in enumerate(groups):
        tested = next((of_statement[s.id] for s in group.reports if s.id in of_statement), None)
        settled = group.best.kind is Kind.inference or group.best.status
        key = (tested, group.best.kind, settled) if tested else (place,)
        by_finding.setdefault(key, []).append(group)
    return [together(some) for some in by_finding.values()]


def of_group(group: Group, findings: Sequence[Finding]) -> list[Finding]:
    """The findings on the statements of a group."""
    own = {statement.id for statement in group.reports}
    return [one for one in findings if own & set(one.statements)]


@dataclass(slots=True, frozen=True)
class Reach:
    """The datasets that a text was put to, with their years, and those that could have been and are not there: each
    with what it was, or would have been, asked about.
    """

    asked: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


def reach(findings: Sequence[Finding], teller: Teller) -> Reach:
    """How far the datasets reach that the findings rest on."""
    by_dataset: dict[tuple[str, str, int, int], set[Layer]] = {}
    for spot in (spot for one in findings for spot in one.blind_spots if spot.key in COLLECTED):
        key = (spot.key, spot.dataset or "", spot.since or 0, spot.until or 0)
        by_dataset.setdefault(key, set()).add(spot.layer)
    order = list(Layer)
    told: dict[str, list[str]] = {how: [] for how in COLLECTED}
    for (how, name, since, until), layers in sorted(by_dataset.items()):
        told[how].append(teller.reach(how, name, sorted(layers, key=order.index), since, until))
    return Reach(tuple(told["years"]), tuple(told["not_imported"]))
