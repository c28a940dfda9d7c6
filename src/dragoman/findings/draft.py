"""A finding in the making: what was found is put in piece by piece, the verdict at the end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from dragoman.datasets import entries
from dragoman.datasets.coverage import Coverage
from dragoman.findings.claims import Claim
from dragoman.findings.nouns import BlindSpot, Figure, Finding, Said, Told
from dragoman.findings.record import Record
from dragoman.ledger.rows import digest
from dragoman.model import Layer, Tie, Verdict

EVIDENCE = 40
"""Ties that are named as evidence; the figures count all of them."""


@dataclass
class Draft:
    """Collects for one claim; `done` makes the Finding."""

    claim: Claim
    record: Record
    question: Said
    reasons: list[Said] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    evidence: dict[str, None] = field(default_factory=dict)
    asked: dict[str, None] = field(default_factory=dict)
    blind: dict[BlindSpot, None] = field(default_factory=dict)
    would: list[Said] = field(default_factory=list)

    def because(self, key: str, **slots: Told | None) -> None:
        """A reason, in a sentence; a slot that is None is empty."""
        self.reasons.append(Said(key=key, slots={name: told for name, told in slots.items() if told is not None}))

    def figure(self, name: str, value: float, unit: str, dataset: str, **more: object) -> None:
        """A figure; `more` are its years and actors."""
        self.figures.append(
            Figure.model_validate({"name": name, "value": value, "unit": unit, "dataset": dataset} | more)
        )

    def rests_on(self, ties: Iterable[Tie]) -> None:
        """Ties that the verdict rests on."""
        for tie in ties:
            self.evidence.setdefault(tie.id)
            self.asked.setdefault(tie.dataset)

    def cites(self, ids: Iterable[str]) -> None:
        """Ties that the verdict rests on, by id."""
        for name in ids:
            self.evidence.setdefault(name)

    def looked_into(self, layer: Layer, coverage: Iterable[Coverage]) -> None:
        """Datasets that were asked about a layer, with their years.

        Where there is none, it is a blind spot whether there would be one that is not in the ledger.
        """
        found = tuple(coverage)
        for one in found:
            self.asked.setdefault(one.dataset)
            self.blind.setdefault(
                BlindSpot(key="years", layer=layer, dataset=one.dataset, since=one.since, until=one.until)
            )
        if not found:
            missing = next((e.name for e in entries().values() if layer.value in e.systematic), None)
            self.blind.setdefault(
                BlindSpot(key="not_imported" if missing else "no_dataset", layer=layer, dataset=missing)
            )

    def cannot_see(self, key: str, layer: Layer, dataset: str | None = None) -> None:
        """Something that lies outside what was asked."""
        self.blind.setdefault(BlindSpot(key=key, layer=layer, dataset=dataset))

    def another_verdict_if(self, key: str, **slots: Told) -> None:
        """What would change the verdict."""
        self.would.append(Said(key=key, slots=slots))

    def done(self, verdict: Verdict) -> Finding:
        """The Finding."""
        claim = self.claim
        return Finding(
            id=digest(claim.type, claim.status.value, *(s.id for s in claim.statements), *claim.actors()),
            type=claim.type,
            kind=claim.kind,
            status=claim.status,
            polarity=claim.polarity,
            statements=tuple(statement.id for statement in claim.statements),
            parties=claim.parties,
            question=self.question,
            verdict=verdict,
            reasons=tuple(self.reasons),
            figures=tuple(self.figures),
            evidence=tuple(self.evidence)[:EVIDENCE],
            asked=tuple(self.asked),
            blind_spots=tuple(self.blind),
            would_change=tuple(self.would),
        )
