"""The runners by name, without loading any of them."""

from __future__ import annotations

from enum import StrEnum


class RunnerName(StrEnum):
    """A runner: this machine by the standard library, by Daft, or a Ray cluster by Daft."""

    local = "local"
    daft = "daft"
    ray = "ray"
