"""Short texts coded as a user's would be; the coder is loaded once for all tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.coding import code
from dragoman.model import Document, Statement

Says = Callable[..., tuple[Statement, ...]]


@pytest.fixture(scope="session")
def says() -> Says:
    """Text (and day of publication) to its statements, of one type where it is named."""

    def statements(text: str, *, published: str | None = None, type: str | None = None) -> tuple[Statement, ...]:
        document = Document(id="t", source="test", text=text, language="ru", published=published)
        return tuple(s for s in code(document, frames_alone=True).statements if type in (None, s.type))

    return statements


@pytest.fixture(scope="session")
def said(says: Says) -> Callable[..., Statement]:
    """Text to its one statement of a type; fails where there is none or more than one."""

    def statement(text: str, type: str, *, published: str | None = None) -> Statement:
        found = says(text, published=published, type=type)
        assert len(found) == 1, [(s.type, s.status, s.evidence.text) for s in says(text, published=published)]
        return found[0]

    return statement
