"""The verb of a headline that the tagger takes for a noun becomes its root; what is no headline stays as it is."""

from __future__ import annotations

import pytest

from dragoman.languages import Token, pack


def parsed(text: str) -> list[Token]:
    (sentence,) = pack("en").split(text)
    pack("en").parse([sentence])
    return sentence.tokens


@pytest.mark.parametrize(
    ("text", "verb", "subjects"),
    [
        ("Kenya, Ghana ink defence deal", "ink", {"Kenya"}),
        ("Chile exports mortars to Peru", "exports", {"Chile"}),
        ("Portugal gifts patrol boats to Angola", "gifts", {"Portugal"}),
        ("Ugandan troops land in Chad", "land", {"troops"}),
    ],
)
def test_a_headline_has_its_verb(text: str, verb: str, subjects: set[str]) -> None:
    tokens = parsed(text)
    (root,) = [t for t in tokens if t.head < 0]
    assert (root.text, root.form, root.tense) == (verb, "Fin", "Past")
    assert {t.text for t in tokens if t.head == root.index and t.relation == "nsubj"} == subjects


@pytest.mark.parametrize("text", ["Turkish arms exports to Chad", "Joint plan for the Baltic", "Chilean drones"])
def test_a_noun_without_a_verb_gets_none(text: str) -> None:
    assert all(t.form != "Fin" for t in parsed(text))


def test_a_circle_of_heads_is_cut_at_its_verb() -> None:
    tokens = parsed("Omani traders re-exported Swiss drone engines to Yemen.")
    (root,) = [t for t in tokens if t.head < 0]
    assert (root.text, root.form) == ("re-exported", "Fin")
