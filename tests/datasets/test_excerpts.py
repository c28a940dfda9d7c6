"""What holds for every dataset of ties between states: ties as the entry says, the same in every import, kept as a
whole on both databases.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from dragoman.actors import former_states, organisations, states
from dragoman.datasets import entry, open_dataset
from dragoman.datasets.igos import PREFIX
from dragoman.datasets.storing import Outcome, store
from dragoman.ledger import opened
from dragoman.ledger import tables as kept
from dragoman.model import Tie

from .conftest import FIXTURES

EXCERPTS = {
    "atop": "atop",
    "cow-alliances": "cow-alliance_by_member.csv",
    "cow-igo": "cow-igo",
    "cow-mid": "cow-mid",
    "dcad": "dcad.csv",
    "kgd-rivalries": "riv500.csv",
    "peace-data": "peace-data.csv",
}
Excerpt = Callable[[str], Path]


@pytest.fixture
def excerpt(tmp_path: Path) -> Excerpt:
    """The file or folder of a dataset; rivalries by their disputes have the file of disputes beside them."""

    def call(name: str) -> Path:
        if name != "kgd-rivalries":
            return FIXTURES / EXCERPTS[name]
        for file in (FIXTURES / EXCERPTS[name], FIXTURES / "cow-mid" / "MIDA 4.3.csv"):
            shutil.copy(file, tmp_path)
        return tmp_path

    return call


@pytest.mark.parametrize("name", EXCERPTS)
def test_ties_are_as_the_entry_says(excerpt: Excerpt, name: str) -> None:
    known = entry(name)
    ties = [item for item in open_dataset(name, excerpt(name)) if isinstance(item, Tie)]
    assert ties
    assert [item for item in open_dataset(name, excerpt(name)) if isinstance(item, Tie)] == ties
    assert len({tie.id for tie in ties}) == len(ties)
    actors = set(states()) | set(former_states()) | set(organisations())
    for tie in ties:
        assert Tie.model_validate(tie.model_dump()) == tie
        assert tie.layer in known.layers
        assert tie.details.keys() <= known.details.keys()
        assert tie.source in actors
        assert tie.target in actors or tie.target.startswith(PREFIX)
        assert tie.group or name == "cow-igo"
        if tie.start and tie.end:
            shorter = min(len(tie.start), len(tie.end))
            assert tie.start[:shorter] <= tie.end[:shorter]


@pytest.mark.parametrize("name", EXCERPTS)
def test_a_second_import_changes_nothing(ledger_url: str, excerpt: Excerpt, name: str) -> None:
    with opened(ledger_url, make=True) as ledger:

        def rows() -> set[tuple[object, ...]]:
            with ledger.reading() as connection:
                return {tuple(row) for row in connection.execute(select(kept.ties))}

        outcomes, found = [], []
        for _ in range(2):
            outcomes.append(store(ledger, open_dataset(name, excerpt(name)), lambda: None))
            found.append(rows())
        assert outcomes == [Outcome.written, Outcome.same]
        assert found[0] == found[1]
        assert found[0]
