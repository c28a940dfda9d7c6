"""Who supplies a state: shares and concentration against a plain count, and the known figures of SIPRI's register."""

from __future__ import annotations

import math
from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.network.made import STATES, dataset, tie, unhurried

from dragoman.model import Layer, Measure, Status, Tie
from dragoman.network import Network, SupplierWindow, recipients, suppliers, windows
from dragoman.network.concentration import concentration
from dragoman.network.rows import of_ties

REGISTER = "sipri-register"


def register(*rows: tuple[str, str, int, float], local: bool = False) -> list[Tie]:
    layer = Layer.licensed_production if local else Layer.arms
    return [tie(layer, a, b, str(year), str(year), dataset=REGISTER, weight=tiv) for a, b, year, tiv in rows]


def network(ties: list[Tie], measures: tuple[Measure, ...] = ()) -> Network:
    return Network.of(ties, [dataset(REGISTER)], measures)


def by_year(answer: object) -> dict[int, SupplierWindow]:
    return {window.years.last: window for window in answer.windows}  # type: ignore[attr-defined]


rows = st.lists(
    st.tuples(st.sampled_from(STATES[1:]), st.integers(2005, 2024), st.sampled_from((0.0, 0.5, 3.0, 20.0))), max_size=40
)


@unhurried
@given(rows)
def test_shares_and_index_are_those_of_a_plain_count(made: list[tuple[str, int, float]]) -> None:
    answer = suppliers(network(register(*((a, "AZE", y, v) for a, y, v in made))), "AZE", since=2005, until=2024)
    spans = [(y, y + 4) for y in (2005, 2010, 2015, 2020)] if made else []
    assert [(w.years.first, w.years.last) for w in answer.windows] == spans
    for window in answer.windows:
        volumes: dict[str, float] = defaultdict(float)
        inside = [(a, v) for a, y, v in made if window.years.first <= y <= window.years.last]
        for a, v in inside:
            volumes[a] += v
        total = sum(volumes.values())
        assert window.deliveries.value == len(inside)
        assert math.isclose(window.volume.value, total, abs_tol=1e-4)
        assert {s.supplier for s in window.shares} == set(volumes)
        if total:
            plain = sum((v / total) ** 2 for v in volumes.values())
            assert window.index is not None and window.effective is not None
            assert math.isclose(window.index.value, plain, abs_tol=1e-4)
            assert math.isclose(window.effective.value, 1 / plain, abs_tol=1e-3)
            assert math.isclose(sum(s.share.value for s in window.shares), 1, abs_tol=1e-3)
        else:
            assert window.index is None


@unhurried
@given(rows)
def test_the_range_of_the_index_is_that_with_any_one_delivery_left_out(made: list[tuple[str, int, float]]) -> None:
    columns = of_ties(register(*((a, "AZE", y, v) for a, y, v in made)))
    found = concentration(columns.source, columns.weight)
    if found is None:
        return

    def plain(left: list[tuple[str, float]]) -> float | None:
        total = sum(v for _, v in left)
        each: dict[str, float] = defaultdict(float)
        for a, v in left:
            each[a] += v
        return sum((v / total) ** 2 for v in each.values()) if total else None

    pairs = [(a, v) for a, _, v in made]
    without = [plain(pairs[:n] + pairs[n + 1 :]) for n in range(len(pairs))]
    values = [found.index, *(value for value in without if value is not None)]
    assert math.isclose(found.low, min(values), abs_tol=1e-9)
    assert math.isclose(found.high, max(values), abs_tol=1e-9)


@unhurried
@given(st.lists(st.tuples(st.permutations(STATES[:4]), st.integers(2005, 2024), st.floats(0.1, 50)), max_size=40))
def test_the_supplies_of_all_states_are_those_of_each(made: list[tuple[list[str], int, float]]) -> None:
    found = network(register(*((who[0], who[1], year, tiv) for who, year, tiv in made)))
    spans = windows(2005, 2024, 5)
    answer = {(one.recipient, one.years): one for one in recipients(found, spans).recipients}
    for state in STATES[:4]:
        for window in suppliers(found, state, since=2005, until=2024).windows:
            if not window.deliveries.value:
                assert (state, window.years) not in answer
                continue
            one = answer[state, window.years]
            assert (one.deliveries, one.suppliers) == (window.deliveries.value, len(window.shares))
            assert window.index is not None and one.index is not None
            assert math.isclose(one.index, window.index.value, abs_tol=1e-4)
            assert math.isclose(one.volume, window.volume.value, abs_tol=1e-3)


def test_few_deliveries_are_said_to_be_too_few() -> None:
    many = [("RUS", "AZE", 2016, 1.0)] * 10 + [("TUR", "AZE", 2017, 1.0)] * 10
    answer = suppliers(network(register(*many, ("ISR", "AZE", 2022, 5.0))), "AZE")
    assert (answer.windows[-2].enough, answer.windows[-1].enough) == (True, False)
    assert answer.windows[-1].change is not None
    assert not answer.windows[-1].changed


def test_volume_from_nobody_known_is_in_the_total_and_counts_as_many_suppliers() -> None:
    told = [("tiv_from_no_state", 10.0, "TIV"), ("deliveries_from_no_state", 2.0, "deliveries")]
    measures = tuple(
        Measure(dataset=REGISTER, name=name, actor="AZE", year=2022, value=value, unit=unit)
        for name, value, unit in told
    )
    window = suppliers(network(register(("TUR", "AZE", 2021, 10.0)), measures), "AZE").windows[-1]
    assert (window.volume.value, window.deliveries.value) == (20.0, 3)
    assert window.unknown is not None and window.unknown.value == 10.0
    assert window.index is not None and window.index.value == 0.25
    assert window.shares[0].share.value == 0.5


def test_what_is_made_under_licence_is_told_beside_the_volume() -> None:
    made = register(("ISR", "AZE", 2022, 2.0)) + register(("ISR", "AZE", 2022, 6.0), local=True)
    share = suppliers(network(made), "AZE").windows[-1].shares[0]
    assert (share.volume.value, share.produced) == (8.0, 6.0)


def test_datasets_that_tell_of_the_same_deliveries_are_never_added_up() -> None:
    both = [
        *register(("TUR", "AZE", 2022, 4.0)),
        tie(Layer.arms, "TUR", "AZE", "2022", "2022", dataset="sipri-tiv", weight=4.0),
    ]
    answer = suppliers(Network.of(both, [dataset(REGISTER), dataset("sipri-tiv")]), "AZE")
    assert answer.dataset == REGISTER
    assert answer.windows[-1].volume.value == 4.0


def test_the_best_measure_that_the_ledger_has_is_taken() -> None:
    deal = tie(Layer.arms, "TUR", "AZE", "2015", "2018", dataset="sipri-deals", weight=7.0)
    total = tie(Layer.arms, "TUR", "AZE", "2016", "2016", dataset="sipri-tiv", weight=6.0)
    only_deals = suppliers(Network.of([deal], [dataset("sipri-deals", last=2023)]), "AZE")
    assert (only_deals.dataset, str(only_deals.windows[-1].years)) == ("sipri-deals", "2019-2023")
    assert [(str(w.years), w.volume.value) for w in only_deals.windows] == [("2018", 7.0), ("2019-2023", 0.0)]
    both = suppliers(Network.of([deal, total], [dataset("sipri-deals"), dataset("sipri-tiv")]), "AZE")
    assert (both.dataset, sum(window.volume.value for window in both.windows)) == ("sipri-tiv", 6.0)


def test_a_measure_that_has_the_state_and_reaches_back_goes_before_a_better_one() -> None:
    young, old = dataset("sipri-register"), dataset("sipri-tiv").model_copy(update={"first_year": 1950})
    late = register(("TUR", "AZE", 2012, 1.0))
    early = [
        tie(Layer.arms, "SUN", "CUB", "1975", "1975", dataset="sipri-tiv", weight=5.0),
        tie(Layer.arms, "TUR", "AZE", "2012", "2012", dataset="sipri-tiv", weight=1.0),
    ]
    both = Network.of([*late, *early], [young, old])
    assert suppliers(both, "CUB").dataset == "sipri-tiv"
    assert suppliers(both, "AZE").dataset == "sipri-register"
    assert suppliers(both, "AZE", since=1960).dataset == "sipri-tiv"
    alone = suppliers(Network.of(late, [young]), "AZE", since=1960)
    assert alone.windows[0].years.first == young.first_year
    assert suppliers(both, "KEN").windows == ()


def test_an_excerpt_measures_only_the_states_that_it_is_cut_to() -> None:
    made = [*register(("TUR", "AZE", 2022, 4.0), ("AZE", "KGZ", 2022, 1.0))]
    cut = Network(of_ties(made), {REGISTER: dataset(REGISTER)}, (), {REGISTER: ("AZE", "MAR")})
    assert suppliers(cut, "AZE").windows[-1].volume.value == 4.0
    nothing = suppliers(cut, "KGZ")
    assert (nothing.dataset, nothing.windows) == (None, ())
    assert nothing.scope.seen[0].only == ("AZE", "MAR")


def test_mere_claims_and_orders_are_no_deliveries() -> None:
    made = register(("TUR", "AZE", 2022, 4.0))
    made += [
        tie(Layer.arms, "RUS", "AZE", "2022", "2022", dataset=REGISTER, weight=9.0, status=status)
        for status in (Status.planned, Status.possible, Status.denied)
    ]
    made.append(tie(Layer.arms, "RUS", "AZE", "2022", "2022", dataset=REGISTER, weight=9.0, mode="cancelled"))
    assert suppliers(network(made), "AZE").windows[-1].volume.value == 4.0


def test_every_figure_rests_on_its_ties() -> None:
    made = register(("TUR", "AZE", 2022, 4.0), ("ISR", "AZE", 2021, 4.0), ("ISR", "AZE", 2012, 4.0))
    window = suppliers(network(made), "AZE").windows[-1]
    assert set(window.volume.evidence) == {made[0].id, made[1].id}
    assert {s.supplier: s.share.evidence for s in window.shares} == {"TUR": (made[0].id,), "ISR": (made[1].id,)}


@pytest.mark.parametrize(
    ("state", "last", "volume", "first", "share", "index", "rows", "enough"),
    [
        ("AZE", 2014, 2143.94, "RUS", 0.80, 0.65, 91, True),
        ("AZE", 2019, 1318.80, "ISR", 0.60, 0.44, 69, True),
        ("AZE", 2024, 101.50, "TUR", 0.59, 0.42, 12, False),
        ("MAR", 2019, 1447.44, "USA", 0.79, 0.64, 29, True),
        ("MAR", 2024, 1070.53, "USA", 0.64, 0.45, 35, True),
    ],
)
@pytest.mark.parametrize("record", ["real", "starter"])
def test_known_figures(
    record: str,
    state: str,
    last: int,
    volume: float,
    first: str,
    share: float,
    index: float,
    rows: int,
    enough: bool,
    request: pytest.FixtureRequest,
) -> None:
    window = by_year(suppliers(request.getfixturevalue(record), state))[last]
    assert window.index is not None
    assert math.isclose(window.volume.value, volume, abs_tol=0.01)
    assert (window.shares[0].supplier, round(window.shares[0].share.value, 2)) == (first, share)
    assert (round(window.index.value, 2), window.deliveries.value, window.enough) == (index, rows, enough)


def test_russia_last_delivered_to_azerbaijan_in_2018(real: Network) -> None:
    ever = {supplier.supplier: supplier.years for supplier in suppliers(real, "AZE").suppliers}
    assert ever["RUS"].last == 2018


def test_supply_of_a_state_that_no_measure_covers_is_not_told(starter: Network) -> None:
    answer = suppliers(starter, "KAZ")
    assert answer.dataset is None
    assert not answer.windows
