"""Agreement in voting: by hand, at its limits, and for votes of any kind."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.datasets.agreement import VOTES, Vote, agreement

A, Y, N = "abstain", "yes", "no"


def cast(**votes: str) -> list[Vote]:
    """`cast(AZE="yyn-a")`: a letter a roll call, a hyphen for none."""
    letters = {"y": Y, "a": A, "n": N}
    return [
        (str(call), state, letters[letter])
        for state, given in votes.items()
        for call, letter in enumerate(given)
        if letter != "-"
    ]


def test_share_and_pi_by_hand() -> None:
    """Five common roll calls, four equal; of ten votes six are yes, three no, one an abstention."""
    pair = agreement(cast(AZE="yyynn-", TUR="yyyanx".replace("x", "y"))).pair("AZE", "TUR")
    assert pair is not None
    assert (pair.common, pair.equal, pair.share) == (5, 4, 0.8)
    expected = 0.6**2 + 0.3**2 + 0.1**2
    assert pair.pi == pytest.approx((0.8 - expected) / (1 - expected), abs=1e-6)


def test_always_alike_is_one_and_always_apart_is_below_nothing() -> None:
    found = agreement(cast(AZE="ynyn", MAR="ynyn", USA="nyny"))
    alike, apart = found.pair("AZE", "MAR"), found.pair("AZE", "USA")
    assert alike and alike.pi == pytest.approx(1)
    assert apart and apart.pi == pytest.approx(-1)
    assert [(pair.one, pair.other) for pair in found.pairs(least=4, above=0.6)] == [("AZE", "MAR")]


def test_one_and_the_same_vote_throughout_tells_nothing() -> None:
    found = agreement(cast(AZE="yyyy", MAR="yyyy"))
    pair = found.pair("AZE", "MAR")
    assert pair is not None and (pair.share, pair.pi) == (1, 0)
    assert not list(found.pairs(least=1, above=0.6))


def test_too_few_common_votes_make_no_pair() -> None:
    found = agreement(cast(AZE="ynyn----", MAR="ynynynyn", USA="----nyny"))
    assert not list(found.pairs(least=5, above=0.1))
    assert found.pair("AZE", "USA") is None
    assert found.pair("AZE", "FRA") is None
    assert agreement([]).pair("AZE", "MAR") is None


def test_two_votes_in_one_roll_call_are_told() -> None:
    with pytest.raises(ValueError, match="AZE voted twice in the roll call 7"):
        agreement([("7", "AZE", Y), ("7", "MAR", Y), ("7", "AZE", N)])


CALLS = st.dictionaries(
    st.tuples(st.integers(0, 9), st.sampled_from(["AZE", "MAR", "TUR", "USA"])), st.sampled_from(VOTES)
)


@given(CALLS)
def test_the_figures_are_those_that_counting_gives(calls: dict[tuple[int, str], str]) -> None:
    found = agreement([(str(call), state, vote) for (call, state), vote in calls.items()])
    for one, other in combinations(["AZE", "MAR", "TUR", "USA"], 2):
        both = [(calls[n, one], calls[n, other]) for n in range(10) if (n, one) in calls and (n, other) in calls]
        pair = found.pair(one, other)
        assert (pair is None) == (not both)
        if pair is not None:
            assert (pair.common, pair.equal) == (len(both), sum(a == b for a, b in both))
            assert -1.001 <= pair.pi <= 1.001
            assert pair.pi <= pair.share + 1e-6
