"""Screening: from an order's inputs to the documents that may speak of defence ties, a stage at a time."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator

from resiliparse.extract.html2text import extract_plain_text

from dragoman.coding import coder
from dragoman.coding.prefilter import EXCERPT
from dragoman.errors import SourceEmpty, SourceError
from dragoman.events import signature
from dragoman.languages import identify, supported
from dragoman.model import Document
from dragoman.scale.bytefilter import byte_filter, passages, unframed
from dragoman.scale.columns import WAITING, document_cells
from dragoman.scale.dataset import SCREENED, Dataset
from dragoman.scale.faults import Fault
from dragoman.scale.memory import keep, peak
from dragoman.scale.opening import Unreachable, stream
from dragoman.scale.orders import Done, Holding, Input, Order, Report
from dragoman.scale.parts import part
from dragoman.scale.promise import promises, says
from dragoman.scale.stages import Stage, Tally
from dragoman.scale.tables import rows
from dragoman.scale.warc import Page, records
from dragoman.sources import article, decode, read
from dragoman.sources.markup import is_html

LARGEST = 5 * 1024 * 1024
"""Bytes of a body: no page of news is larger, and parsing takes a hundred times as much memory."""
EVERY = 1.0
"""Seconds between two reports."""
Kept = tuple[Document, str]
"""A document with the date on which its page was fetched, as far as that is known."""


def screen(order: Order, report: Report) -> Done:
    """Work off an order: its documents wait in the dataset to be coded, then its record says that they are whole."""
    dataset, screening = Dataset(order.dataset), Screening(report)
    byte_filter()
    keep("word lists")
    with part(dataset, WAITING, SCREENED, f"{order.key}.parquet") as waiting:
        for given in order.inputs:
            for number, (document, crawled) in enumerate(screening.kept(given), screening.number):
                signed = signature(document.text)
                waiting.add(document_cells(document, number=number, crawled=crawled, signature=signed))
                screening.number = number + 1
    done = Done(
        key=order.key, inputs=order.inputs, tally=screening.tally(), faults=tuple(screening.faults), peak=peak()
    )
    dataset.record(SCREENED, done)
    return done


class Screening:
    """The stages, with what has reached each."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.reached: Counter[Stage] = Counter()
        self.records = self.pages = 0
        """The first two stages, counted apart: half of all records go no further, and nearly all pages."""
        self.faults: list[Fault] = []
        self.bytes = 0
        self.number = 0
        self.began = self.told = time.monotonic()

    def tally(self) -> Tally:
        """What has been reached so far."""
        spent = time.monotonic() - self.began
        reached = self.reached + Counter({Stage.record: self.records, Stage.page: self.pages})
        return Tally(reached=dict(reached), bytes=self.bytes, faults=len(self.faults), seconds=spent)

    def kept(self, given: Input) -> Iterator[Kept]:
        """The documents of an input that are to be coded. What cannot be read is a fault, and the rest goes on.

        Raises Unreachable: then the order is no part of the dataset and is worked off again by the next run.
        """
        read_input = {Holding.warc: self._archive, Holding.article: self._article}.get(given.holding, self._table)
        try:
            yield from read_input(given)
        except Unreachable:
            raise
        except SourceError as error:
            self.faults.append(Fault(source=given.address, offset=None, what=error.what, advice=error.advice))

    def _archive(self, given: Input) -> Iterator[Kept]:
        with stream(given.address) as opened:
            for record in records(opened, given.address, LARGEST):
                self._next()
                if isinstance(record, Page):
                    if (document := self._page(record, given.address)) is not None:
                        yield document, record.crawled
                elif isinstance(record, Fault):
                    self.faults.append(record)

    def _page(self, page: Page, source: str) -> Document | None:
        self.pages += 1
        self.bytes += len(page.body)
        languages = byte_filter().languages(page.body)
        if not languages:
            return None
        self._count(Stage.evidence)
        try:
            language = self._promising_in(plain_text(page), languages)
            return self._article_of(page, language) if language else None
        except SourceEmpty:
            return None
        except SourceError as error:
            self.faults.append(Fault(source=source, offset=page.offset, what=error.what, advice=error.advice))
        except Exception as error:
            # Whatever a hostile page makes a parser do is the page's fault; the other pages are read.
            what = f"{page.address} cannot be read ({type(error).__name__}: {error})"
            self.faults.append(Fault(source=source, offset=page.offset, what=what, advice="please report the page"))
        return None

    def _promising_in(self, plain: str, languages: frozenset[str]) -> str:
        """The language in which the plain text of a page has evidence and a sentence to be parsed; else nothing."""
        article, known = passages(plain), [byte_filter().known[language] for language in languages]
        if not any(one.tells(article) for one in known):
            return ""
        self._count(Stage.text)
        document = Document(id="", source="", text=plain)
        if len(plain) > EXCERPT:  # to tell a language is dearer than to see that it would say nothing in any
            read = (document.model_copy(update={"language": language}) for language in sorted(languages))
            languages = frozenset(str(one.language) for one in read if promises(one))
        if not languages:
            return ""
        document = document.model_copy(update={"language": identify(plain)})
        if not readable(document):
            return ""
        self._count(Stage.language)
        promising = document.language in languages if len(plain) > EXCERPT else promises(document)
        self.reached[Stage.wanted] += promising
        return str(document.language) if promising and says(document) else ""

    def _article_of(self, page: Page, language: str) -> Document | None:
        document = article(decode(page.body, source=page.address, declared=page.charset), source=page.address)
        document = document.model_copy(update={"language": language})
        return document if self._promising(document, Stage.article) else None

    def _promising(self, document: Document, stage: Stage) -> bool:
        """Whether a document has reached a stage, for having a sentence that promises a statement."""
        promising = promises(document)
        self.reached[stage] += promising
        return promising

    def _article(self, given: Input) -> Iterator[Kept]:
        document = read(given.address, allow_private=True)
        yield from self._whole(document)

    def _table(self, given: Input) -> Iterator[Kept]:
        for row in rows(given):
            if isinstance(row, Fault):
                self._next()
                self.faults.append(row)
            else:
                yield from self._whole(row)

    def _whole(self, document: Document) -> Iterator[Kept]:
        """A document that came without a page around it."""
        self._next()
        self.pages += 1
        self._count(Stage.evidence, Stage.text)
        self.bytes += len(document.text)
        document = document.model_copy(update={"language": document.language or identify(document.text)})
        if not readable(document):
            return
        self._count(Stage.language)
        if coder(str(document.language), frames_alone=True).wanted(document):
            self._count(Stage.wanted, Stage.article)
            yield document, ""

    def _count(self, *stages: Stage) -> None:
        for stage in stages:
            self.reached[stage] += 1

    def _next(self) -> None:
        """A record more; from time to time it is told how far things are."""
        self.records += 1
        if time.monotonic() - self.told > EVERY:
            self.told = time.monotonic()
            self.report(self.tally())


def readable(document: Document) -> bool:
    """Whether a document is in a language that has a pack."""
    return document.language in supported()


def plain_text(page: Page) -> str:
    """The text of a page without menus and teasers, by the quick way; a wrong letter does no harm here."""
    body = unframed(page.body)
    try:
        text = body.decode(page.charset or "utf-8")
    except (LookupError, ValueError):
        text = decode(body, source=page.address, declared=page.charset)
    return extract_plain_text(text, main_content=True) if is_html(text) else text
