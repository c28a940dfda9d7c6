"""Who stands between others, layer by layer, over time, and between two states that are asked about."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given
from tests.network.made import dataset, tie, ties, unhurried

from dragoman.exports.dates import first_day, last_day
from dragoman.model import Layer, Status, Tie
from dragoman.network import Brokerage, Network, Years, brokers
from dragoman.network.settings import layers as layer_settings

SURE = (Status.happened, Status.ongoing)
LAYERS = (Layer.arms, Layer.agreement, Layer.exercise)


def ask(made: list[Tie], **asked: object) -> dict[Layer | None, Brokerage]:
    network = Network.of(made, [dataset("one"), dataset("two"), dataset("made")])
    answer = brokers(network, as_of="2014-12-31", windows=[Years(first=2010, last=2014)], limit=99, **asked)  # type: ignore[arg-type]
    return {table.layer: table for table in answer.tables}


def graph(made: list[Tie], layers: tuple[Layer, ...]) -> nx.DiGraph:
    """What of the ties is sure and holds in 2010 to 2014."""
    found = nx.DiGraph()
    for one in made:
        first, last = first_day(one.start), last_day(one.end) or "9999"
        if one.layer in layers and first and first <= "2014-12-31" and last >= "2010-01-01":
            found.add_nodes_from([one.source, one.target] if one.status is not Status.denied else [])
            if one.status in SURE:
                found.add_edge(one.source, one.target)
                if not one.directed:
                    found.add_edge(one.target, one.source)
    return found


@unhurried
@given(ties())
def test_tables_are_those_of_networkx(made: list[Tie]) -> None:
    tables = ask(made, draws=0)
    carrying = tuple(layer for layer in Layer if layer_settings()[layer].carries)
    for layer in (None, *carrying):
        expected = graph(made, carrying if layer is None else (layer,))
        if not expected:
            assert layer not in tables
            continue
        table = tables[layer]
        scores = nx.betweenness_centrality(expected)
        assert table.states == len(expected)
        assert table.pairs == expected.to_undirected().number_of_edges()
        assert {b.actor: b.betweenness.value for b in table.brokers} == pytest.approx(
            {actor: score for actor, score in scores.items() if score > 0}, abs=1e-6
        )
        for broker in table.brokers:
            assert broker.constraint is not None
            contacts = set(nx.all_neighbors(expected, broker.actor))
            bound = sum(nx.local_constraint(expected, broker.actor, other) for other in contacts)
            assert broker.constraint.value == pytest.approx(bound, abs=1e-6)
            assert broker.contacts == len(contacts)


@unhurried
@given(ties(layers=(Layer.agreement,)))
def test_removing_a_source_leaves_what_the_others_say(made: list[Tie]) -> None:
    kept = [one for one in made if one.dataset == "two"]
    for table in ask(made, draws=0).values():
        assert {rest.dataset for rest in table.rests_on} <= {"one", "two"}
    for table in ask(kept, draws=0).values():
        assert {rest.dataset for rest in table.rests_on} == {"two"}
        names = {one.id for one in kept}
        assert all(set(broker.betweenness.evidence) <= names for broker in table.brokers)


def chain(*more: Tie) -> list[Tie]:
    return [tie(Layer.agreement, "AZE", "TUR", "2012"), tie(Layer.agreement, "TUR", "USA", "2012"), *more]


def test_a_state_between_two_others_is_their_only_broker() -> None:
    (broker,) = ask(chain())[Layer.agreement].brokers
    assert (broker.actor, broker.betweenness.value, broker.contacts) == ("TUR", 1.0, 2)
    assert (broker.betweenness.low, broker.betweenness.high) == (1.0, 1.0)
    assert len(broker.betweenness.evidence) == 2


def test_an_uncertain_tie_widens_the_interval_and_the_same_seed_repeats_it() -> None:
    unsure = tie(Layer.agreement, "AZE", "USA", "2013", status=Status.possible)
    made = chain(unsure)
    table = ask(made, seed=7)[Layer.agreement]
    assert table.uncertain == 1
    (broker,) = table.brokers
    assert (broker.betweenness.low, broker.betweenness.value, broker.betweenness.high) == (0.0, 1.0, 1.0)
    assert ask(made, seed=7)[Layer.agreement] == table


def test_ties_of_one_thing_come_and_go_together() -> None:
    unsure = [
        tie(Layer.agreement, "AZE", other, "2013", status=Status.planned, group="one treaty")
        for other in ("TUR", "USA")
    ]
    made = [tie(Layer.agreement, "RUS", "TUR", "2012"), tie(Layer.agreement, "RUS", "USA", "2012"), *unsure]
    ends = ask(made, between=("TUR", "USA"), draws=300)[Layer.agreement]
    russia = next(broker for broker in ends.brokers if broker.actor == "RUS")
    assert russia.share_between is not None
    assert (russia.share_between.value, russia.share_between.low, russia.share_between.high) == (1.0, 0.5, 1.0)


def test_between_two_states_those_count_who_stand_on_their_shortest_ways() -> None:
    made = chain(tie(Layer.agreement, "AZE", "ITA", "2012"), tie(Layer.agreement, "ITA", "USA", "2012"))
    table = ask(made, between=("AZE", "USA"))[Layer.agreement]
    assert table.distance == 2
    assert [(b.actor, b.share_between and b.share_between.value) for b in table.brokers] == [("ITA", 0.5), ("TUR", 0.5)]
    unknown = ask(chain(), between=("AZE", "JPN"))[Layer.agreement]
    assert (unknown.distance, unknown.brokers) == (None, ())


def test_arms_pass_from_supplier_to_recipient_only() -> None:
    made = [tie(Layer.arms, "USA", "TUR", "2012", "2012"), tie(Layer.arms, "TUR", "AZE", "2013", "2013")]
    (broker,) = ask(made)[Layer.arms].brokers
    assert broker.roles.liaison + broker.roles.representative == 1
    assert ask([made[0], tie(Layer.arms, "AZE", "TUR", "2013", "2013")])[Layer.arms].brokers == ()


def test_windows_are_told_one_after_the_other() -> None:
    made = [
        *chain(),
        tie(Layer.agreement, "ITA", "USA", "2001", "2003"),
        tie(Layer.agreement, "AZE", "ITA", "2002", "2003"),
    ]
    network = Network.of(made, [dataset("made")])
    spans = [Years(first=2000, last=2004), Years(first=2010, last=2014)]
    answer = brokers(network, as_of="2014-12-31", windows=spans, layers=[Layer.agreement])
    assert [(t.years.first, [b.actor for b in t.brokers]) for t in answer.tables] == [(2000, ["ITA"]), (2010, ["TUR"])]


def test_organisations_and_talks_are_left_out() -> None:
    made = [tie(Layer.membership, "AZE", "OTS", "2012"), tie(Layer.diplomacy, "AZE", "TUR", "2012")]
    assert ask(made) == {}


def test_states_that_are_asked_for_are_told_with_their_rank(real: Network) -> None:
    answer = brokers(real, as_of="2024-10-30", layers=[Layer.agreement], actors=("MAR", "AZE"), draws=0)
    assert {broker.actor for broker in answer.tables[0].brokers} == {"MAR", "AZE"}
    assert all(broker.rank > 1 for broker in answer.tables[0].brokers)
