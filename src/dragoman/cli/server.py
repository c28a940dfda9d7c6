"""The server under `dragoman serve`: a socket, an announcement when it listens, a clean end."""

from __future__ import annotations

import errno
import socket
import ssl
import sys
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import uvicorn

from dragoman.errors import ServingError

if TYPE_CHECKING:
    from fastapi import FastAPI

    from dragoman.web.security import Door

GRACE = 5
"""Seconds that answers under way are given at the end."""
WAITING = 128
"""Connections that the system keeps in line."""
Files = tuple[Path | None, Path | None]


class Announced(uvicorn.Server):
    """Tells when it listens, and not before: who is told an address can go there."""

    def __init__(self, config: uvicorn.Config, told: str, address: str | None) -> None:
        super().__init__(config)
        self.told = told
        self.address = address

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to listen; then tell, and open the address in a browser where there is one to open."""
        await super().startup(sockets)
        print(self.told, file=sys.stderr, flush=True)
        if self.address:
            webbrowser.open(self.address)


@contextmanager
def bound(host: str, port: int) -> Iterator[socket.socket]:
    """A socket at this address. Raises ServingError where the address is not ours, or the port is taken."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        family, kind, _, _, address = found[0]
        made = socket.socket(family, kind)
    except (OSError, UnicodeError) as error:
        raise _not_ours(host, error) from error
    with made:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            made.bind(address)
            made.listen(WAITING)
        except PermissionError as error:
            what = f"port {port} is for the system's administrator"
            raise ServingError(what, source=host, advice="choose one from 1024 on with --port") from error
        except OSError as error:
            raise _refused(host, port, error) from error
        yield made


def check_certificate(certificate: Path | None, key: Path | None) -> None:
    """Raise ServingError for a certificate that TLS cannot be spoken with."""
    if certificate is None:
        if key is not None:
            raise ServingError("a key without a certificate", source=str(key), advice="give --certificate too")
        return
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(certificate, key, password="")
    except (OSError, ssl.SSLError) as error:
        what = f"cannot be used ({error.strerror or error})"
        advice = "give a certificate and its key without a password, both in PEM"
        raise ServingError(what, source=str(certificate), advice=advice) from error


def run(app: FastAPI, door: Door, listening: socket.socket, files: Files, *, told: str, browse: bool) -> None:
    """Serve until a signal comes. Nothing that a proxy says of others is believed, and nobody learns what serves."""
    certificate, key = files
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        lifespan="on",
        ws="none",
        timeout_graceful_shutdown=GRACE,
        ssl_certfile=certificate,
        ssl_keyfile=key,
    )
    Announced(config, told, door.address if browse else None).run([listening])


def _refused(host: str, port: int, error: OSError) -> ServingError:
    if error.errno == errno.EADDRINUSE:
        return ServingError(f"port {port} is taken", source=host, advice="choose another with --port, 0 for any")
    return _not_ours(host, error)


def _not_ours(host: str, error: Exception) -> ServingError:
    why = getattr(error, "strerror", None) or error
    return ServingError(f"cannot listen there ({why})", source=host, advice="give an address of this machine")
