"""Whether the bytes of a page can hold a statement, before they are decoded or parsed.

One Aho-Corasick pass looks for words of defence as they are spelt in UTF-8 and in the single-byte character sets of
Cyrillic, in small letters, in capitals and with a capital. What stands in a link or a script is left out: every page of
a news site has the headlines of others beside its article. Around the words that are left markup is taken out, and a
word that may name a type and a name of an actor have to stand with them. The rare page in UTF-16, or that writes its
letters as character references, is put into UTF-8 first. What is evidence is said by the language packs
(`evidence.yaml`).
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick, BytesAhoCorasick, Implementation, MatchKind

from dragoman.coding.vocabulary import Vocabulary, vocabulary
from dragoman.languages import pack, supported

CYRILLIC = ("cp1251", "koi8-r", "iso8859-5")
"""Character sets beside UTF-8 in which Cyrillic news are stored."""
WHOLE = 9
"""Letters up to which a word has to stand whole; of a longer one so many letters have to begin a word."""
AROUND = 1_500
"""Bytes on each side of a word of defence in which the rest of the evidence is looked for: a paragraph or two."""
WORD = re.compile(r"\w+(?:-\w+)*")
MARKUP = re.compile(rb"<a\b[^>]*>.{0,400}?</a\s*>|<[^<>]*>?", re.I | re.S)
"""Links with their words, and tags."""
ASIDE = ((b"<a ", b"</a", 1_200), (b"<script", b"</script", 60_000))
"""What begins and ends a link and a script, and how many bytes before a word its beginning may stand."""
REFERENCE = re.compile(rb"&#(?:x[0-9a-f]{3,5}|[0-9]{3,6});", re.I)
CYRILLIC_REFERENCE = (b"&#10", b"&#11", b"&#x4", b"&#X4")
"""How references to Cyrillic letters begin: they are looked for in the same pass as words."""
REFERENCES = 40
"""Numeric character references from which on a page is taken to spell its words with them."""
STEM = 5
"""Letters by which two words are two, and no forms of one."""
TAG_REACH = 300
"""Bytes before a word within which the tag that it stands in has begun."""
HEAD = 2_000
ZEROS = 0.2
"""Share of zero bytes in the head of a page from which on it is UTF-16."""
LETTERS = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_")
LEADS = frozenset((0xD0, 0xD1))
"""First bytes of Cyrillic letters in UTF-8."""
HIGH = 0xC0
"""From here on nearly all bytes of the single-byte character sets are letters."""


@dataclass(frozen=True, slots=True)
class Spelt:
    """How a word is spelt in bytes: in which character set, and whether it may go on behind them."""

    charset: str
    begun: bool


class Scanner:
    """Finds words in bytes, with a border before them and, where they are to stand whole, behind them."""

    def __init__(self, words: Iterable[str], phrases: Iterable[str]) -> None:
        """`phrases` are found by how they begin, words longer than `WHOLE` too."""
        patterns: dict[bytes, Spelt] = {}
        begun = {*phrases, *(word[:WHOLE] for word in words if len(word) > WHOLE)}
        for word in {*begun, *(word for word in words if len(word) <= WHOLE)}:
            for charset, spelt in spellings(word):
                patterns.setdefault(spelt, Spelt(charset, word in begun))
        self.spelt = list(patterns.values())
        self.automaton = BytesAhoCorasick(
            [*patterns, *CYRILLIC_REFERENCE], matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA
        )

    def hits(self, raw: bytes) -> tuple[list[tuple[int, str]], int]:
        """Where words stand and in which character set; and how many references to letters there are."""
        found: list[tuple[int, str]] = []
        references = 0
        for number, start, end in self.automaton.find_matches_as_indexes(raw):
            if number >= len(self.spelt):
                references += 1
                continue
            spelt = self.spelt[number]
            if not (start and letter_before(raw, start)) and (spelt.begun or not letter_at(raw, end, start)):
                found.append((start, spelt.charset))
        return found, references


class ByteFilter:
    """The evidence of several languages in one pass."""

    def __init__(self, vocabularies: Sequence[Vocabulary]) -> None:
        self.known = {v.language: Evidence(v) for v in vocabularies}
        topics = {word for v in vocabularies for word in v.topics}
        self.topics = Scanner(topics, {phrase for v in vocabularies for phrase in v.phrases})

    def languages(self, raw: bytes) -> frozenset[str]:
        """The languages of which a page has evidence; none where nothing can be coded from it."""
        raw = narrow(raw)
        hits, references = self.topics.hits(raw)
        if references >= REFERENCES:
            raw = spelt_out(raw)
            hits, _ = self.topics.hits(raw)
        found: set[str] = set()
        read = (hit for hit in hits if not aside(raw, hit[0]))
        for begin, end, charset in windows(read, len(raw)):
            text, words = passage(MARKUP.sub(b" ", raw[begin:end]).decode(charset, errors="ignore"))
            found.update(name for name, known in self.known.items() if known.holds(text, words))
        return frozenset(found)


def passage(text: str) -> tuple[str, frozenset[str]]:
    """A passage as words are compared, and its words."""
    folded = text.casefold().replace("ё", "е")
    return folded, frozenset(WORD.findall(folded))


class Evidence:
    """Tells whether texts have the evidence of a language."""

    def __init__(self, known: Vocabulary) -> None:
        self.known = known
        self.phrases = AhoCorasick(list(known.phrases), implementation=Implementation.DFA)

    def holds(self, text: str, words: frozenset[str]) -> bool:
        """Whether a passage has words of an act, of an actor and of defence."""
        if self.known.triggers.isdisjoint(words) or self.known.actors.keys().isdisjoint(words):
            return False
        return not self.known.topics.isdisjoint(words) or any(self._phrases(text))

    def in_article(self, article: str) -> bool:
        """Whether two paragraphs that follow each other hold the evidence, and not by the way.

        A page that names the army where it speaks of one state or of none is about something else: two actors have to
        stand in a paragraph that holds the evidence, or three words of defence in the article.
        """
        single = [passage(line) for line in article.split("\n") if line.strip()]
        following = [*single[1:], ("", frozenset[str]())]
        if not any(self.holds(f"{a} {b}", m | n) for (a, m), (b, n) in zip(single, following, strict=True)):
            return False
        said = {word[:STEM] for text, words in single for word in (*(words & self.known.topics), *self._phrases(text))}
        return len(said) > 2 or any(len(self._actors(words)) > 1 for text, words in single if self.holds(text, words))

    def _actors(self, words: frozenset[str]) -> frozenset[str]:
        return frozenset().union(*(self.known.actors[word] for word in words & self.known.actors.keys()))

    def _phrases(self, text: str) -> Iterator[str]:
        for _, start, end in self.phrases.find_matches_as_indexes(text):
            if start == 0 or not text[start - 1].isalnum():
                yield text[start:end]


def aside(raw: bytes, place: int) -> bool:
    """Whether what stands at a place is in a tag, a link or a script, and no part of an article's text."""
    since = max(0, place - TAG_REACH)
    if raw.rfind(b"<", since, place) > raw.rfind(b">", since, place):
        return True
    for begins, ends, reach in ASIDE:
        since = max(0, place - reach)
        opened = raw.rfind(begins, since, place)
        if opened >= 0 and raw.find(ends, opened, place) < 0:
            return True
    return False


@cache
def byte_filter() -> ByteFilter:
    """The filter for every language that can be read, made once."""
    return ByteFilter([vocabulary(pack(language)) for language in supported()])


def spellings(word: str) -> Iterator[tuple[str, bytes]]:
    """A word as bytes: small, in capitals, with a capital; in every character set that has its letters."""
    for written in (word, word.upper(), word[:1].upper() + word[1:]):
        for charset in ("utf-8", *(() if written.isascii() else CYRILLIC)):
            with suppress(UnicodeEncodeError):
                yield charset, written.encode(charset)


def letter_before(raw: bytes, start: int) -> bool:
    """Whether the byte before a place belongs to a letter: then no word begins there."""
    before = raw[start - 1]
    if before < 0x80:
        return before in LETTERS
    if before < 0xC0 and start > 1 and raw[start - 2] in LEADS:
        return True
    return raw[start] >= 0x80 and raw[start] not in LEADS and before >= HIGH


def letter_at(raw: bytes, end: int, start: int) -> bool:
    """Whether a letter stands at a place, behind a word that began at `start`: then the word goes on."""
    if end >= len(raw):
        return False
    after = raw[end]
    if after < 0x80:
        return after in LETTERS
    return after in LEADS if raw[start] < 0x80 or raw[start] in LEADS else after >= HIGH


def windows(hits: Iterable[tuple[int, str]], size: int) -> Iterator[tuple[int, int, str]]:
    """The surroundings of hits that come in order, with their character set; those that overlap become one."""
    begin, end, charset = -1, -1, ""
    for place, spelt in hits:
        if begin >= 0 and (place - AROUND > end or spelt != charset):
            yield begin, end, charset
            begin = -1
        begin = max(0, place - AROUND) if begin < 0 else begin
        end, charset = min(size, place + AROUND), spelt
    if begin >= 0:
        yield begin, end, charset


def narrow(raw: bytes) -> bytes:
    """UTF-16, with or without a mark, as UTF-8; other bytes as they are."""
    head = raw[:HEAD]
    if head.count(0) <= ZEROS * len(head):
        return raw
    little = head[1::2].count(0) >= head[0::2].count(0)
    return raw.decode("utf-16-le" if little else "utf-16-be", errors="replace").encode("utf-8", errors="replace")


def spelt_out(raw: bytes) -> bytes:
    """The letters that character references stand for, in UTF-8, in their place."""
    return REFERENCE.sub(lambda found: html.unescape(found[0].decode("ascii")).encode("utf-8", errors="replace"), raw)
