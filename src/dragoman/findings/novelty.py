"""Novelty: is an earlier tie of the kind on record between the parties, and since when does the record reach?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dragoman.findings import layers
from dragoman.findings.claims import Claim
from dragoman.findings.draft import Draft
from dragoman.findings.nouns import Finding, Said
from dragoman.findings.parties import cannot_ask, known
from dragoman.findings.record import SAME_DAYS, Record, within
from dragoman.model import Kind, Layer, Party, Statement, Status, Tie, Verdict


def find(claim: Claim, record: Record) -> Finding:
    """An argument that something is the first of its kind."""
    parties = tuple(actor for actor in claim.actors("party") if known(actor))
    draft = Draft(claim, record, Said(key="question.novelty", slots={"parties": parties}))
    if len(parties) < 2:
        return cannot_ask(draft, "no_pair_named")
    found, ends = _earlier(draft, record, parties[0], parties[1], layers.COOPERATIVE)
    draft.another_verdict_if("would.novelty", a=parties[0], b=parties[1])
    if found:
        return draft.done(Verdict.partly if claim.denied else Verdict.contradicted)
    return draft.done(Verdict.partly if ends and not claim.denied else Verdict.not_checkable)


def of_news(claim: Claim, record: Record) -> Finding:
    """Whether an agreement that the text reports is the first one: nobody claims it, a reader wants to know."""
    a, b = claim.actors("party")[:2]
    draft = Draft(claim, record, Said(key="question.first_agreement", slots={"a": a, "b": b}))
    found, ends = _earlier(draft, record, a, b, (Layer.agreement, Layer.alliance))
    draft.another_verdict_if("would.novelty", a=a, b=b)
    if found:
        return draft.done(Verdict.contradicted)
    return draft.done(Verdict.no_trace if ends else Verdict.not_checkable)


def _earlier(draft: Draft, record: Record, a: str, b: str, wanted: Iterable[Layer]) -> tuple[list[Tie], int | None]:
    """What began between the two before the text, and the last year in which the record would know of any such tie."""
    wanted = tuple(wanted)
    answering = record.answering(Layer.agreement, a, b)
    draft.looked_into(Layer.agreement, answering)
    ends = max((one.until for one in answering), default=None)
    found = [tie for tie in record.between(a, b, wanted) if not within(tie.start, record.until, SAME_DAYS)]
    if found:
        layers.tell(draft, record, wanted, found)
    elif ends is not None:
        draft.because("nothing_earlier", a=a, b=b, until=ends, since=min(one.since for one in answering))
    if ends is not None and ends < record.year:
        draft.because("record_silent_since", until=ends, year=record.year)
    return found, ends


def is_first(finding: Finding) -> bool:
    """Whether it is asked of an event if it is the first, which nobody claims: `of_news`."""
    return finding.type == "novelty" and finding.kind is Kind.event


def reported(statements: Iterable[Statement]) -> tuple[Claim, ...]:
    """The agreements that a text reports as made, one for each two parties."""
    made = (Status.happened, Status.planned)
    found: dict[frozenset[str], Claim] = {}
    for one in statements:
        parties = tuple(Party(actor=a, role="party") for a in one.actors("party") if known(a))
        if one.kind is not Kind.event or one.type != "agreement" or one.status not in made or len(parties) != 2:
            continue
        pair = frozenset(party.actor for party in parties)
        claim = Claim(Kind.event, "novelty", None, one.status, None, parties, (one,))
        found[pair] = replace(found[pair], statements=(*found[pair].statements, one)) if pair in found else claim
    return tuple(found.values())
