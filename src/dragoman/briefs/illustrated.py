"""The one figure of a brief: the path that the article argues for, else the supplies that it speaks of."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.briefs.shape import BriefLanguage, Illustration
from dragoman.figures.drawing import Drawing
from dragoman.figures.leg_needs import leg_needs
from dragoman.figures.supplier_shares import supplier_shares
from dragoman.findings.nouns import Finding
from dragoman.findings.record import Record
from dragoman.findings.supply import supply
from dragoman.network import paths


def illustration(findings: Sequence[Finding], record: Record, language: BriefLanguage) -> Illustration | None:
    """Of the first finding that a figure belongs to; None where there is none. For formats that can show it."""
    for draw in (_path, _supply):
        for finding in findings:
            drawing = draw(finding, record, language)
            if drawing is not None:
                return Illustration(title=drawing.title, svg=drawing.svg(), finding=finding.id)
    return None


def _path(finding: Finding, record: Record, language: BriefLanguage) -> Drawing | None:
    slots = finding.question.slots
    ends = [slots.get(name) for name in ("a", "via", "b")]
    if finding.type != "indirect_access" or not all(isinstance(end, str) for end in ends):
        return None
    beneficiary, via, origin = map(str, ends)
    until = record.until or f"{record.year}-12-31"
    found = paths(record.network, beneficiary, origin, as_of=until, via=[via])
    return leg_needs(found, found.paths[0], language)


def _supply(finding: Finding, record: Record, language: BriefLanguage) -> Drawing | None:
    recipient = finding.question.slots.get("a")
    if finding.type != "supplier_diversification" or not isinstance(recipient, str):
        return None
    found = supply(record, recipient)
    return supplier_shares(found, language) if found else None
