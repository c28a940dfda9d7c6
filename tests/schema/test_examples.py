"""The examples inside the codebook are coded as they say; what holds is listed in held.txt and stays so."""

from __future__ import annotations

from functools import cache

import pytest

from ..coding import gates


@cache
def results() -> dict[str, bool]:
    return gates.schema_examples()


def test_floors_are_pinned_for_this_codebook() -> None:
    assert gates.pinned()["schema"]["sha256"] == gates.digests()["schema"], "scripts/pin_floors.py --reason …"


@pytest.mark.parametrize("kind", ["event", "tie", "inference", "counterexample"])
def test_share_that_holds_is_above_its_floor(kind: str) -> None:
    wrong = [name for name, held in results().items() if not held]
    assert gates.schema_shares()[kind] >= gates.pinned()["schema"]["floors"][kind], wrong


@pytest.mark.parametrize("name", gates.listed(gates.SCHEMA_HELD))
def test_held_example_is_coded(name: str) -> None:
    assert results().get(name), "not coded as the codebook says"


def test_every_type_has_an_example_that_holds() -> None:
    types = {name.split("/")[0] for name in results()}
    held = {name.split("/")[0] for name, holds in results().items() if holds and "/example/" in name}
    assert types - held <= {"other"}
