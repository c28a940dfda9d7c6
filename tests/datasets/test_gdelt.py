"""GDELT in both layouts, plain, packed and zipped; rows of our own making."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from dragoman.datasets import entry
from dragoman.datasets.coded import CIVIL, NOT_BETWEEN, OTHER_CODE, WITHIN
from dragoman.errors import DatasetError
from dragoman.model import Layer

from .conftest import Read

EVENTS = [
    {"EventCode": "072", "Actor1CountryCode": "ITA", "Actor2CountryCode": "JOR"},
    {"EventCode": "043", "Actor1CountryCode": "ROM", "Actor2CountryCode": "POL", "Actor2Type1Code": "MIL"},
    {"EventCode": "043", "Actor1CountryCode": "FRA", "Actor2CountryCode": "POL", "Actor2Type1Code": "GOV"},
    {"EventCode": "010", "Actor1CountryCode": "FRA", "Actor2CountryCode": "POL"},
    {"EventCode": "190", "Actor1CountryCode": "FRA"},
    {"EventCode": "190", "Actor1CountryCode": "FRA", "Actor2CountryCode": "FRA"},
    {"EventCode": "062", "Actor1CountryCode": "FRA", "Actor2CountryCode": "EUR"},
]


def table(layout: str) -> str:
    names = entry("gdelt").layouts[layout].names
    same = {"SQLDATE": "20240305", "MonthYear": "202403", "Year": "2024", "GoldsteinScale": "8.3", "NumMentions": "4"}
    same["SOURCEURL"] = "https://example.org/a"
    rows = ({**same, "GLOBALEVENTID": str(9000 + n), **event} for n, event in enumerate(EVENTS))
    return "".join("\t".join(row.get(name, "") for name in names) + "\n" for row in rows)


def plain(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def packed(path: Path, text: str) -> Path:
    path.write_bytes(gzip.compress(text.encode()))
    return path


def zipped(path: Path, text: str) -> Path:
    with ZipFile(path, "w") as archive:
        archive.writestr("20240305.export.CSV", text)
    return path


@pytest.mark.parametrize("layout", ["version1", "version1_before_2013", "version2"])
@pytest.mark.parametrize("way", [plain, packed, zipped])
def test_events_between_states_become_ties(
    read: Read, tmp_path: Path, layout: str, way: Callable[[Path, str], Path]
) -> None:
    ties, _, reading = read("gdelt", way(tmp_path / "events", table(layout)))
    aid, visit = ties
    assert (aid.source, aid.target, aid.layer, aid.start, aid.record) == ("ITA", "JOR", Layer.aid, "2024-03-05", "9000")
    assert aid.details["goldstein"] == "8.3"
    assert aid.details.get("url") == (None if layout == "version1_before_2013" else "https://example.org/a")
    assert (visit.source, visit.target, visit.type) == ("POL", "ROU", "visit")
    assert {CIVIL, OTHER_CODE, NOT_BETWEEN, WITHIN} <= set(reading.tally.skipped)
    assert reading.tally.unmapped == {("EUR", "Europe, not a state"): 1}
    assert reading.dataset.first_year == reading.dataset.last_year == 2024


def test_a_folder_of_days_is_one_import(read: Read, tmp_path: Path) -> None:
    text = table("version2")
    plain(tmp_path / "20240305.export.CSV", text)
    zipped(tmp_path / "20240306.export.CSV.zip", text.replace("\t20240305\t", "\t20240306\t").replace("900", "800"))
    ties, _, _ = read("gdelt", tmp_path)
    assert len(ties) == 4


def test_another_table_is_no_gdelt(read: Read, tmp_path: Path) -> None:
    names = len(entry("gdelt").layouts["version1"].names)
    with pytest.raises(DatasetError, match=r"the first line does not begin as it should|cells in the first line"):
        read("gdelt", plain(tmp_path / "x.csv", "\t".join(["a"] * names) + "\n"))
