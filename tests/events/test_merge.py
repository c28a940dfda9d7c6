"""Events from reports: the same for any order, free of contradiction, explained, and as reviewers want them."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.events import Verdict, contradiction, merge
from dragoman.model import Event

from .made import of, report, stories, told

NAMES = [story.story for story in stories()]
REVIEWER = "Ada"


def sets(events: list[Event]) -> set[frozenset[str]]:
    return {frozenset(event.statements) for event in events}


@pytest.fixture(scope="module")
def events() -> list[Event]:
    return merge(told())


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(NAMES), st.randoms(use_true_random=False))
def test_the_order_of_arrival_does_not_matter_within_a_story(name: str, chance: random.Random) -> None:
    listed = of(name)
    shuffled = chance.sample(listed, len(listed))
    assert merge(shuffled) == merge(listed)


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_arrival_does_not_matter_over_all_stories(seed: int, events: list[Event]) -> None:
    assert merge(random.Random(seed).sample(told(), len(told()))) == events


@settings(deadline=None, max_examples=30)
@given(st.lists(st.sampled_from(NAMES), min_size=2, max_size=5, unique=True), st.data())
def test_verdicts_hold_in_any_order(names: list[str], data: st.DataObject) -> None:
    listed = [one for name in names for one in of(name)]
    pairs = list(combinations(sorted(one.key for one in listed), 2))
    drawn = data.draw(st.lists(st.sampled_from(pairs), max_size=4, unique=True))
    joined = [Verdict(a, b, REVIEWER) for a, b in drawn[::2]]
    parted = [Verdict(a, b, REVIEWER) for a, b in drawn[1::2]]
    made = merge(listed, joined=joined, parted=parted)
    for verdict in parted:
        assert not any({verdict.a, verdict.b} <= together for together in sets(made))
    again = merge(data.draw(st.permutations(listed)), joined=joined[::-1], parted=parted[::-1])
    assert again == made


def test_a_contradiction_is_never_put_together(events: list[Event]) -> None:
    reports = {one.key: one for one in told()}
    checked = 0
    for event in events:
        for a, b in combinations(event.statements, 2):
            assert contradiction(reports[a], reports[b]) is None, (a, b)
            checked += 1
    assert checked > 300


def test_every_report_is_in_one_event(events: list[Event]) -> None:
    assert sorted(key for event in events for key in event.statements) == sorted(one.key for one in told())


def test_every_event_says_what_joined_each_report_but_the_first(events: list[Event]) -> None:
    for event in events:
        assert len(event.why) == len(event.statements) - 1
        reached = {event.statements[0]}
        for _ in event.why:
            reached |= {key for link in event.why if {link.a, link.b} & reached for key in (link.a, link.b)}
        assert reached == set(event.statements)
        assert all(link.reasons and link.score >= 0.5 for link in event.why)


def test_an_event_carries_what_most_reports_say() -> None:
    (event,) = merge(of("many-parties")[:4])
    assert event.type == "exercise"
    assert {party.actor for party in event.parties} == {"ALB", "BGR", "GRC", "MKD", "ROU"}
    assert event.place == "BGR"
    assert event.time is not None and event.time.start == "2025-08-25"
    assert event.instrument == "Рубеж"


def test_a_reviewer_joins_what_contradicts() -> None:
    one, other = report(key="a", day="2025-03-03"), report(key="b", day="2025-03-17")
    assert len(merge([one, other])) == 2
    (event,) = merge([one, other], joined=[Verdict("b", "a", REVIEWER, "the talks were moved by a fortnight")])
    assert [(link.reviewer, link.reasons) for link in event.why] == [
        (REVIEWER, ("the talks were moved by a fortnight",))
    ]


def test_a_reviewer_parts_what_was_linked_and_a_third_report_does_not_bring_it_back() -> None:
    one, other, third = (report(key=key, day="2025-03-03") for key in "abc")
    assert len(merge([one, other, third])) == 1
    parted = [Verdict("a", "b", REVIEWER)]
    made = merge([one, other, third], parted=parted)
    assert len(made) == 2
    assert not any({"a", "b"} <= set(event.statements) for event in made)


def test_parting_wins_over_joining() -> None:
    one, other, third = (report(key=key, day="2025-03-03") for key in "abc")
    joined = [Verdict("a", "c", REVIEWER), Verdict("c", "b", REVIEWER)]
    made = merge([one, other, third], joined=joined, parted=[Verdict("a", "b", REVIEWER)])
    assert not any({"a", "b"} <= set(event.statements) for event in made)


def test_copies_of_one_text_are_linked_by_that_and_still_not_against_a_contradiction() -> None:
    texts = [report("military_aid", "FIN donor", "UKR recipient", published=f"2025-03-0{day}") for day in (1, 7)]
    assert len(merge(texts)) == 2
    (event,) = merge([replace(text, copies="wire") for text in texts])
    assert "Their texts are copies of one." in event.why[0].reasons
    guest, other = (
        report("visit", f"{state} visitor", "BHR host", day="2025-03-03", copies="mould") for state in ("JOR", "PAK")
    )
    assert len(merge([guest, other])) == 2


def test_it_bridges_a_chain_only_where_the_ends_agree() -> None:
    first = report("meeting", "CPV party", key="a", day="2025-03-03", place="PRT")
    both = report("meeting", "CPV party", "PRT party", key="b", day="2025-03-03", place="PRT")
    second = report("meeting", "PRT party", key="c", day="2025-03-03", place="PRT")
    stranger = report("meeting", "PRT party", "ESP party", key="d", day="2025-03-03", place="PRT", mode="in_person")
    assert sets(merge([first, both, second, stranger])) == {frozenset("abc"), frozenset("d")}
