"""A run that is killed ten times ends with the dataset of one that nothing disturbed."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dragoman.coding import code
from dragoman.model import Document
from dragoman.scale.bytefilter import byte_filter
from dragoman.scale.dataset import DONE, SCREENED, Dataset

from .conftest import DELIVERY, SIGNING, Crawl, contents, made

KILLS = 10
pytestmark = [pytest.mark.slow, pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")]


def killed(place: Path, archives: Path, after: float) -> bool:
    """Whether a run in a process of its own was at work when it was killed, so many seconds after it began."""
    child = os.fork()
    if child == 0:
        made(place, archives)
        os._exit(0)
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


def test_ten_kills_change_nothing(crawl: Crawl, tmp_path: Path) -> None:
    archives = crawl("killed", 320, 12)[0].parent
    byte_filter()
    for text in (SIGNING, DELIVERY):
        code(Document(id="", source="", text=" ".join(text)))  # models are loaded here once, not in every child
    began = time.monotonic()
    made(tmp_path / "whole", archives)
    whole, took = contents(tmp_path / "whole"), time.monotonic() - began
    assert len(whole["documents"]) >= 20 and len(whole["statements"]) >= 40
    assert any(row["copy_of"] for row in whole["documents"])

    dice, kills, place = random.Random(3), 0, tmp_path / "disturbed"
    seen: set[tuple[int, int]] = set()
    while kills < KILLS:
        if killed(place, archives, took * dice.uniform(0.02, 0.2)):
            kills += 1
            seen.add((len(Dataset(str(place)).records(SCREENED)), len(Dataset(str(place)).records(DONE))))
        else:
            assert contents(place) == whole
            shutil.rmtree(place)
    assert len(seen) > 3, "the kills came at different moments"
    made(place, archives)
    assert contents(place) == whole
    assert not [*place.rglob(".*")] and not [*(place / SCREENED).iterdir()]


def test_the_program_with_two_processes_may_be_killed_too(crawl: Crawl, tmp_path: Path) -> None:
    archives = crawl("program", 120, 6)[0].parent
    made(tmp_path / "whole", archives)
    line = [sys.executable, "-m", "dragoman", "code", str(archives), "-o", str(tmp_path / "cut"), "--workers", "2"]
    for state in (SCREENED, DONE):
        with subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
            while running.poll() is None and not [*(tmp_path / "cut" / state).glob("*.json")]:
                time.sleep(0.02)
            running.kill()
    assert subprocess.run(line, capture_output=True, timeout=300, check=False).returncode == 0
    assert contents(tmp_path / "cut") == contents(tmp_path / "whole")
