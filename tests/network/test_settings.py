"""The data files of the network: whole, reasoned, and refused with file and line where they are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.datasets import entries
from dragoman.errors import CodebookError
from dragoman.model import Layer, Status, What
from dragoman.network import LegKind, path_rules, settings
from dragoman.network.brokers import defaults
from dragoman.network.groups import groupings
from dragoman.schema import codebook

FILES = sorted(settings.FOLDER.glob("*.yaml"))


def test_every_layer_and_status_has_an_entry() -> None:
    assert set(settings.layers()) == set(Layer)
    assert set(settings.statuses()) == set(Status)
    assert defaults()["draws"].value > 0
    assert groupings()


def test_measures_of_deliveries_are_datasets_that_can_be_imported() -> None:
    assert {entry.dataset for entry in settings.deliveries().measures} <= set(entries())
    assert set(path_rules().re_exports.datasets) <= set(entries())


def test_classes_of_concentration_rise() -> None:
    names = [settings.deliveries().class_of(value) for value in (0.0, 0.149, 0.15, 0.25, 1.0)]
    assert names == ["spread", "spread", "moderate", "high", "high"]


@pytest.mark.parametrize("what", What)
def test_every_leg_can_be_on_record_and_needs_something(what: What) -> None:
    for kind in LegKind:
        assert getattr(path_rules().what[what], kind.value)
        assert any(rule.essential for rule in path_rules().of_leg(what, kind))
    assert any(rule.nowhere for rule in path_rules().of_leg(what, LegKind.pass_on))


def test_modes_that_needs_name_are_those_of_the_layer() -> None:
    by_layer: dict[Layer, set[str]] = {}
    for name, entry in codebook().types.items():
        for mode in entry.modes:
            layer = codebook().layer(name, mode)
            if layer:
                by_layer.setdefault(layer, set()).add(mode)
    for rule in path_rules().needs:
        for ties in (*rule.ties, *rule.bars):
            assert set(ties.modes) <= by_layer.get(ties.layer, set()), rule.name
        assert bool(rule.ties) + bool(rule.bars) + bool(rule.nowhere) == 1, rule.name


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_that_is_wrong_is_told_by_file_and_line(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for file in FILES:
        (tmp_path / file.name).write_bytes(file.read_bytes())
    text = path.read_text(encoding="utf-8").replace("reason:", "raeson:", 1)
    (tmp_path / path.name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(settings, "FOLDER", tmp_path)
    monkeypatch.setattr("dragoman.network.groups.FOLDER", tmp_path)
    readers = {
        "layers": settings.layers, "statuses": settings.statuses, "modes": settings.idle_modes,
        "deliveries": settings.deliveries, "paths": path_rules, "groups": groupings,
    }  # fmt: skip
    reader = readers.get(path.stem)
    plain = getattr(reader, "__wrapped__", defaults) if reader else defaults
    with pytest.raises(CodebookError, match=rf"{path.name}:\d+"):
        plain()
