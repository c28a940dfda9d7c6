"""A dataset in the ledger and in SQL."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import DatasetError, OutputError
from dragoman.ledger import bulk, opened
from dragoman.scale.dataset import Dataset
from dragoman.scale.loading import address_of, arrivals
from dragoman.scale.querying import answer

from .conftest import DELIVERY, SIGNING, WEATHER, contents, made, pages


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    folder = tmp_path_factory.mktemp("loading")
    (folder / "a.warc.gz").write_bytes(pages(SIGNING, DELIVERY, WEATHER, host="a.example"))
    (folder / "b.warc.gz").write_bytes(pages([*SIGNING, "Источник: агентство."], host="b.example") + b"rubbish")
    made(folder / "coded", folder)
    return Dataset(str(folder / "coded"))


def test_documents_statements_and_copies_come_into_the_ledger_once(dataset: Dataset, ledger_url: str) -> None:
    from sqlalchemy import func, select

    from dragoman.ledger.tables import documents, events, statements

    counts = []
    for _ in range(2):
        with opened(ledger_url, make=True) as ledger:
            assert list(bulk.load(ledger, arrivals(dataset))) == [3]
            list(bulk.settle(ledger))
            with ledger.reading() as connection:
                one = connection.execute
                counts.append(
                    [one(select(func.count()).select_from(t)).scalar() for t in (documents, statements, events)]
                )
                groups = one(select(documents.c.copy_group, func.count()).group_by(documents.c.copy_group)).all()
    assert counts[0] == counts[1]
    assert counts[0][0] == 3
    assert counts[0][1] == len(contents(Path(dataset.address))["statements"]) > 0
    assert counts[0][2] > 0
    assert sorted(count for _, count in groups) == [1, 2]


def test_sql_sees_the_tables(dataset: Dataset) -> None:
    names, *rows = answer(dataset, "SELECT type, language, count(*) AS n FROM statements GROUP BY ALL ORDER BY ALL")
    assert names == ["type", "language", "n"]
    assert {"agreement", "arms_transfer"} <= {row[0] for row in rows} and {row[1] for row in rows} == {"en", "ru"}
    joined = (
        "SELECT count(*) FROM statements s JOIN documents d ON s.document_id = d.id AND s.document_source = d.source"
    )
    assert list(answer(dataset, joined))[1][0] == sum(row[2] for row in rows)
    assert len(list(answer(dataset, "SELECT * FROM faults"))) == 2


def test_a_table_without_a_row_has_its_columns(tmp_path: Path) -> None:
    (tmp_path / "a.warc.gz").write_bytes(pages(WEATHER))
    made(tmp_path / "coded", tmp_path / "a.warc.gz")
    names, *rows = answer(Dataset(str(tmp_path / "coded")), "SELECT type, language FROM statements")
    assert names == ["type", "language"] and not rows


@pytest.mark.parametrize(
    "query",
    [
        "SELECT nothing FROM statements",
        "SELEC",
        "SELECT * FROM read_csv('/etc/passwd')",
        "COPY statements TO '/tmp/x.csv'",
        "INSTALL httpfs",
        "SET enable_external_access = true",
    ],
)
def test_a_query_that_cannot_be_answered_is_told_on_one_line(dataset: Dataset, query: str) -> None:
    with pytest.raises(DatasetError) as told:
        list(answer(dataset, query))
    assert "\n" not in told.value.line


def test_a_folder_that_is_no_dataset_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="no dataset"):
        list(answer(Dataset(str(tmp_path)), "SELECT 1"))
    with pytest.raises(OutputError, match="no dataset"):
        list(arrivals(Dataset(str(tmp_path))))


def test_addresses_are_those_of_add() -> None:
    assert address_of("https://a.example/1#top", "x") == "https://a.example/1"
    assert address_of("/data/rows.jsonl:12", "x") == "/data/rows.jsonl#x"
    assert address_of("/data/page.html", "x") == "/data/page.html"
