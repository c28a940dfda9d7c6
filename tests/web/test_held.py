"""What is kept of a revision is worked out once, whoever asks, and is gone with the next revision."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from dragoman.ledger import Ledger
from dragoman.ledger.opening import revision_of
from dragoman.web import application
from dragoman.web.csvs import cell
from dragoman.web.held import MOST, NETWORK, Held, warm


def test_an_answer_is_worked_out_once_for_each_revision() -> None:
    held, made = Held(), []
    for revision in (1, 1, 2, 2):
        assert held.answer(revision, "q", lambda: made.append(1) or len(made)) == revision  # type: ignore[func-returns-value]


def test_who_asks_meanwhile_waits_for_the_answer() -> None:
    held, made, ready = Held(), [], Barrier(8)

    def ask() -> int:
        ready.wait(5)
        return held.answer(1, "q", lambda: made.append(1) or len(made))  # type: ignore[func-returns-value]

    with ThreadPoolExecutor(8) as pool:
        assert [one.result() for one in [pool.submit(ask) for _ in range(8)]] == [1] * 8


def test_a_question_that_fails_can_be_asked_again() -> None:
    held = Held()
    with pytest.raises(ZeroDivisionError):
        held.answer(1, "q", lambda: 1 // 0)
    assert held.answer(1, "q", lambda: 7) == 7


def test_the_network_outlives_many_answers() -> None:
    held = Held()
    assert held.answer(1, NETWORK, lambda: "network") == "network"
    for number in range(MOST + 5):
        held.answer(1, number, lambda number=number: number)  # type: ignore[misc]
    assert held.answer(1, NETWORK, lambda: "again") == "network"
    assert held.answer(1, 0, lambda: "again") == "again"


def test_the_network_is_read_before_anybody_asks(filled: Ledger) -> None:
    app = application(filled)
    warm(app).join(20)
    with filled.reading() as connection:
        again = app.state.held.answer(revision_of(connection), NETWORK, lambda: pytest.fail("it was not read"))
    assert len(again.columns) > 5


@pytest.mark.parametrize(
    ("value", "told"),
    [("=1+1", "'=1+1"), ("@x", "'@x"), (("a", "b"), "a|b"), (-1.5, -1.5), (None, None), ("a=1", "a=1")],
)
def test_a_spreadsheet_reads_no_formula(value: object, told: object) -> None:
    assert cell(value) == told
