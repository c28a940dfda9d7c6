"""Full text on both databases: by any form of a word, each document by its own language."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.languages.ru.morphology import parses, plain
from dragoman.ledger import Ledger, adding, opened, search
from dragoman.ledger.adding import Arrival
from dragoman.model import Coding, Document

MEETING = "Министры обороны Казахстана и Монголии подписали соглашение; из стали построят ангар."
DRILL = "The ministers met and signed an agreement about drones."
PAPER = "Die Minister unterzeichneten neue Abkommen."
OTHER = "Міністри підписали угоду 5G."


def document(text: str, language: str | None, published: str | None = "2024-05-14", headline: str = "") -> Document:
    return Document(
        id="x", source="x", text=text, outlet="o", language=language, published=published, headline=headline or None
    )


def kept(ledger: Ledger, *some: Document, address: str | None = None) -> list[str]:
    with ledger.writing() as connection:
        return [adding.add(connection, Arrival(Coding(document=one), address, "none")).key for one in some]


def found(ledger: Ledger, asked: str, **limits: str | int) -> list[str]:
    limit = limits.pop("limit", None)
    with ledger.reading() as connection:
        wanted = search.wanted(connection, asked, **limits)  # type: ignore[arg-type]
        keys = [key for key, _ in search.find(connection, wanted, limit=limit)]  # type: ignore[arg-type]
        assert limit is not None or search.count(connection, wanted) == len(keys)
        return keys


@pytest.fixture
def filled(ledger_url: str) -> tuple[str, dict[str, str]]:
    """A ledger with a document in each of four languages, and their keys."""
    some = {"ru": MEETING, "en": DRILL, "de": PAPER, "uk": OTHER}
    with opened(ledger_url, make=True) as ledger:
        keys = kept(ledger, *(document(text, language) for language, text in some.items()))
    return ledger_url, dict(zip(some, keys, strict=True))


@pytest.mark.parametrize(
    ("asked", "languages"),
    [
        ("министрами", {"ru"}),
        ("МИНИСТР соглашениям", {"ru"}),
        ("сталь", {"ru"}),
        ("minister", {"en", "de"}),
        ("Ministers, agreements!", {"en"}),
        ("meeting", {"en"}),
        ("signs", {"en"}),
        ("neuen", {"de"}),
        ("news", set()),
        ("Abkommens", {"de"}),
        ("міністри", {"uk"}),
        ("міністр", set()),
        ("5g", {"uk"}),
        ("minister drones unicorn", set()),
        ("", set()),
        ("' OR 1=1 -- \" * : ^ NEAR(", set()),
    ],
)
def test_a_document_is_found_by_any_form_of_its_words(
    filled: tuple[str, dict[str, str]], asked: str, languages: set[str]
) -> None:
    address, keys = filled
    with opened(address) as ledger:
        assert set(found(ledger, asked)) == {keys[language] for language in languages}


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def standing(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A ledger that the examples of a property share."""
    if request.param == "sqlite":
        return str(tmp_path_factory.mktemp("search") / "ledger.db")
    import psycopg

    server = request.getfixturevalue("postgresql")
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        connection.execute("DROP DATABASE IF EXISTS standing")
        connection.execute("CREATE DATABASE standing")
    return f"{server}/standing"


LEXEMES = ("министр", "учение", "подписать", "сталь", "вести", "военный", "ребёнок", "беспилотник", "договориться")
FORMS = {word: sorted({form.word for form in parses(plain(word))[0].lexeme}) for word in LEXEMES}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), words=st.lists(st.sampled_from(LEXEMES), min_size=1, max_size=4, unique=True))
def test_whatever_forms_a_text_has_any_other_forms_find_it(
    standing: str, data: st.DataObject, words: list[str]
) -> None:
    def forms() -> str:
        return " ".join(data.draw(st.sampled_from(FORMS[word])) for word in words)

    with opened(standing, make=True) as ledger:
        (key,) = kept(ledger, document(f"Сегодня {forms()}.", "ru"))
        assert key in found(ledger, data.draw(st.sampled_from([str.upper, str.lower]))(forms()))


def test_the_latest_stand_first_and_dates_limit(ledger_url: str) -> None:
    days = ["2024-05-14T10:30", "2024-05", "2023", None, "2024-06-01"]
    with opened(ledger_url, make=True) as ledger:
        keys = dict(zip(days, kept(ledger, *(document(f"Drones {day}", "en", day) for day in days)), strict=True))
        in_order = ["2024-06-01", "2024-05-14T10:30", "2024-05", "2023", None]
        assert found(ledger, "drone") == [keys[day] for day in in_order]
        assert found(ledger, "drone", limit=2) == [keys[day] for day in in_order[:2]]
        assert found(ledger, "drone", since="2024-05-20") == [keys["2024-06-01"], keys["2024-05"]]
        assert found(ledger, "drone", until="2024-05-14") == [keys[day] for day in in_order[1:4]]
        assert found(ledger, "drone", since="2023", until="2023") == [keys["2023"]]


def test_headlines_are_searched_and_replaced_versions_are_not(ledger_url: str) -> None:
    with opened(ledger_url, make=True) as ledger:
        (old,) = kept(ledger, document("Old words.", "en", headline="Radars"), address="https://a.example/1")
        assert found(ledger, "radar") == [old]
        (new,) = kept(ledger, document("New words.", "en"), address="https://a.example/1")
        assert found(ledger, "radar") == []
        assert found(ledger, "word") == [new]


def test_languages_are_all_that_the_ledger_has(filled: tuple[str, dict[str, str]]) -> None:
    with opened(filled[0]) as ledger:
        kept(ledger, document("?", None))
        with ledger.reading() as connection:
            assert search.languages(connection) == ["de", "en", "ru", "uk"]


def test_a_recoded_document_is_indexed_anew(ledger_url: str) -> None:
    from sqlalchemy import update

    from dragoman.ledger.tables import words

    with opened(ledger_url, make=True) as ledger:
        (key,) = kept(ledger, document(DRILL, "en"))
        with ledger.writing() as connection:
            connection.execute(update(words).values(lemmas="as an older version read it"))
        assert found(ledger, "drone") == []
        with ledger.writing() as connection:
            adding.recode(connection, key, Coding(document=document(DRILL, "en")), coder="rules/en@next")
        assert found(ledger, "drone") == [key]
        assert found(ledger, "older") == []


def test_a_hundred_words_and_words_of_any_sign_are_no_trouble(ledger_url: str) -> None:
    many = " ".join(f"word{number}" for number in range(100))
    with opened(ledger_url, make=True) as ledger:
        (key,) = kept(ledger, document(f"{many} İstanbul naïve ﬁsh हिन्दी 北京 Ⅳ ²", None))
        assert found(ledger, many) == [key]
        for word in ("İstanbul", "NAÏVE", "हिन्दी", "北京"):
            assert found(ledger, word) == [key], word
