"""Indirect paths: against a search by brute force, and against the record."""

from __future__ import annotations

from itertools import pairwise, permutations, product

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.network.made import STATES, dataset, tie, ties, unhurried

from dragoman.exports.dates import first_day, last_day
from dragoman.model import Layer, Status, Tie, What
from dragoman.network import Network, Order, Outcome, Path, Paths, Standing, path_rules, paths

AS_OF = "2012-06-30"
TRUSTED = (Status.happened, Status.ongoing, Status.planned)


def ask(made: list[Tie], legs: int = 3, what: What = What.technology, limit: int = 1000, as_of: str = AS_OF) -> Paths:
    network = Network.of(made, [dataset("one"), dataset("two"), dataset("made")])
    return paths(network, "AZE", "USA", what=what, as_of=as_of, legs=legs, limit=limit)


def graph(made: list[Tie]) -> nx.MultiDiGraph:
    """The ties of the record as arcs with first and last day."""
    found = nx.MultiDiGraph()
    for one in made:
        first, last = first_day(one.start), last_day(one.end) or "9999-99-99"
        if first is None or first > AS_OF or one.status not in TRUSTED:
            continue
        ends = [(one.source, one.target)] + ([] if one.directed else [(one.target, one.source)])
        for source, target in ends:
            found.add_edge(source, target, key=one.id, first=first, last=last, layer=one.layer)
    return found


def chains(found: nx.MultiDiGraph, nodes: tuple[str, ...], what: What) -> list[list[str]]:
    """For each leg the ties that stand in some choice of a tie a leg with days that never run backwards."""
    passing = path_rules().what[what]
    legs = []
    for number, (source, target) in enumerate(pairwise(nodes)):
        layers = passing.obtain if number < len(nodes) - 2 else passing.pass_on
        arcs = found.get_edge_data(source, target, default={}).items()
        legs.append([(key, arc) for key, arc in arcs if arc["layer"] in layers])
    stands: list[set[str]] = [set() for _ in legs]
    for choice in product(*legs):
        day = ""
        for _, arc in choice:
            day = max(day, arc["first"])
            if arc["last"] < day:
                break
        else:
            for number, (key, _) in enumerate(choice):
                stands[number].add(key)
    return [sorted(stand) for stand in stands]


def brute(made: list[Tie], legs: int, what: What) -> dict[tuple[str, ...], list[list[str]]]:
    found = graph(made)
    others = [state for state in STATES[:6] if state != "AZE"] + [s for s in ("TUR",) if s not in STATES[:6]]
    ways = {}
    for between in range(1, legs):
        for middle in permutations([s for s in others if s != "USA"], between):
            stands = chains(found, ("USA", *middle, "AZE"), what)
            if all(stands):
                ways[middle] = stands
    return ways


def renamed(made: list[Tie]) -> list[Tie]:
    """FRA stands for USA, so that six states are enough."""
    swap = {"FRA": "USA"}
    found = []
    for one in made:
        source, target = swap.get(one.source, one.source), swap.get(one.target, one.target)
        if not one.directed and source > target:
            source, target = target, source
        found.append(one.model_copy(update={"source": source, "target": target}))
    return found


@unhurried
@given(ties(), st.sampled_from((What.technology, What.arms, What.intelligence)), st.sampled_from((2, 3)))
def test_paths_are_those_of_a_search_by_brute_force(made: list[Tie], what: What, legs: int) -> None:
    made = renamed(made)
    answer = ask(made, legs, what)
    expected = brute(made, legs, what)
    told = {path.via: [sorted(leg.evidence) for leg in path.legs] for path in answer.paths}
    assert told == expected
    assert answer.found == len(expected)


@unhurried
@given(ties())
def test_a_path_never_runs_backwards_in_time(made: list[Tie]) -> None:
    made = renamed(made)
    days = {one.id: (first_day(one.start) or "", last_day(one.end) or "9999") for one in made}
    for path in ask(made).paths:
        for before, after in pairwise(path.legs):
            assert min(days[name][0] for name in before.evidence) <= max(days[name][1] for name in after.evidence)
            for name in after.evidence:
                assert days[name][1] >= min(days[first][0] for first in before.evidence)


@unhurried
@given(ties())
def test_removing_a_source_removes_what_rests_on_it_alone(made: list[Tie]) -> None:
    made = renamed(made)
    kept = [one for one in made if one.dataset != "one"]
    whole = {path.via: path for path in ask(made).paths}
    left = {path.via: path for path in ask(kept).paths}
    assert set(left) <= set(whole)
    names = {one.id for one in kept}
    for via, path in whole.items():
        if all(set(leg.evidence) <= names for leg in path.legs):
            assert [leg.evidence for leg in left[via].legs] == [leg.evidence for leg in path.legs]
    for path in left.values():
        for leg in path.legs:
            assert leg.datasets == ("two",)
            assert {name for need in leg.needs for name in need.evidence} <= names


@unhurried
@given(ties())
def test_the_best_paths_are_the_first_of_all(made: list[Tie]) -> None:
    made = renamed(made)
    everything = ask(made).paths
    assert [path.via for path in ask(made, limit=3).paths] == [path.via for path in everything[:3]]
    standings = [list(Standing).index(path.standing) for path in everything]
    assert standings == sorted(standings)
    assert [path.rank for path in everything] == list(range(1, len(everything) + 1))


def bridge(*more: Tie) -> list[Tie]:
    return [
        tie(Layer.arms, "USA", "MAR", "2008", "2010"),
        tie(Layer.agreement, "AZE", "MAR", "2011-03-01"),
        *more,
    ]


def only(made: list[Tie], via: tuple[str, ...] = ("MAR",), what: What = What.technology) -> Path:
    network = Network.of(made, [dataset("made")])
    (path,) = paths(network, "AZE", "USA", what=what, as_of=AS_OF, via=via).paths
    return path


def outcomes(path: Path) -> dict[str, Outcome]:
    return {need.name: need.outcome for leg in path.legs for need in leg.needs}


def test_what_a_leg_needs_is_told_with_what_is_missing() -> None:
    elsewhere = tie(Layer.licensed_production, "USA", "ITA", "2009")
    path = only(bridge(elsewhere, tie(Layer.restriction, "RUS", "TUR", "2000", mode="embargo")))
    assert path.standing is Standing.partial
    assert outcomes(path) == {
        "licence": Outcome.missing,
        "local_production": Outcome.missing,
        "no_embargo_obtain": Outcome.met,
        "delivery": Outcome.missing,
        "agreement": Outcome.met,
        "consent": Outcome.unknown,
        "no_embargo_origin": Outcome.met,
        "no_embargo_pass_on": Outcome.met,
    }
    assert [need.name for need in path.missing] == ["licence", "local_production", "consent"]


def test_a_licence_with_production_completes_the_path() -> None:
    path = only(bridge(tie(Layer.licensed_production, "USA", "MAR", "2009")))
    assert path.standing is Standing.complete
    assert outcomes(path)["licence"] is Outcome.met


def test_where_no_dataset_records_such_ties_nothing_is_said_of_them() -> None:
    found = outcomes(only(bridge()))
    assert found["no_embargo_origin"] is Outcome.unknown
    assert found["licence"] is Outcome.unknown


def test_a_dataset_that_records_a_layer_is_asked_though_it_has_no_tie_there() -> None:
    network = Network.of(bridge(), [dataset("made"), dataset("sipri-register")])
    (path,) = paths(network, "AZE", "USA", as_of=AS_OF, via=("MAR",)).paths
    licence = path.legs[0].needs[0]
    assert (licence.outcome, licence.asked) == (Outcome.missing, ("sipri-register",))


@pytest.mark.parametrize(
    ("by", "start", "end", "outcome"),
    [
        ("USA", "1992", None, Outcome.against),
        ("UN", "1993", None, Outcome.against),
        ("USA", "1992", "2002", Outcome.met),
        ("OSCE", "1992", None, Outcome.met),
    ],
)
def test_an_embargo_in_force_stands_against_it_also_one_of_an_organisation(
    by: str, start: str, end: str | None, outcome: Outcome
) -> None:
    made = bridge(
        tie(Layer.restriction, by, "AZE", start, end, mode="embargo"),
        tie(Layer.membership, "USA", "UN", "1945"),
    )
    assert outcomes(only(made))["no_embargo_origin"] is outcome


def test_a_leg_that_had_ended_before_makes_no_path_but_is_told_when_asked_for() -> None:
    made = [tie(Layer.arms, "MAR", "AZE", "2001", "2002"), tie(Layer.arms, "USA", "MAR", "2008", "2010")]
    assert ask(made).found == 0
    path = only(made)
    assert (path.standing, path.order) == (Standing.broken, Order.backwards)
    assert all(leg.evidence for leg in path.legs)


def test_years_that_leave_the_order_open_are_said_to() -> None:
    made = [tie(Layer.arms, "USA", "MAR", "2010", "2010"), tie(Layer.arms, "MAR", "AZE", "2010", "2010")]
    assert only(made).order is Order.open
    made = [tie(Layer.arms, "USA", "MAR", "2010-01", "2010-01"), tie(Layer.arms, "MAR", "AZE", "2010-02", "2010-02")]
    assert only(made).order is Order.certain


def test_a_leg_without_any_tie_breaks_a_path_that_is_asked_for() -> None:
    path = only([tie(Layer.agreement, "AZE", "MAR", "2011")])
    assert path.standing is Standing.broken
    assert [bool(leg.evidence) for leg in path.legs] == [False, True]


def test_a_thing_that_passed_makes_a_path_even_without_other_ties() -> None:
    engine = tie(
        Layer.arms, "USA", "AZE", "2009", "2011", subject="vehicle engine", mode="delivered",
        others=(("ZAF", "intermediary"), ("USA", "origin")),
    )  # fmt: skip
    answer = ask([engine], legs=2)
    assert [(path.via, path.standing) for path in answer.paths] == [(("ZAF",), Standing.realised)]
    assert answer.found == 1
    assert answer.paths[0].items[0].tie.id == engine.id
    assert not answer.direct.evidence


def test_an_order_that_another_measure_has_as_delivered_is_realised() -> None:
    engine = tie(
        Layer.arms, "USA", "AZE", "2010", None, subject="aircraft engine", mode="ordered", status=Status.planned,
        dataset="sipri-deals", others=(("ITA", "intermediary"), ("USA", "origin")),
    )  # fmt: skip
    twin = tie(Layer.arms, "USA", "AZE", "2011", "2011", subject="Aircraft engine 4501", dataset="sipri-register")
    other = tie(Layer.arms, "USA", "AZE", "2011", "2011", subject="radar", dataset="sipri-register")
    assert ask([engine], legs=2).paths[0].standing is Standing.ordered
    answer = ask([engine, twin, other], legs=2)
    assert answer.paths[0].standing is Standing.realised
    assert answer.paths[0].items[0].also == (twin.id,)
    assert answer.direct.evidence == (other.id,)


def test_organisations_stand_between_nobody() -> None:
    made = [tie(Layer.arms, "USA", "NATO", "2008"), tie(Layer.agreement, "AZE", "NATO", "2009")]
    assert ask(made).found == 0


def test_ties_without_a_date_are_left_out_and_counted() -> None:
    answer = ask(bridge(tie(Layer.licensed_production, "USA", "MAR", None)))
    assert answer.scope.undated == 1
    assert answer.paths[0].standing is Standing.partial


def test_nothing_after_the_day_that_is_asked_counts() -> None:
    assert ask(bridge(), as_of="2010").found == 0
    assert ask(bridge(), as_of="2011-03").found == 1


def test_bridge_for_baku_is_not_on_record_through_morocco_but_through_south_africa_and_italy(real: Network) -> None:
    answer = paths(real, "AZE", "USA", as_of="2024-10-30")
    ways = {path.via[0]: path for path in answer.paths}
    assert {"ZAF", "ITA"} <= {via for via, path in ways.items() if path.standing is Standing.realised}
    assert [item.tie.start for item in ways["ZAF"].items] == ["2009", "2012"]
    assert [item.tie.start for item in ways["ITA"].items] == ["2023"]
    (morocco,) = paths(real, "AZE", "USA", as_of="2024-10-30", via=("MAR",)).paths
    assert morocco.standing is Standing.partial
    found = outcomes(morocco)
    assert (found["licence"], found["local_production"], found["delivery"]) == (Outcome.missing,) * 3
    assert (found["agreement"], found["consent"]) == (Outcome.met, Outcome.unknown)
