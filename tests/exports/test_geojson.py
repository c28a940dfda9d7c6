"""GeoJSON: the structure of RFC 7946, and where things lie."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from dragoman.exports import ReportedEvent
from dragoman.exports.geojson import event_feature, feature_collection, tie_feature
from dragoman.model import Tie

from .samples import ARMS, EVENTS, MEMBER, SIPRI, TIES, reported, ties

DEPTH = {"Point": 0, "MultiPoint": 1, "LineString": 1}
LEAST = {"Point": 2, "MultiPoint": 1, "LineString": 2}


def collection(*features: Any) -> Any:
    return json.loads("".join(feature_collection(features, [SIPRI])))


def check(found: Any) -> None:
    """What RFC 7946 asks of a FeatureCollection, its Features, geometries and positions."""
    assert found["type"] == "FeatureCollection"
    assert not {"coordinates", "geometries", "geometry", "properties"} & set(found)
    for feature in found["features"]:
        assert feature["type"] == "Feature"
        assert isinstance(feature["id"], str | int)
        assert isinstance(feature["properties"], dict)
        geometry = feature["geometry"]
        if geometry is not None:
            assert len(geometry["coordinates"]) >= LEAST[geometry["type"]]
            positions = geometry["coordinates"] if DEPTH[geometry["type"]] else [geometry["coordinates"]]
            for longitude, latitude in positions:
                assert -180 <= longitude <= 180
                assert -90 <= latitude <= 90


def test_event_lies_where_it_takes_place() -> None:
    found = collection(event_feature(EVENTS[0]))
    check(found)
    (feature,) = found["features"]
    longitude, latitude = feature["geometry"]["coordinates"]
    assert (round(longitude), round(latitude)) == (33, 40)
    assert feature["properties"]["located"] == "place"
    assert feature["properties"]["parties"][0] == {"actor": "KAZ", "name": "Kazakhstan", "role": "party"}
    assert feature["properties"]["reports"] == 3


def test_event_without_a_place_lies_with_its_parties() -> None:
    feature = event_feature(EVENTS[1])
    geometry: Any = feature["geometry"]
    properties: Any = feature["properties"]
    assert geometry["type"] == "MultiPoint"
    assert len(geometry["coordinates"]) == 2, "Israel and Azerbaijan: the West has no seat"
    assert properties["located"] == "parties"
    assert (properties["status"], properties["name"][:7]) == ("denied", "denied:")


def test_tie_goes_from_source_to_target() -> None:
    found = collection(tie_feature(ARMS))
    check(found)
    (feature,) = found["features"]
    assert feature["geometry"] == {"type": "LineString", "coordinates": [[37.6155, 55.7522], [49.8622, 40.3953]]}
    assert (feature["properties"]["start"], feature["properties"]["first_day"]) == ("2010", "2010-01-01")


def test_who_has_no_seat_is_kept_without_a_geometry() -> None:
    feature = tie_feature(MEMBER.model_copy(update={"target": "G7"}))
    assert feature["geometry"] is None


def test_credits_go_along() -> None:
    assert collection(*map(tie_feature, TIES))["credits"] == {"sipri": SIPRI.credit}


def test_nothing_is_an_empty_collection() -> None:
    assert collection()["features"] == []


@given(st.lists(ties, max_size=3), st.lists(reported, max_size=3))
def test_anything_is_a_collection(found: list[Tie], events: list[ReportedEvent]) -> None:
    features = [*map(tie_feature, found), *map(event_feature, events)]
    made = collection(*features)
    check(made)
    assert len(made["features"]) == len(features)
