"""What holds of every row of the people on record."""

from __future__ import annotations

import re
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import combinations

import pytest

from dragoman.actors.people import COLUMNS, person_names
from dragoman.actors.states import states
from dragoman.actors.tables import Row, rows, tables

ORGANISATIONS = {"NATO", "EU", "UN", "CSTO", "OSCE"}
SHARED = {"spokesperson", "ambassador", "speaker of parliament"}
OFFICES = SHARED | {
    "minister of defence",
    "head of state",
    "head of government",
    "foreign minister",
    "chief of the general staff",
    "secretary general",
    "security adviser",
    "high representative",
}
# Offices that several persons hold together: the three members of the Presidency of Bosnia and Herzegovina.
COLLEGIAL = {("BIH", "head of state")}
MOST_OVERLAP_DAYS = 60


def people() -> list[Row]:
    return [row for name in tables("people") for row in rows(name, *COLUMNS)]


def where(found: list[Row]) -> list[str]:
    return [f"{row.where} {row['person']}" for row in found]


def first_day(text: str) -> date:
    """The earliest day that a date of any precision may mean."""
    year, month, day = ([int(part) for part in text.split("-")] + [1, 1])[:3]
    return date(year, month, day)


def last_day(text: str) -> date:
    """The latest day that a date of any precision may mean."""
    year, month, *day = [int(part) for part in text.split("-")] + ([] if "-" in text else [12])
    return date(year, month, day[0] if day else monthrange(year, month)[1])


def in_sequence(row: Row) -> bool:
    return not row["end"] or first_day(row["start"]) <= last_day(row["end"])


def overlap(one: Row, other: Row) -> int:
    """Days that two terms certainly share."""
    begin = max(last_day(one["start"]), last_day(other["start"]))
    end = min(first_day(row["end"]) if row["end"] else date.max for row in (one, other))
    return (end - begin).days


def single_offices() -> Iterator[list[Row]]:
    terms: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in people():
        terms[row["iso3"], row["office"]].append(row)
    for key, held in terms.items():
        if key not in COLLEGIAL and key[1] not in SHARED:
            yield held


def test_the_columns_are_those_of_the_room() -> None:
    assert {"people/east.tsv", "people/west.tsv"} <= set(tables("people"))
    assert len(people()) > 1000


def test_codes_are_states_or_known_organisations() -> None:
    assert where([row for row in people() if row["iso3"] not in ORGANISATIONS and row["iso3"] not in states()]) == []


def test_offices_are_on_the_list() -> None:
    assert where([row for row in people() if row["office"] not in OFFICES]) == []


@pytest.mark.parametrize(("column", "script"), [("person", r"[A-Za-z]"), ("person_ru", r"[А-яЁё]")])
def test_each_name_is_in_its_script(column: str, script: str) -> None:
    assert where([row for row in people() if not re.search(script, row[column])]) == []


def test_no_name_mixes_the_scripts() -> None:
    assert where([row for row in people() if re.search(r"[А-яЁё]", row["person"])]) == []
    ordinal = re.compile(r"\b[IVX]+\b")
    assert where([row for row in people() if re.search(r"[A-Za-z]", ordinal.sub("", row["person_ru"]))]) == []


def test_aliases_say_something_new() -> None:
    idle = [row for row in people() if {row["person"], row["person_ru"]} & set(row.several("aliases"))]
    assert where(idle) == []


def test_the_surname_flag_is_one_or_nought() -> None:
    assert {row["surname_unique"] for row in people()} == {"0", "1"}


def test_dates_parse_and_are_ordered() -> None:
    form = re.compile(r"\d{4}(-\d\d){0,2}")
    assert where([row for row in people() if not form.fullmatch(row["start"])]) == []
    assert where([row for row in people() if row["end"] and not form.fullmatch(row["end"])]) == []
    assert where([row for row in people() if not in_sequence(row)]) == []


def test_no_row_twice() -> None:
    seen: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for row in people():
        seen[row["person"], row["iso3"], row["office"], row["start"]].append(row.where)
    assert [lines for lines in seen.values() if len(lines) > 1] == []


def test_a_full_name_has_one_russian_spelling_and_one_flag() -> None:
    said: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in people():
        said[row["person"]].add((row["person_ru"], row["surname_unique"]))
    assert {name: forms for name, forms in said.items() if len(forms) > 1} == {}


def test_a_full_name_is_that_of_one_state() -> None:
    shared = [
        name.text
        for name in person_names()
        if not name.surname
        and len({tenure.person for tenure in name.tenures}) > 1
        and len({tenure.code for tenure in name.tenures}) > 1
    ]
    assert shared == []


def test_one_holder_of_an_office_at_a_time() -> None:
    clashes = [
        f"{one.where} {one['person']} and {other.where} {other['person']}"
        for held in single_offices()
        for one, other in combinations(held, 2)
        if overlap(one, other) > MOST_OVERLAP_DAYS
    ]
    assert clashes == []


def test_sixty_states_have_a_minister_of_defence_and_a_head_of_state() -> None:
    by_office: dict[str, set[str]] = defaultdict(set)
    for row in people():
        by_office[row["office"]].add(row["iso3"])
    assert len((by_office["minister of defence"] & by_office["head of state"]) - ORGANISATIONS) >= 60


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [("2012", date(2012, 1, 1), date(2012, 12, 31)), ("2012-12", date(2012, 12, 1), date(2012, 12, 31))],
)
def test_a_short_date_means_all_its_days(text: str, first: date, last: date) -> None:
    assert (first_day(text), last_day(text)) == (first, last)
