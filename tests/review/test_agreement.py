"""How far reviewers agree: by published figures, on both databases, whatever was taken back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from pytest import approx
from tests.ledger.made import CODER, coding, statement

from dragoman.ledger import adding, opened, statements
from dragoman.ledger.adding import Arrival
from dragoman.ledger.judgements import SETTLING
from dragoman.model import Ruling
from dragoman.review import ruling
from dragoman.review.agreement import agreement, alpha, kappa, last_words
from dragoman.review.ruling import Reviewer

YES, NO = Ruling.accept, Ruling.reject


def test_kappa_by_a_published_figure() -> None:
    """Two readers of fifty grant proposals: 20 both yes, 15 both no, 5 and 10 apart: 0.4."""
    told = [(YES, YES)] * 20 + [(YES, NO)] * 5 + [(NO, YES)] * 10 + [(NO, NO)] * 15
    assert kappa(told) == approx(0.4)
    assert kappa([(YES, YES)] * 3) is None
    assert kappa([]) is None


def test_alpha_by_a_published_figure() -> None:
    """Krippendorff (2011), Computing Krippendorff's alpha-reliability, section C: four observers, twelve units."""
    values = list(Ruling)
    observers = (
        [1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3],
        [0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0],
    )
    units = [{str(who): values[v] for who, v in enumerate(unit) if v} for unit in zip(*observers, strict=True)]
    assert alpha([unit for unit in units if len(unit) > 1]) == approx(0.743, abs=0.0005)
    assert alpha([{"a": YES, "b": YES}]) is None
    assert alpha([]) is None


@given(st.lists(st.tuples(st.sampled_from(SETTLING), st.sampled_from(SETTLING)), min_size=2, max_size=30))
def test_who_always_agrees_has_one_and_nobody_has_more(told: list[tuple[Ruling, Ruling]]) -> None:
    for measure in (kappa(told), alpha([{"a": a, "b": b} for a, b in told])):
        assert measure is None or -1.0 - 1e-9 <= measure <= 1.0 + 1e-9
    same = [(a, a) for a, _ in told]
    assert kappa(same) in (None, approx(1.0))


def test_the_last_word_of_each_that_is_in_force_counts(ledger_url: str) -> None:
    text = "Kazakhstan and Mongolia met."
    with opened(ledger_url, make=True) as ledger:
        with ledger.writing() as connection:
            told = coding(text, statement(text), statement(text, type="agreement"))
            key = adding.add(connection, Arrival(told, None, CODER)).key
            one, other = statements.of_document(connection, key)
            ruling.accept(connection, one, Reviewer("Rana"))
            ruling.reject(connection, one, Reviewer("Rana", "no"))
            taken_back = ruling.reject(connection, one, Reviewer("Li", "no"))
            ruling.undo(connection, taken_back.id, Reviewer("Rana"))
            ruling.accept(connection, one, Reviewer("Li"))
            ruling.accept(connection, other, Reviewer("Li"))
        with ledger.reading() as connection:
            assert last_words(connection) == {
                one: {"Rana": Ruling.reject, "Li": Ruling.accept},
                other: {"Li": Ruling.accept},
            }
            found = agreement(connection)
    assert (found.statements, found.judgements) == (1, 2)
    (pair,) = found.pairs
    assert (pair.a, pair.b, pair.statements, pair.agree) == ("Li", "Rana", 1, 0)
