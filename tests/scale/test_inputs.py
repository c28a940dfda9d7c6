"""What the sources of a line stand for."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import SourceMissing, SourceRefused
from dragoman.scale.inputs import holding_of, inputs, is_many
from dragoman.scale.orders import Holding


@pytest.mark.parametrize(
    ("name", "holding"),
    [
        ("CC-NEWS-20241029000000-00000.warc.gz", Holding.warc),
        ("s3://commoncrawl/crawl-data/CC-NEWS/2024/10/x.WARC.GZ", Holding.warc),
        ("https://data.example/x.warc.gz?signed=1", Holding.warc),
        ("rows.jsonl.gz", Holding.jsonl),
        ("rows.csv", Holding.csv),
        ("rows.parquet", Holding.parquet),
        ("page.html", Holding.article),
        ("picture.png", None),
    ],
)
def test_a_name_says_what_a_file_holds(name: str, holding: Holding | None) -> None:
    assert holding_of(name) is holding


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "2024").mkdir()
    for name in ("a.warc.gz", "2024/b.warc.gz", "2024/c.html", "2024/d.png"):
        (tmp_path / name).write_bytes(b"x" * len(name))
    return tmp_path


def test_folders_and_patterns_stand_for_what_is_in_them_each_file_once(folder: Path) -> None:
    found = inputs([str(folder), str(folder / "*.warc.gz"), str(folder / "a.warc.gz")])
    assert [Path(one.address).name for one in found] == ["b.warc.gz", "c.html", "a.warc.gz"]
    assert found[2].size == len("a.warc.gz")
    deep = inputs([str(folder / "**/*.warc.gz")])
    assert {Path(one.address).name for one in deep} == {"a.warc.gz", "b.warc.gz"}


def test_what_stands_for_nothing_is_told(folder: Path) -> None:
    for source in ("missing.warc.gz", "2024/*.csv"):
        with pytest.raises(SourceMissing, match="no file"):
            inputs([str(folder / source)])
    with pytest.raises(SourceRefused):
        inputs(["nosuch://bucket/x.warc.gz"])


def test_an_address_in_a_private_network_has_to_be_allowed() -> None:
    with pytest.raises(SourceRefused, match="not a public address"):
        inputs(["http://127.0.0.1:9/x.warc.gz"])
    assert inputs(["http://127.0.0.1:9/x.warc.gz"], allow_private=True)[0].holding is Holding.warc


def test_sources_that_make_a_dataset(folder: Path) -> None:
    many = [
        "x.warc.gz",
        str(folder),
        f"{folder}/*.html",
        "s3://bucket/2024/",
        "rows.csv",
        "https://a.example/x.warc.gz",
    ]
    one = ["article.txt", "rows.jsonl", "-", "https://a.example/news/1.html", str(folder / "2024/c.html")]
    assert all(map(is_many, many)) and not any(map(is_many, one))
