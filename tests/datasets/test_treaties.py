"""What a pact is called, which layer it is in, and what two members share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.datasets import Reading, open_dataset
from dragoman.datasets.spans import Span
from dragoman.datasets.treaties import APART, Member, pact, treaty_ties
from dragoman.model import Layer

Find = Callable[[str], Path]


@pytest.fixture
def reading(fixture: Find) -> Reading:
    return open_dataset("atop", fixture("atop"))


def member(number: str, start: str, end: str | None, *pledges: str) -> Member:
    return Member(number, Span(start, end), pledges)


@pytest.mark.parametrize(
    ("pledges", "name"),
    [
        ((), "no pledge to each other"),
        (("defence",), "defence pact"),
        (("consultation", "defence"), "defence and consultation pact"),
        (("consultation", "nonaggression", "defence"), "defence, nonaggression and consultation pact"),
    ],
)
def test_what_a_pact_is_called(pledges: tuple[str, ...], name: str) -> None:
    assert pact(pledges) == name


@pytest.mark.parametrize(
    ("pledges", "layer", "type", "mode"),
    [
        ("defence", Layer.alliance, "partnership", "alliance"),
        ("offence", Layer.alliance, "partnership", "alliance"),
        ("consultation", Layer.alliance, "partnership", None),
        ("neutrality", Layer.alliance, "partnership", None),
        ("nonaggression", Layer.agreement, "agreement", "signed"),
    ],
)
def test_a_pact_stays_what_it_is(reading: Reading, pledges: str, layer: Layer, type: str, mode: str | None) -> None:
    members = [member("373", "1996", None, pledges), member("704", "1996", None, pledges)]
    (tie,) = treaty_ties(reading, "1", "1", members)
    assert (tie.layer, tie.type, tie.mode) == (layer, type, mode)
    assert tie.details == {"pledges": pledges}


def test_two_members_are_tied_while_both_are_members(reading: Reading) -> None:
    members = [
        member("2", "1949", None, "defence"),
        member("220", "1949", "1966-03-07", "defence"),
        member("230", "1982-05-30", None, "defence"),
    ]
    ties = list(treaty_ties(reading, "1/0", "1", members))
    assert [(tie.record, tie.start, tie.end) for tie in ties] == [
        ("1/0/2/220", "1949", "1966-03-07"),
        ("1/0/2/230", "1982-05-30", None),
    ]
    assert reading.tally.skipped[APART] == 1
    assert {tie.group for tie in ties} == {"1"}


def test_who_promises_what_is_told_where_they_differ(reading: Reading) -> None:
    members = [member("710", "1961", None, "consultation"), member("2", "1961", None, "defence", "consultation")]
    (tie,) = treaty_ties(reading, "1", "1", members)
    assert (tie.source, tie.target) == ("CHN", "USA")
    assert tie.details == {
        "pledges": "defence, consultation",
        "pledges_source": "consultation",
        "pledges_target": "defence, consultation",
    }
