"""The network of ties: indirect paths, suppliers, brokers, dossiers; each figure with the ties that it rests on."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, HTTPException, Query

from dragoman.model import Division, Layer, What
from dragoman.network import Brokers, Dossier, Paths, Precedents, Suppliers, windows
from dragoman.network import brokers as find_brokers
from dragoman.network import dossier as make_dossier
from dragoman.network import paths as find_paths
from dragoman.network import precedents as find_precedents
from dragoman.network import suppliers as find_suppliers
from dragoman.web.api.asked import AsOf, Code, Name, codes, today
from dragoman.web.held import Weighed

router = APIRouter()
Year = Annotated[int | None, Query(ge=1900, le=2100)]
MOST = 100
"""Draws of uncertain ties, as many as without a number: more take long and tell little more."""


@router.get("/paths", summary="Indirect paths", tags=["paths"])
def paths(
    record: Weighed,
    beneficiary: Annotated[Name, Query(description="whom it reaches", examples=["AZE"])],
    origin: Annotated[Name, Query(description="where it is from", examples=["USA"])],
    what: What = What.technology,
    via: Annotated[list[Name] | None, Query(max_length=2, description="only the way through these, in order")] = None,
    legs: Annotated[int, Query(ge=2, le=3)] = 2,
    as_of: AsOf = None,
    limit: Annotated[int, Query(ge=1, le=50)] = 10,
) -> Paths:
    """By which third states something of one state could reach another; what each leg rests on, needs and lacks."""
    ends = _two(beneficiary, origin)
    through = codes(via)
    if set(through) & set(ends):
        raise HTTPException(400, "via: name others than the two ends")
    day = as_of or today()
    key = ("api paths", ends, what, through, legs, day, limit)
    return record.once(
        key, lambda: find_paths(record.network, *ends, what=what, as_of=day, legs=legs, via=through, limit=limit)
    )


@router.get("/precedents", summary="What has passed through an intermediary before", tags=["paths"])
def precedents(record: Weighed, via: Name, origin: Name, beneficiary: Name, as_of: AsOf = None) -> Precedents:
    """What of the origin has reached others through the intermediary, and the beneficiary through others."""
    through, source, target = _several(via, origin, beneficiary)
    day = as_of or today()
    return record.once(
        ("api precedents", through, source, target, day),
        lambda: find_precedents(record.network, via=through, origin=source, beneficiary=target, as_of=day),
    )


@router.get("/suppliers/{code}", summary="Who supplies a state with arms", tags=["suppliers"])
def suppliers(
    record: Weighed,
    code: Code,
    window: Annotated[int, Query(ge=1, le=50, description="years of a window")] = 5,
    since: Year = None,
    until: Year = None,
) -> Suppliers:
    """Shares of the delivered volume window by window, and how concentrated the supply is."""
    if since and until and until < since:
        raise HTTPException(400, f"since: {since} lies after {until}")
    (recipient,) = _several(code)
    return record.once(
        ("api suppliers", recipient, window, since, until),
        lambda: find_suppliers(record.network, recipient, size=window, since=since, until=until),
    )


@router.get("/brokers", summary="Who stands between others", tags=["brokers"])
def brokers(
    record: Weighed,
    between: Annotated[list[Name] | None, Query(max_length=2, min_length=2)] = None,
    layer: Annotated[list[Layer] | None, Query()] = None,
    actor: Annotated[list[Name] | None, Query(max_length=20, description="tell only of these")] = None,
    groups: Division = Division.blocs,
    as_of: AsOf = None,
    window: Annotated[int, Query(ge=1, le=50)] = 5,
    limit: Annotated[int, Query(ge=1, le=50)] = 5,
    draws: Annotated[int, Query(ge=0, le=MOST, description="draws of uncertain ties")] = 0,
) -> Brokers:
    """Betweenness, Burt's constraint and the roles of Gould and Fernandez by layer, of the ties of the window."""
    ends = _two(*between) if between else None
    day, layers, told = as_of or today(), tuple(dict.fromkeys(layer or ())), codes(actor)
    last = int(day[:4])
    return record.once(
        ("api brokers", ends, layers, told, groups, day, window, limit, draws),
        lambda: find_brokers(
            record.network,
            as_of=day,
            windows=windows(max(last - window + 1, 1), last, window),
            layers=layers,
            between=ends,
            division=groups,
            actors=told,
            limit=limit,
            draws=draws,
        ),
    )


@router.get("/dossiers/{code}", summary="All on an actor", tags=["dossiers"])
def dossier(record: Weighed, code: Code, as_of: AsOf = None) -> Dossier:
    """Ties by layer, partners, trends, events, supply, and the open questions: what is not on record, and why."""
    return _dossier(record, _several(code), as_of)


@router.get("/dossiers/{code}/{other}", summary="All on two actors with each other", tags=["dossiers"])
def dossier_of_two(record: Weighed, code: Code, other: Code, as_of: AsOf = None) -> Dossier:
    """As of one actor, of what the two have with each other."""
    return _dossier(record, _two(code, other), as_of)


def _dossier(record: Weighed, actors: tuple[str, ...], as_of: str | None) -> Dossier:
    day = as_of or today()
    return record.once(("api dossier", actors, day), lambda: make_dossier(record.network, *actors, as_of=day))


def _two(a: str, b: str) -> tuple[str, str]:
    found = codes([a, b])
    if len(found) < 2:
        raise HTTPException(400, f"{found[0]} is named twice")
    return found[0], found[1]


def _several(*names: str) -> tuple[str, ...]:
    found = tuple(code for name in names for code in codes([name]))
    if len(set(found)) < len(found):
        raise HTTPException(400, f"{found[0]} is named twice")
    return found
