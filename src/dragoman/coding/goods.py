"""What is moved: the weapons that a trigger's reach names, with their number and the price of the deal."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.coding.quantities import Amounts, amounts, money, number_before
from dragoman.coding.reading import Reading
from dragoman.coding.weapons import longest
from dragoman.languages import LanguagePack, Token
from dragoman.model import Goods

DESIGNATION = re.compile(r"^(?:[^\W\d_]{1,7}-?\d{1,4}(?:[^\W_]|[/-])*|[A-Z][A-Za-z]+-?\d*)$")
"""A designation by its shape: letters with digits (F-16, Т-72Б3) or a name in Latin letters after its kind."""

MOST = 6
"""Goods kept of one statement: a longer list is an inventory, of which the evidence shows the rest."""

BEFORE_NOUN = ("compound", "amod", "nummod")
"""How a word hangs on a noun behind it that it is part of."""


def goods(pack: LanguagePack, reading: Reading, trigger: int) -> tuple[Goods, ...]:
    """The weapons in the trigger's reach, each once, in order; the price stands with the first."""
    known = amounts(pack)
    reach = reading.reach(trigger)
    price = money(known, [reading.tokens[i] for i in reach])
    found: dict[str, Goods] = {}
    taken: set[int] = set()
    for index in reach:
        if index in taken or not is_goods(reading, index):
            continue
        words = named(pack, reading, index)
        taken.update(words)
        designation = " ".join(reading.tokens[i].text for i in words)
        value, currency = price if not found else (None, None)
        found.setdefault(designation, item(known, reading.tokens, words, designation, value, currency))
    return tuple(found.values())[:MOST]


def item(
    known: Amounts,
    tokens: Sequence[Token],
    words: list[int],
    designation: str,
    value: float | None,
    currency: str | None,
) -> Goods:
    """One kind of goods with how many there are."""
    number = number_before(known, tokens, words[0])
    return Goods(designation=designation, number=number, value=value, currency=currency)


def is_goods(reading: Reading, index: int) -> bool:
    """Whether a word names a weapon: a noun of that class, no adjective and no verb."""
    token = reading.tokens[index]
    return reading.has(index, "arms", "designation") and not token.form and token.pos not in ("ADJ", "VERB")


def named(pack: LanguagePack, reading: Reading, index: int) -> list[int]:
    """The words of one kind: the noun, what of that class stands before it, its designation on either side.

    "Танков M60", "Leopard 2A6 tanks", "K9 self-propelled howitzers".
    """
    tokens = reading.tokens
    words = [index]
    if index and tokens[index - 1].pos == "ADJ" and reading.has(index - 1, "arms", "designation"):
        words.insert(0, index - 1)
    words += behind(pack, tokens, index)
    head = tokens[index].head
    while index < head < words[0] + 6 and tokens[index].relation in BEFORE_NOUN and reading.has(head, "arms"):
        if any(t.pos in ("PUNCT", "CCONJ", "ADP", "DET") for t in tokens[words[-1] + 1 : head]):
            break
        words += range(words[-1] + 1, head + 1)
        index, head = head, tokens[head].head
    return words


def behind(pack: LanguagePack, tokens: Sequence[Token], index: int) -> list[int]:
    """The designation behind a noun, or the rest of one that begins at it: the longest name, else by its shape."""
    found: list[int] = []
    own, length = longest(pack, tokens, index)
    end = index + length - 1 if own else index
    found += range(index + 1, end + 1)
    while end + 1 < len(tokens) and end - index < 4:
        following = tokens[end + 1].text
        weapon, length = longest(pack, tokens, end + 1)
        numbered = following.isdigit() and DESIGNATION.match(tokens[end].text) is not None
        if weapon and tokens[end + 1].relation not in BEFORE_NOUN:
            found += range(end + 1, end + 1 + length)
            end += length
            continue
        if not (following in '«»"' or DESIGNATION.match(following) or numbered):
            break
        end += 1
        if following not in '«»"':
            found.append(end)
    return found
