"""The token that a browser holds in its cookie, and the one that its forms carry.

The second comes from the first, so that nothing has to be kept; a page of another site knows neither, because it can
read no answer of ours. Whoever logs in gets a new cookie, so a token from before is worth nothing afterwards.
"""

from __future__ import annotations

import hmac
import re

from dragoman.web.security.door import Door

TOKEN = re.compile(r"[A-Za-z0-9_-]{43}")
"""256 random bits, as `ledger.sessions.new_token` gives them."""


def cookie_name(door: Door) -> str:
    """Cookies do not know ports, and two ledgers on one machine would log each other out; so the name has the port.

    `__Host-` keeps other hosts of the same domain from setting it.
    """
    name = f"dragoman-{door.port}" if door.port else "dragoman"
    return f"__Host-{name}" if door.is_secure else name


def form_token(token: str) -> str:
    """What the forms of a browser with this cookie carry."""
    return hmac.digest(token.encode(), b"a form of dragoman", "sha256").hex()


def is_genuine(token: str, given: str | None) -> bool:
    """Whether a form was made for the browser that sends it."""
    return given is not None and hmac.compare_digest(form_token(token).encode(), given.encode("utf-8", "replace"))


def as_token(cookie: str | None) -> str | None:
    """A cookie's value if it can be one of ours."""
    return cookie if cookie is not None and TOKEN.fullmatch(cookie) else None
