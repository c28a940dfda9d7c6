"""Who hedges, drawn: the shares with their intervals, and a title that says no more than these."""

from __future__ import annotations

import pytest
from tests.figures.looking import caption, rows_with, title

from dragoman.figures.hedging import MOST, hedging
from dragoman.figures.words import Language
from dragoman.findings.outlets import OutletClaims, outlets
from dragoman.ledger.claims import Tally
from dragoman.model import Status


def counted(**hedged_of: tuple[int, int]) -> list[OutletClaims]:
    """Outlets with so many hedged arguments of so many."""
    tallies = []
    for name, (hedged, whole) in hedged_of.items():
        tallies.append(Tally(name, Status.possible, False, "no_trace", hedged))
        tallies.append(Tally(name, Status.happened, False, "no_trace", whole - hedged))
    return outlets(tallies)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_shares_stand_with_their_intervals_the_most_hedging_first(language: Language) -> None:
    spec = hedging(counted(often=(90, 100), seldom=(10, 100)), language).spec()
    found = rows_with(spec, "low")
    assert [row["outlet"] for row in found] == ["often", "seldom"]
    assert all(row["low"] < row["share"] < row["high"] for row in found)
    assert "90" in title(spec) and "10" in title(spec)


def test_a_title_does_not_tell_apart_what_the_figures_do_not() -> None:
    assert "cannot be told apart" in title(hedging(counted(a=(2, 3), b=(1, 3))).spec())
    assert "a hedges 50" in title(hedging(counted(a=(5, 10))).spec())
    assert "No argument" in title(hedging([]).spec())


def test_an_outlet_with_hardly_an_argument_is_not_named_in_the_title() -> None:
    spec = hedging(counted(often=(90, 100), seldom=(10, 100), rare=(0, 1))).spec()
    assert title(spec) == "often hedges 90\u00a0% of its arguments, seldom 10\u00a0%"
    assert len(rows_with(spec, "low")) == 3


def test_those_with_few_arguments_are_left_out_and_counted() -> None:
    many = {f"o{number:02}": (1, 100 - number) for number in range(MOST + 4)}
    spec = hedging(counted(**many)).spec()
    assert len(rows_with(spec, "low")) == MOST
    assert "not shown: 4" in caption(spec)
    assert hedging(counted(**many)).svg().startswith("<svg")
