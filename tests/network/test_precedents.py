"""Precedents: what passed through others, by what it has in common with the pattern that is asked about."""

from __future__ import annotations

from tests.network.made import dataset, tie

from dragoman.model import Layer, Status, Tie
from dragoman.network import Network, Precedents, Shape, precedents

DEALS = "sipri-deals"


def engine(recipient: str, middle: str, start: str = "2010", **more: object) -> Tie:
    others = ((middle, "intermediary"), ("USA", "origin"))
    return tie(
        Layer.arms, "USA", recipient, start, start, subject="vehicle engine", dataset=DEALS, others=others, **more
    )  # type: ignore[arg-type]


def ask(*made: Tie, as_of: str = "2024", **asked: str) -> Precedents:
    return precedents(Network.of(made, [dataset(DEALS)]), as_of=as_of, **asked)  # type: ignore[arg-type]


def test_items_are_told_by_what_they_share_with_the_pattern() -> None:
    exactly, beneficiary, middle, neither = (
        engine("AZE", "MAR"), engine("AZE", "ZAF"), engine("KEN", "MAR"), engine("KEN", "ZAF"),
    )  # fmt: skip
    answer = ask(exactly, beneficiary, middle, neither, origin="USA", via="MAR", beneficiary="AZE")
    assert [item.tie.id for item in answer.itself] == [exactly.id]
    assert [item.tie.id for item in answer.same_beneficiary] == [beneficiary.id]
    assert [item.tie.id for item in answer.same_intermediary] == [middle.id]
    assert answer.items == 4
    assert [(one.intermediary, one.items, one.beneficiaries) for one in answer.through] == [
        ("MAR", 2, ("AZE", "KEN")),
        ("ZAF", 2, ("AZE", "KEN")),
    ]


def test_third_actors_tell_who_stands_where() -> None:
    ways = {
        (("MAR", "intermediary"), ("USA", "origin")): (Shape.inside, "USA", "MAR"),
        (("SVK", "intermediary"),): (Shape.through, "CZE", "SVK"),
        (("CHN", "origin"),): (Shape.of_origin, "CHN", "CZE"),
    }
    for others, (shape, origin, middle) in ways.items():
        made = tie(Layer.arms, "CZE", "AZE", "2017", "2018", dataset=DEALS, others=others)
        (item,) = ask(made, origin=origin, beneficiary="AZE").same_beneficiary
        assert (item.shape, item.origin, item.intermediary, item.beneficiary) == (shape, origin, middle, "AZE")


def test_a_donor_stands_between_nobody_and_a_party_not_beside_itself() -> None:
    donated = tie(Layer.arms, "CHE", "MAR", "2005", "2005", dataset=DEALS, others=(("ARE", "donor"),))
    itself = tie(Layer.arms, "USA", "MAR", "2005", "2005", dataset=DEALS, others=(("USA", "origin"),))
    assert ask(donated, itself).items == 0


def tank(source: str, target: str, start: str, name: str = "T-72B", **more: object) -> Tie:
    return tie(Layer.arms, source, target, start, start, subject=name, dataset=DEALS, **more)  # type: ignore[arg-type]


def test_what_was_got_and_delivered_on_is_a_re_export() -> None:
    got, again, on = tank("BLR", "MAR", "1999"), tank("BLR", "MAR", "2001"), tank("MAR", "UKR", "2022", "T-72b")
    (item,) = ask(got, again, on, origin="BLR", beneficiary="UKR").same_beneficiary
    assert item.got is not None
    assert (item.shape, item.intermediary, item.tie.id, item.got.id) == (Shape.re_export, "MAR", on.id, got.id)


def test_a_re_export_never_runs_backwards_goes_home_or_names_a_mere_kind() -> None:
    backwards = (tank("BLR", "MAR", "2010"), tank("MAR", "UKR", "2005"))
    home = (tank("BLR", "MAR", "2001"), tank("MAR", "BLR", "2005"))
    kinds = (
        tank("USA", "ITA", "2001", "Aircraft engine 500-1000"),
        tank("ITA", "AZE", "2005", "aircraft engine 500-1000"),
    )
    other = (tank("BLR", "MAR", "2001", "T-55"), tank("MAR", "UKR", "2005"))
    for made in (backwards, home, kinds, other):
        assert ask(*made).items == 0


def test_only_what_is_on_record_by_the_day_counts() -> None:
    made = (engine("AZE", "ZAF", "2009"), engine("AZE", "ITA", "2023", status=Status.planned))
    assert ask(*made, as_of="2010").items == 1
    answer = ask(*made, origin="USA")
    assert {one.intermediary: one.happened for one in answer.through} == {"ZAF": 1, "ITA": 0}
    assert ask(engine("AZE", "ZAF", status=Status.possible)).items == 0


def test_removing_a_source_removes_what_rests_on_it_alone() -> None:
    made = [engine("AZE", "ZAF"), tie(Layer.arms, "PAK", "AZE", "2024-02", others=(("CHN", "origin"),))]
    assert ask(*made).items == 2
    left = ask(*(one for one in made if one.dataset != DEALS))
    assert [(one.origin, one.intermediary) for one in left.through] == [("CHN", "PAK")]


def test_us_engines_reached_azerbaijan_inside_south_african_vehicles_and_an_italian_aircraft(real: Network) -> None:
    answer = precedents(real, origin="USA", via="MAR", beneficiary="AZE", as_of="2024-10-30")
    told = [(item.intermediary, item.tie.start, item.shape, item.tie.subject) for item in answer.same_beneficiary]
    assert told == [
        ("ZAF", "2009", Shape.inside, "vehicle engine"),
        ("ZAF", "2012", Shape.inside, "vehicle engine"),
        ("ITA", "2023", Shape.inside, "aircraft engine"),
    ]
    assert answer.itself == ()
    assert answer.same_intermediary_count == 0
    assert answer.items > 1000


def test_moroccan_tanks_from_belarus_went_to_ukraine(real: Network) -> None:
    answer = precedents(real, via="MAR", as_of="2024")
    assert ("BLR", "UKR", "T-72B") in {
        (item.origin, item.beneficiary, item.tie.subject) for item in answer.same_intermediary
    }
