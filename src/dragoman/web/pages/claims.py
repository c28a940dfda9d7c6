"""The claims: every argument found, what the record says to it, which outlets hedge and which assert."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Literal, cast

from fastapi import APIRouter, Depends, Query
from fastapi.responses import Response

from dragoman.briefs.claims import claim_answer, claim_sentence
from dragoman.briefs.shape import BriefLanguage, Checked
from dragoman.exports.forms import TableName
from dragoman.exports.rows import claim_cells
from dragoman.figures.hedging import hedging
from dragoman.findings.nouns import Finding
from dragoman.findings.outlets import OutletClaims, every, outlets
from dragoman.ledger import claims, findings, imports, recalled_claims
from dragoman.ledger.claims import ASSERTED, HEDGED, ActorTally, ClaimSelection
from dragoman.ledger.recalled_claims import KeptClaim
from dragoman.model import Kind, Status, Verdict
from dragoman.web.api.paging import cursor_of, place_of
from dragoman.web.csvs import as_csv
from dragoman.web.desk import At, Reading
from dragoman.web.drawings import MEDIA, WRITTEN, Form
from dragoman.web.pages.works import IMPORT, TEST
from dragoman.web.taking import table
from dragoman.web.works import Doing

router = APIRouter()
SIZE = 25
"""Claims on a page."""
STATES = 20
"""States that are counted on the page; the CSV has all."""
TIES = 6
"""Ties that a verdict rests on that are linked."""
FILTERS = ("verdict", "outlet", "state", "type", "how", "what", "voice")
KINDS: dict[str, tuple[Kind, ...]] = {"": (Kind.inference,), "given": (Kind.event, Kind.tie), "all": ()}


class How(StrEnum):
    """How a claim is put."""

    hedged = "hedged"
    asserted = "asserted"
    planned = "planned"
    called_for = "called_for"
    denied = "denied"


STATUSES: dict[How, tuple[Status, ...]] = {
    How.hedged: HEDGED,
    How.asserted: ASSERTED,
    **{how: (Status(how.value),) for how in (How.planned, How.called_for, How.denied)},
}
Text = Annotated[str, Query(max_length=200)]
What = Literal["", "given", "all"]
Voice = Literal["", "own", "quoted"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the filters of the page ask for, as they stand in its address."""

    verdict: Verdict | Literal[""] = ""
    outlet: Text = ""
    state: Text = ""
    type: Text = ""
    how: How | Literal[""] = ""
    what: What = ""
    voice: Voice = ""

    def selection(self) -> ClaimSelection:
        """The claims that are asked for."""
        return ClaimSelection(
            actors=(self.state.upper(),) if self.state else (),
            kinds=KINDS[self.what],
            types=(self.type,) if self.type else (),
            statuses=STATUSES[How(self.how)] if self.how else (),
            verdicts=(self.verdict,) if self.verdict else (),
            outlets=(self.outlet,) if self.outlet else (),
            quoted=self.voice == "quoted" if self.voice else None,
        )


Filtered = Annotated[Asked, Depends(Asked)]


@dataclass(frozen=True, slots=True)
class Shown:
    """A claim in words, with what the record says to it, and the ties that this rests on."""

    claim: KeptClaim
    sentence: str
    answer: Checked
    ties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """A state with how many claims about it have which verdict."""

    actor: str
    claims: int
    verdicts: dict[str, int]


@router.get("/claims")
def show(desk: At, record: Reading, works: Doing, asked: Filtered, after: Text = "") -> Response:
    """The page, or its list where a filter was changed."""
    selection = asked.selection()
    tallies = claims.by_outlet(record, selection)
    found = list(recalled_claims.chosen(record, selection, limit=SIZE + 1, after=place_of(after)))
    language = cast(BriefLanguage, desk.tongue.code)
    answer = desk.page(
        "claims.html",
        part="list",
        asked=asked,
        shown=[_shown(one, language) for one in found[:SIZE]],
        next=desk.address(after=_place(found[SIZE - 1])) if len(found) > SIZE else None,
        first=desk.address(after=None) if after else None,
        whole=every(tallies),
        outlets=outlets(tallies),
        states=_states(claims.by_actor(record, selection))[:STATES],
        standing=findings.standing(record, imports.state(record)),
        filtered=any(desk.request.query_params.get(name) for name in FILTERS),
        hows=tuple(How),
        work=next((one for one in works.of(TEST, IMPORT) if not one.work.is_done), None),
    )
    if desk.partial:
        empty = {name: None for name, value in desk.request.query_params.items() if not value}
        answer.headers["HX-Push-Url"] = desk.address(**empty)
    return answer


@router.get("/claims.csv")
def take(desk: At, asked: Filtered) -> Response:
    """Every claim that the filters ask for, as the table `claims` of docs/exports.md."""
    selection = asked.selection()
    return table(
        desk.ledger, TableName.claims, lambda record: map(claim_cells, recalled_claims.chosen(record, selection))
    )


@router.get("/claims/outlets.csv")
def take_outlets(record: Reading, asked: Filtered) -> Response:
    """The counts by outlet."""
    return as_csv(_lines(outlets(claims.by_outlet(record, asked.selection()))), "claims-by-outlet")


@router.get("/claims/states.csv")
def take_states(record: Reading, asked: Filtered) -> Response:
    """The counts by state."""
    counted = _states(claims.by_actor(record, asked.selection()))
    lines = [{"actor": one.actor, "claims": one.claims, **_all_verdicts(one.verdicts)} for one in counted]
    return as_csv(lines, "claims-by-state")


@router.get("/claims/hedging.{form}")
def draw(desk: At, record: Reading, form: Form, asked: Filtered) -> Response:
    """The figure: which outlets hedge."""
    found = outlets(claims.by_outlet(record, asked.selection()))
    if form is Form.csv:
        return as_csv(_lines(found), "hedging")
    return Response(WRITTEN[form](hedging(found, cast(BriefLanguage, desk.tongue.code))), media_type=MEDIA[form])


def _shown(claim: KeptClaim, language: BriefLanguage) -> Shown:
    ties = Finding.model_validate_json(claim.body).evidence[:TIES]
    return Shown(claim, claim_sentence(claim, language), claim_answer(claim, language), ties)


def _place(claim: KeptClaim) -> str:
    return cursor_of((claim.document.published, claim.key))


def _states(tallies: Iterable[ActorTally]) -> list[Counted]:
    """Those with the most claims about them first."""
    verdicts: dict[str, dict[str, int]] = {}
    for one in tallies:
        verdicts.setdefault(one.actor, {})[one.verdict] = one.claims
    counted = [Counted(actor, sum(told.values()), told) for actor, told in verdicts.items()]
    return sorted(counted, key=lambda one: (-one.claims, one.actor))


def _lines(found: Sequence[OutletClaims]) -> list[dict[str, object]]:
    return [
        {
            "outlet": one.outlet, "claims": one.claims, "quoted": one.quoted, "hedged": one.hedged,
            "asserted": one.asserted, "hedged_share": one.hedged_share.share if one.hedged_share else None,
            "low": one.hedged_share.low if one.hedged_share else None,
            "high": one.hedged_share.high if one.hedged_share else None,
            **_all_verdicts({verdict.value: number for verdict, number in one.verdicts.items()}),
        }
        for one in found
    ]  # fmt: skip


def _all_verdicts(told: dict[str, int]) -> dict[str, int]:
    return {verdict.value: told.get(verdict.value, 0) for verdict in Verdict}
