"""Two reports: what links them, what rules it out, and that the reasons can be read."""

from __future__ import annotations

import re
from itertools import combinations

import pytest

from dragoman.events import Report, compare, contradiction, likeness
from dragoman.model import Goods, Status

from .made import report, told

ARMS = ("FRA supplier", "SVN recipient")
SENTENCE = re.compile(r"^[A-Z][^\n]*\.$")
TANKS = Goods(designation="Leopard 1 tank", number=8)
PLANNED = Status.planned
DRILL = ("POL party", "LTU party")


def test_it_does_not_matter_which_report_comes_first() -> None:
    for a, b in combinations(told()[:40], 2):
        assert compare(a, b) == compare(b, a)
        assert contradiction(a, b) == contradiction(b, a)


def test_every_reason_is_a_sentence_that_names_states_by_their_names() -> None:
    pairs = [likeness(a, b) for a, b in combinations(told()[::4], 2)]
    reasons = {line for found in pairs for line in (*found.reasons, found.barred, found.unfounded) if line}
    assert len(reasons) > 60
    for reason in reasons:
        assert SENTENCE.match(reason), reason
        assert not re.search(r"\b(?!AW|EU\b)[A-Z]{3}\b(?!\d)", re.sub(r"[A-Z]+-?\d+\w*|IRIS-T", "", reason)), reason
        assert "_" not in reason, reason


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (report(day="2025-03-03"), report(day="2025-03-03", language="ru"), "Both give the same day."),
        (report(day="2025-03-03"), report(day="2025-03-03"), "Both name Georgia and Türkiye."),
        (
            report(day="2025-03-04", place="TUR"), report(published="2025-03-06", place="TUR"),
            "One gives a date, and the other was published 2 days from it.",
        ),
        (
            report(published="2025-03-04"), report(published="2025-03-05"),
            "Neither gives a date; they were published 1 day apart.",
        ),
        (
            report("exercise", *DRILL, day="2025-03-03"), report("exercise", *DRILL, day="2025-03-07"),
            "They give dates 4 days apart; such a happening may last as long.",
        ),
        (
            report("negotiation", day="2025-03-03"), report("meeting", day="2025-03-03"),
            "One tells of: negotiation, the other of: meeting, which may be one.",
        ),
        (
            report("arms_transfer", *ARMS, mode="ordered", status=PLANNED, published="2024-02-15", goods=(TANKS,)),
            report("arms_transfer", *ARMS, mode="delivered", published="2024-11-20", goods=(TANKS,)),
            "The later one may take up the deal of the earlier one.",
        ),
        (
            report("exercise", "BGR host", "MKD party", day="2025-03-03"),
            report("exercise", "BGR party", "ROU party", "MKD party", day="2025-03-03"),
            "Both name North Macedonia; Bulgaria is a party in one, the host or the place in the other.",
        ),
    ],
)  # fmt: skip
def test_a_link_says_why(one: Report, other: Report, reason: str) -> None:
    link = compare(one, other)
    assert link is not None and link.score >= 0.5
    assert reason in link.reasons


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (report(day="2025-03-03"), report(day="2025-03-21"), "They give dates 18 days apart."),
        (report(published="2025-03-03"), report(published="2025-04-03"), "They are too far apart in time."),
        (
            report("visit", "GRC visitor", "EGY host", day="2025-03-03"),
            report("visit", "EGY visitor", "GRC host", day="2025-03-03"),
            "One names Greece, where the other names Egypt.",
        ),
        (
            report("meeting", "TUR party", "GEO party", day="2025-03-03", mode="in_person"),
            report("meeting", "TUR party", "MDA party", day="2025-03-03", mode="in_person"),
            "One names Georgia, where the other names Moldova.",
        ),
        (
            report("meeting", day="2025-03-03", mode="phone"), report("meeting", day="2025-03-03", mode="in_person"),
            "One says: by telephone or video, the other: in person.",
        ),
        (
            report("agreement", mode="signed", day="2025-03-03"),
            report("agreement", mode="ratified", day="2025-03-03"),
            "One says: signed, the other: ratified.",
        ),
        (report("visit"), report("exercise"), "One tells of: visit, the other of: exercise."),
        (
            report("exercise", *DRILL, day="2025-03-03", instrument="Amber Gate"),
            report("exercise", *DRILL, day="2025-03-04", instrument="Iron Hail"),
            "They give different names.",
        ),
        (
            report(day="2025-03-03", document="one"), report(day="2025-03-04", document="one"),
            "One text tells of both, as of two.",
        ),
    ],
)  # fmt: skip
def test_what_contradicts_is_never_linked(one: Report, other: Report, reason: str) -> None:
    assert compare(one, other) is None
    assert contradiction(one, other) == reason


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # one names a party, the other the other party of the same meeting
        (report("meeting", "CPV party", day="2025-03-03"), report("meeting", "PRT party", day="2025-03-03")),
        # a guest without a host, a host without a guest
        (report("visit", "IRQ visitor", day="2025-03-03"), report("visit", "JOR host", day="2025-03-03")),
        # two of many
        (report("exercise", "ALB party", day="2025-03-03"), report("exercise", "BGR party", "ROU party")),
    ],
)
def test_reports_without_a_common_party_are_not_linked_and_do_not_contradict(one: Report, other: Report) -> None:
    assert compare(one, other) is None
    assert contradiction(one, other) is None


@pytest.mark.parametrize(("number", "linked"), [(8, True), (7, True), (6, True), (5, False), (16, False)])
def test_a_number_told_differently_splits_nothing_another_batch_does(number: int, linked: bool) -> None:
    one = report("arms_transfer", *ARMS, mode="delivered", day="2025-03-03", goods=(TANKS,))
    goods = TANKS.model_copy(update={"number": number})
    other = report("arms_transfer", *ARMS, mode="delivered", published="2025-03-12", goods=(goods,))
    assert (compare(one, other) is not None) is linked


@pytest.mark.parametrize(
    ("designation", "linked"), [("tank Leopard 1", True), ("танк «Леопард-1»", True), ("patrol boat", False)]
)
def test_goods_are_compared_across_languages(designation: str, linked: bool) -> None:
    one = report("arms_transfer", *ARMS, mode="delivered", day="2025-03-03", goods=(TANKS,))
    other = report(
        "arms_transfer", *ARMS, mode="delivered", published="2025-03-04", goods=(Goods(designation=designation),)
    )
    assert (compare(one, other) is not None) is linked


def test_agreements_of_one_day_are_told_apart_by_what_they_are_about() -> None:
    def signed(*matter: str, language: str = "en") -> Report:
        return report("agreement", mode="signed", day="2025-03-03", matter=matter, language=language)

    assert compare(signed("education"), signed("classified_information", language="ru")) is None
    assert compare(signed("education"), signed("training", language="ru")) is not None
    assert compare(signed("education"), signed("general", language="ru")) is not None


def test_ministers_and_chiefs_of_staff_are_two_meetings_of_one_day() -> None:
    ministers = report("meeting", "AUT party minister of defence", "HUN party minister of defence", day="2025-03-03")
    chiefs = report("meeting", "AUT party chief of the general staff", "HUN party", day="2025-03-03")
    vaguer = report("meeting", "AUT party minister", "HUN party", day="2025-03-03")
    assert compare(ministers, chiefs) is None
    assert compare(ministers, vaguer) is not None


@pytest.mark.parametrize(
    ("status", "months", "linked"),
    [(PLANNED, 9, True), (Status.happened, 9, False), (PLANNED, 40, False)],
)
def test_a_deal_is_taken_up_again_unless_it_was_done_or_is_long_ago(status: Status, months: int, linked: bool) -> None:
    first = report("arms_transfer", *ARMS, status=status, published="2022-01-10", goods=(TANKS,))
    later = f"{2022 + months // 12}-{months % 12 + 1:02}-10"
    then = report("arms_transfer", *ARMS, mode="delivered", published=later, goods=(TANKS,))
    assert (compare(first, then) is not None) is linked


def test_an_organisation_stands_for_its_members() -> None:
    union = report("restriction", "EU source", "SDN target", mode="sanction", day="2025-03-03")
    member = report("restriction", "FRA source", "SDN target", mode="sanction", day="2025-03-03")
    stranger = report("restriction", "JPN source", "SDN target", mode="sanction", day="2025-03-03")
    assert contradiction(union, member) is None
    assert contradiction(union, stranger) == "One names European Union, where the other names Japan."


def test_each_side_of_a_clash_may_accuse_the_other() -> None:
    one = report("clash", "TJK source", "KGZ target", day="2025-03-03")
    other = report("clash", "KGZ source", "TJK target", day="2025-03-03", status=Status.possible)
    assert compare(one, other) is not None
