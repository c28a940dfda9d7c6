"""Members of organisations at a date."""

from __future__ import annotations

import pytest

from dragoman.actors import collectives, members, memberships, organisations, states


def test_members_are_states() -> None:
    unknown = {(o.code, m) for o in organisations().values() for m in o.members_on() if m not in states()}
    assert unknown == set()


@pytest.mark.parametrize(
    ("code", "number"), [("NATO", 32), ("EU", 27), ("UN", 193), ("CSTO", 6), ("AU", 55), ("LAS", 22), ("OSCE", 57)]
)
def test_number_of_members_now(code: str, number: int) -> None:
    assert len(members(code)) == number


def test_joining_counts_from_its_day() -> None:
    assert "FIN" not in members("NATO", "2023-04-03")
    assert "FIN" in members("NATO", "2023-04-04")
    assert "SWE" not in members("NATO", "2023-12-31")


def test_leaving_and_coming_back() -> None:
    assert "GBR" in members("EU", "2019-06-01")
    assert "GBR" not in members("EU", "2020-02-01")
    presence = [
        year for year in ("1998-01-01", "2003-01-01", "2008-01-01", "2013-01-01") if "UZB" in members("CSTO", year)
    ]
    assert presence == ["1998-01-01", "2008-01-01"]


def test_memberships_of_a_state() -> None:
    assert {"UN", "OTS", "CIS", "GUAM", "OIC"} <= set(memberships("AZE", "2024-10-30"))
    assert "CSTO" not in memberships("AZE", "2024-10-30")


def test_a_list_that_is_not_kept_says_so() -> None:
    assert members("UDCG") == frozenset()
    assert organisations()["UDCG"].members == "open"


def test_codes_of_the_codebook() -> None:
    asked = "WEST EUR CEE BALTIC BLACK_SEA CAUCASUS POST_SOVIET MENA GULF SAHEL AFR INDO_PACIFIC LATAM GLOBAL_SOUTH"
    assert set(collectives()) == set(asked.split())
    assert {"NATO", "EU", "UN", "CSTO", "OTS", "AU", "LAS", "GCC", "OSCE", "SCO", "G7", "G20"} <= set(organisations())


def test_spells_are_the_memberships_with_their_ends() -> None:
    uzbek = [spell[1:] for spell in organisations()["CSTO"].spells() if spell.state == "UZB"]
    assert uzbek == [("1992-05-15", "1999-04-02"), ("2006-08-16", "2012-06-28")]


@pytest.mark.parametrize("on", ["1994-01-01", "2001-06-01", "2011-01-01", "2024-06-01"])
def test_spells_and_members_agree(on: str) -> None:
    for code, organisation in organisations().items():
        spells = {s.state for s in organisation.spells() if s.start <= on and (s.end is None or s.end > on)}
        assert spells == members(code, on), code


def test_who_promises_defence() -> None:
    assert {code for code, organisation in organisations().items() if organisation.pledge} == {
        "NATO",
        "CSTO",
        "GCC",
        "AES",
    }
