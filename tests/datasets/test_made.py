"""What holds for datasets whose files are made: ties as the entry says, and a second import that changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from dragoman.actors import former_states, states
from dragoman.datasets import entry, open_dataset
from dragoman.datasets.storing import Outcome, store
from dragoman.ledger import opened
from dragoman.ledger import tables as kept
from dragoman.model import Tie

from .made import MADE


@pytest.mark.parametrize("name", MADE)
def test_ties_are_as_the_entry_says(tmp_path: Path, name: str) -> None:
    known = entry(name)
    path = MADE[name](tmp_path)
    ties = [item for item in open_dataset(name, path) if isinstance(item, Tie)]
    assert ties
    assert [item for item in open_dataset(name, path) if isinstance(item, Tie)] == ties
    assert len({tie.id for tie in ties}) == len(ties)
    for tie in ties:
        assert Tie.model_validate(tie.model_dump()) == tie
        assert tie.layer in known.layers
        assert tie.details.keys() <= known.details.keys()
        assert {tie.source, tie.target} <= set(states()) | set(former_states())
        assert tie.directed or tie.source < tie.target
        assert (tie.weight is None) == (tie.unit is None)


@pytest.mark.parametrize("name", MADE)
def test_a_second_import_changes_nothing(ledger_url: str, tmp_path: Path, name: str) -> None:
    path = MADE[name](tmp_path)
    with opened(ledger_url, make=True) as ledger:
        found = []
        for outcome in (Outcome.written, Outcome.same):
            assert store(ledger, open_dataset(name, path), lambda: None) is outcome
            with ledger.reading() as connection:
                found.append({tuple(row) for row in connection.execute(select(kept.ties))})
    assert found[0] == found[1] != set()
