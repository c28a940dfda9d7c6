"""What every answer tells the browser: to run and show nothing but what comes from here."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.web.security.door import Door

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "font-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
"""No script or style stands inside a page, none is loaded from elsewhere, no page of ours is framed."""
ALWAYS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # With `no-referrer` a form would be sent with the origin `null`.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
KEPT_BY_NOBODY_ELSE = (b"cache-control", b"private, no-cache")
"""A proxy keeps no page; a browser asks again before it shows one that it has, so that a log-out holds."""
A_YEAR = (b"strict-transport-security", b"max-age=31536000")

Header = tuple[bytes, bytes]
"""As servers take it: the name in small letters."""
_ALWAYS: tuple[Header, ...] = tuple((name.lower().encode(), value.encode()) for name, value in ALWAYS.items())
_OURS = frozenset(name for name, _ in (*_ALWAYS, A_YEAR))


def protected(headers: Iterable[Header], door: Door, *, public: bool) -> list[Header]:
    """An answer's headers with ours; `public` is what is the same for everybody: the files of `static/`."""
    made = [header for header in headers if header[0] not in _OURS]
    if not public and not any(name == KEPT_BY_NOBODY_ELSE[0] for name, _ in made):
        made.append(KEPT_BY_NOBODY_ELSE)
    if door.is_secure:
        made.append(A_YEAR)
    return [*made, *_ALWAYS]
