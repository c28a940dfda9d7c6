"""The script that pins floors lowers none without a reason."""

from __future__ import annotations

import importlib.util
from types import ModuleType

import pytest

from . import gates


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("pin_floors", gates.ROOT / "scripts/pin_floors.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_floor_lies_a_hundredth_below(script: ModuleType) -> None:
    assert script.floor_of(0.6543) == 0.644
    assert script.floor_of(0.004) == 0.0


def test_a_better_figure_raises_its_floor_and_the_same_one_keeps_it(script: ModuleType) -> None:
    assert script.raised({"f": 0.60}, {"f": 0.70}, anew=False) == {"f": 0.69}
    assert script.raised({"f": 0.60}, {"f": 0.605}, anew=False) == {"f": 0.60}


def test_a_worse_figure_is_a_complaint(script: ModuleType) -> None:
    assert script.lowered({"f": 0.60}, {"f": 0.59}) == ["f: 0.590 is below the floor 0.600"]
    assert script.lowered({"gone": 0.5}, {})
    assert script.lowered({"f": 0.60}, {"f": 0.60}) == []


def test_a_lost_id_is_a_complaint(script: ModuleType) -> None:
    held = gates.listed(gates.HELD)
    assert script.lost(gates.HELD, held) == []
    assert script.lost(gates.HELD, held[1:]) == [f"{held[0]} was held (tests/coding/sentences/held.txt)"]


def test_a_reason_stands_where_a_floor_is_lowered_or_a_set_has_changed(script: ModuleType) -> None:
    same, changed, lower = list(gates.digests())[:3]
    old = {
        name: {"sha256": digest, "reason": "before", "floors": {"f": 0.5}} for name, digest in gates.digests().items()
    }
    old[changed]["sha256"] = "another set"
    figures = {name: {"f": 0.4 if name == lower else 0.6} for name in old}
    made = script.pins(old, figures, "now")
    assert {name: made[name]["reason"] for name in (same, changed, lower)} == {
        same: "before",
        changed: "now",
        lower: "now",
    }
    assert {one["reason"] for one in script.pins(old, figures, "").values()} == {"before"}
