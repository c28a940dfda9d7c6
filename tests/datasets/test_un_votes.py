"""Votes in the General Assembly: who counts as aligned, in files of ours and in the real ones."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.datasets.un_votes import ALIKE, LEAST
from dragoman.errors import DatasetError
from dragoman.model import Layer

from .conftest import Read
from .made import ROLL_CALLS, un_votes, vote


def test_two_that_voted_alike_are_tied_with_what_they_voted_on(read: Read, tmp_path: Path) -> None:
    ties, measures, reading = read("un-votes", un_votes(tmp_path))
    assert not measures
    assert [(tie.source, tie.target, tie.start, tie.end) for tie in ties] == [("AZE", "TUR", "2010", "2010")]
    tie = ties[0]
    assert (tie.layer, tie.directed, tie.unit) == (Layer.alignment, False, "share of equal votes")
    assert tie.weight == round(22 / 23, 4)
    assert (tie.details["common"], tie.details["equal"]) == ("23", "22")
    assert (tie.details["common_on_arms"], tie.details["equal_on_arms"]) == ("2", "1")
    assert ALIKE < float(tie.details["pi"]) < float(tie.details["equal"]) / 23
    assert reading.tally.unmapped == {("Ruritania", "no state has this name"): ROLL_CALLS}
    assert (reading.dataset.first_year, reading.dataset.last_year) == (2010, 2010)


def test_it_goes_without_the_issues_and_not_without_the_roll_calls(read: Read, tmp_path: Path) -> None:
    un_votes(tmp_path)
    (tmp_path / "un_roll_call_issues.rda").unlink()
    assert "common_on_arms" not in read("un-votes", tmp_path)[0][0].details
    with pytest.raises(
        DatasetError, match=r"one file is not enough; give the folder with un_roll_calls\.rda and un_votes"
    ):
        read("un-votes", tmp_path / "un_votes.rda")
    (tmp_path / "un_roll_calls.rda").unlink()
    with pytest.raises(DatasetError, match=r"no file `un_roll_calls\.rda` in the folder"):
        read("un-votes", tmp_path)


def test_a_vote_that_is_none_is_named_by_row(read: Read, tmp_path: Path) -> None:
    odd = un_votes(tmp_path, lambda state, call: "maybe" if (state, call) == ("France", 100) else vote(state, call))
    with pytest.raises(DatasetError, match=r"un_votes\.rda:3: `maybe` under `vote` is none of yes, abstain, no"):
        read("un-votes", odd)


@pytest.mark.slow
def test_the_real_files(read: Read, real: Callable[[str], Path]) -> None:
    ties, _, reading = read("un-votes", real("unga/un_votes.rda").parent)
    assert reading.tally.rows == 882057
    assert not reading.tally.unmapped
    assert len(ties) == 76960
    assert (reading.dataset.first_year, reading.dataset.last_year) == (1946, 2019)
    assert all(int(tie.details["common"]) >= LEAST and float(tie.details["pi"]) >= ALIKE - 0.001 for tie in ties)
    aligned = {(tie.source, tie.target) for tie in ties if tie.start == "2019"}
    assert ("ISR", "USA") in aligned and ("DEU", "FRA") in aligned and ("JOR", "MAR") in aligned
    assert ("MAR", "USA") not in aligned and ("AZE", "TUR") not in aligned
