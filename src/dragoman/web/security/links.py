"""Links that come from a request are followed inside this app only."""

from __future__ import annotations


def way_back(path: str) -> str:
    """A path of this app, as it was given; `/` for whatever could lead elsewhere."""
    leads_elsewhere = not path.startswith("/") or path[1:2] in ("/", "\\") or not path.isprintable() or "\\" in path
    return "/" if leads_elsewhere else path
