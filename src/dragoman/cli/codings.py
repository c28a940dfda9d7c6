"""From the sources on the command line to codings, one document after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from dragoman.cli.failures import Failures
from dragoman.model import Coding


def coding_of(source: str, *, allow_private: bool) -> Coding:
    """Read and code a source that holds one article. Raises DragomanError."""
    from dragoman.sources import read

    document = read(source, allow_private=allow_private)

    from dragoman.coding import code

    return code(document)


def codings(sources: Sequence[str], failures: Failures, *, allow_private: bool) -> Iterator[Coding]:
    """The coding of every article and every row of `sources`; what fails is told and passed over."""
    from dragoman.sources import is_rows

    for source in sources:
        if is_rows(source):
            yield from _of_rows(source, failures)
            continue
        coding = None
        with failures.of(source):
            coding = coding_of(source, allow_private=allow_private)
        if coding is not None:
            yield coding


def _of_rows(source: str, failures: Failures) -> Iterator[Coding]:
    from dragoman.coding import coding_of as noted
    from dragoman.sources import RowError, read_rows

    with failures.of(source):
        for row in read_rows(source):
            if isinstance(row, RowError):
                failures.add(row.line)
            else:
                yield noted(row)


def expected(sources: Sequence[str]) -> int | None:
    """How many documents the sources hold, to measure progress by; None where it cannot be told beforehand."""
    from dragoman.sources import is_rows

    total = 0
    for source in sources:
        if not is_rows(source):
            total += 1
        elif source == "-" or not Path(source).is_file():
            return None
        else:
            with Path(source).open("rb") as stream:
                total += sum(1 for line in stream if line.strip())
    return total
