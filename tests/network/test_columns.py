"""Ties as columns say what the ties said; dates, texts and things are what they were."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from tests.network.made import STATES, dates, tie, ties, unhurried

from dragoman.exports.dates import first_day, last_day
from dragoman.model import Layer, Tie
from dragoman.network import Network
from dragoman.network.coded import NONE, Coder
from dragoman.network.days import NEVER, day, final_day, iso, span, year, years_of

TOLD = (
    "id", "dataset", "layer", "type", "mode", "source", "target", "directed", "start", "end", "status", "weight",
    "unit", "subject", "others", "event",
)  # fmt: skip


@unhurried
@given(ties())
def test_a_cited_tie_says_what_the_tie_said(made: list[Tie]) -> None:
    network = Network.of(made)
    assert network.ids(network.of_layers(Layer)) == tuple(sorted(one.id for one in made))
    for one in made:
        row = network.row(one.id)
        assert row is not None
        cited = network.cited(row)
        assert all(getattr(cited, name) == getattr(one, name) for name in TOLD)
    assert network.row("nothing") is None


@unhurried
@given(ties())
def test_rows_are_found_by_who_takes_part(made: list[Tie]) -> None:
    network = Network.of(made)

    def ids(chosen: list[Tie]) -> tuple[str, ...]:
        return tuple(sorted(one.id for one in chosen))

    for actor in STATES:
        both = [one for one in made if not one.directed and actor in (one.source, one.target)]
        forth = [one for one in made if one.directed and one.source == actor]
        back = [one for one in made if one.directed and one.target == actor]
        assert network.ids(network.out(actor)) == ids(forth + both)
        assert network.ids(network.into(actor)) == ids(back + both)
        assert network.ids(network.received(actor)) == ids(back)
        assert network.ids(network.of_actor(actor)) == ids(forth + back + both)
        for other in STATES:
            if other != actor:
                way = [one for one in forth + both if other in (one.source, one.target)]
                assert network.ids(network.ways(actor, other)) == ids(way)


@given(dates())
def test_days_are_the_first_and_last_that_a_date_may_mean(text: str) -> None:
    assert iso(day(text)) == first_day(text)
    assert iso(final_day(text)) == last_day(text)
    assert year(day(text)) == int(text[:4])


def test_what_is_no_date_is_never() -> None:
    import numpy as np

    assert day("soon") == NEVER
    days = np.array([date(1, 1, 1).toordinal(), date(1969, 12, 31).toordinal(), date(2024, 2, 29).toordinal(), NEVER])
    assert years_of(days).tolist() == [1, 1969, 2024, NEVER]
    assert span(2000, 2001) == (date(2000, 1, 1).toordinal(), date(2001, 12, 31).toordinal())


@given(st.lists(st.lists(st.sampled_from(("a", "b", "", None)), max_size=6), max_size=4))
def test_coded_texts_are_the_texts(parts: list[list[str | None]]) -> None:
    import numpy as np

    coder = Coder()
    for part in parts:
        coder.add(part)
    whole = [text for part in parts for text in part]
    found = coder.coded(np.arange(len(whole))[::-1])
    assert [found.at(row) for row in range(len(whole))] == whole[::-1]
    assert all(found.code(name) == place for place, name in enumerate(found.names))
    assert found.code("z") < NONE


def test_an_end_before_the_start_is_a_slip_and_left_open() -> None:
    network = Network.of([tie(Layer.arms, "USA", "MAR", "2010", "2009"), tie(Layer.arms, "USA", "MAR", "2010", "2010")])
    assert (network.columns.last == NEVER).tolist() == [True, False]


def test_ties_of_one_event_or_group_are_one_thing() -> None:
    made = [
        tie(Layer.agreement, "AZE", "TUR", event="e", name="a"),
        tie(Layer.agreement, "AZE", "KAZ", event="e", name="b"),
        tie(Layer.agreement, "AZE", "ITA", group="g", name="c"),
        tie(Layer.agreement, "AZE", "FRA", group="g", name="d"),
        tie(Layer.agreement, "AZE", "FRA", group="g", dataset="other", name="e"),
        tie(Layer.agreement, "AZE", "USA", name="f"),
    ]
    thing = Network.of(made).columns.thing.tolist()
    assert thing[0] == thing[1] and thing[2] == thing[3]
    assert len(set(thing)) == 4


def test_what_was_offered_called_off_or_withdrawn_does_not_hold() -> None:
    made = [
        tie(Layer.arms, "USA", "MAR", mode=mode, name=mode) for mode in ("cancelled", "delivered", "offered", "ordered")
    ]
    assert Network.of(made).columns.holds.tolist() == [False, True, False, True]
