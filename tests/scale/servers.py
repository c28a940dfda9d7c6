"""A server of files and of an S3 bucket, on this machine."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit
from xml.sax.saxutils import escape, unescape

NAMESPACE = 'xmlns="http://s3.amazonaws.com/doc/2006-03-01/"'
DAY = "<LastModified>2024-10-29T10:00:00.000Z</LastModified>"


class Store(BaseHTTPRequestHandler):
    """Answers for files and ranges of files under their paths; as the bucket `bucket` it also lists, takes and removes
    them.
    """

    protocol_version = "HTTP/1.1"
    files: dict[str, bytes]
    ranges = True
    breaks = 0
    """So many answers for ranges break off half way."""

    def log_message(self, *_: object) -> None:
        """Nothing."""

    def do_HEAD(self) -> None:
        self.answer(body=False)

    def do_GET(self) -> None:
        self.answer(body=True)

    def do_PUT(self) -> None:
        self.files[self.name] = self.sent()
        self.say(200, b"")

    def do_DELETE(self) -> None:
        self.files.pop(self.name, None)
        self.say(204, b"")

    def do_POST(self) -> None:
        """Only the removal of several files at once is asked so."""
        for name in re.findall(r"<Key>(.*?)</Key>", self.sent().decode()):
            self.files.pop(unescape(name), None)
        self.say(200, f"<DeleteResult {NAMESPACE}></DeleteResult>".encode())

    @property
    def name(self) -> str:
        """What is asked for, without the bucket."""
        return unquote(urlsplit(self.path).path).removeprefix("/bucket").lstrip("/")

    def sent(self) -> bytes:
        """The body of the request; botocore sends some in chunks, each with its length before and a checksum behind."""
        if "chunked" not in self.headers.get("Content-Encoding", "") + self.headers.get("Transfer-Encoding", ""):
            return self.rfile.read(int(self.headers.get("Content-Length") or 0))
        found = b""
        while size := int(self.rfile.readline().partition(b";")[0], 16):
            found += self.rfile.read(size)
            self.rfile.readline()
        while self.rfile.readline().strip():
            pass
        return found

    def answer(self, *, body: bool) -> None:
        asked = parse_qs(urlsplit(self.path).query)
        if "list-type" in asked:
            told = listing(self.files, asked.get("prefix", [""])[0], asked.get("delimiter", [""])[0])
            return self.say(200, told, body=body)
        data = self.files.get(self.name)
        if data is None:
            return self.say(404, b"", body=body)
        span = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range") or "")
        if not span or not self.ranges:
            return self.say(200, data, body=body)
        first, last = int(span[1]), min(int(span[2] or len(data)), len(data) - 1)
        return self.say(206, data[first : last + 1], body=body, range_=f"bytes {first}-{last}/{len(data)}")

    def say(self, status: int, data: bytes, *, body: bool = True, range_: str = "") -> None:
        self.send_response(status)
        told = {"Content-Length": str(len(data)), "ETag": '"1"', "Content-Range": range_}
        for name, value in {**told, "Accept-Ranges": "bytes" if self.ranges else ""}.items():
            if value:
                self.send_header(name, value)
        self.end_headers()
        if body and self.breaks and len(data) > 100:
            type(self).breaks -= 1
            self.wfile.write(data[: len(data) // 2])
            self.close_connection = True
        elif body:
            self.wfile.write(data)


def listing(files: Mapping[str, bytes], prefix: str, delimiter: str) -> bytes:
    """What is in the bucket, as S3 says it: files, and folders where a delimiter is given."""
    found, folders = "", set()
    for name, data in sorted(dict(files).items()):
        if not name.startswith(prefix):
            continue
        inner, parted, _ = name[len(prefix) :].partition(delimiter) if delimiter else (name, "", "")
        if parted:
            folders.add(prefix + inner + delimiter)
        else:
            found += f'<Contents><Key>{escape(name)}</Key>{DAY}<ETag>"1"</ETag><Size>{len(data)}</Size></Contents>'
    found += "".join(f"<CommonPrefixes><Prefix>{escape(one)}</Prefix></CommonPrefixes>" for one in sorted(folders))
    head = f'<?xml version="1.0"?><ListBucketResult {NAMESPACE}><Name>bucket</Name>'
    return f"{head}<IsTruncated>false</IsTruncated>{found}</ListBucketResult>".encode()


@contextmanager
def server(files: dict[str, bytes], **what: object) -> Iterator[str]:
    """The address of a server on this machine. What is put into the bucket stands in `files`."""
    running = ThreadingHTTPServer(("127.0.0.1", 0), type("Store", (Store,), {"files": files, **what}))
    thread = threading.Thread(target=running.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{running.server_address[1]}"
    finally:
        running.shutdown()
        running.server_close()
        thread.join()
