"""Facts that a text takes as given: on record, on record once, a part of them, not at all, or nowhere to be seen."""

from __future__ import annotations

import pytest

from dragoman.model import Kind, Layer, Status, Verdict

from .made import Kept, deliveries, fact, keys, tie

ARMS = {2012: {"USA": 30.0, "FRA": 70.0}, 2017: {"USA": 80.0, "FRA": 20.0}, 2022: {"USA": 60.0, "ISR": 40.0}}


def test_deliveries_are_told_by_their_share_of_the_last_windows(kept: Kept) -> None:
    kept.put("sipri-register", 1995, 2024, *deliveries("MAR", ARMS))
    (found,) = kept.tell(fact("arms_transfer", "USA:supplier", "MAR:recipient"))
    assert found.verdict is Verdict.supported
    shares = [(figure.value, figure.since, figure.until) for figure in found.figures if figure.name == "share"]
    assert shares == [(0.6, 2020, 2024), (0.8, 2015, 2019)]
    assert len(found.evidence) == 30


def test_the_other_way_round_is_no_answer(kept: Kept) -> None:
    kept.put("sipri-register", 1995, 2024, *deliveries("MAR", ARMS))
    (found,) = kept.tell(fact("arms_transfer", "MAR:supplier", "USA:recipient"))
    assert found.verdict is Verdict.no_trace


def test_without_a_dataset_nothing_can_be_checked(kept: Kept) -> None:
    (found,) = kept.tell(fact("arms_transfer", "USA:supplier", "MAR:recipient"))
    assert found.verdict is Verdict.not_checkable
    assert [spot.key for spot in found.blind_spots] == ["not_imported"]


def test_a_layer_that_no_dataset_aims_at_is_named(kept: Kept) -> None:
    (found,) = kept.tell(fact("intelligence_sharing", "USA:party", "MAR:party"))
    assert found.verdict is Verdict.not_checkable
    assert [(spot.key, spot.layer) for spot in found.blind_spots] == [("no_dataset", Layer.intelligence)]


def licence(start: str, source: str = "USA") -> object:
    return tie("sipri-register", Layer.licensed_production, source, "MAR", start, end=start)


def test_a_record_that_goes_on_says_that_the_last_is_long_ago(kept: Kept) -> None:
    kept.put("sipri-register", 1995, 2024, licence("1999"))  # type: ignore[arg-type]
    (found,) = kept.tell(fact("licensed_production", "USA:licensor", "MAR:licensee"))
    assert found.verdict is Verdict.partly
    assert "last" in keys(found)


def test_a_record_that_ended_supports_up_to_its_end(kept: Kept) -> None:
    kept.put("sipri-register", 1995, 2008, licence("2007"))  # type: ignore[arg-type]
    (found,) = kept.tell(fact("licensed_production", "USA:licensor", "MAR:licensee"))
    assert found.verdict is Verdict.supported
    assert keys(found)[-1] == "record_ends"


def test_what_is_only_ordered_is_a_part(kept: Kept) -> None:
    planned = tie("sipri-register", Layer.licensed_production, "USA", "MAR", "2022", status=Status.planned)
    kept.put("sipri-register", 1995, 2024, planned)
    (found,) = kept.tell(fact("licensed_production", "USA:licensor", "MAR:licensee"))
    assert (found.verdict, keys(found)[-1]) == (Verdict.partly, "planned")


def test_what_begins_after_the_text_does_not_count(kept: Kept) -> None:
    kept.put("sipri-register", 1995, 2026, licence("2025"))  # type: ignore[arg-type]
    (found,) = kept.tell(fact("licensed_production", "USA:licensor", "MAR:licensee"))
    assert found.verdict is Verdict.no_trace


def test_partners_by_deeds_alone_are_partners_in_part(kept: Kept) -> None:
    kept.put("sipri-register", 1995, 2024, *deliveries("AZE", {2017: {"ISR": 60.0, "RUS": 40.0}}))
    (found,) = kept.tell(fact("partnership", "AZE:party", "ISR:party", kind=Kind.tie))
    assert found.verdict is Verdict.partly
    assert "share" in keys(found)


def test_an_alliance_in_force_makes_partners(kept: Kept) -> None:
    pledge = tie("starter", Layer.alliance, "AZE", "TUR", "2010-08-16", directed=False)
    kept.put("starter", 1945, 2026, pledge)
    (found,) = kept.tell(fact("partnership", "AZE:party", "TUR:party", kind=Kind.tie))
    assert (found.verdict, found.evidence) == (Verdict.supported, (pledge.id,))


def test_the_agreement_that_is_the_news_supports_nothing(kept: Kept) -> None:
    kept.put("starter", 1945, 2026, tie("starter", Layer.agreement, "AZE", "MAR", "2024-10-29", directed=False))
    claim = fact("partnership", "AZE:party", "MAR:party", kind=Kind.tie)
    (found,) = kept.tell(claim, subjects=("AZE", "MAR"))
    assert found.verdict is Verdict.not_checkable
    (found,) = kept.tell(claim, subjects=("AZE", "TUR"))
    assert found.verdict is Verdict.supported


@pytest.mark.parametrize(("years", "verdict"), [({2022: {"USA": 60.0}}, Verdict.contradicted), ({}, Verdict.no_trace)])
def test_a_denial_is_held_against_what_is_there(
    kept: Kept, years: dict[int, dict[str, float]], verdict: Verdict
) -> None:
    kept.put("sipri-register", 1995, 2024, *deliveries("MAR", years))
    (found,) = kept.tell(fact("arms_transfer", "USA:supplier", "MAR:recipient", status=Status.denied))
    assert found.verdict is verdict


def test_datasets_that_tell_of_the_same_are_not_added_up(kept: Kept) -> None:
    pledges = [tie("starter", Layer.alliance, "AZE", "TUR", start, directed=False) for start in ("1994", "2010")]
    kept.put("starter", 1945, 2026, *pledges)
    kept.put("coded-table", 1945, 2026, tie("coded-table", Layer.alliance, "AZE", "TUR", "2010", directed=False))
    (found,) = kept.tell(fact("partnership", "AZE:party", "TUR:party", kind=Kind.tie))
    assert [figure.value for figure in found.figures if figure.name == "acts"] == [2.0]
