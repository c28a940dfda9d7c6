"""Every importer on its real file, into a ledger made for it: what was read and made, who stands for no state, totals.

    python benchmarks/datasets.py                              files in ../shared/data
    python benchmarks/datasets.py FOLDER --only un-votes mme   some of them, elsewhere
    python benchmarks/datasets.py --ledger postgresql://…      an empty PostgreSQL database instead of a file of SQLite

`datasets.tsv` says where in the folder each dataset lies. What is not there is told and left out. Totals are counted in
the ledger, after all imports. Exits with 1 where a total disagrees, an import fails, or a name stands for no state
without a reason; with 2 where the folder is not there.
"""

from __future__ import annotations

import argparse
import csv
import sys
import tempfile
import textwrap
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Connection, func, or_, select

from dragoman.datasets import STARTER, open_dataset, packaged
from dragoman.datasets.storing import store
from dragoman.errors import DragomanError
from dragoman.ledger import Ledger, opened
from dragoman.ledger.tables import datasets, measures, ties

HERE = Path(__file__).resolve().parent
SHARED = HERE.parent.parent / "shared/data"
WIDTH = 80
UNEXPLAINED = ("no state has this", "no name is given")
"""How the reason begins where nobody has said why a name is no state's."""


@dataclass(slots=True, frozen=True)
class Place:
    """Where a dataset lies in the folder, or why there is no file of it.

    The pattern is that of a file or a folder; files that lie in several folders have one each, with a bar between.
    """

    dataset: str
    pattern: str
    why: str


@dataclass(slots=True)
class Imported:
    """A line of the table. `failed` is the error of an import that failed."""

    dataset: str
    rows: int = 0
    ties: int = 0
    measures: int = 0
    seconds: float = 0.0
    unmapped: Counter[tuple[str, str]] = field(default_factory=Counter)
    failed: str = ""

    @property
    def unexplained(self) -> list[str]:
        """The names of which nobody has said why they are no state's."""
        return [name for name, why in self.unmapped if why.startswith(UNEXPLAINED)]


@dataclass(slots=True, frozen=True)
class Total:
    """A figure that is known, and what the ledger has."""

    what: str
    known: int
    found: int

    @property
    def agrees(self) -> bool:
        """Whether they are the same."""
        return self.known == self.found


# --- importing ---


def places() -> list[Place]:
    """The rows of `datasets.tsv`."""
    with (HERE / "datasets.tsv").open(encoding="utf-8") as file:
        return [
            Place(row["dataset"], row["path"], row["why"])
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        ]


def imported(ledger: Ledger, place: Place, folder: Path) -> Imported | str:
    """Import a dataset; a reason where there is nothing to import."""
    with tempfile.TemporaryDirectory() as gathered:
        path = _path(place, folder, Path(gathered))
        return path if isinstance(path, str) else _imported(ledger, place.dataset, path)


def _imported(ledger: Ledger, name: str, path: Path | None) -> Imported:
    """Import the dataset from its path, or from the package if it comes with the project."""
    line = Imported(name)
    began = time.perf_counter()
    try:
        reading = open_dataset(name, path) if path else next(item for item in packaged() if item.name == name).open()
        store(ledger, reading, lambda: None)
    except DragomanError as error:
        line.failed = error.line
        return line
    line.seconds = time.perf_counter() - began
    line.unmapped = reading.tally.unmapped
    with ledger.reading() as connection:
        row = connection.execute(select(datasets).where(datasets.c.name == name)).one()
    line.rows, line.ties, line.measures = row.rows, row.ties, row.measures
    return line


def _path(place: Place, folder: Path, gathered: Path) -> Path | str | None:
    """The file or folder; the last of several releases, and a folder of links for files that lie apart."""
    if place.dataset == STARTER:
        return None
    if not place.pattern:
        return place.why
    found: list[Path] = []
    for pattern in place.pattern.split("|"):
        matching = sorted(folder.glob(pattern))
        if not matching:
            return f"{pattern} is not in {folder.name}/"
        found.append(matching[-1].resolve())
    if len(found) == 1:
        return found[0]
    for path in found:
        (gathered / path.name).symlink_to(path)
    return gathered


# --- totals ---


def totals(connection: Connection) -> Iterator[Total]:
    """What is known of Azerbaijan and Morocco, for the datasets that the ledger holds."""
    held = set(connection.execute(select(datasets.c.name)).scalars())
    if "sipri-register" in held:
        for recipient, first, last, known, supplier, share in (
            ("AZE", 2010, 2014, 2144, "RUS", 80),
            ("MAR", 2015, 2019, 1447, "USA", 79),
        ):
            by_supplier = _delivered(connection, recipient, first, last)
            total = sum(by_supplier.values())
            yield Total(f"TIV delivered to {recipient} {first}-{last}", known, round(total))
            part = round(100 * by_supplier[supplier] / total) if total else 0
            yield Total(f"  of which {supplier}, per cent", share, part)
    if "dcad" in held:
        for actor, known in (("AZE", 44), ("MAR", 8)):
            yield Total(f"defence agreements of {actor} in DCAD", known, _agreements(connection, actor))


def _delivered(connection: Connection, recipient: str, first: int, last: int) -> Counter[str]:
    """TIV by supplier; what no known state supplied is in the total as well, under no name."""
    asked = (
        select(ties.c.source, func.sum(ties.c.weight))
        .where(ties.c.dataset == "sipri-register", ties.c.target == recipient)
        .where(ties.c.start.between(str(first), str(last)))
        .group_by(ties.c.source)
    )
    found: Counter[str] = Counter()
    for source, tiv in connection.execute(asked):
        found[source] = tiv
    rest = select(func.sum(measures.c.value)).where(
        measures.c.dataset == "sipri-register",
        measures.c.name == "tiv_from_no_state",
        measures.c.actor == recipient,
        measures.c.year.between(first, last),
    )
    found[""] = connection.execute(rest).scalar() or 0
    return found


def _agreements(connection: Connection, actor: str) -> int:
    asked = select(func.count(func.distinct(ties.c.record))).where(
        ties.c.dataset == "dcad", or_(ties.c.source == actor, ties.c.target == actor)
    )
    return connection.execute(asked).scalar_one()


# --- printing ---


def table(lines: Sequence[Imported]) -> Iterator[str]:
    """The table, and the sum of its lines."""
    yield f"{'dataset':<18}{'rows read':>12}{'ties':>11}{'measures':>11}{'unmapped':>11}{'seconds':>11}"
    for line in lines:
        if line.failed:
            yield from textwrap.wrap(f"{line.dataset}: FAILED: {line.failed}", WIDTH, subsequent_indent="  ")
            continue
        counts = f"{line.rows:>12,}{line.ties:>11,}{line.measures:>11,}{len(line.unmapped):>11,}"
        yield f"{line.dataset:<18}{counts}{line.seconds:>11.1f}"
    rows, made, figures = (sum(getattr(line, name) for line in lines) for name in ("rows", "ties", "measures"))
    names = sum(len(line.unmapped) for line in lines)
    yield f"{'all':<18}{rows:>12,}{made:>11,}{figures:>11,}{names:>11,}{sum(line.seconds for line in lines):>11.1f}"


def unmapped(lines: Iterable[Imported]) -> Iterator[str]:
    """For each dataset the names that stand for no state, under the reason, with how often."""
    for line in lines:
        by_reason: dict[str, list[str]] = defaultdict(list)
        for (name, why), count in line.unmapped.most_common():
            by_reason[why].append(f"{name} ({count:,})" if count > 1 else name)
        for number, (why, names) in enumerate(by_reason.items()):
            if number == 0:
                yield line.dataset
            text = f"{why}: {', '.join(names)}"
            yield from textwrap.wrap(text, WIDTH, initial_indent="  ", subsequent_indent="      ")


def agreement(found: Sequence[Total]) -> Iterator[str]:
    """The totals, one a line; nothing where none of their datasets was imported."""
    if not found:
        return
    yield f"{'total':<40}{'known':>12}{'found':>12}"
    for total in found:
        mark = "" if total.agrees else "  DISAGREES"
        yield f"{total.what:<40}{total.known:>12,}{total.found:>12,}{mark}"


def show(*parts: Iterable[str]) -> None:
    """Print parts with an empty line between them."""
    print("\n\n".join("\n".join(part) for part in parts if part), flush=True)


def main(words: Sequence[str] | None = None) -> int:
    """Import everything and print; 1 where something is not as it should be."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=SHARED)
    parser.add_argument("--only", nargs="+", default=(), metavar="NAME", help="these datasets alone")
    parser.add_argument("--ledger", metavar="URL", help="an empty PostgreSQL database, or a file that is not there yet")
    asked = parser.parse_args(words)
    if not asked.folder.is_dir():
        print(f"{asked.folder}: no such folder; give the one with the datasets' files", file=sys.stderr)
        return 2
    lines: list[Imported] = []
    absent: list[str] = []
    with tempfile.TemporaryDirectory() as made:
        named = asked.ledger or str(Path(made) / "ledger.db")
        with opened(named, make=True) as ledger:
            chosen = [place for place in places() if not asked.only or place.dataset in asked.only]
            for place in chosen:
                line = imported(ledger, place, asked.folder)
                if isinstance(line, str):
                    absent += textwrap.wrap(f"{place.dataset}: left out, {line}", WIDTH, subsequent_indent="  ")
                else:
                    lines.append(line)
            with ledger.reading() as connection:
                found = list(totals(connection))
    show(list(table(lines)), absent, list(unmapped(lines)), list(agreement(found)))
    wrong = any(line.failed or line.unexplained for line in lines) or not all(total.agrees for total in found)
    return int(wrong)


if __name__ == "__main__":
    sys.exit(main())
