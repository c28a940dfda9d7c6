"""Files of models, each checked against its SHA-256 before it is loaded: no change of one goes unseen."""

from __future__ import annotations

import hashlib
from pathlib import Path

from dragoman.errors import ModelError

LOCKED = "install the versions of requirements.lock"
"""What helps where a package of another version is installed."""


def pinned(path: Path, digest: str, *, missing: str, changed: str = LOCKED) -> Path:
    """`path`, once its SHA-256 is `digest`.

    Raises ModelError with the advice `missing` where there is no such file, and with `changed` where it is another.
    """
    if not path.is_file():
        raise ModelError("a packaged model is missing", source=str(path), advice=missing)
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != digest:
        raise ModelError(
            f"not the pinned model: SHA-256 {found[:12]}…, expected {digest[:12]}…", source=str(path), advice=changed
        )
    return path
