"""Archives on servers: the same rows as from a file; what the server does wrong is told, and no fault of the file."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit
from xml.sax.saxutils import escape

import pytest

from dragoman.errors import SourceMissing
from dragoman.scale.inputs import inputs

from .conftest import DELIVERY, SIGNING, WEATHER, contents, made, pages

pytest.importorskip("aiohttp")
ARCHIVES = {"crawl/a.warc.gz": pages(SIGNING, WEATHER, host="a.example"), "crawl/b.warc.gz": pages(DELIVERY)}
Serve = Callable[..., str]


class Store(BaseHTTPRequestHandler):
    """Answers for files and ranges of files under their paths, and with the listings of an S3 bucket."""

    protocol_version = "HTTP/1.1"
    ranges = True
    breaks = 0
    """So many answers for ranges break off half way."""

    def log_message(self, *_: object) -> None:
        """Nothing."""

    def do_HEAD(self) -> None:
        self.answer(body=False)

    def do_GET(self) -> None:
        self.answer(body=True)

    def answer(self, *, body: bool) -> None:
        url = urlsplit(self.path)
        data = ARCHIVES.get(unquote(url.path).removeprefix("/bucket").lstrip("/"))
        if "list-type" in url.query:
            return self.say(200, listing(parse_qs(url.query).get("prefix", [""])[0]), body=body)
        if data is None:
            return self.say(404, b"", body=body)
        asked = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range") or "")
        if not asked or not self.ranges:
            return self.say(200, data, body=body)
        first, last = int(asked[1]), min(int(asked[2] or len(data)), len(data) - 1)
        told = {"Content-Range": f"bytes {first}-{last}/{len(data)}"}
        return self.say(206, data[first : last + 1], body=body, more=told)

    def say(self, status: int, data: bytes, *, body: bool, more: dict[str, str] | None = None) -> None:
        self.send_response(status)
        accepts = {"Accept-Ranges": "bytes"} if self.ranges else {}
        for name, value in {"Content-Length": str(len(data)), "ETag": '"1"', **accepts, **(more or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        if body and self.breaks and len(data) > 100:
            type(self).breaks -= 1
            self.wfile.write(data[: len(data) // 2])
            self.close_connection = True
            return
        if body:
            self.wfile.write(data)


def listing(prefix: str) -> bytes:
    """What is in the bucket, as S3 says it."""
    day = "<LastModified>2024-10-29T10:00:00.000Z</LastModified>"
    found = "".join(
        f'<Contents><Key>{escape(name)}</Key>{day}<ETag>"1"</ETag><Size>{len(data)}</Size></Contents>'
        for name, data in sorted(ARCHIVES.items())
        if name.startswith(prefix)
    )
    head = '<?xml version="1.0"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>bucket</Name>'
    return f"{head}<IsTruncated>false</IsTruncated>{found}</ListBucketResult>".encode()


@contextmanager
def server(**what: object) -> Iterator[str]:
    """The address of a server on this machine."""
    running = ThreadingHTTPServer(("127.0.0.1", 0), type("Store", (Store,), what))
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{running.server_address[1]}"
    finally:
        running.shutdown()
        running.server_close()
        thread.join()


def told(place: Path) -> set[tuple[object, object]]:
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
    with server(ranges=ranges) as address:
        _, looking = made(tmp_path / "coded", *(f"{address}/{name}" for name in ARCHIVES))
    assert not looking.faults
    assert told(tmp_path / "coded") == expected


def test_a_file_that_a_server_has_not_got_is_a_fault(tmp_path: Path) -> None:
    with server() as address:
        _, looking = made(tmp_path / "coded", f"{address}/crawl/c.warc.gz", f"{address}/crawl/b.warc.gz")
    assert ["c.warc.gz" in fault.source for fault in looking.faults] == [True]
    assert told(tmp_path / "coded")


def test_a_server_that_stops_answering_is_asked_again_by_the_next_run(tmp_path: Path, expected: object) -> None:
    with server(breaks=1_000) as address:
        sources = [f"{address}/{name}" for name in ARCHIVES]
        outcome, looking = made(tmp_path / "coded", *sources)
        assert outcome.unfinished == len(ARCHIVES) and len(looking.faults) == len(ARCHIVES)
        assert not told(tmp_path / "coded")
        Store.breaks = 0
    with server() as again:
        made(tmp_path / "coded", *(f"{again}/{name}" for name in ARCHIVES))
    assert told(tmp_path / "coded") == expected


def test_a_bucket_is_read_as_a_folder(tmp_path: Path, expected: object, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("s3fs")
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "anyone")
    monkeypatch.setenv("AWS_REGION", "us-east-1")
    with server() as address:
        monkeypatch.setenv("AWS_ENDPOINT_URL", address)
        assert [one.address for one in inputs(["s3://bucket/crawl/*.warc.gz"])] == [
            f"s3://bucket/{name}" for name in ARCHIVES
        ]
        _, looking = made(tmp_path / "coded", "s3://bucket/crawl/")
        with pytest.raises(SourceMissing):
            inputs(["s3://bucket/nothing/*.warc.gz"])
    assert not looking.faults
    assert told(tmp_path / "coded") == expected
