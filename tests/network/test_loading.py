"""The network out of a ledger is that of its ties, on either database."""

from __future__ import annotations

from pathlib import Path

from dragoman.datasets import open_dataset, packaged, starter_ties
from dragoman.datasets.storing import store
from dragoman.ledger import opened
from dragoman.ledger.ties import imported
from dragoman.model import Layer
from dragoman.network import Network, load, paths, suppliers

REGISTER = Path(__file__).resolve().parents[1] / "datasets/fixtures/sipri-register.csv"


def nothing() -> None:
    """No bar is shown."""


def filled(url: str) -> None:
    with opened(url, make=True) as ledger:
        for item in packaged():
            if item.name != "un-ideal-points":
                store(ledger, item.open(), nothing)


def test_the_network_of_a_ledger_answers_as_that_of_its_ties(ledger_url: str, starter: Network) -> None:
    filled(ledger_url)
    with opened(ledger_url) as ledger, ledger.reading() as connection:
        found = load(connection)
        assert dict(found.datasets) == imported(connection)
    assert len(found.columns) == len(list(starter_ties()))
    assert dict(found.only) == dict(starter.only)
    assert suppliers(found, "AZE") == suppliers(starter, "AZE")
    assert paths(found, "AZE", "USA", as_of="2024") == paths(starter, "AZE", "USA", as_of="2024")


def test_layers_that_are_not_asked_for_are_not_loaded(ledger_url: str) -> None:
    filled(ledger_url)
    with opened(ledger_url) as ledger, ledger.reading() as connection:
        found = load(connection, (Layer.arms, Layer.licensed_production))
    assert {reach.layer for reach in found.reach if reach.ties} == {Layer.arms, Layer.licensed_production}


def test_a_file_of_the_user_is_no_excerpt(ledger_url: str) -> None:
    filled(ledger_url)
    with opened(ledger_url) as ledger:
        store(ledger, open_dataset("sipri-register", REGISTER), nothing)
        with ledger.reading() as connection:
            assert "sipri-register" not in load(connection).only


def test_an_empty_ledger_makes_an_empty_network(ledger_url: str) -> None:
    with opened(ledger_url, make=True) as ledger, ledger.reading() as connection:
        found = load(connection)
    assert len(found.columns) == 0
    assert suppliers(found, "AZE").windows == ()
    assert paths(found, "AZE", "USA", as_of="2024").found == 0
