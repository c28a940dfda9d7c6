"""Indirect paths: a question in the address, its ranked answers as diagrams with evidence, precedents beside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, cast
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query
from fastapi.responses import Response

from dragoman.model import What
from dragoman.network import Paths, Precedents, path_rules, paths, precedents
from dragoman.schema.entries import BriefLanguage
from dragoman.web.actors import Named, code_of
from dragoman.web.csvs import as_csv
from dragoman.web.dates import AsOf
from dragoman.web.desk import At
from dragoman.web.drawings import today
from dragoman.web.held import Record, Weighed

router = APIRouter()
LIMIT = 10
"""Paths that a page tells in full, unless more are asked for."""
MOST = 50
BARS = frozenset(need.name for need in path_rules().needs if need.bars)
"""Needs that are met where no bar is in force."""
NEEDS = {need.name: need.label for need in path_rules().needs}


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: whose thing (`origin`) could reach whom (`beneficiary`), by whose record of which day."""

    origin: str | None
    beneficiary: str | None
    what: What
    as_of: str | None
    legs: int
    via: tuple[str, ...]
    limit: int

    @property
    def whole(self) -> bool:
        """Whether both ends are named, and are two."""
        return bool(self.origin and self.beneficiary) and self.origin != self.beneficiary

    @property
    def day(self) -> str:
        """The day whose record is asked."""
        return self.as_of or today()

    def drawing(self, via: tuple[str, ...]) -> str:
        """The address of the figure of a path, without an ending."""
        told = [("what", self.what.value), ("as_of", self.day), *(("via", code) for code in via)]
        return f"/figures/path/{self.beneficiary}/{self.origin}?{urlencode(told)}"


def question(
    record: Weighed,
    origin: Annotated[Named, Query(alias="from")] = "",
    to: Named = "",
    what: What = What.technology,
    as_of: AsOf = None,
    legs: Annotated[int, Query(ge=2, le=3)] = 2,
    via: Annotated[list[str] | None, Query(max_length=2)] = None,
    limit: Annotated[int, Query(ge=1, le=MOST)] = LIMIT,
) -> Question:
    """The question of the address. Raises HTTPException (404) for a name that is nobody's."""

    def code(named: str) -> str | None:
        return code_of(named.strip(), record.network) if named.strip() else None

    through = tuple(found for named in via or () if (found := code(named)))
    ends = code(origin), code(to)
    return Question(*ends, what, as_of, legs, tuple(one for one in through if one not in ends), limit)


Asked = Annotated[Question, Depends(question)]


@router.get("/paths")
def show(desk: At, record: Weighed, asked: Asked) -> Response:
    """The page: the form alone, or with its answer."""
    found = _found(record, asked) if asked.whole else None
    before = _precedents(record, asked) if asked.whole and asked.what is not What.intelligence else None
    language = cast(BriefLanguage, desk.tongue.code)
    kinds = {what: path_rules().what[what].label.in_(language) for what in What}
    needs = {name: label.in_(language) for name, label in NEEDS.items()}
    return desk.page(
        "paths/page.html", part="answer", asked=asked, found=found, before=before, kinds=kinds, needs=needs, bars=BARS,
        more=min(asked.limit * 2, MOST), actors=record.network.columns.actors if found is None else (),
    )  # fmt: skip


@router.get("/paths.csv")
def table(record: Weighed, asked: Asked) -> Response:
    """A row for each need of each leg of each path."""
    columns = (
        "rank",
        "via",
        "standing",
        "leg",
        "source",
        "target",
        "need",
        "outcome",
        "essential",
        "evidence",
        "asked",
    )
    found = _found(record, asked) if asked.whole else None
    rows = (
        {
            "rank": path.rank, "via": path.via, "standing": path.standing, "leg": place, "source": leg.source,
            "target": leg.target, "need": need.name, "outcome": need.outcome, "essential": need.essential,
            "evidence": need.evidence, "asked": need.asked,
        }
        for path in (found.paths if found else ())
        for place, leg in enumerate(path.legs, 1)
        for need in leg.needs
    )  # fmt: skip
    return as_csv(rows, f"paths-{asked.origin}-{asked.beneficiary}", columns)


@router.get("/paths/through.csv")
def through(record: Weighed, asked: Asked) -> Response:
    """Through whom things of the origin have passed before."""
    found = _precedents(record, asked) if asked.whole and asked.what is not What.intelligence else None
    columns = ("origin", "intermediary", "items", "happened", "first", "last", "beneficiaries", "licensed", "datasets")
    rows = (
        {name: getattr(one, name, None) for name in columns} | {"first": one.years.first, "last": one.years.last}
        for one in (found.through if found else ())
    )
    return as_csv(rows, f"through-{asked.origin}-{asked.beneficiary}", columns)


def _found(record: Record, asked: Question) -> Paths:
    return record.once(
        ("paths", asked, asked.day),
        lambda: paths(
            record.network, asked.beneficiary or "", asked.origin or "", what=asked.what, as_of=asked.day,
            legs=asked.legs, via=asked.via, limit=asked.limit,
        ),
    )  # fmt: skip


def _precedents(record: Record, asked: Question) -> Precedents:
    ends = (asked.origin, asked.beneficiary, asked.day)
    return record.once(
        ("precedents", *ends),
        lambda: precedents(record.network, origin=ends[0], beneficiary=ends[1], as_of=ends[2]),
    )  # fmt: skip
