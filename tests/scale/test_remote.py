"""Archives on servers: the same rows as from a file; what the server does wrong is told, and no fault of the file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.errors import OutputError, SourceMissing
from dragoman.scale.dataset import Dataset
from dragoman.scale.inputs import inputs
from dragoman.scale.querying import answer
from dragoman.scale.runners.local import LocalRunner
from dragoman.scale.stages import Stage

from .conftest import DELIVERY, SIGNING, WEATHER, contents, made, pages
from .servers import server

pytest.importorskip("aiohttp")
PATROLS = (
    "Kenya and Uganda agreed on Friday to hold joint naval exercises on the lake every spring.",
    "The Kenyan defence minister signed the agreement with his Ugandan colleague in Kisumu.",
)
ARCHIVES = {"crawl/a.warc.gz": pages(SIGNING, WEATHER, host="a.example"), "crawl/b.warc.gz": pages(DELIVERY)}


def told(place: Path | str) -> set[tuple[object, object]]:
    return {(row["document_source"], row["evidence"]) for row in contents(place)["statements"]}


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[object, object]]:
    folder = tmp_path_factory.mktemp("files")
    for name, data in ARCHIVES.items():
        (folder / name.rpartition("/")[2]).write_bytes(data)
    made(folder / "coded", folder / "a.warc.gz", folder / "b.warc.gz")
    found = told(folder / "coded")
    assert len(found) > 2
    return found


@pytest.mark.parametrize("ranges", [True, False])
def test_archives_of_a_web_server_say_what_files_say(tmp_path: Path, expected: object, ranges: bool) -> None:
    with server(ARCHIVES, ranges=ranges) as address:
        _, looking = made(tmp_path / "coded", *(f"{address}/{name}" for name in ARCHIVES))
    assert not looking.faults
    assert told(tmp_path / "coded") == expected


def test_a_file_that_a_server_has_not_got_is_a_fault(tmp_path: Path) -> None:
    with server(ARCHIVES) as address:
        _, looking = made(tmp_path / "coded", f"{address}/crawl/c.warc.gz", f"{address}/crawl/b.warc.gz")
    assert ["c.warc.gz" in fault.source for fault in looking.faults] == [True]
    assert told(tmp_path / "coded")


def test_a_server_that_stops_answering_is_asked_again_by_the_next_run(tmp_path: Path, expected: object) -> None:
    with server(ARCHIVES, breaks=1_000) as address:
        sources = [f"{address}/{name}" for name in ARCHIVES]
        outcome, looking = made(tmp_path / "coded", *sources)
        assert outcome.unfinished == len(ARCHIVES) and len(looking.faults) == len(ARCHIVES)
        assert not told(tmp_path / "coded")
    with server(ARCHIVES) as again:
        made(tmp_path / "coded", *(f"{again}/{name}" for name in ARCHIVES))
    assert told(tmp_path / "coded") == expected


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, bytes]]:
    """What is in the bucket `bucket` of an S3 server."""
    pytest.importorskip("s3fs").S3FileSystem.clear_instance_cache()
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "anyone")
    monkeypatch.setenv("AWS_REGION", "us-east-1")
    files = dict(ARCHIVES)
    with server(files) as address:
        monkeypatch.setenv("AWS_ENDPOINT_URL", address)
        yield files


def test_a_bucket_is_read_as_a_folder(tmp_path: Path, expected: object, bucket: object) -> None:
    assert [one.address for one in inputs(["s3://bucket/crawl/*.warc.gz"])] == [
        f"s3://bucket/{name}" for name in ARCHIVES
    ]
    _, looking = made(tmp_path / "coded", "s3://bucket/crawl/")
    with pytest.raises(SourceMissing):
        inputs(["s3://bucket/nothing/*.warc.gz"])
    assert not looking.faults
    assert told(tmp_path / "coded") == expected


def test_a_dataset_in_a_bucket_is_that_of_a_folder(tmp_path: Path, expected: object, bucket: dict[str, bytes]) -> None:
    place = "s3://bucket/news/coded"
    _, looking = made(place, "s3://bucket/crawl/")
    made(tmp_path / "coded", "s3://bucket/crawl/")
    assert not looking.faults
    assert told(place) == expected
    assert contents(place) == contents(tmp_path / "coded")
    assert not [name for name in bucket if name.startswith("news/coded/_screened/")]
    assert next(answer(Dataset(place), "SELECT 1")) == ["1"]
    assert list(answer(Dataset(place), "SELECT count(*) FROM statements"))[1] == [len(contents(place)["statements"])]


def test_a_dataset_in_a_bucket_goes_on_with_more_processes_and_codes_nothing_twice(bucket: dict[str, bytes]) -> None:
    place = "s3://bucket/coded"
    bucket["crawl/c.warc.gz"] = pages(WEATHER, PATROLS, host="c.example")
    made(place, "s3://bucket/crawl/a.warc.gz")
    before = {name: data for name, data in bucket.items() if name.startswith("coded/statements/")}
    outcome, _ = made(place, "s3://bucket/crawl/", runner=LocalRunner(2))
    assert (outcome.now.at(Stage.stated), outcome.whole.at(Stage.stated), outcome.parts) == (2, 3, 3)
    assert before.items() <= bucket.items()
    assert not [name for name in bucket if "/_screened/" in name]
    again, _ = made(place, "s3://bucket/crawl/")
    assert again.now.at(Stage.page) == 0 and again.parts == 3


def test_a_bucket_that_holds_something_else_is_left_alone(bucket: dict[str, bytes]) -> None:
    before = dict(bucket)
    with pytest.raises(OutputError, match="no dataset"):
        made("s3://bucket/crawl", "s3://bucket/crawl/")
    assert bucket == before
