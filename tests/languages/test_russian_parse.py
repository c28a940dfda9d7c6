"""Tokens with lemma, case and head, and the clauses that they form."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.languages import Sentence, Token, pack


def parsed(text: str) -> list[Sentence]:
    sentences = pack("ru").split(text)
    pack("ru").parse(sentences)
    return sentences


def one(text: str) -> Sentence:
    (sentence,) = parsed(text)
    return sentence


def word(sentence: Sentence, text: str) -> Token:
    return next(t for t in sentence.tokens if t.text == text)


def kind_of(sentence: Sentence, text: str) -> str:
    return sentence.clauses[word(sentence, text).clause].kind


TEXT = (
    "Министр обороны Кении, прибывший в\u00a0Маскат, встретился с коллегой, который обещал «любую помощь», "
    "и подписал договор."
)


def sound(text: str, sentences: list[Sentence]) -> None:
    """What holds of every parsed sentence."""
    for sentence in sentences:
        tokens = sentence.tokens
        assert [t.index for t in tokens] == list(range(len(tokens)))
        for token in tokens:
            assert sentence.start <= token.start <= token.end <= sentence.end <= len(text)
            assert token.head == -1 or (0 <= token.head < len(tokens) and token.head != token.index)
            assert token.keys and token.lemma
        owned = sorted(i for clause in sentence.clauses for i in clause.tokens)
        assert owned == list(range(len(tokens)))
        for clause in sentence.clauses:
            assert all(tokens[i].clause == clause.index for i in clause.tokens)
            assert clause.parent == -1 or 0 <= clause.parent < len(sentence.clauses)


def test_tokens_cover_the_text_and_point_into_it() -> None:
    sentence = one(TEXT)
    assert "".join(t.text for t in sentence.tokens) == "".join(TEXT.split())
    assert all(TEXT[t.start : t.end] == t.text for t in sentence.tokens)
    sound(TEXT, [sentence])


def test_a_participle_has_the_infinitive_as_its_lemma() -> None:
    assert word(one(TEXT), "прибывший").lemma == "прибыть"
    assert word(one(TEXT), "прибывший").form == "Part"


def test_a_gerund_and_an_infinitive_are_told_apart() -> None:
    sentence = one("Приобретая ракеты, Кения намерена укрепить оборону.")
    assert (word(sentence, "Приобретая").form, word(sentence, "укрепить").form) == ("Conv", "Inf")


def test_the_perfective_present_is_future() -> None:
    assert word(one("Дания передаст Латвии радары."), "передаст").tense == "Fut"


def test_quoted_words_are_marked() -> None:
    assert [t.text for t in one(TEXT).tokens if t.quoted] == ["любую", "помощь"]
    straight = one('Стороны подписали "План сотрудничества" в Риге.')
    assert [t.text for t in straight.tokens if t.quoted] == ["План", "сотрудничества"]


@pytest.mark.parametrize(
    ("text", "predicate", "kind"),
    [
        ("Кения купила катера, которые построила Италия.", "построила", "relative"),
        ("Если парламент согласится, Кения купит катера.", "согласится", "condition"),
        ("Кения купила катера, чтобы охранять берег.", "охранять", "purpose"),
        ("Министр заявил, что Кения купила катера.", "купила", "complement"),
        ("Покупая катера, Кения укрепляет флот.", "Покупая", "gerund"),
        ("Прибывший в Ригу министр осмотрел порт.", "Прибывший", "participle"),
        ("Кения купила катера.", "купила", "main"),
        ("Катера куплены Кенией.", "куплены", "main"),
    ],
)
def test_kind_of_the_clause(text: str, predicate: str, kind: str) -> None:
    assert kind_of(one(text), predicate) == kind


def test_words_belong_to_the_clause_of_their_predicate() -> None:
    sentence = one("Если парламент согласится, Кения купит катера.")
    assert word(sentence, "парламент").clause == word(sentence, "согласится").clause
    assert word(sentence, "катера").clause == word(sentence, "купит").clause != word(sentence, "согласится").clause


def test_without_a_verb_there_is_one_main_clause() -> None:
    sentence = one("Визит министра обороны Кении в Оман")
    assert [clause.kind for clause in sentence.clauses] == ["main"]


def test_parsing_together_or_apart_is_the_same() -> None:
    texts = ["Кения купила катера.", "Дания, по словам посла, передаст Латвии радары до конца года.", "Визит в Оман"]
    together = parsed("\n".join(texts))
    apart = [one(text) for text in texts]
    assert [[(t.text, t.lemma, t.head) for t in s.tokens] for s in together] == [
        [(t.text, t.lemma, t.head) for t in s.tokens] for s in apart
    ]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("INTERFAX.RU - Кения купила катера.", "Кения"),
        ("АККРА, 3 мая. /ТАСС/ — Гана купила катера.", "Гана"),
        ("ЛИМА /Trend/ - Перу купило катера.", "Перу"),
        ("ТАСС — крупное агентство.", "ТАСС"),
        ("Trend сообщил о закупке.", "Trend"),
    ],
)
def test_a_dateline_is_no_part_of_the_sentence(text: str, first: str) -> None:
    assert parsed(text)[-1].tokens[0].text == first


def test_an_abbreviation_in_brackets_does_not_part_a_noun_from_whose_it_is() -> None:
    sentence = one("Глава Вооружённых сил (ВС) Чили прибыл в Лиму.")
    assert [t.text for t in sentence.tokens][:4] == ["Глава", "Вооружённых", "сил", "Чили"]
    assert "ООН" in [t.text for t in one("Организация объединённых наций (ООН) ждёт.").tokens]


def test_parsing_nothing_is_fine() -> None:
    pack("ru").parse([])


def test_natasha_itself_is_never_imported() -> None:
    code = (
        "import sys; from dragoman.languages import pack; p = pack('ru'); p.parse(p.split('Кения купила катера.'));"
        "print(sorted({m.split('.')[0] for m in sys.modules} & {'natasha', 'yargy', 'pymorphy2'}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


CYRILLIC = st.text(alphabet='абвгдежиклмнопрстухя АБВКМНР,.«»"-—()\n\u00a0\u200bNATOx1', max_size=120)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.text(max_size=120), CYRILLIC))
def test_any_text_is_parsed_soundly(text: str) -> None:
    sound(text, parsed(text))
