"""What comes with the project: every fact is in order, has a source, and stands on the page that lists them."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from itertools import groupby
from pathlib import Path

import pytest

from dragoman.actors import historic, organisations, states
from dragoman.datasets import open_dataset, packaged, starter_items, starter_ties
from dragoman.datasets.facts import Fact, fact
from dragoman.datasets.packaged import FOLDER
from dragoman.datasets.reading import Reading
from dragoman.errors import DatasetError
from dragoman.model import Layer, Measure, Tie
from dragoman.schema import codebook

ROOT = Path(__file__).parents[2]
FOLLOWED = ("AZE", "ISR", "ITA", "KAZ", "MAR", "PAK", "RUS", "TUR", "USA")
LATEST = "2026-11"
"""The version of the record: nothing in it may lie after this month."""
HEAD = "id\ttype\tmode\tstatus\tactors\tstart\tend\ttitle\tmatter\tsource\taddress\tnote\n"


def reading() -> Reading:
    return open_dataset("starter", FOLDER / "facts")


FACTS = [fact(row) for row in reading().rows()]
TIES = [tie for tie in reading() if isinstance(tie, Tie)]


def named(key: str) -> list[Tie]:
    return [tie for tie in TIES if tie.record == key]


# --- every fact ---


def test_there_are_enough_facts() -> None:
    assert len(FACTS) >= 300


@pytest.mark.parametrize("state", FOLLOWED)
def test_every_state_that_it_follows_has_its_facts(state: str) -> None:
    assert sum(state in {party.actor for party in found.parties} for found in FACTS) >= 20


def test_no_key_is_given_twice() -> None:
    assert [key for key, number in Counter(found.key for found in FACTS).items() if number > 1] == []


def test_no_fact_is_told_twice() -> None:
    told = Counter((f.type, f.mode, frozenset(f.parties), f.start, f.title) for f in FACTS)
    assert [what for what, number in told.items() if number > 1] == []


@pytest.mark.parametrize("found", FACTS, ids=lambda found: found.key)
def test_a_fact_is_in_order(found: Fact) -> None:
    assert found.start[: len(LATEST)] <= LATEST
    assert (found.end or "")[: len(LATEST)] <= LATEST
    assert found.layer == codebook().layer(found.type, found.mode)
    assert {party.actor for party in found.parties} & {*FOLLOWED}
    assert len(found.source) > 8
    assert found.address.startswith(("https://", "http://")) or not found.address
    words = (found.title, found.source, found.note)
    assert all(text == " ".join(text.split()) for text in words)
    assert not any(text.endswith(".") for text in words)


@pytest.mark.parametrize("name", sorted(path.name for path in (FOLDER / "facts").glob("*.tsv")))
def test_facts_stand_in_the_order_of_time(name: str) -> None:
    lines = (FOLDER / "facts" / name).read_text(encoding="utf-8").splitlines()[1:]
    order = [(cells[5], cells[0]) for cells in (line.split("\t") for line in lines)]
    assert order == sorted(order)


# --- as ties ---


def test_equals_are_tied_two_by_two_under_one_group() -> None:
    found = named("caspian-2018-convention")
    assert len(found) == 10
    assert {tie.group for tie in found} == {"caspian-2018-convention"}
    assert not any(tie.directed for tie in found)
    assert all(tie.source < tie.target for tie in found)


def test_one_who_acts_is_tied_to_each_that_is_acted_upon() -> None:
    assert {(tie.source, tie.target, tie.directed) for tie in named("osce-1992-embargo")} == {
        ("OSCE", "ARM", True),
        ("OSCE", "AZE", True),
    }


def test_the_origin_of_a_design_and_the_host_of_an_exercise_stand_beside() -> None:
    (jets,) = named("pak-aze-2024-jf17")
    assert (jets.source, jets.target) == ("PAK", "AZE")
    assert [(party.actor, party.role) for party in jets.others] == [("CHN", "origin")]
    (lion,) = named("mar-usa-2004-african-lion")
    assert [(party.actor, party.role) for party in lion.others] == [("MAR", "host")]


def test_a_tie_names_its_source_and_its_terms() -> None:
    assert all(tie.details["source"] for tie in TIES)
    dataset = reading().dataset
    assert "not complete" in dataset.gaps[0]
    assert "Apache-2.0" in dataset.terms


def test_members_are_tied_to_their_organisation() -> None:
    found = [t for t in TIES if (t.source, t.target) == ("AZE", "CSTO")]
    assert [(t.layer, t.start, t.end) for t in found] == [(Layer.membership, "1993", "1999-04-02")]
    for code, organisation in organisations().items():
        now = {t.source for t in TIES if t.layer is Layer.membership and t.target == code and t.end is None}
        assert now == organisation.members_on()


@pytest.mark.parametrize(
    ("one", "other", "start", "end"),
    [
        ("ITA", "TUR", "1952-02-18", None),
        ("FIN", "TUR", "2023-04-04", None),
        ("KAZ", "RUS", "1994-04-20", None),
        ("AZE", "RUS", "1994-04-20", "1999-04-02"),
    ],
)
def test_members_that_promise_defence_are_allied_while_both_are_in(
    one: str, other: str, start: str, end: str | None
) -> None:
    found = [t for t in TIES if (t.source, t.target) == (one, other) and t.layer is Layer.alliance and t.group]
    assert [(t.start, t.end) for t in found] == [(start, end)]


def test_no_alliance_where_nobody_promises_defence() -> None:
    pledged = {code for code, organisation in organisations().items() if organisation.pledge}
    assert {t.group for t in TIES if t.layer is Layer.alliance and "/" in t.record} == pledged
    assert {t.source for t in TIES} | {t.target for t in TIES} <= {*states(), *organisations()}


# --- a wrong fact is told by file and row ---


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("a\tpact\t\thappened\tparty=AZE,MAR\t2024\t\tT\t\tS\t\t", "no tie is of type `pact`"),
        ("a\tother\t\thappened\tparty=AZE,MAR\t2024\t\tT\t\tS\t\t", "no tie is of type `other`"),
        ("a\tagreement\tsealed\thappened\tparty=AZE,MAR\t2024\t\tT\t\tS\t\t", "agreement has no mode `sealed`"),
        ("a\tagreement\t\thappened\tparty=AZE,MAR\t2024\t\tT\t\tS\t\t", "agreement has no mode ``"),
        ("a\tagreement\tsigned\tdone\tparty=AZE,MAR\t2024\t\tT\t\tS\t\t", "there is no status `done`"),
        ("a\tagreement\tsigned\thappened\tdonor=AZE,MAR\t2024\t\tT\t\tS\t\t", "agreement has no role `donor`"),
        ("a\tagreement\tsigned\thappened\tparty=AZE,XYZ\t2024\t\tT\t\tS\t\t", "no actor has the code `XYZ`"),
        ("a\tagreement\tsigned\thappened\tparty=AZE,AZE\t2024\t\tT\t\tS\t\t", "an actor stands in one role twice"),
        ("a\tagreement\tsigned\thappened\tparty=AZE\t2024\t\tT\t\tS\t\t", "it ties nobody to anybody"),
        ("a\tagreement\tsigned\thappened\tparty=AZE,MAR\t30.10.2024\t\tT\t\tS\t\t", "`30.10.2024` under `start`"),
        ("a\tagreement\tsigned\thappened\tparty=AZE,MAR\t\t\tT\t\tS\t\t", "nothing stands under `start`"),
        ("a\tagreement\tsigned\thappened\tparty=AZE,MAR\t2024\t2023-05\tT\t\tS\t\t", "it ends (2023-05) before"),
        (
            "a\tagreement\tsigned\thappened\tparty=AZE,MAR\t2024\t\tT\tchess\tS\t\t",
            "the codebook has no matter `chess`",
        ),
        ("a\tagreement\tsigned\thappened\tparty=AZE,MAR\t2024\t\tT\t\t\t\t", "nothing stands under `source`"),
    ],
)
def test_a_wrong_fact_is_told_by_its_row(tmp_path: Path, row: str, says: str) -> None:
    (tmp_path / "own.tsv").write_text(f"{HEAD}{row}\n", encoding="utf-8")
    with pytest.raises(DatasetError) as raised:
        list(open_dataset("starter", tmp_path))
    assert says in raised.value.line
    assert raised.value.source == "own.tsv:2"


# --- all that comes with the project ---


def test_everything_in_the_package_can_be_read_twice_alike() -> None:
    first, second = list(starter_items()), list(starter_items())
    assert first == second
    assert list(starter_ties()) == [item for item in first if isinstance(item, Tie)]
    ids = [item.id for item in first if isinstance(item, Tie)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("item", packaged(), ids=lambda item: item.name)
def test_a_part_of_another_dataset_says_so(item: object) -> None:
    from dragoman.datasets.packaged import Packaged

    assert isinstance(item, Packaged)
    if item.name == "starter":
        return
    dataset = item.open().dataset
    assert dataset.version == item.version
    assert dataset.credit in (FOLDER / "README.md").read_text(encoding="utf-8")
    holder = re.search(r"Copyright (\(c\) \d{4} )?\w+", dataset.terms)
    assert holder is not None
    assert holder[0] in (ROOT / "NOTICE").read_text(encoding="utf-8")


def test_of_sipri_only_the_rows_that_its_terms_allow() -> None:
    for item in packaged():
        if not item.name.startswith("sipri"):
            continue
        items = list(item.open())
        parties = [{t.source, t.target} if isinstance(t, Tie) else {t.actor} for t in items]
        assert items
        assert all(who & {"AZE", "MAR"} for who in parties)
        assert "not under the licence of this project" in item.open().dataset.terms


def test_measures_are_of_states() -> None:
    known = {*states(), *(state.code for state in historic())}
    assert all(item.actor in known for item in starter_items() if isinstance(item, Measure))


def test_the_page_lists_every_fact_as_it_is() -> None:
    made = subprocess.run(
        [sys.executable, "scripts/starter_page.py", "--print"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    assert (ROOT / "docs/starter.md").read_text(encoding="utf-8") == made, "run scripts/starter_page.py"
    for found in FACTS:
        assert f"`{found.key}`" in made


def test_records_of_a_group_are_one_thing() -> None:
    grouped = sorted((t for t in TIES if t.group and "/" not in t.record), key=lambda t: t.group or "")
    for _, ties in groupby(grouped, key=lambda t: t.group):
        assert len({(t.record, t.subject, t.start, t.end) for t in ties}) == 1
