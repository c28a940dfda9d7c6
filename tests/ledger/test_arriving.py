"""A document that arrives: coded once, noted again, a new version where its page has changed; on either database."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.ledger import opened
from dragoman.ledger.adding import Outcome
from dragoman.ledger.arriving import address_of, arrive
from dragoman.sources import read_given

FIRST = "The defence ministers of Kazakhstan and Mongolia met in Astana on 13 May 2024."
AGAIN = "The defence ministers of Kazakhstan and Mongolia met in Astana on 14 May 2024."
AT = "https://news.example/1"


def test_each_way_in_which_a_document_arrives(ledger_url: str) -> None:
    outcomes, coded = [], []
    with opened(ledger_url, make=True) as ledger:
        for text, address in ((FIRST, AT), (FIRST, AT), (FIRST, "https://news.example/2"), (AGAIN, AT), (AGAIN, None)):
            added = arrive(ledger, read_given(text, "pasted"), address, lambda: coded.append(1))
            outcomes.append(added.outcome)
    assert outcomes == [Outcome.new, Outcome.seen, Outcome.moved, Outcome.version, Outcome.seen]
    assert len(coded) == 2


def test_a_language_that_cannot_be_read_is_kept_all_the_same(ledger_url: str) -> None:
    text = "Os ministros da Defesa de Portugal e do Brasil reuniram-se ontem em Lisboa para assinar um acordo."
    with opened(ledger_url, make=True) as ledger:
        added = arrive(ledger, read_given(text, "pasted"), None)
    assert (added.outcome, added.statements) == (Outcome.new, 0)


@pytest.mark.parametrize(
    ("source", "address"),
    [
        ("-", None),
        ("https://news.example/1#comments", "https://news.example/1"),
        ("HTTP://news.example/1", "HTTP://news.example/1"),
        ("article.txt", str(Path("article.txt").resolve())),
    ],
)
def test_what_a_document_is_kept_under(source: str, address: str | None) -> None:
    assert address_of(source) == address
