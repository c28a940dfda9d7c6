"""Whether the bytes of a page can hold a statement, before they are decoded or parsed.

Scripts, styles, menus, what stands beside and below an article and links, nine tenths of a page, are cut out first:
every page of a news site has the headlines of others beside its article. One Aho-Corasick pass looks for words of
defence as they are spelt in UTF-8 and in the single-byte character sets of Cyrillic, in small letters, in capitals and
with a capital. Around those outside tags markup is taken out, and what is left has to hold a word that may name a type
and a name of an actor with them, in paragraphs of the language and not by the way. The rare page in UTF-16, or that
writes its letters as character references, is put into UTF-8 first. What is evidence is said by the language packs
(`evidence.yaml`).
"""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise

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
BLOCK = re.compile(rb"</?(?:p|br|div|h[1-6]|li|t[dr]|section|article|aside|main|blockquote)\b[^<>]*>", re.I)
TAG = re.compile(rb"<[^<>]*>?")
PROGRAMS, FRAMES = (b"script", b"style", b"SCRIPT"), (b"nav", b"aside", b"footer")
"""Elements that are for programs, and those that stand around an article: trafilatura leaves them out too."""
LONGEST, FRAME = 1_000_000, 300_000
"""Bytes from which on a program, and what stands around an article, was left open."""
FIRST_FRAME = 2 * len(PROGRAMS)
"""The number of the mark at which the first frame begins: even marks begin something, the next ends it."""
LINK, LINK_REACH = 0, 3_000
"""The number of the mark at which a link begins, and bytes from which on it was left open."""
PARTS = BytesAhoCorasick([mark + name for name in PROGRAMS + FRAMES for mark in (b"<", b"</")])
LINKS = BytesAhoCorasick([b"<a ", b"</a"])
LINE = 25
"""Letters of a line from which on it is read: a shorter one is a caption, or a word over an advertisement."""
LITTLE = 2
"""Different little words of a language which a text in it has at least."""
FEW = 2
"""Words of defence up to which an article that names no two actors beside one of them is about something else."""
MAY_BE_CYRILLIC = (0xD0, 0xEE, 0xC1)
"""Bytes of which one stands in any text in Cyrillic: the first of "о" in UTF-8 (and "а" in ISO 8859-5), "о" in
windows-1251, "а" in KOI8-R."""
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
    """How a word is spelt in bytes: in which character set, whether it may go on behind them, and whose it is."""

    charset: str
    begun: bool
    languages: frozenset[str]


class Scanner:
    """Finds words in bytes, with a border before them and, where they are to stand whole, behind them."""

    def __init__(self, vocabularies: Sequence[Vocabulary], kept: Callable[[str], bool] = bool) -> None:
        """The words and phrases that are `kept`; phrases are found by how they begin, words longer than `WHOLE` too."""
        patterns: dict[bytes, Spelt] = {}
        begun: dict[str, set[str]] = {}
        whole: dict[str, set[str]] = {}
        for one in vocabularies:
            for word in filter(kept, one.topics):
                (whole if len(word) <= WHOLE else begun).setdefault(word[:WHOLE], set()).add(one.language)
            for phrase in filter(kept, one.phrases):
                begun.setdefault(phrase, set()).add(one.language)
        for word in {**begun, **whole}:
            languages = frozenset(begun.get(word, set()) | whole.get(word, set()))
            for charset, spelt in spellings(word):
                patterns.setdefault(spelt, Spelt(charset, word in begun, languages))
        self.spelt = list(patterns.values())
        self.automaton = BytesAhoCorasick(
            [*patterns, *CYRILLIC_REFERENCE], matchkind=MatchKind.LeftmostLongest, implementation=Implementation.DFA
        )

    def hits(self, raw: bytes) -> tuple[list[tuple[int, Spelt]], int]:
        """Where words stand and how they are spelt there; and how many references to letters there are."""
        found: list[tuple[int, Spelt]] = []
        references = 0
        for number, start, end in self.automaton.find_matches_as_indexes(raw):
            if number >= len(self.spelt):
                references += 1
                continue
            spelt = self.spelt[number]
            if not (start and letter_before(raw, start)) and (spelt.begun or not letter_at(raw, end, start)):
                found.append((start, spelt))
        return found, references


class ByteFilter:
    """The evidence of several languages in one pass."""

    def __init__(self, vocabularies: Sequence[Vocabulary]) -> None:
        self.known = {v.language: Evidence(v) for v in vocabularies}
        self.topics = Scanner(vocabularies)
        self.latin = Scanner(vocabularies, str.isascii)

    def languages(self, raw: bytes) -> frozenset[str]:
        """The languages of which a page has evidence; none where nothing can be coded from it."""
        raw = article_of(narrow(raw))
        latin = raw.isascii() or not any(byte in raw for byte in MAY_BE_CYRILLIC)
        words = self.latin if latin else self.topics
        hits, references = words.hits(raw)
        if references >= REFERENCES:
            raw = spelt_out(raw)
            hits, _ = self.topics.hits(raw)
        read = [hit for hit in hits if not in_tag(raw, hit[0])]
        if not read:
            return frozenset()
        around = windows(((place, spelt.charset) for place, spelt in read), len(raw))
        pieces = (told(raw[begin:end]).decode(charset, "ignore") for begin, end, charset in around)
        article = passages("\n".join(pieces), LINE)
        spoken = frozenset().union(*(spelt.languages for _, spelt in read))
        return frozenset(name for name in spoken if self.known[name].tells(article))


class Passage:
    """A text as words are compared. Its words are cut out when they are first asked for; of most they never are."""

    __slots__ = ("_words", "text")

    def __init__(self, text: str) -> None:
        self.text = text.casefold().replace("ё", "е")
        self._words: frozenset[str] | None = None

    @classmethod
    def joined(cls, one: Passage, other: Passage) -> Passage:
        """Two passages as one, the words of which are cut out once only."""
        both = cls.__new__(cls)
        both.text, both._words = f"{one.text} {other.text}", one.words | other.words
        return both

    @property
    def words(self) -> frozenset[str]:
        """Its words."""
        if self._words is None:
            self._words = frozenset(WORD.findall(self.text))
        return self._words


def passages(text: str, shortest: int = 1) -> list[Passage]:
    """The lines of a text as they are compared, without those of fewer letters."""
    return [Passage(line) for line in text.split("\n") if len(line.strip()) >= shortest]


class Evidence:
    """Tells whether texts have the evidence of a language."""

    def __init__(self, known: Vocabulary) -> None:
        self.known = known
        self.phrases = AhoCorasick(list(known.phrases), implementation=Implementation.DFA)
        spoken = [word.encode() for word in shortest({*known.topics, *known.phrases})]
        self.spoken = BytesAhoCorasick(spoken, implementation=Implementation.DFA)

    def speaking(self, article: Sequence[Passage]) -> set[int]:
        """The numbers of the passages in which the letters of a word of defence stand, or those of a phrase begin or
        end: without them none of the words need be cut out.
        """
        raw = [passage.text.encode() for passage in article]
        ends = [*accumulate(len(one) + 1 for one in raw)]
        hits = self.spoken.find_matches_as_indexes(b" ".join(raw), overlapping=True)
        return {bisect_right(ends, place) for _, start, end in hits for place in (start, end - 1)}

    def holds(self, passage: Passage) -> bool:
        """Whether a passage has words of an act, of an actor and of defence."""
        return bool(self.speaking([passage])) and self._holds(passage)

    def tells(self, article: Sequence[Passage]) -> bool:
        """Whether two paragraphs of an article that follow each other hold the evidence, and not by the way.

        A page that names the army where it speaks of one state or of none is about something else: two actors have to
        stand in a paragraph that holds the evidence, or three words of defence in the article. A name alone makes no
        article of the language: its little words have to stand there too.
        """
        speaking = self.speaking(article)
        spoken = [article[number] for number in sorted(speaking)]
        said = {word[:STEM] for passage in spoken for word in self._said(passage)}
        if len(said) <= FEW and not any(len(self._actors(one.words)) > 1 and self._holds(one) for one in spoken):
            return False
        if not any(map(self._holds, pairs(article, speaking))):
            return False
        return len({word for passage in article for word in passage.words & self.known.little}) >= LITTLE

    def _holds(self, passage: Passage) -> bool:
        words = passage.words
        if self.known.triggers.isdisjoint(words) or self.known.actors.keys().isdisjoint(words):
            return False
        return any(self._said(passage))

    def _said(self, passage: Passage) -> Iterator[str]:
        yield from passage.words & self.known.topics
        yield from self._phrases(passage.text)

    def _actors(self, words: frozenset[str]) -> frozenset[str]:
        return frozenset().union(*(self.known.actors[word] for word in words & self.known.actors.keys()))

    def _phrases(self, text: str) -> Iterator[str]:
        for _, start, end in self.phrases.find_matches_as_indexes(text):
            if start == 0 or not text[start - 1].isalnum():
                yield text[start:end]


def pairs(article: Sequence[Passage], around: Collection[int]) -> Iterator[Passage]:
    """Each two passages that follow each other as one, where one of them is among those with these numbers."""
    for number, (one, other) in enumerate(pairwise([*article, Passage("")])):
        if number in around or number + 1 in around:
            yield Passage.joined(one, other)


def shortest(words: Collection[str]) -> Iterator[str]:
    """Words without those that begin as another of them does: where that does not stand, they do not either."""
    last = ""
    for word in sorted(words):
        if not last or not word.startswith(last):
            last = word
            yield word


def in_tag(raw: bytes, place: int) -> bool:
    """Whether what stands at a place is in a tag."""
    since = max(0, place - TAG_REACH)
    return raw.rfind(b"<", since, place) > raw.rfind(b">", since, place)


def article_of(raw: bytes) -> bytes:
    """A page without scripts, styles, menus and links: what is left has its article. What is never closed stays."""
    return unlinked(unframed(raw))


def unframed(raw: bytes) -> bytes:
    """A page without programs and without what stands around an article; of frames in each other the innermost goes."""
    kept: list[bytes] = []
    place, ends, begun = 0, -1, 0
    frame_ends, opened, size, since = -1, 0, 0, 0
    for number, start, _ in PARTS.find_matches_as_indexes(raw):
        if ends >= 0:  # in a program nothing but its end is looked at
            if number == ends:
                if start - begun < LONGEST:
                    kept.append(raw[place:begun])
                    place = start
                ends = -1
        elif number % 2 == 0:
            if number < FIRST_FRAME:
                ends, begun = number + 1, start
            else:
                frame_ends, opened, size, since = number + 1, start, len(kept), place
        elif number == frame_ends:
            if start - opened < FRAME:
                kept[size:] = [raw[since:opened]]
                place = start
            frame_ends = -1
    kept.append(raw[place:])
    return b"".join(kept)


def unlinked(raw: bytes) -> bytes:
    """A page without what its links say."""
    kept: list[bytes] = []
    place, begun = 0, -1
    for number, start, _ in LINKS.find_matches_as_indexes(raw):
        if number == LINK:
            begun = start
        elif begun >= 0:
            if start - begun < LINK_REACH:
                kept.append(raw[place:begun])
                place = start
            begun = -1
    kept.append(raw[place:])
    return b"".join(kept)


def told(piece: bytes) -> bytes:
    """A piece of a page as text, a line a paragraph."""
    return TAG.sub(b" ", BLOCK.sub(b"\n", piece.replace(b"\n", b" "))) if b"<" in piece else piece


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
