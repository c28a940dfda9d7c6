"""Status over time: what was planned and done, claimed and denied, and how many voices it takes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.events import Report, merge
from dragoman.events.history import best_status, history
from dragoman.model import Status

from .made import of, report

DAY = "2025-03-10"


def told(status: str, published: str, *, said_by: str | None = None, copies: str | None = None) -> Report:
    return report(day=DAY, status=Status(status), published=published, said_by=said_by, copies=copies)


@pytest.mark.parametrize(
    ("steps", "best"),
    [
        (["planned", "happened"], "happened"),
        (["possible", "planned", "ongoing", "happened"], "happened"),
        (["happened", "planned"], "happened"),
        (["called_for", "denied"], "denied"),
        (["planned", "denied"], "denied"),
        (["possible", "denied"], "denied"),
        (["happened", "denied"], "denied"),
        (["denied", "possible"], "denied"),
        (["denied", "planned"], "denied"),
        (["denied", "happened"], "denied"),
        (["denied", "happened", "happened"], "happened"),
    ],
)
def test_the_best_that_is_known(steps: list[str], best: str) -> None:
    reports = [told(status, f"2025-03-{number + 1:02}") for number, status in enumerate(steps)]
    assert best_status(reports) is Status(best)
    assert best_status(reports[::-1]) is Status(best)
    assert [turn.status for turn in history(reports)] == [
        s for n, s in enumerate(map(Status, steps)) if n == 0 or s != steps[n - 1]
    ]


def test_a_denial_is_lifted_by_who_made_it() -> None:
    denied = told("denied", "2025-03-01", said_by="SYR")
    assert best_status([denied, told("happened", "2025-03-02", said_by="ISR")]) is Status.denied
    assert best_status([denied, told("planned", "2025-03-02", said_by="SYR")]) is Status.planned
    assert best_status([denied, told("happened", "2025-03-02", said_by="SYR")]) is Status.happened


def test_copies_of_one_text_are_one_voice() -> None:
    denied = told("denied", "2025-03-01", said_by="SYR")
    wire = [told("happened", f"2025-03-0{day}", copies="wire") for day in (2, 3, 4)]
    assert best_status([denied, *wire]) is Status.denied
    assert best_status([denied, *wire, told("happened", "2025-03-05")]) is Status.happened


@pytest.mark.parametrize(
    ("story", "turns"),
    [
        ("caspian-shield", ["possible", "planned", "ongoing", "happened"]),
        ("red-sea-pact", ["possible", "denied", "planned", "happened"]),
        ("secret-meeting", ["possible", "denied"]),
        ("cancelled-drill", ["planned", "denied"]),
        ("no-agreement-yet", ["possible", "planned", "happened"]),
        ("denied-jets", ["possible", "denied"]),
        ("embargo", ["called_for", "happened"]),
        ("niamey-withdrawal", ["planned", "ongoing", "happened"]),
    ],
)
def test_the_turns_of_a_story(story: str, turns: list[str]) -> None:
    (event,) = merge(of(story))
    assert [turn.status.value for turn in event.history] == turns
    assert event.status.value == turns[-1]
    assert [turn.date for turn in event.history] == sorted(turn.date or "" for turn in event.history)
    assert sorted(key for turn in event.history for key in turn.statements) == list(event.statements)


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(sorted(Status)), st.integers(1, 28)), min_size=1, max_size=6), st.randoms())
def test_what_is_known_does_not_depend_on_the_order_of_arrival(steps: list[tuple[Status, int]], chance: object) -> None:
    reports = [told(status, f"2025-03-{day:02}") for status, day in steps]
    shuffled = list(reports)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert best_status(reports) is best_status(shuffled)
    assert history(reports) == history(shuffled)
    assert best_status(reports) in {status for status, _ in steps}
