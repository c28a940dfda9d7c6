"""Which network addresses may be read: the public ones."""

from __future__ import annotations

import ipaddress
import socket

from dragoman.errors import SourceMissing, SourceRefused

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
ADVICE = "pass --allow-private if you trust that address"


def resolve(host: str, port: int, *, allow_private: bool, source: str) -> list[str]:
    """The addresses of `host`, every one of them checked.

    Raises SourceMissing when the name is not known, SourceRefused when any of its addresses is not public: a name that
    mixes public and private addresses is a trick, not a site.
    """
    try:
        answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise SourceMissing(f"the host {host!r} is not known", source=source, advice="check the address") from error
    found = list(dict.fromkeys(str(answer[4][0]) for answer in answers))
    for address in found:
        if not allow_private and not is_public(address):
            raise SourceRefused(f"{host} is at {address}, not a public address", source=source, advice=ADVICE)
    return found


def is_public(address: str) -> bool:
    """Whether an address is on the public internet: not private, loopback, link-local, multicast, reserved or unset.

    An IPv6 address that carries an IPv4 one (mapped, 6to4, Teredo, NAT64) is as public as the one that it carries.
    """
    parsed = ipaddress.ip_address(address.partition("%")[0])
    return all(one.is_global and not one.is_multicast and not one.is_reserved for one in _carried(parsed) or [parsed])


def _carried(address: Address) -> list[Address]:
    if isinstance(address, ipaddress.IPv4Address):
        return []
    if address in NAT64:
        return [ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)]
    teredo = address.teredo or ()
    return [one for one in (address.ipv4_mapped, address.sixtofour, *teredo) if one is not None]
