"""What holds for every text: coding never crashes, evidence is the stored text, a hedge is never lost."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.coding import code
from dragoman.model import Document, Span, Status

from . import scoring

SENTENCES = [sentence.text for sentence in scoring.load()]
NOISE = st.sampled_from(
    [
        "\u00a0",
        "\u200b",
        "\u200d",
        "\xad",
        "\ufeff",
        "😀",
        "🚀",
        "\u0301",
        " NATO ",
        "a",
        "е",
        "\n",
        "«",
        '"',
        "(",
        "—",
        "\x00",
        "﷽",
    ]
)

relaxed = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def coded(text: str, published: str | None = None) -> None:
    """Code a text and check all that must hold of any coding."""
    statements = code(Document(id="p", source="p", text=text, language="ru", published=published)).statements
    assert len({s.id for s in statements}) == len(statements)

    def inside(span: Span) -> bool:
        return 0 <= span[0] <= span[1] <= len(text)

    for s in statements:
        assert s.evidence.text and text[s.evidence.start : s.evidence.end] == s.evidence.text
        assert inside(s.cues.trigger) and all(map(inside, (*s.cues.status, *s.cues.negation)))
        assert all(inside(a.span) for a in s.attribution)
        for participant in s.participants:
            assert inside(participant.span)
            assert text[slice(*participant.span)] == participant.surface


@relaxed
@given(st.text(max_size=300), st.sampled_from([None, "2024", "2024-02-29", "2024-10-30T14:25"]))
def test_arbitrary_unicode(text: str, published: str | None) -> None:
    coded(text, published)


@st.composite
def mangled(draw: st.DrawFn) -> str:
    """Real sentences, shuffled, cut and sown with noise."""
    pieces = []
    for sentence in draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3)):
        first = draw(st.integers(0, len(sentence) // 3))
        last = draw(st.integers(len(sentence) * 2 // 3, len(sentence)))
        piece = sentence[first:last]
        for _ in range(draw(st.integers(0, 6))):
            place = draw(st.integers(0, len(piece)))
            piece = piece[:place] + draw(NOISE) + piece[place:]
        pieces.append(piece)
    return draw(st.sampled_from([" ", "\n\n", "", "\u00a0", "\r\n"])).join(pieces)


@relaxed
@given(mangled())
def test_mangled_sentences(text: str) -> None:
    coded(text)


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(" ".join(SENTENCES[::7]).split()), min_size=1, max_size=40))
def test_shuffled_words(words: list[str]) -> None:
    coded(" ".join(words))


def test_infinitives_that_govern_each_other_end() -> None:
    coded("на зависеть запасы силу Поездка прислать Прекращение шесть Литве силу")


def test_coding_twice_gives_the_same() -> None:
    document = Document(id="p", source="p", text="\n\n".join(SENTENCES[:12]), language="ru")
    assert code(document) == code(document)


# --- hedges ---

STATES = [
    ("Кения", "Кении", "Кении", "Кению"),
    ("Индия", "Индии", "Индии", "Индию"),
    ("Швеция", "Швеции", "Швеции", "Швецию"),
    ("Турция", "Турции", "Турции", "Турцию"),
    ("Бразилия", "Бразилии", "Бразилии", "Бразилию"),
    ("Вьетнам", "Вьетнама", "Вьетнаму", "Вьетнам"),
    ("Пакистан", "Пакистана", "Пакистану", "Пакистан"),
    ("Катар", "Катара", "Катару", "Катар"),
    ("Польша", "Польши", "Польше", "Польшу"),
    ("Сенегал", "Сенегала", "Сенегалу", "Сенегал"),
    ("Марокко", "Марокко", "Марокко", "Марокко"),
    ("Япония", "Японии", "Японии", "Японию"),
]
"""Name, of it, to it, to visit it."""

POSSIBLE = {
    "arms_transfer": [
        "{a} может поставить {b_dat} зенитные ракеты.",
        "{a}, возможно, поставит {b_dat} зенитные ракеты.",
        "{a} якобы поставляет {b_dat} зенитные ракеты.",
        "По слухам, {a} поставляет {b_dat} зенитные ракеты.",
        "Не исключено, что {a} поставит {b_dat} зенитные ракеты.",
        "Сообщалось о возможной поставке {b_dat} зенитных ракет из {a_gen}.",
    ],
    "visit": [
        "Министр обороны {a_gen} может посетить {b_acc}.",
        "Министр обороны {a_gen}, возможно, посетит {b_acc}.",
        "Министр обороны {a_gen} якобы посетил {b_acc}.",
        "По слухам, министр обороны {a_gen} посетил {b_acc}.",
        "Не исключено, что министр обороны {a_gen} посетит {b_acc}.",
    ],
    "agreement": [
        "{a} и {b} могут подписать соглашение о военном сотрудничестве.",
        "{a} и {b}, возможно, подпишут соглашение о военном сотрудничестве.",
        "{a} и {b} якобы подписали соглашение о военном сотрудничестве.",
        "По слухам, {a} и {b} подписали соглашение о военном сотрудничестве.",
        "Не исключено, что {a} и {b} подпишут соглашение о военном сотрудничестве.",
    ],
}
DENIED = {
    "arms_transfer": [
        "{a} не поставляет {b_dat} зенитные ракеты.",
        "{a} отказывается поставлять {b_dat} зенитные ракеты.",
        "Минобороны {a_gen} опровергло поставку {b_dat} зенитных ракет.",
        "{a} отрицает, что поставляет {b_dat} зенитные ракеты.",
    ],
    "visit": [
        "Министр обороны {a_gen} не посетил {b_acc}.",
        "Министр обороны {a_gen} отказался посетить {b_acc}.",
        "Минобороны {a_gen} опровергло, что министр посетил {b_acc}.",
    ],
    "agreement": [
        "{a} и {b} не подписали соглашение о военном сотрудничестве.",
        "{a} и {b} отказались подписать соглашение о военном сотрудничестве.",
        "{a} и {b} опровергли, что подписали соглашение о военном сотрудничестве.",
    ],
}
pair = st.lists(st.sampled_from(STATES), min_size=2, max_size=2, unique=True)


def filled(template: str, states: list[tuple[str, str, str, str]]) -> str:
    (a, a_gen, _, _), (b, _, b_dat, b_acc) = states
    return template.format(a=a, a_gen=a_gen, b=b, b_dat=b_dat, b_acc=b_acc)


def templates(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(type, template) for type, listed in table.items() for template in listed]


def check(type: str, text: str, status: Status) -> None:
    found = [s for s in code(Document(id="h", source="h", text=text, language="ru")).statements if s.type == type]
    assert found, text
    assert {s.status for s in found} == {status}, text


few = settings(deadline=None, max_examples=8, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize(("type", "template"), templates(POSSIBLE))
@few
@given(pair)
def test_hedged_is_possible(type: str, template: str, states: list[tuple[str, str, str, str]]) -> None:
    check(type, filled(template, states), Status.possible)


@pytest.mark.parametrize(("type", "template"), templates(DENIED))
@few
@given(pair)
def test_denied_is_denied(type: str, template: str, states: list[tuple[str, str, str, str]]) -> None:
    check(type, filled(template, states), Status.denied)
