"""Who hedges and who asserts: counts by outlet, and how far a share of few can be trusted."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.findings.outlets import every, outlets, wilson
from dragoman.ledger.claims import Tally
from dragoman.model import Status, Verdict

TALLIES = [
    Tally("a.example", Status.possible, False, "no_trace", 3),
    Tally("a.example", Status.happened, True, "supported", 1),
    Tally("a.example", Status.planned, False, "not_checkable", 5),
    Tally(None, Status.denied, False, "contradicted", 2),
]


def test_outlets_are_counted_the_largest_first() -> None:
    first, second = outlets(TALLIES)
    assert (first.outlet, first.claims, first.hedged, first.asserted, first.quoted) == ("a.example", 9, 3, 1, 1)
    assert first.hedged_share is not None and first.hedged_share.share == 0.75
    assert first.verdicts == {Verdict.supported: 1, Verdict.no_trace: 3, Verdict.not_checkable: 5}
    assert (second.outlet, second.hedged_share) == (None, None)
    assert every(TALLIES).claims == 11


def test_interval_of_wilson_by_a_published_figure() -> None:
    """Newcombe (1998), table I: 15 of 148 has 0.0624 to 0.1605."""
    found = wilson(15, 148)
    assert (round(found.low, 4), round(found.high, 4)) == (0.0624, 0.1605)


@given(st.integers(1, 10_000).flatmap(lambda whole: st.tuples(st.integers(0, whole), st.just(whole))))
def test_a_share_lies_in_its_interval(pair: tuple[int, int]) -> None:
    found = wilson(*pair)
    assert 0.0 <= found.low <= found.share + 1e-12 and found.share - 1e-12 <= found.high <= 1.0
