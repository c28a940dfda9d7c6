from __future__ import annotations

import pytest

from dragoman.actors import organisations, seat, seats, states
from dragoman.actors.coordinates import _degrees
from dragoman.actors.tables import Row
from dragoman.errors import CodebookError


def test_every_state_has_a_seat() -> None:
    assert set(states()) <= set(seats())


def test_seats_are_of_known_actors() -> None:
    assert set(seats()) <= set(states()) | set(organisations())


@pytest.mark.parametrize(
    ("code", "place", "latitude", "longitude"),
    [("AZE", "Baku", 40.4, 49.9), ("AUS", "Canberra", -35.3, 149.1), ("UN", "New York", 40.7, -74.0)],
)
def test_seats_lie_where_they_are(code: str, place: str, latitude: float, longitude: float) -> None:
    found = seat(code)
    assert found is not None
    assert found.place == place
    assert (found.latitude, found.longitude) == pytest.approx((latitude, longitude), abs=0.5)


def test_who_has_no_seat() -> None:
    assert seat("WEST") is None
    assert seat("G7") is None


@pytest.mark.parametrize("value", ["91", "north", ""])
def test_what_is_no_coordinate_is_told_by_line(value: str) -> None:
    with pytest.raises(CodebookError, match=r"coordinates\.tsv:3.*latitude"):
        _degrees(Row("coordinates.tsv:3", {"latitude": value}), "latitude", 90)
