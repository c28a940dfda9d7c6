"""The dossier of a state or an organisation, and of two with each other: what is on record, and what is not."""

from __future__ import annotations

from enum import StrEnum

from fastapi import APIRouter, HTTPException
from fastapi.responses import RedirectResponse, Response

from dragoman.actors import label, seat
from dragoman.findings.kept import AnsweredClaim, chosen
from dragoman.ledger.claims import ClaimSelection
from dragoman.network import Dossier, dossier
from dragoman.web import tables
from dragoman.web.actors import Code, Named, code_of
from dragoman.web.csvs import as_csv
from dragoman.web.dates import AsOf
from dragoman.web.desk import At
from dragoman.web.drawings import today
from dragoman.web.held import Record, Weighed

router = APIRouter()
CLAIMS = 8
"""Claims that are told; the page of claims has the others."""
FEW, MOST = 15, 100
"""Partners that a page names at once, and when it is asked for more; its table has all of them."""


class Table(StrEnum):
    """The tables of a dossier."""

    ties = "ties"
    partners = "partners"
    suppliers = "suppliers"
    exchange = "exchange"
    events = "events"
    trends = "trends"
    gaps = "gaps"


@router.get("/states/go")
def go(record: Weighed, of: Named = "", to: Named = "") -> Response:
    """The page of whom a form names, or of two with each other."""
    named = [code_of(text, record.network) for text in (of, to) if text.strip()]
    return RedirectResponse("/".join(("/states", *dict.fromkeys(named))), 303)


@router.get("/states/{name}.csv")
def state_table(record: Weighed, name: Code, table: Table = Table.ties, as_of: AsOf = None) -> Response:
    """A table of the dossier."""
    return _table(told(record, as_of, code_of(name, record.network)), table)


@router.get("/states/{name}")
def state(desk: At, record: Weighed, name: Code, as_of: AsOf = None) -> Response:
    """The page of an actor."""
    code = code_of(name, record.network)
    if code != name:
        return RedirectResponse(f"/states/{code}", 303)
    found = told(record, as_of, code)
    return desk.page(
        "dossier/state.html", part="content", code=code, dossier=found, partners=tables.partners(found), few=FEW,
        most=MOST, claims=_claims(record, code), placed=seat(code) is not None, asked=as_of, drawn=drawn_as_of(as_of),
    )  # fmt: skip


@router.get("/states/{a}/{b}.csv")
def dyad_table(record: Weighed, a: Code, b: Code, table: Table = Table.ties, as_of: AsOf = None) -> Response:
    """A table of the dossier of two."""
    return _table(told(record, as_of, *_two(record, a, b)), table)


@router.get("/states/{a}/{b}")
def dyad(desk: At, record: Weighed, a: Code, b: Code, as_of: AsOf = None) -> Response:
    """The page of two with each other."""
    two = _two(record, a, b)
    if two != (a, b):
        return RedirectResponse(f"/states/{two[0]}/{two[1]}", 303)
    found = told(record, as_of, *two)
    return desk.page(
        "dossier/dyad.html", part="content", dossier=found, claims=_claims(record, *two), asked=as_of,
        drawn=drawn_as_of(as_of),
    )  # fmt: skip


def told(record: Record, as_of: str | None, *actors: str) -> Dossier:
    """The dossier by the record of a day, of today without one; kept for the revision."""
    day = as_of or today()
    return record.once(("dossier", actors, day), lambda: dossier(record.network, *actors, as_of=day))


def _claims(record: Record, *actors: str) -> tuple[AnsweredClaim, ...]:
    """The latest claims about an actor, or about two together."""
    return tuple(chosen(record.connection, ClaimSelection(actors=actors), limit=CLAIMS))


def drawn_as_of(as_of: str | None) -> str:
    """What the address of a figure says of the day."""
    return f"?as_of={as_of}" if as_of else ""


def _two(record: Record, a: str, b: str) -> tuple[str, str]:
    """The codes of two, in the alphabetical order of addresses. Raises HTTPException where they are one."""
    two = sorted({code_of(a, record.network), code_of(b, record.network)})
    if len(two) < 2:
        raise HTTPException(404, f"{label(two[0])} has no ties with itself")
    return two[0], two[1]


def _table(found: Dossier, table: Table) -> Response:
    rows, columns = tables.TABLES[table.value]
    return as_csv(rows(found), "-".join((*found.actors, table.value)), columns)
