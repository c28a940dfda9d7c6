"""A brief from a coding and the record that its claims are put to: the whole way, for whoever shows it."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.briefs.compose import brief
from dragoman.briefs.illustrated import illustration
from dragoman.briefs.shape import Brief, BriefLanguage
from dragoman.findings import findings
from dragoman.findings.changes import changes, told
from dragoman.findings.nouns import Finding, Said
from dragoman.findings.record import Record
from dragoman.model import Coding


@dataclass(frozen=True, slots=True)
class Answers:
    """What the record says to a text: the same in whatever language it is told."""

    findings: tuple[Finding, ...]
    changes: tuple[Said, ...]


def answers(coding: Coding, record: Record) -> Answers:
    """Put the claims of a text to the record, and its news into the network; takes seconds."""
    changed = (said for one in changes(coding, record) for said in told(one))
    return Answers(findings(coding, record), tuple(changed))


def written(
    coding: Coding, record: Record, language: BriefLanguage, *, said: Answers | None = None, illustrated: bool = False
) -> tuple[Brief, Answers]:
    """The brief, and what the record said; `said` is that where it is known already.

    With `illustrated` the brief has its figure, for forms that can show one.
    """
    said = said or answers(coding, record)
    made = brief(coding, language, said.findings, list(said.changes))
    if illustrated:
        made = made.model_copy(update={"illustration": illustration(said.findings, record, language)})
    return made, said
