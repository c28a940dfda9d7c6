"""Where a space was lost: at a change of case or script, after a punctuation mark, or between two known words."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator

Known = Callable[[str], bool]
LOWER, UPPER = "а-яёіїєґ", "А-ЯЁІЇЄҐ"
CYRILLIC = LOWER + UPPER
ANY_CYRILLIC = re.compile(rf"[{CYRILLIC}]")
"""Without such a letter nothing but a dash is looked for."""
UNBROKEN = re.compile(r"\S+")
LINK = re.compile(r"//|www\.|@|^#\w+$")
"""Addresses, mail and tags: nothing is parted inside them."""

DASHES = (
    re.compile(rf"(?<=[\s,.!?»”)])[—–](?=[{CYRILLIC}A-Za-z«“])"),
    re.compile(rf"(?<=[,.!?»”)])(?=[—–](?:\s|[{CYRILLIC}«“]))"),
)
PUNCTUATION = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<=[{LOWER}a-z]{{2}})[.!?…](?=[«\"“]?[{UPPER}](?:[{LOWER}]|\s))",  # ended.A new sentence
        rf"(?<=[\d%»)])[.!?…](?=[«“]?[{UPPER}][{LOWER}])",
        rf"(?<=[{CYRILLIC}»”)])[,;:](?=[{CYRILLIC}«“]|[A-Z])",
        rf"(?<=\d),(?=[{CYRILLIC}]{{2}})",
        rf"(?<=\w[»”)])(?=[{CYRILLIC}]{{3}})",
        rf"(?<=[.!?,…][»”)])(?=[{CYRILLIC}])",
        rf"(?<=[{CYRILLIC}]{{2}})(?=«)",
        rf"(?<=[{CYRILLIC}]{{2}})(?=\([{CYRILLIC}A-Z][\w-]{{2}})",
        rf"(?<=[{LOWER}])(?=[—–]\s)",
        rf"(?<![\w.-])\d+(?=[{LOWER}]{{3}})",
        rf"(?<=[{LOWER}]{{3}})(?=\d{{2}})",
    )
)
CASE = re.compile(
    rf"(?<![\w-])(?P<left>[{CYRILLIC}]?[{LOWER}]*)(?P<right>[{UPPER}](?:[{LOWER}]{{2,}}|[{UPPER}]+(?![\w])))"
)
INTO_LATIN = re.compile(rf"(?<=[{LOWER}])(?=[A-Za-z][A-Za-z0-9-]+)|(?<=[{UPPER}]{{2}})(?=[A-Z][a-z]{{2,}})")
OUT_OF_LATIN = re.compile(rf"(?<=[A-Za-z])(?P<right>[{CYRILLIC}][{LOWER}]*)")
WORD = re.compile(rf"(?<![A-Za-z0-9-])(?:[{UPPER}]{{2,8}}|[{CYRILLIC}])[{LOWER}]{{6,39}}(?![a-z0-9_-])")
ENDING = 4
"""Cyrillic letters behind a Latin name, fewer than this, are its case ending (`HIMARSы`) unless they are a joint."""
PREFIX = 3
"""A joint of up to so many letters may as well be a prefix of the word (`под`, `до`)."""
VERB = 4
"""A joint longer than this is a verb, no beginning or ending of a word."""
VOWELS = frozenset("аеёиоуыэюя")
BEGINNINGS = frozenset({"пере", "недо"})
"""Beginnings of verbs that look like a word of their own ("переориентируется")."""


def gaps(text: str, known: Known | None, joints: Container[str]) -> list[int]:
    """The places before which a space is missing, in order, each once; never at the ends of the text."""
    if not ANY_CYRILLIC.search(text):
        return _apart(text, {match.end() for pattern in DASHES for match in pattern.finditer(text)})
    found = {match.end() for pattern in (*DASHES, *PUNCTUATION) for match in pattern.finditer(text)}
    found.update(_by_case(text, known, joints))
    found.update(_by_script(text, known, joints))
    if known is not None:
        found.update(_by_dictionary(text, known, joints, found))
    return _apart(text, found)


def _apart(text: str, found: set[int]) -> list[int]:
    """Those places that are in no address and beside no space."""
    if not found:
        return []
    links = [match.span() for match in UNBROKEN.finditer(text) if LINK.search(match[0])]
    inside = {place for start, end in links for place in range(start, end + 1)}
    return sorted(
        place
        for place in found - inside
        if 0 < place < len(text) and not text[place].isspace() and not text[place - 1].isspace()
    )


def _by_case(text: str, known: Known | None, joints: Container[str]) -> Iterator[int]:
    """`сФранцией`, `изСША`; but not brands and units that are written so (`СберБанк`, `кВА`)."""
    for match in CASE.finditer(text):
        left, right = match["left"], match["right"]
        if not left or (len(left) == 1 and (left.isupper() or len(right) == 2)):
            continue
        if right.isupper() and not left.islower():
            continue
        if _is_word(left, known, joints) and not (known and known((left + right).lower())):
            yield match.start("right")


def _is_word(word: str, known: Known | None, joints: Container[str]) -> bool:
    if word.lower() in joints:
        return True
    if known is not None:
        return known(word.lower()) or bool(parts(word, known, joints))
    return word.islower() or len(word) >= ENDING


def _by_script(text: str, known: Known | None, joints: Container[str]) -> Iterator[int]:
    """`передаётCNN`, `Ramsteinпрошла`; designations such as `С-300ПМУ` have no such boundary."""
    yield from (match.start() for match in INTO_LATIN.finditer(text))
    for match in OUT_OF_LATIN.finditer(text):
        right = match["right"].lower()
        if right in joints or (len(right) >= ENDING and (known is None or known(right))):
            yield match.start("right")


def _by_dictionary(text: str, known: Known, joints: Container[str], cut: Container[int]) -> Iterator[int]:
    """`заявилминистр`, `такжепризвалаИзраиль`: unknown words that are joints and known words."""
    for match in WORD.finditer(text):
        start = match.start()
        if (start and text[start - 1].isalpha() and start not in cut) or known(match[0].lower()):
            continue
        for piece in parts(match[0], known, joints)[:-1]:
            start += len(piece)
            yield start


def parts(word: str, known: Known, joints: Container[str]) -> tuple[str, ...]:
    """The words that an unknown word is glued of, fewest first and the longest joint first; empty where it is none.

    A capitalised beginning may be a name that no dictionary has, an abbreviation is a word of its own.
    """
    named = word[0].isupper()
    capitals = re.match(rf"[{UPPER}]{{2,}}(?=[{LOWER}])", word)
    low = word.lower()
    found: list[tuple[str, ...]] = []
    for place in [capitals.end()] if capitals else range(1, len(low)):
        left, right = low[:place], low[place:]
        verb = bool(capitals) and right in joints and len(right) > VERB
        if verb or _two(left, right, known, joints, named=named):
            found.append((left, right))
        elif not capitals and not _piece(left, known, joints):
            continue
        if (capitals or left in joints or len(left) > PREFIX) and (rest := _chain(right, known, joints)):
            found.append((left, *rest))
    return min(found, key=lambda p: (len(p), -max(len(w) for w in p if w in joints))) if found else ()


def _chain(word: str, known: Known, joints: Container[str]) -> tuple[str, ...]:
    """Three words or more: what follows the first, begun or ended by a joint as long as a verb."""
    for place in range(1, len(word)):
        left, right = word[:place], word[place:]
        verb = (left in joints and len(left) > VERB) or (right in joints and len(right) > VERB)
        if verb and _piece(left, known, joints) and _piece(right, known, joints):
            return left, right
    return ()


def _piece(word: str, known: Known, joints: Container[str]) -> bool:
    return word in joints or (len(word) > PREFIX and known(word))


def _two(left: str, right: str, known: Known, joints: Container[str], *, named: bool) -> bool:
    """Whether two halves are two words.

    A short joint in front may be a prefix and a vowel at the end an ending, so there both halves have to be joints. So
    they have in a capitalised word, which may be a name, unless the joint is as long as a verb.
    """
    if left in BEGINNINGS:
        return False
    if left in joints and right in joints:
        return len(left) > 2 or len(right) <= VERB
    if left in joints:
        return len(left) > PREFIX + named and len(right) >= PREFIX and known(right)
    if right in joints:
        ending = len(right) == 1 and right in VOWELS
        unknown_name = named and len(left) > PREFIX and len(right) > VERB
        return not ending and len(right) > PREFIX * named and len(left) >= PREFIX and (unknown_name or known(left))
    return False
