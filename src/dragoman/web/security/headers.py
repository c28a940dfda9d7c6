"""What every answer tells the browser: to run and show nothing but what comes from here."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders

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
KEPT_BY_NOBODY_ELSE = "private, no-cache"
"""A proxy keeps no page; a browser asks again before it shows one that it has, so that a log-out holds."""
A_YEAR = "max-age=31536000"


def protect(headers: MutableHeaders, door: Door, *, public: bool) -> None:
    """Add to an answer's headers; `public` is what is the same for everybody: the files of `static/`."""
    for name, value in ALWAYS.items():
        headers[name] = value
    if not public:
        headers.setdefault("Cache-Control", KEPT_BY_NOBODY_ELSE)
    if door.is_secure:
        headers["Strict-Transport-Security"] = A_YEAR
