"""A text for analysis beside the stored one: plain spaces, no invisible characters, glued words parted.

Nothing of it is stored or shown. Every span found in it maps back to the stored text (`Repaired.to_source`).
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from html import unescape

from dragoman.sources.gaps import gaps

INVISIBLE = frozenset("\xad\u200b\u200e\u200f\ufeff") | frozenset(
    map(chr, [*range(0x202A, 0x202F), *range(0x2060, 0x206A)])
)
JOINERS = frozenset("\u200c\u200d")
"""Part of the spelling in some scripts (Persian, Indic), noise between Latin and Cyrillic letters."""
STRESS = frozenset("\u0300\u0301")
BREAKS = frozenset("\u2028\u2029\x85\x0b\x0c")
ALIKE = dict(zip("ABCEHKMOPTXaceopxy", "АВСЕНКМОРТХасеорху", strict=True))
"""Latin letters that look like Cyrillic ones."""
ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,6}|#[xX][0-9A-Fa-f]{2,5});")
"""A character reference that a page left in its text ("C&ocirc;te d’Ivoire")."""
UNUSUAL = re.compile(r"[^\n\r\t\x20-\x7e\u0400-\u04ff«»—–…“”„№°]|" + ENTITY.pattern)
"""What only the slow way can clean: any character but those of ordinary text, and character references."""
MIXED = re.compile(r"\b[A-Za-zА-Яа-яЁё]*(?:[A-Za-z][А-Яа-яЁё]|[А-Яа-яЁё][A-Za-z])[A-Za-zА-Яа-яЁё]*\b")


@dataclass(slots=True)
class Repaired:
    """`text` is for analysis; `stored` is the Document's. Made by `repair`."""

    stored: str
    text: str
    starts: array[int] | None = None
    """For each character of `text`, where in `stored` it begins; None where the two texts are of one shape."""
    ends: array[int] | None = None
    """For each character of `text`, where in `stored` it ends; a space that was put in begins and ends at one place."""

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """The span of `stored` that the span of `text` stands for. Monotone; the same span where nothing was repaired.

        Raises ValueError for a span outside `text`.
        """
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"({start}, {end}) is no span of {len(self.text)} characters")
        if self.starts is None or self.ends is None:
            return start, end
        first = self.starts[start] if start < len(self.text) else len(self.stored)
        return (first, self.ends[end - 1]) if start < end else (first, first)


def repair(text: str, known: Callable[[str], bool] | None = None, joints: Container[str] = frozenset()) -> Repaired:
    """Prepare `text` for analysis.

    `known` says whether a lower-cased word is in the dictionary. `joints` are the words (lower case: reporting verbs,
    prepositions, conjunctions) beside which the space is often lost; an unknown word is parted only where one part is
    a joint and the others are known. Without `known`, words are parted only where case, script or punctuation shows it.
    """
    clean, starts, ends = (text, None, None) if not UNUSUAL.search(text) else _cleaned(text)
    clean = _one_script(clean)
    places = gaps(clean, known, joints)
    if not places and len(clean) == len(text):
        return Repaired(text, clean)
    if starts is None or ends is None:
        starts, ends = array("l", range(len(text))), array("l", range(1, len(text) + 1))
    return _spaced(text, clean, starts, ends, places)


def _spaced(stored: str, clean: str, starts: array[int], ends: array[int], places: list[int]) -> Repaired:
    pieces: list[str] = []
    new_starts, new_ends = array("l"), array("l")
    last = 0
    for place in [*places, len(clean)]:
        pieces.append(clean[last:place])
        new_starts += starts[last:place]
        new_ends += ends[last:place]
        if place < len(clean):
            pieces.append(" ")
            new_starts.append(ends[place - 1])
            new_ends.append(ends[place - 1])
        last = place
    return Repaired(stored, "".join(pieces), new_starts, new_ends)


def _cleaned(text: str) -> tuple[str, array[int], array[int]]:
    """Plain spaces, no invisible characters, letters composed; with the place of each character in `text`."""
    out: list[str] = []
    starts, ends = array("l"), array("l")
    for index, end, char in _characters(text):
        before = out[-1] if out else ""
        if char in INVISIBLE or (char in JOINERS and _european(before)) or (char in STRESS and _cyrillic(before)):
            continue
        if char > "\u02ff" and before and len(whole := _composed(before, char)) == 1:
            out[-1] = whole
            ends[-1] = end
            continue
        out.append(_plain(char))
        starts.append(index)
        ends.append(end)
    return "".join(out), starts, ends


def _characters(text: str) -> Iterator[tuple[int, int, str]]:
    """The characters of a text with where each begins and ends; a reference to one character is that character."""
    references = {m.start(): m for m in ENTITY.finditer(text)} if "&" in text else {}
    index = 0
    while index < len(text):
        reference = references.get(index)
        char = unescape(reference.group()) if reference is not None else text[index]
        known = reference is not None and len(char) == 1 and (char.isprintable() or char == "\xa0")
        end = reference.end() if reference is not None and known else index + 1
        yield index, end, char if known else text[index]
        index = end


def _composed(before: str, char: str) -> str:
    return unicodedata.normalize("NFC", before + char) if unicodedata.combining(char) else before + char


def _plain(char: str) -> str:
    if char in BREAKS:
        return "\n"
    return " " if char > "\x7f" and unicodedata.category(char) == "Zs" else char


def _european(char: str) -> bool:
    return "a" <= char.lower() <= "z" or _cyrillic(char)


def _cyrillic(char: str) -> bool:
    return "\u0400" <= char <= "\u04ff"


def _one_script(text: str) -> str:
    """Latin look-alikes inside Cyrillic words (`Cирия` with a Latin C) become the letters that they stand for."""
    return MIXED.sub(lambda match: _respelled(match[0]), text)


def _respelled(word: str) -> str:
    latin = [char for char in word if char <= "z"]
    cased = word[1:].islower() or word.isupper()
    if len(latin) > 2 or len(latin) * 2 >= len(word) or not cased or any(char not in ALIKE for char in latin):
        return word
    return "".join(ALIKE.get(char, char) for char in word)
