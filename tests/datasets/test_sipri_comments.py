"""The grammar of SIPRI's comments: every rule does what its examples say, and what is in doubt stays in doubt."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.actors import by_name
from dragoman.datasets.sipri_comments import Example, grammar, read_comment

EXAMPLES = [(rule.name, example) for rule in grammar().rules for example in rule.examples]


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=[f"{name}: {example.text}" for name, example in EXAMPLES])
def test_an_example_of_the_grammar(name: str, example: Example) -> None:
    told = read_comment(example.text, example.supplier, example.recipient, by_name)
    assert {role: tuple(found) for role, found in told.roles.items()} == example.expect
    assert told.rules[name] == 1
    assert not told.left


@pytest.mark.parametrize(
    ("comment", "expected"),
    [
        ("For 2 Gowind frigates from France or Egypt", {"possible_intermediary": {"FRA": None, "EGY": None}}),
        ("Second-hand; delivery via France cancelled", {}),
        ("modernized after delivery in Poland", {}),
        ("For 12 C-27J transport aircraft from Italy", {"intermediary": {"ITA": None}}),
        ("financed by Denmark; Germany and Norway", {"donor": {"DNK": None, "DEU": None, "NOR": None}}),
        ("probably assembled/produced in Morocco", {"local": {"MAR": None}}),
        ("Moroccan designation Al Hafiq; incl 2 for VIP transport", {}),
    ],
)
def test_what_a_comment_tells(comment: str, expected: dict[str, dict[str, None]]) -> None:
    assert read_comment(comment, "USA", "MAR", by_name).roles == expected


def test_a_state_that_no_rule_reads_is_counted_and_a_party_is_not() -> None:
    assert read_comment("as good as the ones of Spain and Morocco", "USA", "MAR", by_name).left == 1


@given(st.text(max_size=200))
def test_any_text_can_be_read(comment: str) -> None:
    told = read_comment(comment, "USA", "MAR", by_name)
    assert all(actor not in ("USA", "MAR") for actor in told.roles.get("intermediary", ()))
