"""How time and memory grow with the number of pages, and what a second process brings: one table.

    python benchmarks/scale/growth.py --pages 100 10000 100000
    python benchmarks/scale/growth.py --pages 10000 --workers 1 2

Every run is `dragoman code` as a program of its own over archives that are made for it, in files of 2,500 pages.
Seconds are those of the clock and of the processor; memory is the most that a process had. A hundred pages take what it
takes to start.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from make_warcs import Maker, write
from rich.console import Console
from rich.table import Table

from dragoman.scale.dataset import DONE, Dataset

EACH = 2_500
"""Pages of a file."""


def measured(archives: list[Path], place: Path, workers: int) -> tuple[float, float, float]:
    """Seconds of the clock, seconds of the processor, megabytes at most."""
    line = [sys.executable, "-m", "dragoman", "code", *map(str, archives), "-o", str(place), "--workers", str(workers)]
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    if os.spawnv(os.P_WAIT, sys.executable, line) != 0:
        raise SystemExit(f"the run over {len(archives)} files failed")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    peak = max(done.peak for done in Dataset(str(place)).records(DONE).values())
    return time.perf_counter() - began, spent, peak / 1e6


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, nargs="+", default=[1_000, 10_000])
    parser.add_argument("--workers", type=int, nargs="+", default=[1])
    asked = parser.parse_args()
    table = Table("pages", "workers", "clock, s", "processor, s", "ms a page", "peak, MB")
    for pages in asked.pages:
        with tempfile.TemporaryDirectory(prefix="dragoman-bench-") as folder:
            files = max(*asked.workers, pages // EACH)
            archives = write(Path(folder) / "crawl", pages=pages, files=files, maker=Maker())
            for workers in asked.workers:
                clock, spent, peak = measured(archives, Path(folder) / f"coded{workers}", workers)
                told = f"{clock:.1f}", f"{spent:.1f}", f"{spent / pages * 1000:.2f}", f"{peak:,.0f}"
                table.add_row(f"{pages:,}", str(workers), *told)
    Console(width=90).print(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
