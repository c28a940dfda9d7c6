"""A filled ledger, on either database."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dragoman.ledger import opened

from .made import Filled, filled


@pytest.fixture
def there(ledger_url: str) -> Iterator[Filled]:
    """A ledger with something to review, open."""
    with opened(ledger_url, make=True) as ledger:
        yield filled(ledger)
