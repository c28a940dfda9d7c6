"""Sentences per second of the Russian pipeline, with and without the prefilter, as a ratio to the bare parser.

    python benchmarks/coding.py            ten minutes
    python benchmarks/coding.py --short    fewer repetitions, for CI: a minute and a half

The bare parser is razdel tokenize, slovnet morph and slovnet syntax on the same sentences, already split. "Split and
parse all" adds sentence splitting with repair, pymorphy3 and clauses: what a page costs when every sentence is parsed.
Crawls are coded by the frames alone, single articles by the network as well.
Exits with 1 where the prefilter does not make the ordinary news page at least 10 times cheaper than that.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from unittest.mock import patch

# More threads than free cores wait for each other on matrices this small; one thread is comparable between machines.
for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(variable, "1")

import yaml  # noqa: E402
from razdel import tokenize  # noqa: E402
from rich.console import Console  # noqa: E402
from rich.table import Table  # noqa: E402

import dragoman  # noqa: E402
from dragoman.coding import coder, rules  # noqa: E402
from dragoman.languages import Sentence  # noqa: E402
from dragoman.languages.ru import RussianPack  # noqa: E402
from dragoman.languages.ru.parse import BATCH  # noqa: E402
from dragoman.model import Document  # noqa: E402

ROOT = Path(__file__).resolve().parent.parent
CHEAPER = 10.0
"""How many times cheaper than parsing all of it the prefilter has to make an ordinary news page."""
ORDINARY = ("ordinary news page", "ordinary + foreign army")
"""The second mentions the army of another state in passing: then a paragraph has to be split, and some of it parsed."""
REPEATS, SHORT_REPEATS = 21, 3
PARSE_ALL = "split and parse all"
PIPELINE, WHOLE = "pipeline, frames alone", "pipeline with the network"


class Everything:
    """A prefilter that keeps every sentence."""

    def paragraphs(self, *_: object) -> None:
        """All paragraphs."""

    def relevant(self, sentences: Sequence[Sentence], *_: object, **__: object) -> list[Sentence]:
        """All of them."""
        return list(sentences)


@dataclass(frozen=True, slots=True)
class Page:
    """One sort of page: what the documents of one reading hold."""

    name: str
    documents: tuple[Document, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One measured way through one sort of page."""

    page: str
    way: str
    sentences: int
    parsed: int
    seconds: float


def document(name: str, text: str) -> Document:
    """A Russian document."""
    return Document(id=name, source=name, text=text, language="ru")


def pages() -> list[Page]:
    """Pages from the texts of the project: its articles and annotated sentences, and a page of ordinary news."""
    articles = [p for p in sorted((ROOT / "examples").iterdir()) if p.suffix != ".json" and "no_defence" not in p.name]
    sentences = [
        row["text"]
        for path in sorted((ROOT / "tests/coding/sentences").glob("*.yaml"))
        for row in yaml.safe_load(path.read_text("utf8"))
        if row["expect"]
    ]
    paragraphs = ["\n".join(sentences[i : i + 12]) for i in range(0, len(sentences), 12)]
    defence = [*(dragoman.read(p).text for p in articles), *paragraphs[::3]]
    ordinary = (ROOT / "benchmarks/ordinary_news.txt").read_text("utf8")
    return [
        Page("defence articles", tuple(document(f"defence-{i}", text) for i, text in enumerate(defence))),
        Page(ORDINARY[0], (document("ordinary", ordinary),)),
        Page(ORDINARY[1], (document("abroad", ordinary.replace("служившим в армии", "служившим в армии Польши")),)),
    ]


@contextmanager
def without_prefilter() -> Iterator[None]:
    """Let the coder parse every sentence."""
    with patch.object(rules, "prefilter", lambda _: Everything()):
        yield


def timed(ways: Mapping[str, Callable[[], object]], repeats: int) -> dict[str, float]:
    """The median time of each way in seconds, after one run that warms models and word caches.

    The ways take turns, so that what else the machine does falls on all of them alike.
    """
    for action in ways.values():
        action()
    times: dict[str, list[float]] = {way: [] for way in ways}
    for _ in range(repeats):
        for way, action in ways.items():
            began = time.perf_counter()
            action()
            times[way].append(time.perf_counter() - began)
    return {way: median(found) for way, found in times.items()}


def bare(models: RussianPack, sentences: Sequence[Sentence]) -> None:
    """Tokens, morphology and dependencies, nothing else; batches as the pack makes them."""
    ordered = sorted(sentences, key=lambda s: len(s.text))
    for first in range(0, len(ordered), BATCH):
        words = [[t.text for t in tokenize(s.text)] for s in ordered[first : first + BATCH]]
        list(models.models.morph.map(words))
        list(models.models.syntax.map(words))


def measure(page: Page, repeats: int) -> list[Row]:
    """Every way through a page, timed in turns in the same run."""
    russian, made, quick = RussianPack(), coder("ru"), coder("ru", frames_alone=True)
    split = [russian.split(d.text) for d in page.documents]
    count = sum(map(len, split))

    def parser() -> None:
        for sentences in split:
            bare(russian, sentences)

    def parse_all() -> None:
        for d in page.documents:
            russian.parse(russian.split(d.text))

    def run() -> None:
        for d in page.documents:
            quick.code(d)

    def run_all() -> None:
        with without_prefilter():
            run()

    def run_whole() -> None:
        for d in page.documents:
            made.code(d)

    ways = {
        "bare parser": parser,
        PARSE_ALL: parse_all,
        "pipeline, no prefilter": run_all,
        PIPELINE: run,
        WHOLE: run_whole,
    }
    seconds = timed(ways, repeats)
    kept = sum(len(quick.code(d).readings) for d in page.documents)
    return [Row(page.name, way, count, kept if way in (PIPELINE, WHOLE) else count, seconds[way]) for way in ways]


def table(rows: Sequence[Row]) -> Table:
    """All ways, each as a ratio to the bare parser on the same sentences."""
    shown = Table(title="Russian pipeline, from raw text to statements")
    for name in ("page", "way"):
        shown.add_column(name)
    for name in ("sentences", "parsed", "sentences/s", "ratio to the parser"):
        shown.add_column(name, justify="right")
    for row in rows:
        parser = next(r for r in rows if r.page == row.page)
        ratio = f"{parser.seconds / row.seconds:.2f}"
        shown.add_row(
            row.page, row.way, str(row.sentences), str(row.parsed), f"{row.sentences / row.seconds:,.0f}", ratio
        )
    return shown


def main() -> int:
    """Measure, print, judge."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--short", action="store_true", help="fewer repetitions (a minute and a half)")
    repeats = SHORT_REPEATS if parser.parse_args().short else REPEATS
    rows = [row for page in pages() for row in measure(page, repeats)]
    Console(width=110).print(table(rows))
    cheaper = {}
    for page in ORDINARY:
        seconds = {row.way: row.seconds for row in rows if row.page == page}
        cheaper[page] = seconds[PARSE_ALL] / seconds[PIPELINE]
        print(f"{page}: the prefilter makes it {cheaper[page]:.1f} times cheaper than parsing all of it")
    if cheaper[ORDINARY[0]] < CHEAPER:
        print(
            f"less than {CHEAPER:.0f} times: too many of its sentences are parsed, or splitting it costs too much",
            file=sys.stderr,
        )
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
