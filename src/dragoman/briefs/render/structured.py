"""JSON: the brief as data, with the coding that it was made from."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from dragoman.briefs.shape import Brief
from dragoman.briefs.telling import Teller
from dragoman.findings.nouns import Finding
from dragoman.model import Coding


def structured(brief: Brief, coding: Coding | None, findings: Sequence[Finding] = ()) -> str:
    """`{"brief", "document", "statements", "findings"}`; the second and third only where the coding is given.

    A finding has its parts as data, with question, reasons, blind spots and figures told in the brief's language.
    """
    content: dict[str, Any] = {"brief": brief.model_dump(mode="json", exclude={"illustration"})}
    for section, shown in zip(brief.sections, content["brief"]["sections"], strict=True):
        for item, entry in zip(section.items, shown["items"], strict=True):
            entry["statements"] = list(item.statements)
    if coding is not None:
        content["document"] = coding.document.model_dump(mode="json")
        content["statements"] = [statement.model_dump(mode="json") for statement in coding.statements]
    content["findings"] = [_finding(finding, Teller(brief.language)) for finding in findings]
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _finding(finding: Finding, teller: Teller) -> dict[str, Any]:
    """A finding as data, its texts told."""
    told: dict[str, Any] = finding.model_dump(mode="json")
    told["question"] = teller.question(finding.question)
    told["reasons"] = [teller.reason(reason) for reason in finding.reasons]
    told["would_change"] = [teller.would(said) for said in finding.would_change]
    for spot, shown in zip(finding.blind_spots, told["blind_spots"], strict=True):
        shown["text"] = teller.blind(spot)
    told["label"] = teller.verdict(finding.verdict)
    return told
