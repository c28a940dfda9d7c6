"""Military aid of the United States: by account and fiscal year, no sum taken for a state, requests apart."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.errors import DatasetError
from dragoman.model import Layer, Status

from .conftest import Read
from .made import us_aid

Find = Callable[[str], Path]
FOLDER = "usaid_fa/FA_CSVs/STATE budget by country.15.csv"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return us_aid(tmp_path)


def test_a_tie_is_what_an_account_has_for_a_state_in_a_fiscal_year(read: Read, folder: Path) -> None:
    ties, _, _ = read("us-aid", folder)
    found = {tie.record: tie for tie in ties}
    fmf, imet = found["2010/FMF/Morocco"], found["2010/IMET/Morocco"]
    assert (fmf.source, fmf.target, fmf.weight, fmf.unit) == ("USA", "MAR", 9000, "USD thousand")
    assert (fmf.layer, fmf.type, fmf.mode) == (Layer.aid, "military_aid", "money")
    assert (imet.layer, imet.type, imet.mode) == (Layer.training, "training", None)
    assert (fmf.start, fmf.end, fmf.details["fiscal_year"]) == ("2009-10-01", "2010-09-30", "2010")
    assert fmf.subject == "Foreign Military Financing"


def test_sums_and_programmes_are_left_out_and_named(read: Read, folder: Path) -> None:
    ties, _, reading = read("us-aid", folder)
    assert {tie.target for tie in ties} == {"AZE", "MAR", "COD"}
    assert {name: count for (name, _), count in reading.tally.unmapped.items()} == {
        "TOTAL": 2,
        "Europe and Eurasia": 1,
        "Multinational Force and Observers (MFO)": 1,
    }


def test_a_name_that_was_torn_over_two_rows_is_whole(read: Read, folder: Path) -> None:
    ties, _, _ = read("us-aid", folder)
    assert {tie.record for tie in ties if tie.target == "COD"} == {
        f"2010/{account}/Democratic Republic of the Congo" for account in ("IMET", "PKO")
    }


def test_a_request_is_planned(read: Read, folder: Path) -> None:
    ties, _, _ = read("us-aid", folder)
    found = {(tie.details["fiscal_year"], tie.details["stage"], tie.status) for tie in ties}
    assert found == {("2010", "budget", Status.happened), ("2017", "request", Status.planned)}


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [('"9,000"', '"9,00"', "`9,00` under `FMF` is no figure"), ('"9,000",-,2010', '"9,000",-,', "no fiscal year")],
)
def test_a_wrong_row_is_named(read: Read, folder: Path, old: str, new: str, says: str) -> None:
    path = folder / "STATE budget by country.10.csv"
    path.write_text(path.read_text("utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DatasetError, match=r"country\.10\.csv:5") as raised:
        read("us-aid", folder)
    assert says in raised.value.line


def test_the_whole_folder(read: Read, real: Find) -> None:
    ties, _, reading = read("us-aid", real(FOLDER).parent)
    assert (reading.tally.rows, len(ties)) == (2653, 1986)
    assert not [name for name, why in reading.tally.unmapped if why.startswith("no state has this")]
    found = {tie.record: tie.weight for tie in ties}
    assert (found["2015/FMF/Israel"], found["2008/FMF/Azerbaijan"], found["2010/FMF/Morocco"]) == (3100000, 2976, 9000)


def test_states_and_the_rest_make_the_total_of_the_table(read: Read, real: Find) -> None:
    """Nothing is lost and nothing counts twice, in the years whose tables do not repeat a programme under another."""
    ties, _, _ = read("us-aid", real(FOLDER).parent)
    states: dict[tuple[str, str], float] = defaultdict(float)
    for tie in ties:
        states[tie.details["fiscal_year"], tie.details["account"]] += tie.weight or 0
    regions = ("Africa", "East Asia and Pacific", "Europe and Eurasia", "Near East", "South and Central Asia")
    for year in ("10", "11", "15"):
        path = real(FOLDER).parent / f"STATE budget by country.{year}.csv"
        text = path.read_text("utf-8" if year < "12" else "cp1252")
        rows = [{name.strip(): cell for name, cell in row.items()} for row in csv.DictReader(text.splitlines())]
        names = {tie.record.split("/")[2] for tie in ties}
        for account in ("FMF", "IMET", "PKO"):
            sums = {" ".join(r["Country"].split()): r[account] for r in rows if r[account].strip() not in ("", "-")}
            figures = {name: float(text.replace(",", "")) for name, text in sums.items()}
            rest = [figures[name] for name in figures if name not in {*names, *regions, "Western Hemisphere", "TOTAL"}]
            assert states[f"20{year}", account] + sum(rest) == figures["TOTAL"], (year, account)
