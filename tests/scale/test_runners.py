"""Daft and Ray give the rows that the local runner gives; Ray on a cluster of two nodes on this machine."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import DELIVERY, SIGNING, WEATHER, contents, pages

pytest.importorskip("daft")
pytest.importorskip("ray")

NODES = Path(__file__).with_name("on_two_nodes.py")


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("runners")
    for number, articles in enumerate([(SIGNING, WEATHER), (DELIVERY,), (WEATHER,), ((*SIGNING, "Конец."), DELIVERY)]):
        (folder / f"{number}.warc.gz").write_bytes(pages(*articles, host=f"n{number}.example"))
    return folder


def coded(archives: Path, place: Path, *more: str) -> Path:
    """A dataset made by the program: Daft and Ray keep state in their process."""
    line = [sys.executable, "-m", "dragoman", "code", str(archives), "-o", str(place), *more]
    done = subprocess.run(line, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr
    return place


@pytest.fixture(scope="module")
def local(archives: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return coded(archives, tmp_path_factory.mktemp("local") / "coded")


@pytest.mark.slow
def test_daft_gives_the_rows_of_the_local_runner(archives: Path, local: Path, tmp_path: Path) -> None:
    place = coded(archives, tmp_path / "coded", "--runner", "daft", "--workers", "2")
    assert contents(place) == contents(local)


@pytest.mark.slow
@pytest.mark.skipif(os.geteuid() != 0 or not shutil.which("unshare"), reason="needs a network namespace of its own")
def test_ray_on_two_nodes_gives_the_rows_of_the_local_runner(archives: Path, local: Path, tmp_path: Path) -> None:
    place = tmp_path / "coded"
    alone = ["unshare", "--net", "sh", "-c", 'ip link set lo up && exec "$@"', "sh"]
    command = ["code", str(archives), "-o", str(place), "--runner", "ray", "--workers", "2", "--cluster"]
    line = [*alone, sys.executable, str(NODES), sys.executable, "-m", "dragoman", *command]
    done = subprocess.run(line, capture_output=True, text=True, timeout=400, check=False)
    assert done.returncode == 0, done.stderr
    assert contents(place) == contents(local)
