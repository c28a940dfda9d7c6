"""Codes of other event datasets: every row is in the codebook, a code is under the nearest above it."""

from __future__ import annotations

import pytest

from dragoman.datasets.codes import cameo, codes, plover
from dragoman.model import Layer, Status


@pytest.mark.parametrize("table", ["cameo", "plover"])
def test_every_code_has_a_layer(table: str) -> None:
    assert all(code.layer in Layer for code in codes(table).values())


@pytest.mark.parametrize(
    ("code", "kind", "status", "layer", "directed"),
    [
        ("072", "military_aid", Status.happened, Layer.aid, True),
        ("0312", "partnership", Status.planned, Layer.agreement, False),
        ("1384", "threat", Status.happened, Layer.dispute, True),
        ("0232", "military_aid", Status.called_for, Layer.aid, True),
        ("043", "visit", Status.happened, Layer.diplomacy, True),
        ("1212", "partnership", Status.denied, Layer.agreement, False),
    ],
)
def test_a_code_says_type_status_and_direction(
    code: str, kind: str, status: Status, layer: Layer, directed: bool
) -> None:
    found = cameo(code)
    assert found is not None
    assert (found.type, found.status, found.layer, found.directed) == (kind, status, layer, directed)


@pytest.mark.parametrize("code", ["010", "073", "173", "141", "04", "", "0211", "1621"])
def test_what_is_no_defence_diplomacy_has_no_code(code: str) -> None:
    assert cameo(code) is None


def test_who_hosts_and_who_asks_for_aid_are_the_target() -> None:
    assert {code.code for code in codes("cameo").values() if code.turned} >= {"043", "0232", "1032", "0861"}


def test_a_plover_mode_goes_before_its_event() -> None:
    visit, meeting = plover("CONSULT", "visit"), plover("CONSULT", "")
    assert visit is not None and meeting is not None
    assert (visit.type, meeting.type) == ("visit", "meeting")
    assert plover("PROTEST", "demo") is None
