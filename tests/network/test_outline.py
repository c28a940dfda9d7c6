"""The network in outline: every year of every tie is in it once, and nothing else; nobody is drawn on somebody."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from tests.network.made import STATES, tie, ties, unhurried

from dragoman.model import Layer, Status, Tie
from dragoman.network import Network, roster
from dragoman.network.columns import LAYERS
from dragoman.network.days import span
from dragoman.network.layout import ROOM, layout
from dragoman.network.outline import OPEN, Outline, outline

YEARS = range(2005, 2040)
Told = set[tuple[str, str, Layer, int]]


def years_of(found: Outline) -> Told:
    told: Told = set()
    for pair, layer, first, last, _ in found.spans.tolist():
        a, b = sorted(found.actors[place] for place in found.pairs[pair])
        told |= {(a, b, LAYERS[layer], year) for year in YEARS if first <= year <= last}
    return told


def expected(made: list[Tie]) -> Told:
    """The same out of the columns of the network, a tie and a year at a time."""
    network = Network.of(made)
    columns, told = network.columns, set()
    for row in range(len(columns)):
        a, b = sorted(network.ends(row))
        if not network.sure[row] or a == b:
            continue
        for year in YEARS:
            begin, end = span(year, year)
            if columns.first[row] <= end and network.counts_until[row] >= begin:
                told.add((a, b, LAYERS[columns.layer[row]], year))
    return told


@unhurried
@given(ties())
def test_every_year_in_which_a_tie_stands_is_in_it(made: list[Tie]) -> None:
    assert years_of(outline(Network.of(made))) == expected(made)


@unhurried
@given(ties())
def test_spans_of_a_layer_never_touch(made: list[Tie]) -> None:
    found = outline(Network.of(made))
    before: dict[tuple[int, int], int] = {}
    for pair, layer, first, last, number in found.spans.tolist():
        assert first > before.get((pair, layer), 0) + (before.get((pair, layer), 0) > 0)
        assert last >= first
        assert number > 0
        before[pair, layer] = last


def test_pairs_of_most_layers_come_first() -> None:
    made = [
        tie(Layer.arms, "USA", "TUR", "2001", "2001"), tie(Layer.agreement, "AZE", "TUR", "2003"),
        tie(Layer.arms, "TUR", "AZE", "2002", "2004"), tie(Layer.arms, "TUR", "AZE", "2010", "2010"),
        tie(Layer.agreement, "AZE", "ISR", "2012", status=Status.planned), tie(Layer.agreement, "AZE", "NATO", "1994"),
    ]  # fmt: skip
    found = outline(Network.of(made))
    assert [tuple(sorted(found.actors[place] for place in pair)) for pair in found.pairs] == [
        ("AZE", "TUR"), ("TUR", "USA"),
    ]  # fmt: skip
    rows = {
        (LAYERS[layer], first, last, number) for pair, layer, first, last, number in found.spans.tolist() if not pair
    }
    assert rows == {(Layer.agreement, 2003, OPEN, 1), (Layer.arms, 2002, 2020, 2)}
    assert found.years == (2001, 2020)
    assert len(found.standing(2002, np.array([layer is Layer.arms for layer in LAYERS]))) == 2


def test_nothing_is_an_outline_too() -> None:
    found = outline(Network.of([]))
    assert (found.actors, len(found.pairs), found.years) == ((), 0, (0, 0))


@unhurried
@given(st.lists(st.sampled_from(list(combinations(range(len(STATES)), 2))), min_size=1, unique=True))
def test_nobody_is_drawn_on_somebody(pairs: list[tuple[int, int]]) -> None:
    points = layout(STATES, np.array(pairs), np.ones(len(pairs)))
    assert np.abs(points).max() <= 1.0
    apart = np.linalg.norm(points[:, None] - points[None], axis=2)[np.triu_indices(len(STATES), 1)]
    assert apart.min() > ROOM / 2
    assert np.array_equal(points, layout(STATES, np.array(pairs), np.ones(len(pairs))))


def test_who_has_many_ties_together_is_drawn_together() -> None:
    groups = [(0, 1), (0, 2), (1, 2), (3, 4), (3, 5), (4, 5), (0, 3)]
    actors = ("AZE", "CHL", "JPN", "TUR", "ARG", "KOR")
    points = layout(actors, np.array(groups), np.array([4.0] * 6 + [1.0]))
    apart = np.linalg.norm(points[:, None] - points[None], axis=2)
    assert apart[1, 2] < apart[2, 5]
    assert apart[4, 5] < apart[1, 4]


@unhurried
@given(ties())
def test_the_roster_counts_partners_and_rows(made: list[Tie]) -> None:
    for one in roster(Network.of(made)):
        own = [tie for tie in made if one.actor in (tie.source, tie.target)]
        assert one.records == len(own)
        assert one.partners == len({other for tie in own for other in (tie.source, tie.target)} - {one.actor})
        assert set(one.layers) == {tie.layer for tie in own}
