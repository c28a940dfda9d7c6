"""Military expenditure: sheets, headings of regions, years as columns, marks as notes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from dragoman.errors import DatasetError

from .conftest import Read

Find = Callable[[str], Path]
TITLE = "Military expenditure by country, in constant (2022) US$ m., 1948-2023      © SIPRI 2023"


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """Two of the five sheets, with figures of ours."""
    book = Workbook()
    book.remove(book.active)
    for name, scale in (("Constant (2022) US$", 1000.0), ("Share of GDP", 0.001)):
        sheet = book.create_sheet(name)
        sheet.append([TITLE])
        sheet.append([None])
        sheet.append(["Country", None, "Notes", 1991, 1992, 1993])
        sheet.append(["Eastern Europe"])
        sheet.append(["Azerbaijan", None, "§¶ 12", "xxx", "...", 2 * scale])
        sheet.append(["Morocco", None, None, 3 * scale, 4 * scale, 5])
        sheet.append(["Ruritania", None, None, 1, 1, 1])
    path = tmp_path / "milex.xlsx"
    book.save(path)
    return path


def test_every_figure_is_a_measure(read: Read, workbook: Path) -> None:
    _, measures, reading = read("sipri-milex", workbook)
    first = measures[0]
    assert (first.name, first.actor, first.year, first.value) == ("milex_constant", "AZE", 1993, 2000.0)
    assert first.unit == "USD million, constant 2022"
    assert first.note == "the adopted budget, not what was spent; without paramilitary forces"
    assert len(measures) == 8
    assert {measure.unit for measure in measures if measure.name == "milex_share_of_gdp"} == {"share of GDP"}
    assert reading.dataset.version == "1948-2023"
    assert (reading.dataset.first_year, reading.dataset.last_year) == (1991, 1993)


def test_a_name_that_is_no_state_is_told(read: Read, workbook: Path) -> None:
    _, _, reading = read("sipri-milex", workbook)
    assert reading.tally.unmapped == {("Ruritania", "no state has this name"): 2}


def test_a_state_given_twice_is_counted_or_told(read: Read, workbook: Path) -> None:
    from openpyxl import load_workbook

    book = load_workbook(workbook)
    book["Share of GDP"].append(["Azerbaijan", None, None, None, None, 0.002])
    book.save(workbook)
    assert read("sipri-milex", workbook)[2].tally.skipped["the same as a row before it"] == 1
    book["Share of GDP"].append(["Azerbaijan", None, None, None, None, 0.3])
    book.save(workbook)
    with pytest.raises(DatasetError, match="milex_share_of_gdp of AZE in 1993 says something else than before"):
        read("sipri-milex", workbook)


def test_another_workbook_is_told(read: Read, tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["Country", "1990"])
    book.save(tmp_path / "other.xlsx")
    with pytest.raises(DatasetError, match=r"no sheet `Constant \(\*\) US\$`, but Sheet"):
        read("sipri-milex", tmp_path / "other.xlsx")


def test_the_whole_workbook(read: Read, real: Find) -> None:
    _, measures, reading = read("sipri-milex", real("sipri/SIPRI-Milex-data-1948-2023.xlsx"))
    assert len(measures) > 34000
    assert not reading.tally.unmapped
    share = next(m for m in measures if (m.name, m.actor, m.year) == ("milex_share_of_gdp", "AZE", 2020))
    assert 0.03 < share.value < 0.07
