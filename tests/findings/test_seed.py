"""The article that the project was ordered after, put to real datasets and to the starter record."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.coding import code
from dragoman.datasets import open_dataset
from dragoman.datasets.starting import starter_ledger
from dragoman.datasets.storing import store
from dragoman.findings import findings
from dragoman.findings.against import record_for
from dragoman.findings.nouns import Finding
from dragoman.ledger import opened
from dragoman.model import Kind, Verdict
from dragoman.sources import read

SHARED = Path(__file__).resolve().parents[3] / "shared"
ARTICLE = SHARED / "seed/article.ru.txt"
FILES = {
    "sipri-register": "sipri/trade_register_by_year_2026-02-12.csv",
    "sipri-deals": "sipri/trade-register_ClaytonB3_2024.csv",
    "dcad": "dcad/DCAD-v1.0-main.csv",
    "atop": "atop",
    "mme": "troopdata/mme-v7-long.csv",
}
pytestmark = pytest.mark.skipif(not ARTICLE.is_file(), reason="needs the article and the datasets beside the checkout")
Found = list[Finding]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Found]:
    """The findings on the article, with the files of the datasets imported."""
    named = str(tmp_path_factory.mktemp("seed") / "ledger.db")
    with opened(named, make=True) as ledger:
        for name, file in FILES.items():
            store(ledger, open_dataset(name, SHARED / "data" / file), lambda: None)
        coding = code(read(ARTICLE))
        with ledger.reading() as connection:
            yield list(findings(coding, record_for(connection, coding)))


def one(found: Found, of_type: str, *actors: str, kind: Kind | None = None) -> Finding:
    """The finding of a type on these actors (and others)."""
    fitting = [
        f for f in found if f.type == of_type and set(actors) <= {p.actor for p in f.parties} and kind in (None, f.kind)
    ]
    assert fitting, f"no finding of {of_type} on {actors}"
    return fitting[0]


def figures(finding: Finding, name: str) -> dict[tuple[int | None, int | None], float]:
    """The values of a figure by years, to two decimals."""
    return {(f.since, f.until): round(f.value, 2) for f in finding.figures if f.name == name}


def keys(finding: Finding) -> list[str]:
    return [reason.key for reason in finding.reasons]


def test_the_united_states_supply_morocco(found: Found) -> None:
    finding = one(found, "arms_transfer", "USA", "MAR")
    assert finding.verdict is Verdict.supported
    assert figures(finding, "share") == {(2020, 2024): 0.64, (2015, 2019): 0.79}


def test_exercises_to_the_end_of_the_record(found: Found) -> None:
    finding = one(found, "exercise", "USA", "MAR")
    assert finding.verdict is Verdict.supported
    assert [f.value for f in finding.figures if f.name == "acts"] == [17]
    (ends,) = [reason for reason in finding.reasons if reason.key == "record_ends"]
    assert ends.slots == {"until": 2010}


def test_production_on_patents_has_no_trace(found: Found) -> None:
    finding = one(found, "licensed_production", "USA", "MAR")
    assert finding.verdict is Verdict.no_trace
    assert {spot.dataset for spot in finding.blind_spots} >= {"sipri-register"}


def test_intelligence_sharing_cannot_be_checked(found: Found) -> None:
    finding = one(found, "intelligence_sharing", "USA", "MAR")
    assert finding.verdict is Verdict.not_checkable
    assert [spot.key for spot in finding.blind_spots] == ["no_dataset"]


def test_turkey_and_israel(found: Found) -> None:
    turkey = one(found, "partnership", "AZE", "TUR")
    assert turkey.verdict is Verdict.supported
    assert figures(turkey, "share")[2020, 2024] == 0.59
    assert "on_record.alliance" in keys(turkey)
    israel = one(found, "partnership", "AZE", "ISR")
    assert israel.verdict is Verdict.partly
    assert figures(israel, "share")[2015, 2019] == 0.60
    assert "none.agreement" in keys(israel)


def test_no_bridge_through_morocco_but_precedents(found: Found) -> None:
    finding = one(found, "indirect_access", "AZE", "MAR", "USA")
    assert finding.verdict is Verdict.no_trace
    assert {"nothing_made_at_all", "nothing_handed", "consent"} <= set(keys(finding))
    precedents = [reason.slots for reason in finding.reasons if reason.key == "precedent"]
    assert {(slots["via"], slots["years"]) for slots in precedents} == {("ZAF", "2009–2014"), ("ITA", "2023")}


def test_diversification_with_its_warning(found: Found) -> None:
    finding = one(found, "supplier_diversification", "AZE")
    assert finding.verdict is Verdict.partly
    assert figures(finding, "hhi") == {(2010, 2014): 0.65, (2015, 2019): 0.44, (2020, 2024): 0.42}
    (few,) = [reason.slots for reason in finding.reasons if reason.key == "too_few"]
    assert few == {"span": "2020–24", "n": 12}
    (last,) = [reason.slots for reason in finding.reasons if reason.key == "delivered"]
    assert (last["a"], last["last"]) == ("RUS", 2018)


def test_what_is_said_to_go_through_morocco(found: Found) -> None:
    finding = one(found, "closer_relations", "AZE", "USA", "MAR")
    assert finding.verdict is Verdict.no_trace
    assert "no_link_through" in keys(finding)


def test_the_agreement_is_the_first_on_record(found: Found) -> None:
    finding = one(found, "novelty", "AZE", "MAR", kind=Kind.event)
    assert finding.verdict is Verdict.no_trace
    (nothing,) = [reason.slots for reason in finding.reasons if reason.key == "nothing_earlier"]
    assert nothing["until"] == 2010
    assert "record_silent_since" in keys(finding)


def test_the_starter_record_alone_tells_what_it_can() -> None:
    coding = code(read(ARTICLE))
    with starter_ledger() as ledger, ledger.reading() as connection:
        found = list(findings(coding, record_for(connection, coding)))
    assert one(found, "arms_transfer", "USA", "MAR").verdict is Verdict.supported
    assert figures(one(found, "arms_transfer", "USA", "MAR"), "share")[2015, 2019] == 0.79
    assert one(found, "supplier_diversification", "AZE").verdict is Verdict.partly
    assert one(found, "indirect_access", "AZE", "MAR", "USA").verdict is Verdict.no_trace
    assert one(found, "intelligence_sharing", "USA", "MAR").verdict is Verdict.not_checkable
    assert one(found, "novelty", "AZE", "MAR", kind=Kind.event).verdict is Verdict.not_checkable
