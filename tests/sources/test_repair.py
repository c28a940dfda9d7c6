"""The text for analysis, and that every span of it leads back into the stored text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.sources import repair

JOINTS = frozenset(
    [
        "заявил",
        "подтвердил",
        "считает",
        "уточняет",
        "пишет",
        "встретился",
        "как",
        "по",
        "с",
        "в",
        "на",
        "под",
        "от",
        "у",
    ]
)
WORDS = JOINTS | frozenset(
    [
        "адмирал",
        "генерал",
        "литвы",
        "польшей",
        "лад",
        "ладов",
        "санкционный",
        "порт",
        "учениях",
        "ранее",
        "сбер",
        "сбербанк",
    ]
)


def known(word: str) -> bool:
    return word in WORDS


@pytest.mark.parametrize(
    ("glued", "parted"),
    [
        ("порт ЛитвыHarbour", "порт Литвы Harbour"),
        ("учения сПольшей", "учения с Польшей"),
        ("выход вНАТО", "выход в НАТО"),
        ("уточняетreuters", "уточняет reuters"),
        ("пишетAFP.", "пишет AFP."),
        ("Harbourпишет", "Harbour пишет"),
        ("гаубицыM119", "гаубицы M119"),
        ("Выход в море.По плану", "Выход в море. По плану"),
        ("в 2019.Затем", "в 2019. Затем"),
        ("прямо,пишет", "прямо, пишет"),
        ("гаубицы M119,уточняет", "гаубицы M119, уточняет"),
        ("весной», —заявил он", "весной», — заявил он"),
        ("весной»,— заявил он", "весной», — заявил он"),
        ("фрегат«Заря»вышел", "фрегат «Заря» вышел"),
        ("до 2019года", "до 2019 года"),
        ("заявиладмирал", "заявил адмирал"),
        ("Адмиралподтвердил", "Адмирал подтвердил"),
        ("Какуточняет", "Как уточняет"),
        ("Какуточняетадмирал", "Как уточняет адмирал"),
        ("ранееподтвердилПольшей", "ранее подтвердил Польшей"),
        ("Куймекеевподтвердил", "Куймекеев подтвердил"),
        ("ВМСподтвердил", "ВМС подтвердил"),
        ("встретилсяс", "встретился с"),
        ("встретился с\u00a0генералом", "встретился с генералом"),
        ("пере\u00adго\u00adво\u00adры", "переговоры"),
        ("\ufeffпорт\u200b", "порт"),
        ("пере\u0301говоры", "переговоры"),
        ("Cербия и pека", "Сербия и река"),
    ],
)
def test_what_was_glued_is_parted(glued: str, parted: str) -> None:
    assert repair(glued, known, JOINTS).text == parted


@pytest.mark.parametrize(
    "text",
    [
        "С-300ПМУ", "Т-72Б3", "МиГ-29", "КамАЗ", "СберБанк", "152-мм гаубица", "155мм", "10 кВА и 5 кВт", "1,5 млн",
        "А. И. Орлов", "HIMARSы", "zastava.example", "https://zastava.example/Армия.Порт", "почта@zastava.example",
        "санкционный", "подсанкционный", "Поладов", "Анкара—Тбилиси", "т.д.", "солдат(ы)", "«Заря»ми", "ЗАЯВИЛАДМИРАЛ",
        "в 14:25", "said.", "U.S. Army", "Ту-22М3", "M119A2", "",
    ],
)  # fmt: skip
def test_what_is_written_so_stays(text: str) -> None:
    found = repair(text, known, JOINTS)
    assert found.text == text
    assert found.to_source(0, len(text)) == (0, len(text))


def test_without_a_dictionary_only_what_can_be_seen_is_parted() -> None:
    assert repair("заявиладмирал сПольшей").text == "заявиладмирал с Польшей"


def test_spans_lead_to_the_stored_words() -> None:
    stored = "«Весной», —заявиладмирал пере\u00adговоров\u00a0сПольшей."
    found = repair(stored, known, JOINTS)
    assert found.text == "«Весной», — заявил адмирал переговоров с Польшей."
    for word, origin in [
        ("заявил", "заявил"),
        ("адмирал", "адмирал"),
        ("переговоров", "пере\u00adговоров"),
        ("Польшей", "Польшей"),
        ("заявил адмирал", "заявиладмирал"),
    ]:
        at = found.text.index(word)
        start, end = found.to_source(at, at + len(word))
        assert stored[start:end] == origin


def test_a_composed_letter_leads_to_both_its_characters() -> None:
    stored = "Зи\u0306 порт"
    found = repair(stored)
    assert found.text == "Зй порт"
    assert found.to_source(1, 2) == (1, 3)


@pytest.mark.parametrize("span", [(-1, 2), (2, 1), (0, 5)])
def test_a_span_outside_the_text_is_an_error(span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="is no span"):
        repair("порт").to_source(*span)


TEXTS = st.one_of(
    st.text(),
    st.text(alphabet="аяйАЯЙzMC.,—»«( \u00a0\xad\u200b\u0301\u0306 19\n"),
    st.lists(st.sampled_from(["заявил", "адмирал", "сПольшей", "M119", ".", ",", "—", " ", "\xad", "Harbour"])).map(
        "".join
    ),
)


@given(TEXTS, st.data())
def test_every_span_leads_into_the_stored_text(text: str, data: st.DataObject) -> None:
    found = repair(text, known, JOINTS)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(found.text)), min_size=3, max_size=3)))
    spans = [found.to_source(cuts[0], cuts[1]), found.to_source(cuts[0], cuts[2]), found.to_source(cuts[1], cuts[2])]
    assert all(0 <= start <= end <= len(text) for start, end in spans)
    (first, second), (outer, last), (inner, other) = spans
    assert outer <= inner
    assert cuts[0] == cuts[1] or second <= last == other or cuts[1] == cuts[2]
    assert first == outer


@given(TEXTS)
def test_every_letter_leads_to_itself(text: str) -> None:
    found = repair(text, known, JOINTS)
    for index, char in enumerate(found.text):
        start, end = found.to_source(index, index + 1)
        if start == end:
            assert char == " "
        elif end - start == 1 and char.isalpha() and char not in "АВСЕНКМОРТХасеорху":
            assert text[start] == char
        elif end - start > 1:
            assert unicodedata.normalize("NFD", char)[0] == unicodedata.normalize("NFD", text[start])[0]


@given(st.text(alphabet="абвгд АБ 123.\n"))
def test_what_needs_no_repair_is_the_same_text_with_the_same_spans(text: str) -> None:
    found = repair(text)
    if found.text == text:
        assert all(found.to_source(i, i + 1) == (i, i + 1) for i in range(len(text)))
    else:
        assert found.text.replace(" ", "") == text.replace(" ", "")


@given(TEXTS)
def test_repairing_twice_changes_nothing_more_in_spaces_and_marks(text: str) -> None:
    once = repair(text).text
    assert not {"\u00a0", "\xad", "\u200b", "\ufeff"} & set(once)


@pytest.mark.parametrize(
    ("stored", "read", "word", "found"),
    [
        ("Ghana, C&ocirc;te d’Ivoire and Mali", "Ghana, Côte d’Ivoire and Mali", "Côte", "C&ocirc;te"),
        ("S&#227;o Tom&#xE9;", "São Tomé", "Tomé", "Tom&#xE9;"),
        ("research &amp; development", "research & development", "&", "&amp;"),
    ],
)
def test_a_character_reference_is_its_character(stored: str, read: str, word: str, found: str) -> None:
    repaired = repair(stored)
    start = repaired.text.index(word)
    first, last = repaired.to_source(start, start + len(word))
    assert (repaired.text, stored[first:last]) == (read, found)


@pytest.mark.parametrize("text", ["AT&T; Inc", "a & b;", "&nosuchname;", "&#10;"])
def test_what_only_looks_like_a_reference_stays(text: str) -> None:
    assert repair(text).text == text
