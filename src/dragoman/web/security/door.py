"""Where the app is reached: at which address it listens, and under which names browsers may ask for it.

A page of another site can make a browser ask this machine: by a name of its own that it lets point here (DNS
rebinding). Such a request carries that name in `Host`; so only names of ours are answered. An address in figures is
always one of ours: no name points anywhere but where its owner likes, and figures point nowhere else.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from dragoman.errors import SettingsError

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
HOST = re.compile(r"(?P<name>\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::(?P<port>[0-9]{1,5}))?", re.I | re.A)
PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Door:
    """`host` and `port` are what the app listens at, any port where there is none. `tls`: it speaks TLS itself.

    `url` is how browsers reach it where a proxy stands in front: `https://desk.example.org`.
    """

    host: str = "127.0.0.1"
    port: int | None = None
    tls: bool = False
    url: str | None = None

    def __post_init__(self) -> None:
        """Raise SettingsError for an address that browsers cannot reach anything by."""
        if self.url is None:
            return
        scheme, _, rest = self.url.rstrip("/").partition("://")
        if scheme not in PORTS or not HOST.fullmatch(rest):
            advice = "give scheme and name, such as https://desk.example.org"
            raise SettingsError("not an address that a site is reached by", source=self.url, advice=advice)

    @property
    def is_local(self) -> bool:
        """Whether nobody but this machine can ask: it listens on loopback, and no proxy stands in front."""
        return is_loopback(self.host) and self.url is None

    @property
    def is_secure(self) -> bool:
        """Whether browsers reach it by https."""
        return self.tls or (self.url is not None and urlsplit(self.url).scheme == "https")

    @property
    def address(self) -> str:
        """What to type into a browser."""
        if self.url:
            return self.url.rstrip("/")
        name = "127.0.0.1" if self.host in ("0.0.0.0", "::") else self.host
        shown = f"[{name}]" if ":" in name else name
        return f"{'https' if self.tls else 'http'}://{shown}{f':{self.port}' if self.port else ''}"

    def is_origin(self, origin: str) -> bool:
        """Whether this is the `Origin` of pages that browsers reach through the proxy in front."""
        return self.url is not None and origin.lower() == self.url.rstrip("/").lower()

    def knows(self, host: str) -> bool:
        """Whether the `Host` of a request is a name of ours, with the right port."""
        found = HOST.fullmatch(host)
        if found is None:
            return False
        name, port = found["name"].strip("[]").lower(), int(found["port"] or 0)
        if self.url is not None and self._is_url(name, port):
            return True
        asked = port or PORTS["https" if self.tls else "http"]
        return self._is_own(name) and self.port in (None, asked)

    def _is_url(self, name: str, port: int) -> bool:
        parts = urlsplit(self.url or "")
        usual = PORTS[parts.scheme]
        return name == parts.hostname and (port or usual) == (parts.port or usual)

    def _is_own(self, name: str) -> bool:
        if is_loopback(self.host):
            return name in LOOPBACK
        machine = socket.gethostname().lower()
        return name in LOOPBACK or name in (self.host.lower(), machine, f"{machine}.local") or _in_figures(name)


@cache
def is_loopback(host: str) -> bool:
    """Whether a server that listens there is reached from this machine alone."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _in_figures(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
