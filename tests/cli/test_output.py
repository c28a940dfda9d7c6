"""A result file appears whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from dragoman.cli.output import replaced, written
from dragoman.errors import OutputError


def test_file_appears_at_the_end(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    with written(path) as stream:
        stream.write("Баку")
        stream.flush()
        assert not path.exists()
    assert path.read_text(encoding="utf-8") == "Баку"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_failure_leaves_what_was_there(tmp_path: Path, error: type[BaseException]) -> None:
    path = tmp_path / "out.txt"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(error), written(path) as stream:
        stream.write("half")
        raise error
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_permissions_are_those_of_an_ordinary_file(tmp_path: Path) -> None:
    ordinary, ours = tmp_path / "ordinary", tmp_path / "ours"
    ordinary.write_text("", encoding="utf-8")
    with written(ours) as stream:
        stream.write("x")
    assert ours.stat().st_mode == ordinary.stat().st_mode


def test_permissions_of_the_older_file_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o600)
    with written(path) as stream:
        stream.write("new")
    assert path.stat().st_mode & 0o777 == 0o600


def test_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old", encoding="utf-8")
    (tmp_path / "link").symlink_to("real")
    with written(tmp_path / "link") as stream:
        stream.write("new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text(encoding="utf-8") == "new"


def test_pipe_is_written_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    with written(pipe) as stream:
        stream.write("through")
    assert os.read(reader, 100) == b"through"
    os.close(reader)
    assert pipe.is_fifo()


def test_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="folder"), replaced(tmp_path):
        pass
