"""B-cubed: the figures of the textbook case, and what holds for any partition."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.evaluation.bcubed import bcubed, shares

TRUTH = {number: "a" if number <= 5 else "b" if number <= 7 else "c" for number in range(1, 13)}
LABELS = st.dictionaries(st.integers(0, 12), st.sampled_from("abcd"), min_size=1)


@pytest.mark.parametrize(
    ("merged", "precision"),
    [
        ({"a": "x", "b": "y", "c": "y"}, (5 + 2 * 2 / 7 + 5 * 5 / 7) / 12),
        ({"a": "x", "b": "y", "c": "x"}, (10 * 5 / 10 + 2) / 12),
    ],
)
def test_one_wrong_link_costs_what_it_puts_together(merged: dict[str, str], precision: float) -> None:
    """Five, two and five things; two of the sets put together, the small one with a large one or the two large ones."""
    figures = bcubed(shares({thing: merged[label] for thing, label in TRUTH.items()}, TRUTH).values())
    assert figures.precision == pytest.approx(precision)
    assert figures.recall == 1.0
    assert figures.f1 == pytest.approx(2 * precision / (precision + 1))


def test_nothing_put_together_is_precise_and_finds_little() -> None:
    figures = bcubed(shares({thing: str(thing) for thing in TRUTH}, TRUTH).values())
    assert figures.precision == 1.0
    assert figures.recall == pytest.approx(3 / 12)


def test_what_is_missing_and_what_is_too_much_count_as_wrong() -> None:
    gold = {1: "a", 2: "a", 3: "b"}
    found = shares({1: "x", 2: "x", 4: "x"}, gold)
    assert (found[1].precision, found[1].recall) == (pytest.approx(2 / 3), 1.0)
    assert (found[3].precision, found[3].recall) == (None, 0.0)
    assert (found[4].precision, found[4].recall) == (0.0, None)
    figures = bcubed(found.values())
    assert (figures.count, figures.precision, figures.recall) == (3, pytest.approx(4 / 9), pytest.approx(2 / 3))


def test_nothing_has_no_figures() -> None:
    assert bcubed([]).f1 is None
    assert bcubed(shares({1: "x"}, {2: "y"}).values()).f1 == 0.0


@given(LABELS)
def test_the_truth_is_perfect_whatever_its_sets_are_called(gold: dict[int, str]) -> None:
    figures = bcubed(shares({thing: f"set {label}" for thing, label in gold.items()}, gold).values())
    assert (figures.precision, figures.recall, figures.f1) == (1.0, 1.0, 1.0)


@given(LABELS, LABELS)
def test_precision_and_recall_change_places_with_what_is_found_and_what_is_true(
    one: dict[int, str], other: dict[int, str]
) -> None:
    there, back = bcubed(shares(one, other).values()), bcubed(shares(other, one).values())
    assert (there.precision, there.recall) == (pytest.approx(back.recall), pytest.approx(back.precision))
    assert 0 <= (there.f1 or 0) <= 1
