"""States by the numbers and names of datasets, also of those that are no more."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.actors import by_cow, by_gw, by_name, codes, collectives, historic, label, organisations, states
from dragoman.actors.historic import former_states
from dragoman.actors.lookups import name_key


@pytest.mark.parametrize(
    ("number", "on", "code"),
    [
        (373, None, "AZE"),
        (365, "1980", "SUN"),
        (365, "1991-12-25", "SUN"),
        (365, "1991-12-26", "RUS"),
        (365, "1900", "RUS"),
        (365, None, "RUS"),
        (260, "1980", "DEU"),
        (265, "1980", "DDR"),
        (255, "1860", "XPR"),
        (255, "1995", "DEU"),
        (345, "1900", "SRB"),
        (345, "1985", "YUG"),
        (345, "2004-05", "SCG"),
        (345, "2010", "SRB"),
        (315, "1992", "CSK"),
        (316, "1993", "CZE"),
        (678, "1985", "XYN"),
        (679, "1995", "YEM"),
        (680, "1985", "YMD"),
        (816, "1970", "VDR"),
        (816, "1990", "VNM"),
        (817, "1970", "XVS"),
        (300, "1914", "XAH"),
        (325, "1850", "XSP"),
        (99999, None, None),
    ],
)
def test_numbers_of_the_correlates_of_war(number: int, on: str | None, code: str | None) -> None:
    assert by_cow(number, on) == code


@pytest.mark.parametrize(
    ("number", "on", "code"),
    [(340, "2010", "SRB"), (345, "1985", "YUG"), (678, "1985", "XYN"), (678, "2000", "YEM"), (260, "2000", "DEU"),
     (970, None, "KIR"), (711, "1930", "XTB"), (260, "1850", "DEU")],
)  # fmt: skip
def test_numbers_of_gleditsch_and_ward(number: int, on: str | None, code: str) -> None:
    assert by_gw(number, on) == code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Turkiye", "TUR"), ("Türkiye", "TUR"), ("Bosnia-Herzegovina", "BIH"), ("DR Congo", "COD"), ("Congo", "COG"),
        ("Congo, Democratic Republic of the", "COD"), ("UAE", "ARE"), ("Korea, South", "KOR"), ("Korea, North", "PRK"),
        ("Czech Republic", "CZE"), ("Cote d'Ivoire", "CIV"), ("Côte D’Ivoire", "CIV"), ("Viet Nam", "VNM"),
        ("St. Lucia", "LCA"), ("Bahamas, The", "BHS"), ("Soviet Union", "SUN"), ("East Germany", "DDR"), ("MAR", "MAR"),
        ("ROM", "ROU"), ("Yemen Arab Republic", "XYN"), ("Russia", "RUS"), ("Myanmar (Burma)", "MMR"), ("", None),
        ("Ruritania", None), ("West Bank and Gaza", "PSE"),
    ],
)  # fmt: skip
def test_names_as_datasets_write_them(name: str, code: str | None) -> None:
    assert by_name(name) == code


@pytest.mark.parametrize(
    ("name", "on", "code"),
    [("Russia", "1975", "SUN"), ("Yemen", "1980", "XYN"), ("Yemen", "2000", "YEM"), ("Yugoslavia", "1995", "YUG"),
     ("Vietnam", "1970", "VDR"), ("Serbia", "2005", "SCG"), ("Germany", "1980", "DEU")],
)  # fmt: skip
def test_a_name_that_went_on_is_that_of_the_state_of_the_time(name: str, on: str, code: str) -> None:
    assert by_name(name, on) == code


def test_every_state_is_found_by_its_numbers_its_name_and_its_code() -> None:
    for iso3, state in states().items():
        assert by_name(iso3) == by_name(state.label["en"]) == iso3
        assert state.cow is None or by_cow(state.cow) == iso3
        assert state.gw is None or by_gw(state.gw) == iso3


def test_historic_states_have_codes_of_their_own_a_label_and_numbers() -> None:
    taken = set(organisations()) | set(collectives())
    for code in former_states():
        assert code not in taken
        assert label(code) != code
        assert by_name(label(code), next(state.first for state in historic() if state.code == code)) == code
    assert codes("SUN") == (365, 365)
    assert label("DDR", "ru") == "East Germany"


def test_one_number_is_one_state_at_a_time() -> None:
    for list_of in ("cow", "gw"):
        spans = sorted((getattr(s, list_of), s.first, s.last) for s in historic() if getattr(s, list_of))
        for (number, _, last), (other, first, _) in pairwise(spans):
            assert number != other or last < first


@given(st.text())
def test_any_text_has_a_key_that_stays_what_it_is(text: str) -> None:
    assert name_key(name_key(text)) == name_key(text)
