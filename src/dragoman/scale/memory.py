"""How much memory this process has had at most."""

from __future__ import annotations

import sys


def peak() -> int:
    """Bytes, 0 where the system does not tell."""
    try:
        import resource
    except ImportError:
        return 0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024
