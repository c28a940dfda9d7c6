"""What the app fetches: public pages alone, whatever a name or a redirect says; so many in a while, each noted."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from dragoman.errors import SourceRefused, TooOften
from dragoman.ledger import Ledger, audit
from dragoman.ledger.rates import FETCHES
from dragoman.model import Role
from dragoman.web.security import Visitor
from dragoman.web.security.fetching import fetched

RANA = Visitor("Rana", Role.reviewer, "192.0.2.7")
ASKED: list[str] = []
PUBLIC, SECRET = "11.22.33.44", "Пароль от сейфа лежит под ковром в кабинете министра."


class Site(BaseHTTPRequestHandler):
    """Redirects to where its path says, and has one page that nobody outside is to see."""

    def do_GET(self) -> None:
        ASKED.append(self.path)
        host, port = self.server.server_address[:2]
        to = {
            "/figures": f"http://{host}:{port}/secret",
            "/name": f"http://localhost:{port}/secret",
            "/mapped": f"http://[::ffff:127.0.0.1]:{port}/secret",
            "/decimal": f"http://2130706433:{port}/secret",
            "/metadata": "http://169.254.169.254/latest/meta-data/",
            "/file": "file:///etc/passwd",
            "/rebound": f"http://rebound.example:{port}/secret",
        }.get(self.path)
        self.send_response(302 if to else 200)
        if to:
            self.send_header("Location", to)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.end_headers()
        self.wfile.write(SECRET.encode())

    def log_message(self, format: str, *args: object) -> None:
        """The test's output stays clean."""


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A server on loopback that stands for a public one: `news.example` has a public address, which leads here.

    So everything up to the connection is as it is for a site outside, and no test leaves this machine.
    """
    ASKED.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    resolve, connect = socket.getaddrinfo, socket.create_connection

    def answers(host: object, port: object, *args: object, **kwargs: object) -> object:
        known = {"news.example": PUBLIC, "rebound.example": "127.0.0.1"}
        return resolve(known.get(str(host), host), port, *args, **kwargs)  # type: ignore[arg-type]

    def connected(address: tuple[str, int], *args: object, **kwargs: object) -> object:
        there = ("127.0.0.1", address[1]) if address[0] == PUBLIC else address
        return connect(there, *args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(socket, "getaddrinfo", answers)
    monkeypatch.setattr(socket, "create_connection", connected)
    yield f"http://news.example:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("path", ["/figures", "/name", "/mapped", "/decimal", "/metadata", "/file", "/rebound"])
def test_a_public_page_that_redirects_to_a_private_one_is_not_followed(site: str, ledger: Ledger, path: str) -> None:
    with pytest.raises(SourceRefused):
        fetched(ledger, RANA, site + path)
    assert [path] == ASKED, "nothing was asked of the private address"


def test_a_public_page_is_read_and_noted(site: str, ledger: Ledger) -> None:
    assert fetched(ledger, RANA, f"{site}/article").text == SECRET
    with ledger.reading() as connection:
        (line,) = audit.latest(connection, 9)
    assert (line.action, line.who, line.address, line.about) == ("fetch", "Rana", "192.0.2.7", f"{site}/article")


def test_a_private_address_is_not_asked_at_all(site: str, ledger: Ledger) -> None:
    port = site.rpartition(":")[2]
    for host in ("127.0.0.1", "localhost", "[::1]", "0.0.0.0", "rebound.example", "[::ffff:127.0.0.1]"):
        with pytest.raises(SourceRefused):
            fetched(ledger, RANA, f"http://{host}:{port}/secret")
    assert ASKED == []


@pytest.mark.parametrize(
    "address", ["/etc/passwd", "file:///etc/passwd", "dragoman.db", "-", "", "ftp://news.example/a", "javascript:x"]
)
def test_what_is_no_address_is_never_looked_up_as_a_file(ledger: Ledger, address: str) -> None:
    with pytest.raises(SourceRefused, match="not the address of a page"):
        fetched(ledger, RANA, address)


def test_pages_are_counted_before_they_are_asked_for(site: str, ledger: Ledger) -> None:
    with ledger.noting() as connection:
        for number in range(FETCHES.times):
            audit.note(connection, RANA.person, "fetch", f"https://news.example/{number}")
    with pytest.raises(TooOften):
        fetched(ledger, RANA, f"{site}/article")
    assert ASKED == []
