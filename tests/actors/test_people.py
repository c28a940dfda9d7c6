"""Who a name means on a date."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from dragoman.actors import Mention, find_mentions, gazetteer, people

ROWS = (
    ("Zakir Hasanov", "Закир Гасанов", "AZE", "minister of defence", "2013-10-22", "", "1"),
    ("Abdellatif Loudiyi", "Абдельлатиф Лудьи", "MAR", "minister of defence", "2010", "", "0"),
    ("Sergei Shoigu", "Сергей Шойгу", "RUS", "minister of defence", "2012-11-06", "2024-05-12", "1"),
    ("Sergei Shoigu", "Сергей Шойгу", "RUS", "secretary of the security council", "2024-05-12", "", "1"),
    ("Recep Tayyip Erdoğan", "Реджеп Тайип Эрдоган", "TUR", "head of state", "2014-08-28", "", "1"),
)  # fmt: skip


def tenure(row: tuple[str, ...]) -> people.Tenure:
    person, russian, code, office, start, end, unique = row
    aliases = ("Луди",) if code == "MAR" else ()
    return people.Tenure(person, russian, code, office, start, end, aliases, unique == "1")


class Names:
    """Finds the persons above in a sentence."""

    def __init__(self, ru: Any) -> None:
        self.ru = ru

    def persons(self, text: str, on: str | None = None, known: tuple[str, ...] = ()) -> list[Mention]:
        said = find_mentions(self.ru.tokens(text), self.ru.load(), on=on, known=known)
        return [mention for mention in said if mention.form == "person"]


@pytest.fixture
def names(ru: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Names]:
    """A gazetteer whose only persons are those above."""
    monkeypatch.setattr(people, "tenures", lambda: tuple(map(tenure, ROWS)))
    people.person_names.cache_clear()
    gazetteer._load.cache_clear()
    yield Names(ru)
    people.person_names.cache_clear()
    gazetteer._load.cache_clear()


def test_a_unique_surname_in_office(names: Names) -> None:
    (mention,) = names.persons("Глава Минобороны Азербайджана Гасанов приехал.", on="2024-10-30")
    assert (mention.codes, mention.person, mention.office) == (("AZE",), "Zakir Hasanov", "minister of defence")


def test_a_surname_out_of_office_is_nobody(names: Names) -> None:
    assert names.persons("Встреча с Гасановым прошла.", on="2011-05-01") == []


def test_somebody_else_of_that_surname(names: Names) -> None:
    assert names.persons("Вчера депутат Рустам Гасанов выступил.", on="2024-10-30") == []


def test_a_common_surname_needs_the_full_name_before(names: Names) -> None:
    assert names.persons("Он беседовал с Луди.", on="2024-10-30") == []
    (mention,) = names.persons("Он беседовал с Луди.", on="2024-10-30", known=("Abdellatif Loudiyi",))
    assert mention.codes == ("MAR",)


def test_the_office_is_that_of_the_date(names: Names) -> None:
    offices = [
        names.persons("Сергея Шойгу ждут.", on=day)[0].office for day in ("2020-01-01", "2024-10-30", "2005-01-01")
    ]
    assert offices == ["minister of defence", "secretary of the security council", None]


def test_no_date_prefers_the_latest(names: Names) -> None:
    assert names.persons("Шойгу ответил.")[0].office == "secretary of the security council"


def test_long_names_are_found_short(names: Names) -> None:
    for text in ("Реджепу Тайипу Эрдогану", "Реджепу Эрдогану", "Эрдогану"):
        assert names.persons(f"Письмо передали {text}.", on="2024-01-01")[0].codes == ("TUR",)


def test_dates_compare_at_the_precision_that_both_have() -> None:
    held = tenure(ROWS[2])
    assert held.covers("2012")
    assert held.covers("2024-05-12")
    assert not held.covers("2024-05-13")
    assert not held.covers("2011")
