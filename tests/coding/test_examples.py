"""The articles of examples/: nothing forbidden is coded, what is expected is found as far as it is pinned."""

from __future__ import annotations

import pytest

from . import gates

NAMES = sorted(gates.examples())


def test_floors_are_pinned_for_these_articles() -> None:
    assert gates.pinned()["examples"]["sha256"] == gates.digests()["examples"], "scripts/pin_floors.py --reason …"


@pytest.mark.parametrize("name", NAMES)
def test_page_is_read_as_expected(name: str) -> None:
    document, wanted = gates.coded_example(name).document, dict(gates.examples()[name]["document"])
    assert [part for part in wanted.pop("text_without", ()) if part in document.text] == []
    assert {field: getattr(document, field) for field in wanted} == wanted


@pytest.mark.parametrize("name", NAMES)
def test_nothing_forbidden_is_coded(name: str) -> None:
    coding = gates.coded_example(name)
    for item in gates.examples()[name]["forbidden"]:
        found = [s.evidence.text for s in coding.statements if gates.matches(item, s, coding.document.text)]
        assert not found, item


@pytest.mark.parametrize("name", NAMES)
def test_expected_items_are_found(name: str) -> None:
    wanted, found = gates.examples()[name]["expected"], gates.found_items(name)
    missing = [item for item, there in zip(wanted, found, strict=True) if not there]
    assert gates.example_shares()[name] >= gates.pinned()["examples"]["floors"][name], missing


@pytest.mark.parametrize("name", NAMES)
def test_words_of_the_expected_items_are_in_the_article(name: str) -> None:
    text = gates.coded_example(name).document.text
    assert [item["in"] for item in gates.examples()[name]["expected"] if item.get("in", "") not in text] == []
