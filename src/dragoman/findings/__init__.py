"""What an article argues and takes as given becomes a question to the record; the answer is a Finding.

`findings` puts every claim of a Coding to a Record. One module a type of inference says how it is asked and what makes
it supported, partly so, contradicted, without a trace, or not checkable; `standing` does that for facts that the text
states. The limits stand in `data/thresholds.yaml`, each with its reason. Nothing here is told in a language: questions,
reasons and blind spots are keys with what stands in their slots.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from dragoman.findings import novelty, standing
from dragoman.findings.claims import Claim, claims
from dragoman.findings.nouns import Finding
from dragoman.findings.record import Record
from dragoman.model import Coding, Kind

__all__ = ["Claim", "Record", "claims", "findings"]

Tester = Callable[[Claim, Record], Finding]


def findings(coding: Coding, record: Record) -> tuple[Finding, ...]:
    """The findings on a text: what it takes as given, what it argues, and whether its agreement is the first.

    In the order of the text, facts before arguments.
    """
    found = claims(coding.statements)
    facts = [standing.find(claim, record) for claim in found if claim.kind is not Kind.inference]
    argued = [_tester(claim.type)(claim, record) for claim in found if claim.kind is Kind.inference]
    first = [novelty.of_news(claim, record) for claim in novelty.reported(coding.statements)]
    return (*facts, *argued, *first)


def _tester(of_type: str) -> Tester:
    tester: Tester = import_module(f"dragoman.findings.{of_type}").find
    return tester
