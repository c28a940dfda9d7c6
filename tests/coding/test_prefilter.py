"""The cheap first pass: what it keeps and what it spares."""

from __future__ import annotations

import pytest

from dragoman.coding.prefilter import longest, prefilter
from dragoman.languages import pack

from . import gates, scoring

ORDINARY = gates.ROOT / "benchmarks/ordinary_news.txt"


def kept(text: str) -> list[str]:
    russian = pack("ru")
    return [s.text for s in prefilter(russian).relevant(russian.split(text))]


def test_a_page_without_a_word_of_defence_is_not_parsed_at_all() -> None:
    text = ORDINARY.read_text("utf8").replace("памятник солдатам, служившим в армии до войны", "фонтан")
    text = text.replace("обороной", "защитниками")
    assert kept(text) == []


def test_a_passing_mention_of_the_army_does_not_open_the_whole_page() -> None:
    text = ORDINARY.read_text("utf8")
    assert len(kept(text)) <= len(pack("ru").split(text)) / 10


def test_words_are_found_whole() -> None:
    assert "trigger" in prefilter(pack("ru")).hits("Кения купила ракеты.")
    assert not prefilter(pack("ru")).hits("Весна, веснушки и приморский пейзаж.")


def test_no_phrase_is_looked_for_by_a_word_that_stands_in_any_text() -> None:
    english = prefilter(pack("en"))
    assert not english.hits("Their cat walked into the kitchen from under a chair.")
    assert "trigger" in english.hits("The convoy came under fire.")
    assert longest("come_under_fire", {"come", "under"}) == "fire"
    assert longest("come_under", {"come", "under"}) == "under"


@pytest.mark.parametrize(
    "text",
    [
        "Дания передала Латвии радары. Об этом сообщил посол.",
        "Министр обороны Кении прибыл в Маскат. Накануне в порту открылась ярмарка. Стороны подписали соглашение.",
    ],
)
def test_a_sentence_that_names_the_source_is_kept_beside_what_it_speaks_of(text: str) -> None:
    assert kept(text)[0] == text.split(". ")[0] + "."
    assert kept(text)[-1] == text.split(". ")[-1]


def test_no_annotated_sentence_is_lost_before_it_is_read() -> None:
    lost = [s.text for s in scoring.load() if s.expect and not kept(s.text)]
    assert len(lost) <= len(scoring.load()) / 100, lost


def test_order_of_the_text_is_kept() -> None:
    text = gates.coded_example("01_signing").document.text
    starts = [text.find(sentence[:20].split("\u00a0")[0]) for sentence in kept(text)]
    assert starts == sorted(starts)
