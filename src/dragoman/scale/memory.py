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


SELDOM = 500_000
"""Objects made and not given back, from which on garbage is searched for: an article has some 100,000 while it is
coded, of which a dozen are left over in circles.
"""


@cache
def keep(_loaded: str) -> None:
    """Leave out of the search for garbage what is held now, the first time that this is named as loaded; and search
    seldom from then on.

    Word lists and models are 600,000 objects that stay, and over which a whole search takes .3 s. Searches in the
    middle of an article found nothing and took a sixteenth of the time that it is coded in.
    """
    gc.freeze()
    gc.set_threshold(SELDOM, *gc.get_threshold()[1:])
