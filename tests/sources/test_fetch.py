"""Reading an address: against a real server on the loopback, and refused where an address is not public."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from dragoman.errors import SourceMissing, SourceNotText, SourceRefused, SourceTimeout, SourceTooLarge
from dragoman.sources import Limits, read
from dragoman.sources.address import is_public
from dragoman.sources.fetch import agent, fetch

TEXT = "Министр обороны Черногории прибыл в Любляну. Стороны обсудили охрану воздушного пространства."
SMALL = Limits(size=100_000, connect=2.0, whole=5.0)
SEEN: list[dict[str, str]] = []


class Site(BaseHTTPRequestHandler):
    """Answers by path; what it was asked with is kept in SEEN."""

    def do_GET(self) -> None:
        SEEN.append({"path": self.path, **{name.lower(): value for name, value in self.headers.items()}})
        answer = getattr(self, f"give_{self.path.strip('/').replace('-', '_')}", None)
        if answer is None:
            self.send_error(404)
        else:
            answer()

    def give(self, body: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in ({"Content_Type": "text/plain; charset=utf-8"} | headers).items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def give_text(self) -> None:
        self.give(TEXT.encode())

    def give_koi(self) -> None:
        self.give(TEXT.encode("koi8-r"), Content_Type="text/plain; charset=koi8-r")

    def give_packed(self) -> None:
        self.give(gzip.compress(TEXT.encode()), Content_Encoding="gzip")

    def give_broken(self) -> None:
        self.give(b"no gzip at all", Content_Encoding="gzip")

    def give_bomb(self) -> None:
        self.give(gzip.compress(b"a" * 60_000_000), Content_Encoding="gzip")

    def give_loop(self) -> None:
        self.give(b"", 302, Location="/loop")

    def give_moved(self) -> None:
        self.give(b"", 301, Location="/text", Set_Cookie="track=1; Path=/")

    def give_away(self) -> None:
        self.give(b"", 302, Location="file:///etc/hostname")

    def give_large(self) -> None:
        self.give(b"a", Content_Length="52428800")

    def give_endless(self) -> None:
        self.give(b"")
        try:
            while True:
                self.wfile.write(b"word " * 10_000)
        except OSError:
            return

    def give_drip(self) -> None:
        self.give(b"")
        self.drip(b"a")

    def give_slow_head(self) -> None:
        self.wfile.write(b"HTTP/1.0 200 OK\r\nX-Slow: ")
        self.drip(b"a")

    def drip(self, piece: bytes) -> None:
        try:
            for _ in range(60):
                self.wfile.write(piece)
                self.wfile.flush()
                time.sleep(0.1)
        except OSError:
            return

    def give_image(self) -> None:
        self.give(b"\x89PNG", Content_Type="image/png")

    def give_page(self) -> None:
        paragraphs = "".join(f"<p>{TEXT} Встреча прошла в четверг, {n} мая.</p>" for n in range(2, 6))
        page = f"<html><head><title>Небо поделят</title></head><body><article>{paragraphs}</article></body></html>"
        self.give(page.encode("cp1251"), Content_Type="text/html; charset=windows-1251")

    def log_message(self, format: str, *args: object) -> None:
        """The test's output stays clean."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def get(address: str, limits: Limits = SMALL) -> str:
    return fetch(address, allow_private=True, limits=limits).raw.decode()


def test_a_text_is_read_under_our_own_name(site: str) -> None:
    assert get(f"{site}/text") == TEXT
    assert SEEN[-1]["user-agent"] == agent()
    assert SEEN[-1]["host"] == site.removeprefix("http://")


def test_a_redirect_is_followed_without_keeping_its_cookie(site: str) -> None:
    assert fetch(f"{site}/moved", allow_private=True, limits=SMALL).address == f"{site}/text"
    assert "cookie" not in SEEN[-1]


def test_the_servers_charset_is_used(site: str) -> None:
    assert read(f"{site}/koi", allow_private=True).text == TEXT


def test_a_compressed_answer_is_unpacked(site: str) -> None:
    assert get(f"{site}/packed") == TEXT


def test_a_page_at_an_address_becomes_a_document(site: str) -> None:
    document = read(f"{site}/page", allow_private=True)
    assert document.source == f"{site}/page"
    assert document.headline == "Небо поделят"
    assert document.outlet == "127.0.0.1"
    assert document.text.count(TEXT) == 4


def test_404_names_the_status(site: str) -> None:
    with pytest.raises(SourceMissing) as caught:
        read(f"{site}/nothing", allow_private=True)
    assert caught.value.line.startswith(f"{site}/nothing: the address answers 404")


def test_a_redirect_loop_ends(site: str) -> None:
    SEEN.clear()
    with pytest.raises(SourceRefused, match="more than 5 redirects"):
        get(f"{site}/loop")
    assert len(SEEN) == 6


def test_a_redirect_to_a_file_is_refused(site: str) -> None:
    with pytest.raises(SourceRefused, match="file:"):
        get(f"{site}/away")


@pytest.mark.parametrize("path", ["large", "endless", "bomb"])
def test_too_much_is_refused_before_it_is_read(site: str, path: str) -> None:
    with pytest.raises(SourceTooLarge, match="limit"):
        get(f"{site}/{path}")


@pytest.mark.parametrize("path", ["drip", "slow-head"])
def test_an_answer_that_drips_in_is_given_up(site: str, path: str) -> None:
    begun = time.monotonic()
    with pytest.raises(SourceTimeout, match=r"within 0\.5 seconds"):
        get(f"{site}/{path}", Limits(whole=0.5))
    assert time.monotonic() - begun < 3


@pytest.mark.parametrize("path", ["image", "broken"])
def test_what_is_no_text_is_refused(site: str, path: str) -> None:
    with pytest.raises(SourceNotText):
        get(f"{site}/{path}")


def test_a_private_address_is_refused_before_anything_is_sent(site: str) -> None:
    SEEN.clear()
    with pytest.raises(SourceRefused) as caught:
        read(f"{site}/text")
    assert "--allow-private" in caught.value.advice
    assert SEEN == []


def test_a_name_of_a_private_address_is_refused(site: str) -> None:
    with pytest.raises(SourceRefused, match="not a public address"):
        fetch(site.replace("127.0.0.1", "localhost"))


def test_the_connection_goes_to_the_address_that_was_checked(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def answer(host: object, port: int, *args: object, **kwargs: object) -> list[object]:
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    real = socket.getaddrinfo
    monkeypatch.setattr(
        socket,
        "getaddrinfo",
        lambda host, *a, **k: real(host, *a, **k) if host == "127.0.0.1" else answer(host, *a, **k),
    )
    port = site.rpartition(":")[2]
    assert get(f"http://zastava.example:{port}/text") == TEXT
    assert asked == ["zastava.example"]
    assert SEEN[-1]["host"] == f"zastava.example:{port}"


def test_nobody_listening_is_one_clear_line() -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{unused.getsockname()[1]}/"
    with pytest.raises(SourceMissing) as caught:
        get(address)
    assert "\n" not in caught.value.line


@pytest.mark.parametrize("address", ["http://", "http://[::1", "http://a b/", "http://127.0.0.1:99999/"])
def test_a_malformed_address_is_a_source_error(address: str) -> None:
    with pytest.raises((SourceMissing, SourceRefused)) as caught:
        read(address)
    assert caught.value.source == address


def test_an_unknown_host_is_a_source_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(SourceMissing, match=r"zastava\.example"):
        read("https://zastava.example/")


@pytest.mark.parametrize("address", ["ftp://host/file", "file:///etc/hostname", "gopher://host/"])
def test_other_schemes_are_refused(address: str) -> None:
    with pytest.raises(SourceRefused):
        read(address)


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.0.0.7", "172.16.3.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
     "240.0.0.1", "255.255.255.255", "::1", "::", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:127.0.0.1",
     "::ffff:10.0.0.1", "2002:7f00:1::", "64:ff9b::a00:1"],
)  # fmt: skip
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_addresses_that_are_public(address: str) -> None:
    assert is_public(address)
