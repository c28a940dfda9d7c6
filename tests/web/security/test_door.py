from __future__ import annotations

import pytest

from dragoman.errors import SettingsError
from dragoman.web.security.door import Door, is_loopback


@pytest.mark.parametrize(
    ("door", "host", "known"),
    [
        (Door("127.0.0.1", 8765), "127.0.0.1:8765", True),
        (Door("127.0.0.1", 8765), "LOCALHOST:8765", True),
        (Door("127.0.0.1", 8765), "[::1]:8765", True),
        (Door("::1", 8765), "[::1]:8765", True),
        (Door("127.0.0.1", 80), "localhost", True),
        (Door("127.0.0.1", None), "localhost:4321", True),
        (Door("127.0.0.1", 8765), "localhost", False),
        (Door("127.0.0.1", 8765), "127.0.0.1.elsewhere.example:8765", False),
        (Door("127.0.0.1", 8765), "192.0.2.1:8765", False),
        (Door("127.0.0.1", 8765), "localhost:8765@elsewhere.example", False),
        (Door("127.0.0.1", 8765), "localhost:8765/", False),
        (Door("127.0.0.1", 8765), "localhost:0x223d", False),
        (Door("0.0.0.0", 8765), "192.0.2.1:8765", True),
        (Door("0.0.0.0", 8765), "[2001:db8::1]:8765", True),
        (Door("0.0.0.0", 8765), "elsewhere.example:8765", False),
        (Door("desk.example.org", 443, tls=True), "desk.example.org", True),
        (Door("127.0.0.1", 8765, url="https://desk.example.org"), "desk.example.org", True),
        (Door("127.0.0.1", 8765, url="https://desk.example.org"), "desk.example.org:443", True),
        (Door("127.0.0.1", 8765, url="https://desk.example.org"), "desk.example.org:8765", False),
    ],
)
def test_which_names_are_ours(door: Door, host: str, known: bool) -> None:
    assert door.knows(host) is known


@pytest.mark.parametrize(
    ("door", "local", "secure", "address"),
    [
        (Door("127.0.0.1", 8765), True, False, "http://127.0.0.1:8765"),
        (Door("::1", 8765), True, False, "http://[::1]:8765"),
        (Door("0.0.0.0", 8765), False, False, "http://127.0.0.1:8765"),
        (Door("192.0.2.1", 443, tls=True), False, True, "https://192.0.2.1:443"),
        (Door("127.0.0.1", 8765, url="https://desk.example.org/"), False, True, "https://desk.example.org"),
        (Door("127.0.0.1", 8765, url="http://desk.example.org:81"), False, False, "http://desk.example.org:81"),
    ],
)
def test_what_a_door_is(door: Door, local: bool, secure: bool, address: str) -> None:
    assert (door.is_local, door.is_secure, door.address) == (local, secure, address)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.9.1", "::1", "localhost", "LocalHost"])
def test_loopback(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.1", "desk", "localhost.elsewhere.example", "", "127.1"])
def test_what_is_not_loopback(host: str) -> None:
    assert not is_loopback(host)


@pytest.mark.parametrize(
    "url",
    ["desk.example.org", "ftp://desk", "https://", "https://a/b", "https://a?b", "https://u:p@a", "https://["],
)
def test_what_no_browser_reaches_anything_by(url: str) -> None:
    with pytest.raises(SettingsError, match="not an address"):
        Door(url=url)
