"""Ties that are put beside others are the network that all of them make."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.network.made import tie, ties, unhurried

from dragoman.errors import NotInLedger
from dragoman.model import Layer, Tie
from dragoman.network import Change, Network, change


def thing(one: Tie) -> str:
    return one.event or (f"{one.dataset} {one.group}" if one.group else one.id)


def things(network: Network) -> set[frozenset[str]]:
    found: dict[int, set[str]] = {}
    for name, number in zip(network.columns.id.to_pylist(), network.columns.thing.tolist(), strict=True):
        found.setdefault(number, set()).add(name)
    return {frozenset(some) for some in found.values()}


def changed(network: Network, key: str) -> Change | None:
    try:
        return change(network, key)
    except NotInLedger:
        return None


@unhurried
@given(ties(), st.integers(1, 4))
def test_two_sets_make_the_network_of_both(made: list[Tie], every: int) -> None:
    some = set(sorted({thing(one) for one in made})[::every])
    first, second = ([one for one in made if (thing(one) in some) is inside] for inside in (True, False))
    whole, found = Network.of(made), Network.of(first).beside(Network.of(second).columns)
    assert found.columns.actors == whole.columns.actors
    assert found.columns.id.to_pylist() == whole.columns.id.to_pylist()
    for name in ("first", "begun", "last", "closing", "holds", "layer", "status", "source", "target", "directed"):
        assert getattr(found.columns, name).tolist() == getattr(whole.columns, name).tolist()
    for row in range(len(made)):
        assert found.cited(row) == whole.cited(row)
    assert found.columns.comment == whole.columns.comment
    assert things(found) == things(whole)


def test_what_an_agreement_changes_is_the_same_beside_what_is_in_memory() -> None:
    held = [
        tie(Layer.arms, "USA", "ISR", "2001"), tie(Layer.arms, "ISR", "AZE", "2012"),
        tie(Layer.agreement, "ISR", "MAR", "2009"), tie(Layer.agreement, "AZE", "ITA", "2012"),
        tie(Layer.restriction, "USA", "AZE", "1992"), tie(Layer.co_production, "FRA", "MAR", "2015"),
    ]  # fmt: skip
    news = tie(Layer.agreement, "AZE", "MAR", "2024-05-12", name="news")
    found = changed(Network.of(held).beside(Network.of([news]).columns), "news")
    assert found is not None
    assert found == changed(Network.of([*held, news]), "news")
    without_bars = [one for one in held if one.layer is not Layer.restriction]
    assert found == changed(Network.of([*without_bars, news]), "news")
    assert any(one.states for one in found.reach)


def test_nothing_beside_nothing_and_beside_something() -> None:
    one, none = Network.of([tie(Layer.arms, "USA", "ISR", name="t1")]), Network.of([])
    for found in (one.beside(none.columns), none.beside(one.columns)):
        assert found.ids(found.of_layers(Layer)) == ("t1",)
    assert len(none.beside(none.columns).columns) == 0
