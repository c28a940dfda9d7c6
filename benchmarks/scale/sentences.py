"""Sentences a second from raw text to statements, against the parser of the language alone: one table.

    python benchmarks/scale/sentences.py
    python benchmarks/scale/sentences.py --articles 20

*The parser alone* reads the same texts: spaCy's `en_core_web_sm` (tagger, parser, which also parts sentences, and
attribute ruler, as they come) for English, razdel with slovnet's morphology and syntax for Russian, with the models
that Dragoman loads. Articles on
defence ties are set from the passages of `evaluation/`, ordinary ones from `texts.yaml`; a crawl has 5 of the former
in 1,000. *Dragoman* codes every text, as it does those of a table; *with the stages* it first asks of each text what
`dragoman code` asks of the plain text of a page. Every way reads everything once before it is timed, in seconds of the
processor; the better of two readings counts. The rates of a crawl follow from the two rows above them.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(variable, "1")

sys.path.insert(0, str(Path(__file__).parent))

from make_warcs import RELEVANT, Maker  # noqa: E402
from razdel import sentenize, tokenize  # noqa: E402
from rich.console import Console  # noqa: E402
from rich.table import Table  # noqa: E402
from spacy.util import load_model_from_path  # noqa: E402

from dragoman.coding import coder  # noqa: E402
from dragoman.languages import pack  # noqa: E402
from dragoman.languages.en.models import UNUSED, folder  # noqa: E402
from dragoman.languages.ru.models import load as load_russian  # noqa: E402
from dragoman.model import Document  # noqa: E402
from dragoman.scale.bytefilter import byte_filter, passages  # noqa: E402
from dragoman.scale.promise import promises  # noqa: E402

BATCH = 64
"""Sentences that slovnet is given at once, as Dragoman gives them."""
PARSERS = {"en": "spaCy", "ru": "razdel, slovnet"}
SORTS = {"relevant": "on defence ties", "ordinary": "ordinary"}
Read = Callable[[Sequence[str]], object]


@dataclass(frozen=True, slots=True)
class Row:
    """What one sentence of a sort of article costs, in seconds."""

    language: str
    sort: str
    sentences: int
    parser: float
    dragoman: float
    staged: float


def spacy() -> Read:
    """spaCy over raw texts."""
    model = load_model_from_path(folder(), exclude=UNUSED)
    return lambda texts: [len(doc) for doc in model.pipe(texts)]


def slovnet() -> Read:
    """razdel and slovnet over raw texts."""
    models = load_russian()

    def read(texts: Sequence[str]) -> None:
        for text in texts:
            words = [[token.text for token in tokenize(one.text)] for one in sentenize(text)]
            for first in range(0, len(words), BATCH):
                list(models.morph.map(words[first : first + BATCH]))
                list(models.syntax.map(words[first : first + BATCH]))

    return read


def dragoman(language: str) -> Read:
    """The coder over raw texts."""
    made = coder(language, frames_alone=True)
    return lambda texts: [
        len(made.code(Document(id="", source="", text=t, language=language)).statements) for t in texts
    ]


def staged(language: str) -> Read:
    """The coder over those of the raw texts that pass the stages of a crawl."""
    made, known = coder(language, frames_alone=True), byte_filter().known[language]

    def read(texts: Sequence[str]) -> None:
        for text in texts:
            document = Document(id="", source="", text=text, language=language)
            if known.tells(passages(text)) and promises(document):
                made.code(document)

    return read


def seconds(read: Read, texts: Sequence[str]) -> float:
    """Of the processor, for one reading."""
    read(texts)
    found: list[float] = []
    for _ in range(2):
        began = time.process_time()
        read(texts)
        found.append(time.process_time() - began)
    return min(found)


def rows(count: int) -> Iterator[Row]:
    """Every sort of article in every language, and what follows for a crawl."""
    maker = Maker()
    for language, parser in (("en", spacy()), ("ru", slovnet())):
        shares: list[Row] = []
        for sort in SORTS:
            texts = ["\n\n".join(maker.article(sort, language)[1]) for _ in range(count)]
            sentences = sum(len(pack(language).split(text)) for text in texts)
            taken = (seconds(read, texts) / sentences for read in (parser, dragoman(language), staged(language)))
            shares.append(Row(language, SORTS[sort], sentences, *taken))
            yield shares[-1]
        few, many = shares
        share = RELEVANT * few.sentences / (RELEVANT * few.sentences + (1 - RELEVANT) * many.sentences)
        sides = ((few.parser, many.parser), (few.dragoman, many.dragoman), (few.staged, many.staged))
        mixed = (share * one + (1 - share) * other for one, other in sides)
        yield Row(language, f"a crawl, {RELEVANT:.1%} on defence ties", few.sentences + many.sentences, *mixed)


def main() -> int:
    """The command."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--articles", type=int, default=60)
    table = Table("articles", "language", "sentences", "parser alone", "dragoman", "ratio", "with the stages", "ratio")
    for row in rows(asked.parse_args().articles):
        parser, coded, sifted = (f"{1 / one:,.0f}" for one in (row.parser, row.dragoman, row.staged))
        ratios = f"{row.parser / row.dragoman:.2f}", f"{row.parser / row.staged:.2f}"
        alone = f"{parser} ({PARSERS[row.language]})"
        table.add_row(row.sort, row.language, f"{row.sentences:,}", alone, coded, ratios[0], sifted, ratios[1])
    Console(width=120).print(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
