"""What documents argue and take as given, and what open records say to it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from dragoman.errors import NotInLedger
from dragoman.findings.kept import AnsweredClaim, chosen
from dragoman.findings.outlets import OutletClaims, outlets
from dragoman.ledger import claims, recalled_claims
from dragoman.ledger.claims import ClaimSelection
from dragoman.ledger.keys import Thing, find
from dragoman.model import Kind, Status, Verdict
from dragoman.web.api.asked import Actors, Key, Since, Types, Until, codes, in_order, types
from dragoman.web.api.paging import Cursor, Limit, Listed, listed, place_of
from dragoman.web.desk import Reading

router = APIRouter(prefix="/claims")
Kinds = Annotated[list[Kind] | None, Query(description="inference: arguments; tie and event: what is taken as given")]
Statuses = Annotated[list[Status] | None, Query(description="possible: hedged; happened and ongoing: asserted")]
Outlets = Annotated[list[Annotated[str, Query(max_length=200)]] | None, Query(max_length=20)]
Quoted = Annotated[bool | None, Query(description="only of speakers who are quoted, or only of the outlets themselves")]


@router.get("", summary="Claims, those of the latest documents first")
def every(
    request: Request,
    response: Response,
    record: Reading,
    verdict: Annotated[list[Verdict] | None, Query()] = None,
    kind: Kinds = None,
    type: Types = None,
    status: Statuses = None,
    outlet: Outlets = None,
    actor: Actors = None,
    document: Annotated[str | None, Query(max_length=2000, description="only of this document: key or address")] = None,
    quoted: Quoted = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Listed[AnsweredClaim]:
    """Each with its finding: the verdict, its reasons and figures, what could not be seen, what would change it."""
    in_order(since, until)
    asked = ClaimSelection(
        actors=codes(actor),
        kinds=tuple(kind or ()),
        types=types(type),
        statuses=tuple(status or ()),
        verdicts=tuple(one.value for one in verdict or ()),
        outlets=tuple(outlet or ()),
        document=find(record, document, Thing.document).key if document else None,
        quoted=quoted,
        since=since,
        until=until,
    )
    found = chosen(record, asked, limit=limit + 1, after=place_of(cursor))
    return listed(request, response, found, limit, lambda claim: (claim.document.published, claim.key))


@router.get("/outlets", summary="Which outlets hedge, which assert")
def by_outlet(
    record: Reading, kind: Kinds = None, quoted: Quoted = None, since: Since = None, until: Until = None
) -> tuple[OutletClaims, ...]:
    """How many claims each outlet hedges and asserts, the share with its interval for 95 %, and the verdicts."""
    in_order(since, until)
    asked = ClaimSelection(kinds=tuple(kind or ()), quoted=quoted, since=since, until=until)
    return tuple(outlets(claims.by_outlet(record, asked)))


@router.get("/{key}", summary="A claim")
def one(record: Reading, key: Key) -> AnsweredClaim:
    """By its whole key."""
    found = recalled_claims.load(record, [key])
    if key not in found:
        raise NotInLedger("no claim of that key", source=key, advice="a document that is tested anew has new ones")
    return AnsweredClaim.of(found[key])
