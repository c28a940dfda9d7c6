"""A page saved as text: the article, and nothing that stands around it."""

from __future__ import annotations

import textwrap

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.sources.pagetext import read_page_text

TITLE = "Грузия и Эстония наладят обмен данными об угрозах - ОБЗОР"
FIRST = "Министры обороны Грузии и Эстонии провели в Тбилиси переговоры о киберзащите."
SECOND = "Как сообщает Zastava.example, стороны условились открыть общий учебный центр до конца года."
THIRD = "P.S."
FOURTH = "Эстония давно помогает партнёрам в этой области. Новый центр может ускорить обучение."

RUSSIAN = f"""Меню
Новости
Безопасность
{TITLE}

{TITLE}
7 марта 2023
# 09:05

{FIRST}

{SECOND}

Читайте также: Таллин примет учения связистов
{THIRD}

{FOURTH}

Поделиться
Теги: Грузия, Эстония, киберзащита
# 1204
avatar

Zastava.example

# ДРУГИЕ НОВОСТИ РАЗДЕЛА
#
Корабли вернулись в порт
8 марта 2023
Экипажи трёх кораблей вернулись домой после похода. Их встретили на пирсе.
© 2023 Застава. Все права защищены.
"""

ENGLISH = """Skip to content
Home
World
Oslo and Nairobi sign coast guard deal

By Anna Vetrova
March 7, 2023 6:40 pm | 1,204 views
Share

Norway and Kenya signed a coast guard agreement in Nairobi on Monday.

The deal covers training of boat crews. It may later include the sale of patrol boats.

Read more
Fishing quota talks postponed
Storm closes two ports

"We start in May," the Norwegian minister said.

We use cookies to make the site work better.
harbour.example
More from this section
A port manager was named on Friday after a long search.
"""


def test_the_facts_of_a_russian_page() -> None:
    page = read_page_text(RUSSIAN)
    assert page.headline == TITLE
    assert page.published == "2023-03-07T09:05"
    assert page.views == 1204
    assert page.outlet == "Zastava.example"


def test_the_body_of_a_russian_page_is_its_paragraphs_alone() -> None:
    assert read_page_text(RUSSIAN).paragraphs == [FIRST, SECOND, THIRD, FOURTH]


def test_an_english_page() -> None:
    page = read_page_text(ENGLISH)
    assert page.headline == "Oslo and Nairobi sign coast guard deal"
    assert (page.author, page.published, page.views) == ("Anna Vetrova", "2023-03-07T18:40", 1204)
    assert page.outlet == "harbour.example"
    assert page.paragraphs == [
        "Norway and Kenya signed a coast guard agreement in Nairobi on Monday.",
        "The deal covers training of boat crews. It may later include the sale of patrol boats.",
        '"We start in May," the Norwegian minister said.',
    ]


def test_a_title_with_the_sites_name_behind_it_is_the_same_title() -> None:
    page = read_page_text(f"Катера вышли на реку | Застава\nКатера вышли на реку\n\n{FIRST}\n")
    assert (page.headline, page.paragraphs) == ("Катера вышли на реку", [FIRST])


def test_plain_text_without_any_furniture_keeps_every_paragraph() -> None:
    page = read_page_text(f"{FIRST}\n{FOURTH}\n")
    assert (page.headline, page.paragraphs) == (None, [FIRST, FOURTH])


def test_one_line_is_text_and_no_headline() -> None:
    page = read_page_text("Министры встретились")
    assert (page.headline, page.paragraphs) == (None, ["Министры встретились"])


def test_a_first_line_without_a_full_stop_is_the_headline() -> None:
    page = read_page_text(f"# Катера вышли на реку\n\n{FIRST}\n")
    assert (page.headline, page.paragraphs) == ("Катера вышли на реку", [FIRST])


def test_a_text_broken_at_a_fixed_width_becomes_paragraphs_again() -> None:
    paragraphs = [
        "The two ministers met in the border town on Monday and spoke about a common patrol of the river, which both "
        "states want to begin before the ice breaks up in the spring of next year.",
        "They will meet again in May.",
    ]
    wrapped = "\n\n".join(textwrap.fill(one, 60) for one in paragraphs)
    assert wrapped.count("\n") > 3
    assert read_page_text(wrapped).paragraphs == paragraphs


def test_a_chronicle_keeps_the_dates_between_its_paragraphs() -> None:
    page = read_page_text(f"{FIRST}\n\n7 марта 2023\n\n{FOURTH}\n\n8 марта 2023\n")
    assert page.paragraphs == [FIRST, "7 марта 2023", FOURTH]


def test_a_relative_date_gives_no_date() -> None:
    page = read_page_text(f"Катера вышли на реку\nСегодня, 14:25\n\n{FIRST}\n")
    assert page.published is None
    assert page.paragraphs == [FIRST]


def test_the_outlet_that_the_body_names_wins() -> None:
    page = read_page_text(f"{FIRST}\n{SECOND}\npartner.example\nZastava.example\n")
    assert page.outlet == "Zastava.example"


def test_a_name_behind_the_counters_is_the_outlet() -> None:
    page = read_page_text(f"{FIRST}\n\n{FOURTH}\n\n# 1204\navatar\n\nПограничный вестник\n\n# ДРУГИЕ НОВОСТИ\n")
    assert (page.outlet, page.views) == ("Пограничный вестник", 1204)
    assert page.paragraphs == [FIRST, FOURTH]


def test_a_signature_without_counters_before_it_stays() -> None:
    assert read_page_text(f"{FIRST}\n\n{FOURTH}\n\nАнна Ветрова\n").paragraphs == [FIRST, FOURTH, "Анна Ветрова"]


def test_a_page_of_furniture_has_no_paragraphs() -> None:
    assert read_page_text("Меню\n7 марта 2023\n# 8913\nПоделиться\n").paragraphs == []


def test_non_breaking_spaces_are_kept_in_the_text() -> None:
    sentence = "Министр прибыл с\u00a0визитом в\u00a0порт."
    assert read_page_text(sentence).paragraphs == [sentence]


@settings(deadline=None)
@given(st.text())
def test_any_text_is_read_and_every_paragraph_is_from_it(text: str) -> None:
    words = set(text.split())
    page = read_page_text(text)
    assert all(word in words or word.lstrip("#") == word for one in page.paragraphs for word in one.split())
    assert all(one.strip() for one in page.paragraphs)
