"""Near-duplicate documents: MinHash signatures of their texts, and keys to find likely copies by.

The same in every language: what is compared is which runs of words two texts share. A wire story printed under another
headline, with a lead or a tail of its own or with paragraphs left out shares most of its runs with the original; two
reports on one meeting share few.
"""

from __future__ import annotations

import hashlib
import struct
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from rensa import RMinHash

from dragoman.events.spans import period
from dragoman.events.tables import thresholds
from dragoman.events.words import parts

PERMUTATIONS = 128
SEED = 1
RUN = 3
"""Words of a run: long enough that phrases of the trade ("minister of defence of") make few matches."""
BANDS = 32
"""Bands of `PERMUTATIONS / BANDS` values each: texts of a likeness of .3 share one with a probability of .23, of .5
with .87, of .7 with .9998."""
SHORTEST = 8
"""Words: a shorter text is compared as a whole."""
FORMAT = struct.Struct(f"<{PERMUTATIONS}I")


@dataclass(frozen=True, slots=True)
class Signed:
    """A document as far as its copies are told: its key, the signature of its text, when it was published."""

    key: str
    signature: bytes
    published: str | None = None


def signature(text: str) -> bytes:
    """The MinHash signature of a text: `PERMUTATIONS` unsigned 32-bit integers, little-endian, to be stored."""
    made = RMinHash(PERMUTATIONS, SEED)
    made.update(list(runs(text)))
    return FORMAT.pack(*made.digest())


def runs(text: str) -> Iterator[str]:
    """Every run of `RUN` words, folded; of a text below `SHORTEST` words all of it as one, of an empty one nothing."""
    words = parts(text)
    if 0 < len(words) < SHORTEST:
        yield " ".join(words)
        return
    for start in range(len(words) - RUN + 1):
        yield " ".join(words[start : start + RUN])


def band_keys(signed: bytes) -> tuple[int, ...]:
    """A hash for each band, as signed 64-bit integers: copies share at least one with near certainty."""
    size = len(signed) // BANDS
    return tuple(
        int.from_bytes(
            hashlib.blake2b(signed[n * size : (n + 1) * size], digest_size=8, salt=_salt(n)).digest(),
            "big",
            signed=True,
        )
        for n in range(BANDS)
    )


def similarity(one: bytes, other: bytes) -> float:
    """The estimated share of runs that two texts have in common (Jaccard), between 0 and 1."""
    pairs = zip(FORMAT.unpack(one), FORMAT.unpack(other), strict=True)
    return float(sum(a == b for a, b in pairs) / PERMUTATIONS)


def are_copies(one: Signed, other: Signed) -> bool:
    """Whether one text is, in the main, the other, and was published within days of it.

    An agency's text is printed at once; what comes in the same words after weeks is a mould filled anew. A date that is
    not known speaks against nothing.
    """
    near = similarity(one.signature, other.signature) >= thresholds()["copy"]
    return near and _days_apart(one.published, other.published) <= thresholds()["copy_days"]


def copy_groups(documents: Iterable[Signed]) -> dict[str, str]:
    """Document to the group of its copies, named by the smallest key in it; documents without copies are left out.

    A copy of a copy is of the same group. The same for any order of the documents. A band is looked at after the other,
    so that of a million documents little more than their signatures is in memory.
    """
    signed = {document.key: document for document in documents}
    bands = {key: array("q", band_keys(document.signature)) for key, document in signed.items()}
    group = {key: {key} for key in signed}
    for number in range(BANDS):
        together: dict[int, list[str]] = {}
        for key, keys in bands.items():
            together.setdefault(keys[number], []).append(key)
        for one, other in (pair for keys in together.values() for pair in combinations(keys, 2)):
            if group[one] is not group[other] and are_copies(signed[one], signed[other]):
                _join(group, one, other)
    return {key: min(keys) for key, keys in group.items() if len(keys) > 1}


def _join(group: dict[str, set[str]], one: str, other: str) -> None:
    """Make one group of two, the smaller one moving."""
    small, large = sorted((group[one], group[other]), key=len)
    large |= small
    for key in small:
        group[key] = large


def _days_apart(one: str | None, other: str | None) -> int:
    first, second = period(one or ""), period(other or "")
    return max(0, first[0] - second[1], second[0] - first[1]) if first and second else 0


def _salt(number: int) -> bytes:
    return number.to_bytes(8, "big")
