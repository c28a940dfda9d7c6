"""What a process keeps out of the search for garbage."""

from __future__ import annotations

import gc

from dragoman.scale.memory import SELDOM, keep


def test_what_is_loaded_is_kept_out_once_for_each_name() -> None:
    before = gc.get_threshold()
    try:
        keep("lists of the test")
        kept = gc.get_freeze_count()
        later = [[number] for number in range(1_000)]
        keep("lists of the test")
        assert 0 < kept >= gc.get_freeze_count()
        keep("models of the test")
        assert gc.get_freeze_count() >= kept + len(later)
        assert gc.get_threshold()[0] == SELDOM
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
        keep.cache_clear()
