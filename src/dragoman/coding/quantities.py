"""Numbers and sums of money in digits and in words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.coding.lexicon import plain
from dragoman.coding.listed import Listed, Words, read
from dragoman.languages import LanguagePack, Token

FIGURE = re.compile(r"(\d[\d.,\s]*)([^\W\d_]*)")
GROUPED = re.compile(r"\d{1,3}(?: \d{3})+(?:[.,]\d+)?")

BY_STATE = "by_state"
"""In the data: a currency that several states have under this name."""


@dataclass(frozen=True, slots=True)
class Amounts:
    """Words of a language for numbers, powers of ten and currencies (ISO 4217; None where the state decides)."""

    numbers: dict[str, float]
    powers: dict[str, float]
    currencies: dict[str, str | None]
    group: str
    """What parts the thousands of a number in digits, where a space does not."""


class AmountLists(Listed):
    """The shape of `amounts.yaml`: what words stand for, with the words."""

    numbers: dict[float, Words]
    powers: dict[float, Words]
    currencies: dict[str, Words]
    group: str


@cache
def amounts(pack: LanguagePack) -> Amounts:
    """The number words of a pack (`amounts.yaml`). Raises CodebookError with file and line."""
    listed = read(pack.data / "amounts.yaml", AmountLists)
    return Amounts(
        {plain(pack, word): number for number, words in listed.numbers.items() for word in words},
        {plain(pack, word): number for number, words in listed.powers.items() for word in words},
        {
            plain(pack, word): None if code == BY_STATE else code
            for code, words in listed.currencies.items()
            for word in words
        },
        listed.group,
    )


def value(known: Amounts, token: Token) -> float | None:
    """The number that a word stands for ("1,200", "1.5bn"), None if it is none."""
    written = FIGURE.fullmatch(token.text.casefold())
    if not written:
        return next((known.numbers[key] for key in token.keys if key in known.numbers), None)
    digits, unit = written.groups()
    if unit and unit not in known.powers:
        return None
    if GROUPED.fullmatch(digits.replace(known.group, " ")):
        digits = digits.replace(known.group, "")
    digits = re.sub(r"\s", "", digits).replace(",", ".")
    return float(digits) * known.powers.get(unit, 1.0) if digits.count(".") < 2 else None


def power(known: Amounts, token: Token) -> float | None:
    """The power of ten that a word stands for ("млн"), None if it is none."""
    return next((known.powers[key] for key in token.keys if key in known.powers), None)


def number_before(known: Amounts, tokens: Sequence[Token], index: int) -> float | None:
    """How many of the noun at `index`: the number words shortly before it, adjectives between; the parts add up.

    "Hundreds" and "several dozen" are no number, nor is a sum of money.
    """
    total: float | None = None
    factor = unit = 1.0
    for at in range(index - 1, max(-1, index - 7), -1):
        token = tokens[at]
        ten, part = power(known, token), value(known, token)
        if ten is not None and (total is None or total == 0.0):
            factor, total = factor * ten, 0.0
        elif part is not None:
            unit = unit * 1000 if at + 1 < index and thousands(token, tokens[at + 1]) else 1.0
            total = (total or 0.0) + part * factor * unit
        elif not (at and token.text == "." and power(known, tokens[at - 1])) and ends(token, counted=total is not None):
            return None if currency(known, token) else alone(total, factor, tokens[at + 1])
    return alone(total, factor, tokens[max(0, index - 6)])


def thousands(token: Token, following: Token) -> bool:
    """Whether two tokens are one number whose thousands a space parts ("1 200")."""
    return token.text.isdigit() and len(token.text) <= 3 and following.text.isdigit() and len(following.text) == 3


def ends(token: Token, *, counted: bool) -> bool:
    """Whether a word before a noun can stand neither between its number and it, nor in the number."""
    described = token.form == "Part" and token.relation == "amod"
    return counted or (not described and (token.pos not in ("ADJ", "NUM", "DET", "ADV") or bool(token.form)))


def alone(total: float | None, factor: float, first: Token) -> float | None:
    """The number; a power of ten with none before it is one of them, in the plural nobody knows how many."""
    if total != 0.0 or factor == 1.0:
        return total
    return None if first.number == "Plur" else factor


def currency(known: Amounts, token: Token) -> str | None:
    """The word of a currency that a token is, None if it is none."""
    return next((key for key in token.keys if key in known.currencies), None)


def number_after(known: Amounts, tokens: Sequence[Token], index: int) -> float | None:
    """The number right behind a currency's sign ("$1.2 billion")."""
    if index + 1 >= len(tokens) or not tokens[index + 1].text[0].isdigit():
        return None
    found = value(known, tokens[index + 1])
    ten = power(known, tokens[index + 2]) if index + 2 < len(tokens) else None
    return found * (ten or 1.0) if found is not None else None


def money(known: Amounts, tokens: Sequence[Token]) -> tuple[float | None, str | None]:
    """The first sum of money among these words, in units of its currency; (None, None) if there is none."""
    for i, token in enumerate(tokens):
        key = currency(known, token)
        if key is None:
            continue
        sign = not key[-1].isalpha()
        found = number_after(known, tokens, i) if sign else None
        found = number_before(known, tokens, i) if found is None else found
        if found is not None:
            return found, known.currencies[key]
    return None, None
