"""Deliveries that several datasets tell of are drawn once."""

from __future__ import annotations

from hypothesis import given
from tests.network.made import dataset, tie, ties, unhurried

from dragoman.figures.told_once import told_once
from dragoman.model import Layer, Tie

REGISTER, TOTALS, DEALS = (dataset(name, last=2022) for name in ("sipri-register", "sipri-tiv", "sipri-deals"))
KNOWN = (TOTALS, DEALS, REGISTER, dataset("starter"))


def delivery(name: str, start: str, end: str | None = None, supplier: str = "TUR", recipient: str = "AZE") -> Tie:
    return tie(Layer.arms, supplier, recipient, start, end or start, dataset=name)


def test_the_best_measure_of_deliveries_stands_for_the_others() -> None:
    kept = delivery("sipri-register", "2019")
    others = [delivery("sipri-deals", "2015", "2019"), delivery("sipri-tiv", "2011"), delivery("starter", "2020")]
    assert told_once([*others, kept], KNOWN) == (kept,)


def test_what_lies_outside_its_years_or_between_others_stays() -> None:
    made = [
        delivery("sipri-register", "2019"),
        delivery("sipri-deals", "1985"),
        delivery("starter", "2024"),
        delivery("starter", "2019", supplier="ISR"),
    ]
    assert told_once(made, KNOWN) == tuple(made)


def test_an_excerpt_does_not_stand_for_states_that_it_is_not_cut_to() -> None:
    made = [delivery("sipri-deals", "2019"), delivery("sipri-deals", "2019", recipient="SAU")]
    assert told_once(made, (REGISTER, DEALS), {"sipri-register": ("MAR", "AZE")}) == (made[1],)


@unhurried
@given(ties())
def test_ties_of_other_layers_and_of_one_dataset_all_stay_in_their_order(made: list[Tie]) -> None:
    other = [one for one in made if one.layer not in (Layer.arms, Layer.licensed_production)]
    assert told_once(other, KNOWN) == tuple(other)
    alone = [one.model_copy(update={"dataset": "starter"}) for one in made]
    assert told_once(alone, KNOWN) == tuple(alone)
