"""The word lists hold what they promise, and a list that breaks its rules is named by file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import CodebookError
from dragoman.sources.furniture import DATA, furniture, load
from dragoman.sources.lines import What, classify

GOES = [line for one in furniture() for line in one.goes]
STAYS = [line for one in furniture() for line in one.stays]


@pytest.mark.parametrize("line", GOES)
def test_furniture_goes(line: str) -> None:
    assert all(part.what is not What.body for part in classify(line))


@pytest.mark.parametrize("line", STAYS)
def test_what_only_looks_like_furniture_stays(line: str) -> None:
    assert [part.what for part in classify(line)] == [What.body]


def test_months_are_twelve_in_every_language() -> None:
    assert {one.language: len(one.months) for one in furniture()} == {"ru": 12, "en": 12}


def test_a_wrong_field_is_named_with_its_line(tmp_path: Path) -> None:
    lines = (DATA / "en.yaml").read_text(encoding="utf-8").splitlines()
    at = next(i for i, line in enumerate(lines) if line.startswith("scales:"))
    lines[at] = "scales: {k: many}"
    broken = tmp_path / "xx.yaml"
    broken.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(CodebookError) as caught:
        load(broken)
    assert caught.value.source == f"{broken}:{at + 1}"
    assert "scales" in caught.value.what


def test_broken_yaml_is_named_with_its_line(tmp_path: Path) -> None:
    broken = tmp_path / "xx.yaml"
    broken.write_text("language: en\nmonths: [a, b\n", encoding="utf-8")
    with pytest.raises(CodebookError) as caught:
        load(broken)
    assert caught.value.source.startswith(f"{broken}:")


@pytest.mark.parametrize(
    ("line", "what", "value"),
    [
        ("# 18:40", What.clock, "18:40"),
        ("# 8913", What.icon_count, "8913"),
        ("Просмотров: 12,4 тыс.", What.views, "12400"),
        ("1,204 views", What.views, "1204"),
        ("Zastava.example", What.outlet, "Zastava.example"),
        ("https://www.zastava.example/army/17", What.outlet, "zastava.example"),
        ("Источник: Пограничный вестник", What.outlet, "Пограничный вестник"),
        ("Автор: Анна Ветрова", What.author, "Анна Ветрова"),
        ("By Anna Vetrova", What.author, "Anna Vetrova"),
        ("Баку, 7 марта 2023 года", What.date, "2023-03-07"),
    ],
)
def test_facts_are_told_from_one_line(line: str, what: What, value: str) -> None:
    assert [(part.what, part.value) for part in classify(line)] == [(what, value)]


def test_a_line_of_facts_is_taken_apart() -> None:
    told = {part.what: part.value for part in classify("zastava.example | 07.03.2023 | 18:40 | Просмотры: 512")}
    assert told == {
        What.outlet: "zastava.example",
        What.date: "2023-03-07",
        What.clock: "18:40",
        What.views: "512",
    }
