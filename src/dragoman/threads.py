"""How many threads the arithmetic of the models may use."""

from __future__ import annotations

import os

SETTINGS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")


def one_thread() -> None:
    """Let numpy use one thread unless the user has set another number; to be called before numpy is loaded.

    The matrices of the models are small: with two and more threads on a busy machine they mostly wait for each other
    (a sentence took eight times as long).
    """
    for name in SETTINGS:
        os.environ.setdefault(name, "1")
