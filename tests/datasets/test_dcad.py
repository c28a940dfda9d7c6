"""DCAD: the agreements of Azerbaijan and Morocco, what their ends mean, and the whole file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.datasets.dcad import CATEGORIES
from dragoman.datasets.dyads import SAME
from dragoman.errors import DatasetError
from dragoman.model import Layer, Tie
from dragoman.schema import codebook

from .conftest import Read

Find = Callable[[str], Path]
WHOLE = "dcad/DCAD-v1.0-main.csv"


@pytest.fixture
def ties(read: Read, fixture: Find) -> dict[str, Tie]:
    """By the number at the end of the record."""
    return {tie.record[-4:]: tie for tie in read("dcad", fixture("dcad.csv"))[0]}


def of(ties: list[Tie], state: str) -> int:
    return sum(state in (tie.source, tie.target) for tie in ties)


def test_an_agreement_is_a_tie_from_its_signing(ties: dict[str, Tie]) -> None:
    tie = ties["0083"]
    assert (tie.source, tie.target, tie.directed, tie.layer, tie.type) == (
        "AZE",
        "USA",
        False,
        Layer.agreement,
        "agreement",
    )
    assert (tie.start, tie.end, tie.mode, tie.details["in_force"]) == ("1999-09-28", None, "in_force", "2003-05-07")
    assert (tie.details["source_type"], tie.details["source"], tie.details["text"]) == ("treaty", "TIAS", "English")
    assert tie.details["ended"] == "no"


def test_the_matter_comes_from_the_categories(ties: dict[str, Tie]) -> None:
    assert ties["1535"].details["categories"] == "DIC, RESEARCH, PROCUREMENT"
    assert ties["1535"].details["matter"] == "industry, research, arms"
    assert ties["1535"].subject == "defence industry; research and development; procurement"
    assert ties["1426"].details["matter"] == "exercise, training, education"
    assert ties["1425"].details["scope"] == "sector"
    assert {matter for _, matters in CATEGORIES.values() for matter in matters} <= set(codebook().matters)


def test_a_date_is_cut_to_what_is_known(ties: dict[str, Tie]) -> None:
    assert (ties["1536"].start, ties["0101"].start, ties["1550"].start) == ("2010-11", "1982", "2007")
    assert ties["1550"].mode == "signed"


def test_an_end_that_is_supposed_is_marked(ties: dict[str, Tie]) -> None:
    supposed = ties["1258"]
    assert (supposed.start, supposed.end) == ("2000-12-25", "2006")
    assert (supposed.details["ended"], supposed.details["end_estimate"]) == ("unknown", "yes")
    assert supposed.details["confidence"] == "4"


def test_the_last_year_of_the_dataset_is_no_end(ties: dict[str, Tie]) -> None:
    assert (ties["1257"].end, ties["1257"].details["ended"]) == (None, "unknown")
    assert (ties["0766"].end, ties["0766"].details["ended"]) == (None, "no")
    assert "end_estimate" not in ties["1257"].details


def test_a_known_end_may_lie_behind_the_last_year(read: Read, fixture: Find, tmp_path: Path) -> None:
    text = fixture("dcad.csv").read_text("utf-8")
    changed = text.replace("15,7,1999,,,,general,DCA,,,,,,-88,,2005", "15,7,1999,,,,general,DCA,,,10,-44,-44,1,13,2010")
    assert changed != text
    path = tmp_path / "dcad-main.csv"
    path.write_text(changed, "utf-8")
    tie = next(tie for tie in read("dcad", path)[0] if tie.record.endswith("1222"))
    assert (tie.start, tie.end, tie.details["ended"]) == ("1999-07-15", "2012", "yes")
    assert "end_estimate" not in tie.details
    assert tie.details["term_years"] == "10"


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("15,7,1999,,,,general,DCA", "15,7,,,,,general,DCA", "no year of signing"),
        ("15,7,1999,,,,general,DCA", "15,7,1999,,,,general,ABC", "`ABC` is no category of DCAD"),
        ("DCA,,,,,,-88,,2005", "DCA,,,,,,-3,,2005", "`-3` under `terminated`"),
        ("DCA,,,,,,-88,,2005", "DCA,,,,,,1,,2005", "`durationActual` does not say"),
        ("15,7,1999,,,,general,DCA", "15,7,soon,,,,general,DCA", "`soon` under `signYear` is no figure"),
    ],
)
def test_a_wrong_row_is_named(read: Read, fixture: Find, tmp_path: Path, old: str, new: str, says: str) -> None:
    text = fixture("dcad.csv").read_text("utf-8")
    assert old in text
    path = tmp_path / "dcad.csv"
    path.write_text(text.replace(old, new, 1), "utf-8")
    with pytest.raises(DatasetError, match=r"dcad\.csv:17: ") as raised:
        read("dcad", path)
    assert says in raised.value.line


def test_another_file_of_the_archive_is_told(read: Read, tmp_path: Path) -> None:
    path = tmp_path / "DCAD-v1.0-dyadic.csv"
    path.write_text("ccode1,abbrev1,ccode2,abbrev2,year\n2,USA,20,CAN,1980\n", "utf-8")
    with pytest.raises(DatasetError, match="has no column `DCAid`"):
        read("dcad", path)


def test_known_totals(read: Read, fixture: Find) -> None:
    ties, _, reading = read("dcad", fixture("dcad.csv"))
    assert (of(ties, "AZE"), of(ties, "MAR"), len(ties)) == (44, 8, 52)
    assert not reading.tally.unmapped


def test_the_whole_file(read: Read, real: Find) -> None:
    ties, _, reading = read("dcad", real(WHOLE))
    tally = reading.tally
    assert (tally.rows, tally.skipped) == (1871, {SAME: 3})
    assert len({tie.record for tie in ties}) == 1868
    assert not tally.unmapped
    assert (of(ties, "AZE"), of(ties, "MAR")) == (44, 8)
    first = {tie.record: tie for tie in reversed(ties)}.values()
    assert Counter(tie.details["ended"] for tie in first) == {"unknown": 1096, "no": 729, "yes": 43}
    assert sum("end_estimate" in tie.details for tie in first) == 644
    assert all(tie.end is None or tie.start is None or tie.start[:4] <= tie.end for tie in ties)


def test_an_agreement_goes_on_with_the_state_that_took_the_number_over(read: Read, real: Find) -> None:
    ties = read("dcad", real(WHOLE))[0]
    assert [(tie.source, tie.target, tie.start, tie.end) for tie in ties if tie.record.endswith("0373")] == [
        ("GBR", "YUG", "2002-03-08", "2003-02-03"),
        ("GBR", "SCG", "2003-02-04", "2006-06-04"),
        ("GBR", "SRB", "2006-06-05", None),
    ]
    assert [(tie.source, tie.end) for tie in ties if tie.record.endswith("0500")] == [("CSK", "1992-12-31")]
