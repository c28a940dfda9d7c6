"""What an event changes: against a count by networkx, and the agreement of Azerbaijan and Morocco."""

from __future__ import annotations

from datetime import date

import networkx as nx
import pytest
from hypothesis import given
from tests.network.made import dataset, tie, ties, unhurried

from dragoman.errors import NotInLedger
from dragoman.exports.dates import first_day, last_day
from dragoman.model import Layer, Status, Tie
from dragoman.network import Change, Network, change
from dragoman.network.settings import layers as layer_settings

SURE = (Status.happened, Status.ongoing)
CARRYING = tuple(layer for layer in Layer if layer_settings()[layer].carries)
DAY = "2012-06-15"
EVE = date(2012, 6, 14)


def event(*parties: str, name: str = "event", day: str = DAY, status: Status = Status.happened) -> list[Tie]:
    return [
        tie(Layer.agreement, a, b, day, event=name, name=f"{name}{a}{b}", status=status)
        for a in parties
        for b in parties
        if a < b
    ]


def ask(made: list[Tie], key: str = "event") -> Change:
    return change(Network.of(made, [dataset(name) for name in ("one", "two", "made")]), key)


def stands(one: Tie) -> bool:
    """Whether a tie stands on the eve of the event."""
    first, last = first_day(one.start), last_day(one.end)
    if first is None or one.status not in SURE or first > EVE.isoformat():
        return False
    after = round(layer_settings()[one.layer].recent * 365.25)
    return last is None or date.fromisoformat(last).toordinal() + after >= EVE.toordinal()


def graphs(made: list[Tie]) -> dict[Layer, nx.DiGraph]:
    found = {layer: nx.DiGraph() for layer in CARRYING}
    for one in made:
        if stands(one) and one.layer in found:
            found[one.layer].add_edge(one.source, one.target)
            if not one.directed:
                found[one.layer].add_edge(one.target, one.source)
    return found


def reached(graph: dict[Layer, nx.DiGraph], layer: Layer, party: str) -> set[str]:
    """Who has a tie of the layer to somebody who has an agreement with the party."""
    if party not in graph[Layer.agreement]:
        return set()
    middles = graph[Layer.agreement].predecessors(party)
    return {x for q in middles if q in graph[layer] for x in graph[layer].predecessors(q)} - {party}


@unhurried
@given(ties())
def test_new_reach_and_bridges_are_those_of_networkx(made: list[Tie]) -> None:
    before = graphs(made)
    agreed = before[Layer.agreement]
    fresh = not agreed.has_edge("AZE", "FRA")
    found = ask([*made, *event("AZE", "FRA")])
    expected = {}
    for party, other in (("AZE", "FRA"), ("FRA", "AZE")):
        for layer in CARRYING:
            by_other = set(before[layer].predecessors(other)) if other in before[layer] else set()
            direct = set(before[layer].predecessors(party)) if party in before[layer] else set()
            new = by_other - direct - reached(before, layer, party) - {"AZE", "FRA"}
            if fresh and new:
                expected[party, layer] = (len(reached(before, layer, party)), tuple(sorted(new)))
    assert {(one.party, one.layer): (one.before, one.states) for one in found.reach} == expected
    assert found.reach_count.value == sum(len(new) for _, new in expected.values())
    beyond = {}
    for broker, other in (("AZE", "FRA"), ("FRA", "AZE")):
        ends = set(agreed.predecessors(broker)) if broker in agreed else set()
        apart = {x for x in ends - {"AZE", "FRA"} if not agreed.has_edge(x, other)}
        if fresh and apart:
            beyond[broker, other] = tuple(sorted(apart))
    assert {(one.broker, one.other): one.beyond for one in found.bridges} == beyond
    assert found.first == fresh


@unhurried
@given(ties())
def test_measures_before_and_after_are_those_of_networkx(made: list[Tie]) -> None:
    before = graphs(made)[Layer.agreement]
    after = before.copy()
    after.add_edges_from([("AZE", "FRA"), ("FRA", "AZE")])
    before.add_nodes_from(after)
    found = ask([*made, *event("AZE", "FRA")])
    for moved in found.betweenness:
        assert moved.before is not None and moved.after is not None
        assert moved.before.value == pytest.approx(nx.betweenness_centrality(before)[moved.party], abs=1e-6)
        assert moved.after.value == pytest.approx(nx.betweenness_centrality(after)[moved.party], abs=1e-6)
    for moved in found.constraint:
        assert moved.after is not None
        assert moved.after.value == pytest.approx(nx.constraint(after)[moved.party], abs=1e-6)
    (apart,) = found.distances
    assert apart.in_layer == (
        nx.shortest_path_length(before, "AZE", "FRA") if nx.has_path(before, "AZE", "FRA") else None
    )


@unhurried
@given(ties())
def test_removing_a_source_removes_what_rests_on_it_alone(made: list[Tie]) -> None:
    kept = [one for one in made if one.dataset == "two"]
    names = {one.id for one in kept}
    for one in ask([*kept, *event("AZE", "FRA")]).reach:
        assert one.evidence
        assert set(one.evidence) <= names


def test_what_a_partner_gets_from_others_is_reached_by_the_agreement() -> None:
    made = [tie(Layer.arms, "USA", "MAR", "2008", "2010"), tie(Layer.arms, "MAR", "FRA", "2008", "2010")]
    (one,) = ask([*made, *event("AZE", "MAR")]).reach
    assert (one.party, one.layer, one.states, one.through) == ("AZE", Layer.arms, ("USA",), ("MAR",))
    assert one.evidence == (made[0].id,)


def test_a_delivery_counts_for_as_long_as_its_layer_says() -> None:
    made = [tie(Layer.arms, "USA", "MAR", "1998", "2001")]
    assert ask([*made, *event("AZE", "MAR")]).reach == ()
    made = [tie(Layer.arms, "USA", "MAR", "1998", "2003")]
    assert len(ask([*made, *event("AZE", "MAR")]).reach) == 1


def test_an_event_between_those_who_had_a_tie_is_not_the_first() -> None:
    old = tie(Layer.agreement, "AZE", "MAR", "2003")
    found = ask([old, *event("AZE", "MAR")])
    assert not found.first
    assert found.tie_before is not None and found.tie_before.id == old.id
    assert (found.reach, found.bridges) == ((), ())


def test_what_begins_on_the_day_or_later_does_not_count() -> None:
    made = [tie(Layer.agreement, "AZE", "MAR", DAY), tie(Layer.arms, "USA", "MAR", "2013")]
    found = ask([*made, *event("AZE", "MAR")])
    assert found.first
    assert found.reach == ()


def test_comparable_ones_are_the_last_ten_of_their_type_before_it_told_once() -> None:
    made = [one for n in range(12) for one in event("ISR", "ITA", name=f"old{n}", day=f"{1990 + n}-05-01")]
    again = tie(Layer.agreement, "ISR", "ITA", "2001-05-09", dataset="two")
    later = event("RUS", "TUR", name="later", day="2015-01-01")
    three = event("RUS", "TUR", "ITA", name="three", day="2011-01-01")
    rumour = event("RUS", "ISR", name="rumour", day="2011-01-01", status=Status.possible)
    found = ask([*made, again, *later, *three, *rumour, *event("AZE", "MAR")])
    assert [one.key for one in found.comparable] == [again.id, *(f"old{n}" for n in reversed(range(2, 11)))]
    assert found.typical_reach is not None and found.typical_reach.value == 0.0


def test_an_event_of_several_opens_each_to_each() -> None:
    made = [tie(Layer.arms, "USA", "MAR", "2008", "2010")]
    found = ask([*made, *event("AZE", "ITA", "MAR")])
    assert [(one.party, one.states) for one in found.reach] == [("AZE", ("USA",)), ("ITA", ("USA",))]
    assert len(found.distances) == 3


def test_a_delivery_moves_the_concentration_of_its_recipient() -> None:
    register = dataset("sipri-register")
    old = [tie(Layer.arms, "RUS", "AZE", "2009", "2009", dataset=register.name, weight=10.0)]
    new = tie(Layer.arms, "TUR", "AZE", "2012", "2012", dataset=register.name, weight=10.0, name="new")
    found = change(Network.of([*old, new], [register]), "new")
    moved = {one.party: one for one in found.supply}["AZE"]
    assert moved.before is not None and moved.after is not None
    assert (moved.before.value, moved.after.value) == (1.0, 0.5)


def test_what_is_not_there_or_ties_nobody_is_told_in_a_line() -> None:
    with pytest.raises(NotInLedger, match="no tie in the network comes from it"):
        ask([], "nothing")
    undated = tie(Layer.agreement, "AZE", "MAR", None, name="undated")
    club = tie(Layer.membership, "AZE", "OTS", "2009", name="club")
    for key in ("undated", "club"):
        with pytest.raises(NotInLedger, match="ties no two states"):
            ask([undated, club], key)


def test_the_agreement_of_azerbaijan_and_morocco(real: Network) -> None:
    rows = real.in_layers(real.between("AZE", "MAR"), (Layer.agreement,))
    found = change(real, real.ids(rows)[0])
    assert found.first
    assert found.happening.date == "2024-10-30"
    assert {one.party for one in found.reach} == {"AZE", "MAR"}
    assert len(found.comparable) == 10
    assert found.supply[0].after is None
