"""Events, ties and measures as rows: what stands in which column."""

from __future__ import annotations

import json

from dragoman.exports.columns import columns
from dragoman.exports.forms import TableName
from dragoman.exports.rows import event_cells, measure_cells, tie_cells
from dragoman.schema import FLAT_COLUMNS

from .samples import ALLIANCE, ARMS, EVENTS, MEASURE


def test_columns_are_those_of_the_table_in_their_order() -> None:
    assert list(event_cells(EVENTS[0])) == list(columns(TableName.events))
    assert list(tie_cells(ARMS)) == list(columns(TableName.ties))
    assert list(measure_cells(MEASURE)) == list(columns(TableName.measures))
    assert tuple(columns(TableName.statements)) == FLAT_COLUMNS


def test_event_counts_its_reports() -> None:
    row = event_cells(EVENTS[0])
    assert (row["reports"], row["documents"], row["outlets"]) == (3, 3, 2)
    assert row["outlet_names"] == "Вестник|Пример"
    assert (row["first_report"], row["last_report"]) == ("2024-09-01", "2024-10-30T14:25")
    assert row["evidence"] == "подпишут соглашение"
    assert row["evidence_source"] == "news/2.txt"
    assert row["status_history"] == "?=possible|2024-09-01=planned|2024-10-30=happened"


def test_event_carries_the_codes_of_other_codebooks() -> None:
    row = event_cells(EVENTS[0])
    assert (row["status"], row["factbank"]) == ("happened", "CT+")
    assert (row["plover_event"], row["plover_context"], row["cameo_root"]) == ("SUPPORT", "military", "05")
    assert row["parties"] == "KAZ:party|TUR:party"
    assert row["parties_cow"] == "705|640"
    assert row["instrument"] == "соглашение | о сотрудничестве"


def test_parties_without_a_number_keep_their_place() -> None:
    row = event_cells(EVENTS[1])
    assert row["parties"] == "ISR:supplier|AZE:recipient|WEST:origin"
    assert row["parties_cow"] == "666|373|"
    assert row["parties_gw"] == "666|373|"
    assert (row["source_actors"], row["target_actors"]) == ("ISR", "AZE")
    assert (row["status"], row["factbank"]) == ("denied", "CT-")
    assert row["time_start"] is None
    assert row["first_report"] is None


def test_tie() -> None:
    row = tie_cells(ARMS)
    assert (row["source"], row["source_name"], row["source_cow"], row["target_gw"]) == ("RUS", "Russia", 365, 373)
    assert (row["layer"], row["type"], row["mode"]) == ("arms", "arms_transfer", "delivered")
    assert (row["weight"], row["unit"]) == (12.5, "TIV")
    assert row["others"] == "BLR:intermediary"
    assert json.loads(str(row["details"])) == ARMS.details


def test_tie_that_says_only_that_it_is() -> None:
    row = tie_cells(ALLIANCE)
    assert row["directed"] is False
    assert {row[name] for name in ("type", "plover_event", "cameo_root", "weight", "end", "details")} == {None}
