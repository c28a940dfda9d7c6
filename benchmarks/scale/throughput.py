"""Pages a second over web archives, against two bounds, with what is lost: one table.

    python benchmarks/scale/throughput.py                 20,000 pages, some ten minutes
    python benchmarks/scale/throughput.py --pages 1000    for a first look; start-up weighs much there

*The limit* reads the same archives with FastWARC and takes the text out of every page with resiliparse, nothing else.
*Everything* takes every article out with trafilatura, its title and day too, and runs the parser of its language over
the text, as the libraries come, without Dragoman; *everything coded* has Dragoman code every sentence of every
article (both measured on `--sample` pages). *Dragoman* is `dragoman code` with one process; its start-up, the same
for any number of pages, stands in a row of its own and is no part of the goals; the peak is that of this process, which
holds the bare parsers as well. All times are of the processor, in
this process, so that other work of the machine falls on none of them, and file by file in turns. Recall is the share
of the statements that coding every article on defence ties finds which the run has found too. Exits with 1 where a
goal is missed.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from unittest.mock import patch

for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(variable, "1")

sys.path.insert(0, str(Path(__file__).parent))

from fastwarc.warc import ArchiveIterator, WarcRecordType  # noqa: E402
from make_warcs import NEAR, RELEVANT, Maker, write  # noqa: E402
from resiliparse.extract.html2text import extract_plain_text  # noqa: E402
from resiliparse.parse.encoding import bytes_to_str  # noqa: E402
from rich.console import Console  # noqa: E402
from rich.table import Table  # noqa: E402
from sentences import Read, slovnet, spacy  # noqa: E402
from trafilatura import bare_extraction  # noqa: E402

from dragoman.coding import code, rules  # noqa: E402
from dragoman.errors import LanguageUnsupported, SourceError  # noqa: E402
from dragoman.languages import identify  # noqa: E402
from dragoman.model import Document, Statement  # noqa: E402
from dragoman.scale.bytefilter import byte_filter  # noqa: E402
from dragoman.scale.columns import BODY, statement_of  # noqa: E402
from dragoman.scale.dataset import Dataset  # noqa: E402
from dragoman.scale.inputs import inputs  # noqa: E402
from dragoman.scale.parts import rows_of  # noqa: E402
from dragoman.scale.run import Outcome, run  # noqa: E402
from dragoman.scale.runners.local import LocalRunner  # noqa: E402
from dragoman.scale.screening import LARGEST  # noqa: E402
from dragoman.scale.stages import Stage  # noqa: E402
from dragoman.scale.warc import Page, records  # noqa: E402
from dragoman.sources import article, decode  # noqa: E402

LIMIT, EVERYTHING, RECALL = 1.0, 100.0, 0.98
"""The goals: throughput as a share of the limit, as a multiple of everything, and recall."""
FILES = 8
FEW = 4
"""Pages of the run by which libraries are loaded."""
TEXTS = {
    "ru": "Министры обороны Чили и Перу подписали договор.",
    "en": "The armies of Chile and Peru signed a pact.",
}
"""With which the models of a language are loaded."""
Said = tuple[str, str, str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Row:
    """A way through the archives."""

    way: str
    pages: int
    seconds: float

    @property
    def rate(self) -> float:
        """Pages a second."""
        return self.pages / self.seconds


def sum_of(rows: Sequence[Row]) -> Row:
    """One way through several archives."""
    return Row(rows[0].way, sum(row.pages for row in rows), sum(row.seconds for row in rows))


class Nobody:
    """Looks on at a run and says nothing."""

    def begin(self, *_: object) -> None:
        """Orders are given out."""

    hear = done = fault = begin


class Everything:
    """A prefilter that keeps every sentence."""

    def paragraphs(self, *_: object) -> None:
        """All paragraphs."""

    def relevant(self, sentences: Sequence[object], *_: object, **__: object) -> list[object]:
        """All of them."""
        return list(sentences)


def limit(archives: Sequence[Path]) -> Row:
    """FastWARC and the plain text of every page."""
    began, pages = time.process_time(), 0
    for path in archives:
        with path.open("rb") as stream:
            for record in ArchiveIterator(stream, record_types=WarcRecordType.response):
                if record.http_headers.status_code == 200 and (record.http_content_type or "").startswith("text/html"):
                    extract_plain_text(bytes_to_str(record.reader.read(), record.http_charset or "utf-8"))
                    pages += 1
    return Row("limit: FastWARC, resiliparse text of all", pages, time.process_time() - began)


def pages_of(archives: Sequence[Path], sort: str = "") -> Iterator[Page]:
    """The pages of archives, of one sort only where it is named."""
    for path in archives:
        with path.open("rb") as stream:
            for record in records(stream, str(path), LARGEST):
                if isinstance(record, Page) and f"/{sort}" in record.address:
                    yield record


def everything(archives: Sequence[Path], sample: int) -> Row:
    """Every article, every sentence of it; the models are loaded before."""
    coded(next(pages_of(archives, "relevant/")))
    some = list(islice(pages_of(archives), sample))
    began = time.process_time()
    with patch.object(rules, "prefilter", lambda _: Everything()):
        for page in some:
            coded(page)
    return Row("everything coded: Dragoman without stages", len(some), time.process_time() - began)


def parsed(archives: Sequence[Path], sample: int) -> Row:
    """Every article with its title and day, and the bare parser of its language over the text of it."""
    readers, some = parsers(), list(islice(pages_of(archives), sample))
    began = time.process_time()
    for page in some:
        found = bare_extraction(decode(page.body, source=page.address, declared=page.charset), with_metadata=True)
        if found is not None and (read := readers.get(identify(found.text))) is not None:
            read([found.text])
    return Row("everything: trafilatura and bare parser", len(some), time.process_time() - began)


@cache
def parsers() -> dict[str, Read]:
    """The bare parsers by language, their models loaded and run once."""
    found = {"en": spacy(), "ru": slovnet()}
    for language, text in TEXTS.items():
        found[language]([text])
    return found


def coded(page: Page) -> tuple[Statement, ...]:
    """What `dragoman code` would make of the page alone."""
    try:
        text = decode(page.body, source=page.address, declared=page.charset)
        return code(article(text, source=page.address), frames_alone=True).statements
    except (SourceError, LanguageUnsupported):
        return ()


def start_up(archives: Sequence[Path], place: Path) -> float:
    """Seconds until the filter, the word lists, the models of all languages and the libraries of a run are loaded."""
    began = time.process_time()
    byte_filter()
    for text in TEXTS.values():
        code(Document(id="", source="", text=text), frames_alone=True)
    dragoman(archives, place)
    return time.process_time() - began


def dragoman(archives: Sequence[Path], place: Path) -> tuple[Row, Outcome]:
    """A whole run in this process."""
    began = time.process_time()
    outcome = run(inputs([str(path) for path in archives]), Dataset(str(place)), LocalRunner(1), Nobody())
    return Row("dragoman code, one process", outcome.now.at(Stage.page), time.process_time() - began), outcome


def said(source: str, statement: Statement) -> Said:
    """A statement as it is compared."""
    actors = tuple(f"{p.actor}:{p.role}" for p in statement.participants)
    return source, statement.type, statement.evidence.text, actors


def recall(archives: Sequence[Path], place: Path) -> tuple[int, int, int]:
    """Statements on articles on defence ties: those that coding each of them finds, those of them that the run found;
    and how many the run found on other pages.
    """
    dataset = Dataset(str(place))
    cells = [row for name in dataset.parts("statements") for row in rows_of(dataset, name, ("document_source", BODY))]
    found = {said(row["document_source"], statement_of(row[BODY])) for row in cells}
    wanted = {said(page.address, one) for page in pages_of(archives, "relevant/") for one in coded(page)}
    return len(wanted), len(wanted & found), sum("/relevant/" not in one[0] for one in found)


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=20_000)
    parser.add_argument("--relevant", type=float, default=RELEVANT)
    parser.add_argument("--near", type=float, default=NEAR)
    parser.add_argument("--sample", type=int, default=100)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="dragoman-bench-") as folder:
        maker, place = Maker(relevant=asked.relevant, near=asked.near), Path(folder) / "coded"
        archives = write(Path(folder) / "crawl", pages=asked.pages, files=FILES, maker=maker)
        first = write(Path(folder) / "first", pages=FEW, files=1, maker=Maker(relevant=1.0))
        loading = start_up(first, Path(folder) / "first coded")
        parsers()
        turns: list[tuple[Row, Row, Row, Row]] = []
        few = max(1, asked.sample // FILES)
        for archive in archives:  # in turns, so that what else the machine does falls on all of them alike
            ours, outcome = dragoman([archive], place)
            turns.append((limit([archive]), parsed([archive], few), everything([archive], few), ours))
        bound, bare, all_, ours = (sum_of(way) for way in zip(*turns, strict=True))
        wanted, found, others = recall(archives, place)
    whole = Row(f"the same with {loading:.1f} s of start-up", ours.pages, ours.seconds + loading)
    return tell([bound, bare, all_, ours, whole], outcome, wanted, found, others)


def tell(rows: Sequence[Row], outcome: Outcome, wanted: int, found: int, others: int) -> int:
    """Print the table; 1 where a goal is missed."""
    bound, bare, _, ours, _ = rows
    table = Table("way", "pages", "ms a page", "of the limit", "of everything")
    for row in rows:
        shares = f"{row.rate / bound.rate:.3f}", f"{row.rate / bare.rate:,.1f}"
        table.add_row(row.way, f"{row.pages:,}", f"{1000 / row.rate:.2f}", *shares)
    console = Console(width=100)
    console.print(table)
    whole = outcome.whole
    console.print("reached: " + ", ".join(f"{stage.value} {whole.at(stage):,}" for stage in Stage))
    console.print(
        f"{whole.bytes / max(1, whole.at(Stage.page)) / 1000:.0f} kB a page, peak {outcome.peak / 1e6:,.0f} MB"
    )
    console.print(
        f"recall {found}/{wanted} = {found / max(1, wanted):.3f}; on other pages {others} statements were coded"
    )
    reached = ours.rate / bound.rate >= LIMIT, ours.rate / bare.rate >= EVERYTHING, found >= RECALL * wanted
    return 0 if all(reached) else 1


if __name__ == "__main__":
    sys.exit(main())
