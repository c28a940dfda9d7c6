"""The dossier of a state, or of two: every tie is told once, and so is what is not on record."""

from __future__ import annotations

from hypothesis import given
from tests.network.made import dataset, tie, ties, unhurried

from dragoman.exports.dates import first_day
from dragoman.model import Layer, Status, Tie
from dragoman.network import Dossier, Gap, Network, dossier

AS_OF = "2014-12-31"
TRUSTED = (Status.happened, Status.ongoing, Status.planned)


def ask(made: list[Tie], *actors: str) -> Dossier:
    names = ("one", "two", "made", "sipri-register", "coded")
    return dossier(Network.of(made, [dataset(name) for name in names]), *actors, as_of=AS_OF)


@unhurried
@given(ties())
def test_every_tie_on_record_stands_under_its_layer_and_partner(made: list[Tie]) -> None:
    expected: dict[Layer, dict[str, set[str]]] = {}
    for one in made:
        begun = first_day(one.start)
        if "AZE" in (one.source, one.target) and begun and begun <= AS_OF and one.status in TRUSTED:
            other = one.target if one.source == "AZE" else one.source
            expected.setdefault(one.layer, {}).setdefault(other, set()).add(one.id)
    found = ask(made, "AZE")
    told = {layer.layer: {p.actor: set(p.evidence) for p in layer.partners} for layer in found.layers}
    assert told == expected
    for layer in found.layers:
        assert sum(rest.ties for rest in layer.rests_on) == sum(len(names) for names in expected[layer.layer].values())
        starts = [one.start or "" for one in layer.latest]
        assert [first_day(start) for start in starts] == sorted((first_day(s) or "" for s in starts), reverse=True)


@unhurried
@given(ties())
def test_the_dossier_of_two_is_the_same_both_ways_and_removing_a_source_removes_what_rests_on_it(
    made: list[Tie],
) -> None:
    found = ask(made, "AZE", "FRA")
    assert found.layers == ask(made, "FRA", "AZE").layers
    kept = ask([one for one in made if one.dataset == "two"], "AZE", "FRA")
    assert {rest.dataset for layer in kept.layers for rest in layer.rests_on} <= {"two"}


def gaps(found: Dossier, layer: Layer) -> list[tuple[Gap, str | None]]:
    return [(one.gap, one.dataset) for one in found.questions if one.layer is layer]


def test_silence_is_told_by_whose_it_is() -> None:
    made = [
        tie(Layer.arms, "RUS", "TUR", "2012", "2012", dataset="sipri-register", weight=3.0),
        tie(Layer.exercise, "RUS", "TUR", "2009"),
    ]
    found = ask(made, "AZE", "MAR")
    assert gaps(found, Layer.arms) == [(Gap.none, "sipri-register")]
    assert gaps(found, Layer.licensed_production) == [(Gap.none, "sipri-register")]
    assert gaps(found, Layer.exercise) == [(Gap.silent, "made")]
    assert gaps(found, Layer.intelligence) == [(Gap.unrecorded, None)]
    assert gaps(found, Layer.membership) == []
    assert gaps(ask(made, "AZE", "NATO"), Layer.membership) == [(Gap.unrecorded, None)]
    assert all(one.cannot_tell for one in found.questions if one.dataset)


def test_a_record_that_ended_years_before_is_said_to() -> None:
    made = [tie(Layer.agreement, "AZE", "MAR", "2003", dataset="old")]
    network = Network.of(made, [dataset("old", last=2010)])
    assert gaps(dossier(network, "AZE", "MAR", as_of=AS_OF), Layer.agreement) == [(Gap.ended, "old")]
    assert gaps(dossier(network, "AZE", "MAR", as_of="2012"), Layer.agreement) == []


def test_an_excerpt_of_other_states_says_nothing_of_these() -> None:
    made = [tie(Layer.arms, "RUS", "TUR", "2012", dataset="cut")]
    network = Network.of(made, [dataset("cut")])
    cut = Network(network.columns, network.datasets, (), {"cut": ("TUR",)})
    assert gaps(dossier(cut, "AZE", "MAR", as_of=AS_OF), Layer.arms) == [(Gap.unrecorded, None)]


def test_events_that_were_read_are_told_also_where_they_are_only_claimed() -> None:
    made = [
        tie(Layer.agreement, "AZE", "MAR", "2012", dataset="coded", event="e1"),
        tie(Layer.arms, "RUS", "AZE", "2013", dataset="coded", event="e2", status=Status.possible),
    ]
    assert [(one.key, one.parties) for one in ask(made, "AZE").events] == [
        ("e2", ("AZE", "RUS")),
        ("e1", ("AZE", "MAR")),
    ]


def test_the_supply_of_one_and_the_exchange_of_two(starter: Network) -> None:
    alone = dossier(starter, "AZE", as_of="2024-10-30")
    assert alone.supply is not None and alone.supply.windows[-1].years.last == 2024
    assert (Gap.few, "sipri-register") in gaps(alone, Layer.arms)
    both = dossier(starter, "AZE", "TUR", as_of="2024-10-30")
    assert both.supply is None
    last = both.exchange[-1]
    assert (last.supplier, round(last.share.value, 2)) == ("TUR", 0.59)


def test_trends_are_told_of_datasets_that_aim_at_every_case(starter: Network) -> None:
    trends = {trend.dataset for layer in dossier(starter, "AZE", as_of="2024").layers for trend in layer.trends}
    assert trends == {"sipri-register", "sipri-deals"}
    arms = next(layer for layer in dossier(starter, "AZE", as_of="2024").layers if layer.layer is Layer.arms)
    register = next(trend for trend in arms.trends if trend.dataset == "sipri-register")
    assert (str(register.before.years), register.before.value) == ("2015-2019", 57.0)
