"""Numbers and sums of money in digits and in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.coding.lexicon import plain
from dragoman.coding.listed import Listed, Words, read
from dragoman.languages import LanguagePack, Token

BY_STATE = "by_state"
"""In the data: a currency that several states have under this name."""


@dataclass(frozen=True, slots=True)
class Amounts:
    """Words of a language for numbers, powers of ten and currencies (ISO 4217; None where the state decides)."""

    numbers: dict[str, float]
    powers: dict[str, float]
    currencies: dict[str, str | None]


class AmountLists(Listed):
    """The shape of `amounts.yaml`: what words stand for, with the words."""

    numbers: dict[float, Words]
    powers: dict[float, Words]
    currencies: dict[str, Words]


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
    )


def value(known: Amounts, token: Token) -> float | None:
    """The number that a word stands for, None if it is none."""
    digits = token.text.replace(",", ".").replace(" ", "")
    if digits.replace(".", "", 1).isdigit():
        return float(digits)
    return next((known.numbers[key] for key in token.keys if key in known.numbers), None)


def power(known: Amounts, token: Token) -> float | None:
    """The power of ten that a word stands for ("млн"), None if it is none."""
    return next((known.powers[key] for key in token.keys if key in known.powers), None)


def number_before(known: Amounts, tokens: Sequence[Token], index: int) -> float | None:
    """How many of the noun at `index`: the number words shortly before it, adjectives between; the parts add up."""
    total: float | None = None
    factor = 1.0
    for token in reversed(tokens[max(0, index - 6) : index]):
        ten, part = power(known, token), value(known, token)
        if ten is not None:
            factor, total = ten, total or 0.0
        elif part is not None:
            total = (total or 0.0) + part * factor
        elif total is not None or token.pos not in ("ADJ", "NUM", "DET", "ADV") or token.form:
            break
    return factor if total == 0.0 and factor > 1 else total


def money(known: Amounts, tokens: Sequence[Token]) -> tuple[float | None, str | None]:
    """The first sum of money among these words, in units of its currency; (None, None) if there is none."""
    for i, token in enumerate(tokens):
        key = next((k for k in token.keys if k in known.currencies), None)
        found = number_before(known, tokens, i) if key is not None else None
        if key is not None and found is not None:
            return found, known.currencies[key]
    return None, None
