"""For every test: one thread for the small matrices of the models, set before numpy is loaded.

With two and more threads on a shared machine they wait for each other: a sentence takes eight times as long.
"""

from __future__ import annotations

import os

for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(name, "1")
