"""How much memory this process has had at most, and what of it is never searched for garbage."""

from __future__ import annotations

import gc
import sys
from functools import cache


def peak() -> int:
    """Bytes, 0 where the system does not tell."""
    try:
        import resource
    except ImportError:
        return 0
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


@cache
def keep(_loaded: str) -> None:
    """Leave out of the search for garbage what is held now, the first time that this is named as loaded.

    Word lists and models are 600,000 objects that stay, and over which a whole search takes .3 s.
    """
    gc.freeze()
