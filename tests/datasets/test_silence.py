"""Who could have told of a tie: so that silence is not taken for a 'no'."""

from __future__ import annotations

import pytest

from dragoman.datasets.packaged import readings
from dragoman.datasets.silence import silence
from dragoman.datasets.storing import store
from dragoman.ledger import opened, ties
from dragoman.ledger.selection import Selection
from dragoman.model import Dataset, Layer, Tie

OURS = Dataset(name="ours", title="Ours", version="1", terms="CC0", credit="Us", first_year=1980, last_year=2010)
DRILL = Tie(
    id="t1", dataset="ours", record="1", layer=Layer.exercise, source="AZE", target="TUR", directed=False, start="1999"
)


@pytest.fixture
def ledger_with_both(ledger_url: str) -> str:
    """A ledger with the starter record's datasets, and one that no importer is known of."""
    with opened(ledger_url, make=True) as ledger:
        for reading in readings("starter", None):
            store(ledger, reading, lambda: None)
        with ledger.writing() as connection:
            ties.replace(connection, OURS, [DRILL], file="ours", sha256="0")
    return ledger_url


def test_those_are_heard_that_tell_of_the_layer_with_the_time_that_they_tell_of(ledger_with_both: str) -> None:
    with opened(ledger_with_both) as ledger, ledger.reading() as connection:
        exercises = silence(connection, Selection(layers=(Layer.exercise,), since="2015"))
        assert [(one.dataset.name, one.in_time) for one in exercises.heard] == [("ours", False), ("starter", True)]
        before = silence(connection, Selection(layers=(Layer.exercise,), until="1979-12"))
        assert [(one.dataset.name, one.in_time) for one in before.heard] == [("ours", False), ("starter", True)]
        assert exercises.unheard == ()


def test_layers_that_nothing_tells_of_are_named_with_what_would(ledger_with_both: str) -> None:
    with opened(ledger_with_both) as ledger, ledger.reading() as connection:
        found = silence(connection, Selection(actors=("AZE",), layers=(Layer.dispute, Layer.arms)))
        assert found.unheard == (Layer.dispute,)
        assert "gdelt" in found.elsewhere and "sipri-register" not in found.elsewhere
        systematic = {one.dataset.name: one.systematic for one in found.heard}
        arms = (Layer.arms,)
        assert systematic == {"sipri-deals": arms, "sipri-register": arms, "starter": ()}


def test_what_ends_before_the_time_is_not_named_as_what_would_tell(ledger_with_both: str) -> None:
    asked = Selection(layers=(Layer.alliance,), datasets=("ours",))
    with opened(ledger_with_both) as ledger, ledger.reading() as connection:
        assert "cow-alliances" in silence(connection, asked).elsewhere
        assert "cow-alliances" not in silence(connection, asked.model_copy(update={"since": "2020"})).elsewhere


def test_an_excerpt_says_nothing_of_those_who_are_not_in_it(ledger_with_both: str) -> None:
    with opened(ledger_with_both) as ledger, ledger.reading() as connection:
        found = silence(connection, Selection(actors=("PAK", "CHN"), layers=(Layer.licensed_production,)))
        only = {one.dataset.name: one.only for one in found.heard}
        assert only == {"sipri-deals": ("AZE", "MAR"), "sipri-register": ("AZE", "MAR"), "starter": ()}
        assert silence(connection, Selection(actors=("PAK", "MAR"), layers=(Layer.arms,))).heard[0].speaks
        own = silence(connection, Selection(actors=("PAK", "CHN"), layers=(Layer.arms,), datasets=("sipri-register",)))
        assert own.unheard == (Layer.arms,) and "sipri-register" in own.elsewhere


def test_a_named_dataset_alone_is_heard(ledger_with_both: str) -> None:
    with opened(ledger_with_both) as ledger, ledger.reading() as connection:
        found = silence(connection, Selection(datasets=("ours",)))
        assert [one.dataset.name for one in found.heard] == ["ours"]
        assert Layer.arms in found.unheard and Layer.exercise not in found.unheard
