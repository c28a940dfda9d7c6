"""Everybody who is on record: to search as one types, with how much there is of each."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import Response

from dragoman.actors import fold, label
from dragoman.actors.states import forms
from dragoman.ledger import events
from dragoman.network import Listed, roster
from dragoman.network.network import is_state
from dragoman.web.csvs import as_csv
from dragoman.web.desk import At
from dragoman.web.held import Record, Weighed
from dragoman.web.tongues import tongues

router = APIRouter()
PAGE = 100
"""Rows that are shown at once."""
Search = Annotated[str, Query(max_length=80)]


class Sort(StrEnum):
    """What the list is ordered by."""

    partners = "partners"
    reports = "reports"
    latest = "latest"
    name = "name"


class Whom(StrEnum):
    """Whom the list has."""

    states = "states"
    organisations = "organisations"
    everybody = "everybody"


@dataclass(frozen=True, slots=True)
class Row:
    """A line: what the network has of an actor, how many events were read, and all that it may be searched by."""

    listed: Listed
    reports: int
    names: dict[str, str]
    folded: str

    @property
    def code(self) -> str:
        """The actor's code."""
        return self.listed.actor


@router.get("/states")
def show(
    desk: At,
    record: Weighed,
    q: Search = "",
    by: Sort = Sort.partners,
    whom: Whom = Whom.states,
    since: Annotated[int, Query(alias="from", ge=0, le=100_000)] = 0,
) -> Response:
    """The list, or the part of it that fits what is typed."""
    found = _chosen(record, q, by, whom, desk.tongue.code)
    page = found[since : since + PAGE]
    return desk.page(
        "states.html", part="list", rows=page, total=len(found), everybody=len(_rows(record)), q=q, by=by, whom=whom,
        sorts=tuple(Sort), kinds=tuple(Whom), since=since,
        before=max(since - PAGE, 0) if since else None, after=since + PAGE if since + PAGE < len(found) else None,
    )  # fmt: skip


@router.get("/states.csv")
def table(desk: At, record: Weighed, q: Search = "", by: Sort = Sort.partners, whom: Whom = Whom.states) -> Response:
    """The whole list."""
    found = _chosen(record, q, by, whom, desk.tongue.code)
    columns = ("actor", "name", "state", "partners", "layers", "records", "first", "last", "events")
    return as_csv((_cells(row, desk.tongue.code) for row in found), "states", columns)


def _rows(record: Record) -> tuple[Row, ...]:
    """Everybody, worked out once for each revision."""
    return record.once("roster", lambda: _everybody(record))


def _everybody(record: Record) -> tuple[Row, ...]:
    reports = events.reported(record.connection)
    listed = list(roster(record.network))
    known = {one.actor for one in listed}
    listed += [_only_read(actor) for actor in sorted(set(reports) - known)]
    return tuple(_row(one, reports.get(one.actor, 0)) for one in listed)


def _only_read(actor: str) -> Listed:
    """Who takes part in events that make no tie."""
    return Listed(actor=actor, state=is_state(actor), partners=0, layers=(), records=0, years=None)


def _row(listed: Listed, reports: int) -> Row:
    names = {language: label(listed.actor, language) for language in tongues()}
    called = (forms(language).get(listed.actor) for language in tongues())
    known = (name for own in called if own for name in own.names)
    return Row(listed, reports, names, " ".join(map(_key, (listed.actor, *names.values(), *known))))


def _key(text: str) -> str:
    """A text as texts are compared here: without case, and Latin letters without accents."""
    plain = unicodedata.normalize("NFKD", text.replace("й", "\0")).replace("\0", "й")
    return fold("".join(sign for sign in plain if not unicodedata.combining(sign)))


def _chosen(record: Record, q: str, by: Sort, whom: Whom, language: str) -> Sequence[Row]:
    wanted = _key(q.strip())
    rows = [row for row in _rows(record) if wanted in row.folded and _is(row, whom)]
    match by:
        case Sort.name:
            return sorted(rows, key=lambda row: fold(row.names[language]))
        case Sort.reports:
            return sorted(rows, key=lambda row: -row.reports)
        case Sort.latest:
            return sorted(rows, key=lambda row: -(row.listed.years.last if row.listed.years else 0))
        case Sort.partners:
            return rows


def _is(row: Row, whom: Whom) -> bool:
    return whom is Whom.everybody or row.listed.state == (whom is Whom.states)


def _cells(row: Row, language: str) -> dict[str, object]:
    one = row.listed
    return {
        "actor": one.actor, "name": row.names[language], "state": one.state, "partners": one.partners,
        "layers": one.layers, "records": one.records, "first": one.years and one.years.first,
        "last": one.years and one.years.last, "events": row.reports,
    }  # fmt: skip
