"""CSL-JSON: only types and variables that CSL 1.0.2 knows, dates as date-parts."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.exports.csl import dataset_item, document_item, item_list
from dragoman.model import Document

from .samples import DOCUMENT, SIPRI, dates, texts

TYPES = {"article-newspaper", "dataset"}
TEXT_VARIABLES = {"title", "container-title", "URL", "language", "version", "note"}


def listed(*items: Any) -> Any:
    return json.loads("".join(item_list(items)))


def check(items: Any) -> None:
    assert len({item["id"] for item in items}) == len(items)
    for item in items:
        assert item["type"] in TYPES
        for name, value in item.items():
            if name == "issued":
                (parts,) = value["date-parts"]
                assert set(value) == {"date-parts"}
                assert 1 <= len(parts) <= 3
                assert all(isinstance(part, int) for part in parts)
            elif name == "author":
                assert all(set(who) == {"literal"} for who in value)
            elif name not in ("id", "type"):
                assert name in TEXT_VARIABLES
                assert isinstance(value, str)


def test_document() -> None:
    (item,) = found = listed(document_item(DOCUMENT))
    check(found)
    assert item == {
        "id": "document:d1",
        "type": "article-newspaper",
        "title": "Казахстан и Турция подписали соглашение",
        "author": [{"literal": "А. Автор"}],
        "container-title": "Пример",
        "issued": {"date-parts": [[2024, 10, 30]]},
        "URL": "https://example.org/news/1",
        "language": "ru",
    }


@pytest.mark.parametrize(
    ("published", "parts"), [("2024", [2024]), ("2024-10", [2024, 10]), ("2024-10-30", [2024, 10, 30])]
)
def test_date_is_as_exact_as_it_is_known(published: str, parts: list[int]) -> None:
    assert document_item(DOCUMENT.model_copy(update={"published": published}))["issued"] == {"date-parts": [parts]}


def test_file_has_no_address() -> None:
    item = document_item(Document(id="x", source="news/2.txt", text=""))
    assert item == {"id": "document:x", "type": "article-newspaper", "title": "news/2.txt"}


def test_dataset_has_its_citation_and_its_terms() -> None:
    (item,) = found = listed(dataset_item(SIPRI))
    check(found)
    assert item["note"] == "SIPRI Arms Transfers Database, 2026. Terms: non-commercial."


def test_nothing_is_an_empty_list() -> None:
    assert listed() == []


@given(st.builds(Document, id=texts, source=texts, text=texts, outlet=texts, published=dates, author=st.none() | texts))
def test_any_document_is_an_item(document: Document) -> None:
    check(listed(document_item(document)))
