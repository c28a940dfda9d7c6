"""English trees as Universal Dependencies, nouns with cases by function, verbs with their auxiliaries."""

from __future__ import annotations

import pytest

from dragoman.languages import Sentence, Token, pack


def parsed(text: str) -> Sentence:
    (sentence,) = pack("en").split(text)
    pack("en").parse([sentence])
    return sentence


def word(sentence: Sentence, text: str) -> Token:
    return next(t for t in sentence.tokens if t.text == text)


def test_prepositions_hang_on_their_nouns() -> None:
    sentence = parsed("Ghana bought trucks from Chile for its army.")
    chile = word(sentence, "Chile")
    assert (chile.relation, sentence.tokens[chile.head].text) in {("obl", "bought"), ("nmod", "trucks")}
    assert sentence.tokens[word(sentence, "from").head].text == "Chile"


@pytest.mark.parametrize(
    ("text", "noun", "case"),
    [
        ("Ghana bought trucks.", "Ghana", "Nom"),
        ("Ghana bought trucks.", "trucks", "Acc"),
        ("The minister gave them two trucks.", "them", "Dat"),
        ("The army of Togo marched.", "Togo", "Gen"),
        ("Togo's army marched.", "Togo", "Gen"),
        ("The trucks were sold by Ghana.", "Ghana", "Ins"),
        ("The trucks arrived in Ghana.", "Ghana", "Loc"),
        ("Ghana sold trucks to Togo.", "Togo", "Obl"),
    ],
)
def test_nouns_have_cases_by_function(text: str, noun: str, case: str) -> None:
    assert word(parsed(text), noun).case == case


@pytest.mark.parametrize(
    ("text", "verb", "features"),
    [
        ("Ghana will buy trucks.", "buy", ("Fin", "Fut", "Act", "")),
        ("Ghana is to buy trucks.", "buy", ("Fin", "Fut", "Act", "")),
        ("Ghana is going to buy trucks.", "buy", ("Fin", "Fut", "Act", "")),
        ("Ghana has bought trucks.", "bought", ("Fin", "Past", "Act", "")),
        ("Trucks are being bought by Ghana.", "bought", ("Fin", "Pres", "Pass", "")),
        ("Ghana would buy trucks.", "buy", ("Fin", "Pres", "Act", "Cnd")),
        ("The minister said Ghana would buy trucks.", "buy", ("Fin", "Fut", "Act", "")),
        ("Ghana agreed to buy trucks.", "buy", ("Inf", "", "Act", "")),
        ("The trucks bought by Ghana arrived.", "bought", ("Part", "Past", "Pass", "")),
        ("Ghana left, leaving the trucks behind.", "leaving", ("Conv", "Past", "Act", "")),
    ],
)
def test_verbs_have_the_features_of_their_auxiliaries(text: str, verb: str, features: tuple[str, ...]) -> None:
    found = word(parsed(text), verb)
    assert (found.form, found.tense, found.voice, found.mood) == features


def test_a_predicate_carries_its_copula() -> None:
    ready = word(parsed("Ghana is ready to send trucks."), "ready")
    assert (ready.relation, ready.short) == ("root", True)


def test_hyphenated_words_are_one_and_possessive_endings_none() -> None:
    assert [t.text for t in parsed("Togo's F-16s dropped anti-tank mines.").tokens] == [
        "Togo", "F-16s", "dropped", "anti-tank", "mines", ".",
    ]  # fmt: skip


def test_spans_point_into_the_stored_text() -> None:
    text = "Ghana\u00a0bought \u201ctwo\u201d trucks."
    assert [text[t.start : t.end] for t in parsed(text).tokens][:2] == ["Ghana", "bought"]


def test_quotation_marks_show_their_side() -> None:
    sentence = parsed('The minister said "we will sell nothing" and left.')
    assert [t.text for t in sentence.tokens if t.text in "«»"] == ["«", "»"]
    assert word(sentence, "sell").quoted
    assert not word(sentence, "left").quoted


def test_a_sentence_is_never_cut_again() -> None:
    sentence = parsed("Ghana asked: what now? why? when? and left.")
    assert sentence.tokens[-1].text == "."


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ghana will buy trucks if Togo agrees.", "condition"),
        ("The yard that built the ships closed.", "relative"),
        ("The minister said that Ghana bought trucks.", "complement"),
        ("Ghana left, leaving the trucks behind.", "gerund"),
        ("The trucks bought by Ghana arrived.", "participle"),
    ],
)
def test_kinds_of_clauses(text: str, kind: str) -> None:
    assert kind in {c.kind for c in parsed(text).clauses}
