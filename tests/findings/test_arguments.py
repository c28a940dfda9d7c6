"""Arguments: each type of inference with what supports it, what speaks against it, and what leaves it open."""

from __future__ import annotations

import pytest

from dragoman.findings.nouns import Finding
from dragoman.model import Layer, Polarity, Statement, Status, Tie, Verdict
from dragoman.schema import codebook

from .made import Kept, deliveries, fact, inside, keys, said, tie

BRIDGE = said("indirect_access", "AZE:beneficiary", "ZAF:intermediary", "USA:origin")
SPREAD = said("supplier_diversification", "AZE:beneficiary")
ONE, TWO, MANY = {"RUS": 100.0}, {"RUS": 50.0, "ISR": 50.0}, {"RUS": 25.0, "ISR": 25.0, "TUR": 25.0, "BLR": 25.0}


def only(kept: Kept, statement: Statement, **more: object) -> Finding:
    (found,) = kept.tell(statement, **more)  # type: ignore[arg-type]
    return found


def test_every_type_of_inference_is_tested(kept: Kept) -> None:
    types = [name for name, entry in codebook().types.items() if [kind.value for kind in entry.kinds] == ["inference"]]
    for name in types:
        roles = codebook().types[name].roles
        statement = said(name, *(f"{actor}:{role}" for actor, role in zip(("AZE", "MAR", "USA"), roles, strict=False)))
        assert only(kept, statement).type == name


# --- indirect access ---


def test_something_that_came_through_the_intermediary_supports_it(kept: Kept) -> None:
    engine = tie(
        "sipri-deals", Layer.arms, "ZAF", "AZE", "2009", end="2011", others=inside("USA"), unit="TIV", weight=1.5,
        type="arms_transfer", mode="delivered", subject="Matador",
    )  # fmt: skip
    kept.put("sipri-deals", 1950, 2023, engine)
    found = only(kept, BRIDGE)
    assert found.verdict is Verdict.supported
    assert engine.id in found.evidence
    assert "carried" in keys(found)


def test_a_path_without_its_middle_leaves_no_trace(kept: Kept) -> None:
    kept.put("sipri-register", 1995, 2024, *deliveries("ZAF", {2022: {"USA": 10.0}}))
    found = only(kept, BRIDGE)
    assert found.verdict is Verdict.no_trace
    assert {"nothing_made_at_all", "nothing_handed", "consent"} <= set(keys(found))
    assert {spot.key for spot in found.blind_spots} >= {"consents", "parts"}


def test_a_path_that_names_no_origin_cannot_be_asked(kept: Kept) -> None:
    found = only(kept, said("indirect_access", "AZE:beneficiary", "MAR:intermediary", "WEST:origin"))
    assert (found.verdict, keys(found)) == (Verdict.not_checkable, ["no_path_named"])


# --- diversification ---


@pytest.mark.parametrize(
    ("before", "after", "claim", "verdict"),
    [
        (ONE, MANY, SPREAD, Verdict.partly),
        (ONE, MANY, said("supplier_diversification", "AZE:beneficiary", status=Status.ongoing), Verdict.supported),
        (ONE, MANY, said("supplier_diversification", "AZE:beneficiary", "TUR:enabler"), Verdict.supported),
        (ONE, MANY, said("supplier_diversification", "AZE:beneficiary", "USA:enabler"), Verdict.partly),
        (MANY, ONE, SPREAD, Verdict.contradicted),
        (MANY, ONE, said("supplier_diversification", "AZE:beneficiary", polarity=Polarity.loss), Verdict.partly),
        (TWO, TWO, SPREAD, Verdict.no_trace),
        (ONE, MANY, said("supplier_diversification", "AZE:beneficiary", status=Status.denied), Verdict.contradicted),
    ],
)
def test_concentration_is_compared(
    kept: Kept, before: dict[str, float], after: dict[str, float], claim: Statement, verdict: Verdict
) -> None:
    years = {2016: before, 2017: before, 2021: after, 2022: after}
    kept.put("sipri-register", 1995, 2024, *deliveries("AZE", years))
    found = only(kept, claim)
    assert found.verdict is verdict
    assert [round(figure.value, 2) for figure in found.figures if figure.name == "hhi"] == [
        round(sum((volume / 100) ** 2 for volume in window.values()), 2) for window in (before, after)
    ]


def test_too_few_deliveries_allow_no_conclusion(kept: Kept) -> None:
    kept.put("sipri-register", 1995, 2024, *deliveries("AZE", {2016: ONE, 2021: {"TUR": 1.0, "ISR": 1.0}})[:15])
    found = only(kept, SPREAD)
    assert found.verdict is Verdict.not_checkable
    assert keys(found).count("too_few") == 2


# --- the others ---


def test_production_with_the_enabler_supports_capability(kept: Kept) -> None:
    kept.put(
        "sipri-register", 1995, 2024, tie("sipri-register", Layer.licensed_production, "ISR", "AZE", "2016", end="2020")
    )
    claim = said("capability", "AZE:beneficiary", "ISR:enabler")
    assert only(kept, claim).verdict is Verdict.supported
    assert only(kept, said("capability", "AZE:beneficiary", "USA:enabler")).verdict is Verdict.partly
    assert only(kept, said("capability", "MAR:beneficiary")).verdict is Verdict.no_trace


def test_upkeep_makes_nothing(kept: Kept) -> None:
    upkeep = tie("starter", Layer.co_production, "MAR", "USA", "2022", directed=False, mode="maintenance")
    kept.put("starter", 1945, 2026, upkeep)
    assert only(kept, said("capability", "MAR:beneficiary", "USA:enabler")).verdict is Verdict.not_checkable


def begun(*years: int) -> list[Tie]:
    return [tie("sipri-register", Layer.arms, "USA", "AZE", str(year), end=str(year)) for year in years]


@pytest.mark.parametrize(
    ("years", "verdict"),
    [
        ((2020, 2021, 2022, 2016), Verdict.supported),
        ((2022, 2016), Verdict.partly),
        ((2015, 2016, 2017), Verdict.contradicted),
        ((), Verdict.no_trace),
    ],
)
def test_more_that_began_is_closer(kept: Kept, years: tuple[int, ...], verdict: Verdict) -> None:
    kept.put("sipri-register", 1995, 2024, *begun(*years))
    assert only(kept, said("closer_relations", "AZE:party", "USA:party")).verdict is verdict


def test_a_go_between_has_to_stand_in_something(kept: Kept) -> None:
    kept.put("sipri-register", 1995, 2024, *begun(2020, 2021, 2022))
    claim = said("closer_relations", "AZE:party", "USA:party", "MAR:intermediary")
    found = only(kept, claim)
    assert found.verdict is Verdict.no_trace
    assert "no_link_through" in keys(found)
    shared = [
        tie("starter", Layer.exercise, a, b, "2019", directed=False, group="e")
        for a, b in (("AZE", "USA"), ("MAR", "USA"), ("AZE", "MAR"))
    ]
    kept.put("starter", 1945, 2026, *shared)
    assert only(kept, claim).verdict is Verdict.partly


def test_an_earlier_tie_contradicts_a_first(kept: Kept) -> None:
    claim = said("novelty", "AZE:party", "MAR:party")
    assert only(kept, claim).verdict is Verdict.not_checkable
    kept.put("starter", 1945, 2026, tie("starter", Layer.agreement, "AZE", "MAR", "2012", directed=False))
    assert only(kept, claim).verdict is Verdict.contradicted


def test_whether_reported_agreements_are_the_first_is_asked_too(kept: Kept) -> None:
    signed = fact("agreement", "AZE:party", "MAR:party", status=Status.happened)
    own = tie("starter", Layer.agreement, "AZE", "MAR", "2024-10-30", directed=False)
    kept.put("starter", 1945, 2026, own)
    (found,) = kept.tell(signed)
    assert (found.type, found.verdict) == ("novelty", Verdict.not_checkable)
    kept.put("starter", 1945, 2026, own, tie("starter", Layer.agreement, "AZE", "MAR", "2011-03", directed=False))
    (found,) = kept.tell(signed)
    assert found.verdict is Verdict.contradicted


def test_rivals_that_meet_in_one_state(kept: Kept) -> None:
    kept.put("sipri-register", 1995, 2024, *deliveries("MAR", {2022: {"CHN": 10.0, "USA": 90.0}}))
    claim = said("rival_interest", "USA:party", "CHN:party")
    assert only(kept, claim, subjects=("MAR", "AZE")).verdict is Verdict.supported
    assert only(kept, said("rival_interest", "RUS:party", "CHN:party"), subjects=("MAR",)).verdict is Verdict.partly
    assert keys(only(kept, claim)) == ["no_place_named"]


def test_a_dispute_gives_a_reason_to_balance_and_no_more(kept: Kept) -> None:
    claim = said("counterweight", "AZE:party", "ARM:target")
    assert only(kept, claim).verdict is Verdict.not_checkable
    kept.put("starter", 1945, 2026, tie("starter", Layer.dispute, "ARM", "AZE", "1991", end="2023", directed=False))
    assert only(kept, claim).verdict is Verdict.partly


def test_a_pledge_and_a_dispute_entangle(kept: Kept) -> None:
    pledge = tie("starter", Layer.alliance, "AZE", "TUR", "2010", directed=False)
    dispute = tie("starter", Layer.dispute, "ARM", "AZE", "1991", end="2023", directed=False)
    claim = said("entanglement", "TUR:party", "AZE:party", "ARM:source")
    kept.put("starter", 1945, 2026, pledge)
    assert only(kept, claim).verdict is Verdict.partly
    kept.put("starter", 1945, 2026, pledge, dispute)
    assert only(kept, claim).verdict is Verdict.supported


@pytest.mark.parametrize("name", ["signal", "third_party_gain", "consent"])
def test_what_is_meant_or_wanted_is_never_checkable(kept: Kept, name: str) -> None:
    kept.put("sipri-register", 1995, 2024, *deliveries("MAR", {2022: {"USA": 10.0}}))
    roles = ("USA:beneficiary", "MAR:party", "AZE:party", "USA:origin", "USA:source")
    assert only(kept, said(name, *roles)).verdict is Verdict.not_checkable


def test_statements_that_say_the_same_are_one_claim(kept: Kept) -> None:
    hedged = said("capability", "AZE:beneficiary")
    asserted = said("capability", "AZE:beneficiary", "USA:enabler", status=Status.ongoing)
    found = only_of(kept.tell(hedged, asserted))
    assert found.statements == (hedged.id, asserted.id)
    assert found.status is Status.ongoing


def only_of(found: list[Finding]) -> Finding:
    (one,) = found
    return one
