"""What pages that answer from memory would have to ask of the ledger if nothing were held, for `benchmarks/web.py`.

The server reads the network once and keeps it. For the ratio to mean something, a page that it answers from there is
compared with the queries that would give the same content: grouped where the page shows counts, no column and no row
beyond what it shows, and what the ledger has an index for is asked by the index.

state    counts and years by partner, layer and dataset; counts by year for the trends; deliveries by supplier and year
         for the shares; the latest ties of each layer; the latest events; the datasets that it names
dyad     the same of two with each other, and all deliveries to either for the share that each has with the other
tie      with whom its two ends had the same in the five years up to its own, how often and how much
network  which states are tied, in which layers, in which years: the choices of the page
table    the pairs of a year, by layer: what is drawn and listed
map      the same
paths    the ties that lead out of the origin and into the beneficiary in the layers of the question, and the bars
         against both; precedents, which the page shows too, are left out, so that the measure is on the strict side
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.model import Tie

Query = tuple[str, Sequence[object]]
CITED = 'id, dataset, layer, type, mode, source, target, directed, start, "end", status, weight, unit, subject, event'
"""What a page shows of a tie that it cites."""
SURE = "status IN ('happened', 'ongoing')"
ON_RECORD = "status IN ('happened', 'ongoing', 'planned')"
LATEST, EVENTS = 5, 10
"""Ties of a layer, and events, that a dossier tells whole."""
DATASETS = "SELECT name, title, version, terms, credit, first_year, last_year, gaps FROM datasets"


def state(code: str) -> list[Query]:
    """The dossier of a state."""
    whose, partner = "(source = ?1 OR target = ?1)", "CASE source WHEN ?1 THEN target ELSE source END"
    return [*_dossier(whose, partner, code), _supply("substr(start, 1, 4), source", code)]


def dyad(a: str, b: str) -> list[Query]:
    """The dossier of two."""
    whose = "((source = ?1 AND target = ?2) OR (source = ?2 AND target = ?1))"
    return [*_dossier(whose, "?2", a, b), *(_supply("source", code) for code in (a, b))]


def _supply(by: str, code: str) -> Query:
    """Deliveries to a state."""
    whose = f"target = ? AND layer = 'arms' AND directed AND {SURE}"
    return f"SELECT {by}, sum(weight), count(*) FROM ties WHERE {whose} GROUP BY {by}", (code,)


def _dossier(whose: str, partner: str, *actors: str) -> list[Query]:
    counts = """count(*), min(start), max(start), sum("end" IS NULL OR "end" > date())"""
    place = "row_number() OVER (PARTITION BY layer ORDER BY start DESC) AS place"
    return [
        (f"SELECT {partner}, layer, dataset, {counts} FROM ties WHERE {whose} GROUP BY 1, 2, 3", actors),
        (f"SELECT layer, dataset, substr(start, 1, 4), count(*) FROM ties WHERE {whose} GROUP BY 1, 2, 3", actors),
        (f"SELECT {CITED} FROM (SELECT *, {place} FROM ties WHERE {whose}) WHERE place <= {LATEST}", actors),
        (f"SELECT {CITED} FROM ties WHERE {whose} AND event IS NOT NULL ORDER BY start DESC LIMIT {EVENTS}", actors),
        (DATASETS, ()),
    ]


def tie(of: Tie) -> list[Query]:
    """What its target got and its source gave; without a direction, what each of the two had."""
    if not of.start:
        return []
    first, after = f"{int(of.start[:4]) - 4:04}", f"{int(of.start[:4]) + 1:04}"
    kind = f"dataset = ? AND layer = ? AND directed = ? AND {SURE} AND start >= ? AND start < ?"
    given = (of.dataset, of.layer.value, of.directed, first, after)
    told = 'count(DISTINCT coalesce("group", id)), sum(weight)'
    ends = [("target", "source", of.target), ("source", "target", of.source)]
    if of.directed:
        return [
            (f"SELECT {other}, {told} FROM ties WHERE {own} = ? AND {kind} GROUP BY 1", (actor, *given))
            for own, other, actor in ends
        ]
    either = " UNION ALL ".join(
        f'SELECT {other} AS partner, "group", id, weight FROM ties WHERE {own} = ? AND {kind}' for own, other, _ in ends
    )
    asked = f"SELECT partner, {told} FROM ({either}) GROUP BY 1"
    return [(asked, (actor, *given, actor, *given)) for _, _, actor in ends]


def network() -> list[Query]:
    """The choices of the page: states, layers, years. They are the same in every year."""
    years = 'min(start), max(coalesce("end", start))'
    return [(f"SELECT source, target, layer, {years} FROM ties WHERE {SURE} GROUP BY 1, 2, 3", ())]


def table(year: int) -> list[Query]:
    """The pairs of a year. That ties of some layers count some years longer is left out: as many pairs, fewer ties."""
    pair = "min(source, target), max(source, target), layer"
    stands = 'start < ? AND ("end" IS NULL OR "end" >= ?)'
    return [
        (f"SELECT {pair}, count(*) FROM ties WHERE {SURE} AND {stands} GROUP BY 1, 2, 3", (f"{year + 1}", f"{year}")),
    ]


def paths(origin: str, beneficiary: str) -> list[Query]:
    """The ties that a path of technology through one state can rest on, and the bars against it."""
    obtain = f"layer IN ('licensed_production', 'co_production', 'technology', 'arms') AND {ON_RECORD}"
    pass_on = f"layer IN ('licensed_production', 'co_production', 'technology', 'arms', 'agreement') AND {ON_RECORD}"
    bars = "layer = 'restriction'"
    return [
        *((f"SELECT {CITED} FROM ties WHERE source = ? AND {which}", (origin,)) for which in (obtain, bars)),
        (f"SELECT {CITED} FROM ties WHERE target = ? AND NOT directed AND {obtain}", (origin,)),
        *((f"SELECT {CITED} FROM ties WHERE target = ? AND {which}", (beneficiary,)) for which in (pass_on, bars)),
        (f"SELECT {CITED} FROM ties WHERE source = ? AND NOT directed AND {pass_on}", (beneficiary,)),
        (DATASETS, ()),
    ]
