"""How far reviewers agree on the statements that more than one of them judged.

Each reviewer's word on a statement is the last of theirs that is in force: accept, correct or reject. Cohen's kappa
(1960) is of two reviewers, Krippendorff's alpha for nominal data (2019, chapter 12) of all, whoever judged what.
Both are 1 where all agree and 0 where they agree as often as chance would have it. Two who corrected a statement agree
that it is to be corrected, whatever they put in its place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from sqlalchemy import Connection, select

from dragoman.ledger.judgements import SETTLING
from dragoman.ledger.tables import judged, judgements
from dragoman.model import Frozen, Ruling

Words = Mapping[str, Ruling]
"""The last word of each reviewer on one statement."""


class Pair(Frozen):
    """Two reviewers on the statements that both judged: how many, how often they agree, and Cohen's kappa.

    `kappa` is None where it is not defined: both said one and the same of everything.
    """

    a: str
    b: str
    statements: int
    agree: int
    kappa: float | None


class Agreement(Frozen):
    """All reviewers: `statements` that two or more judged, `judgements` on them, Krippendorff's alpha, the pairs.

    `alpha` is None where it is not defined: nothing was judged twice, or only one thing was ever said.
    """

    statements: int
    judgements: int
    alpha: float | None
    pairs: tuple[Pair, ...]


def agreement(connection: Connection) -> Agreement:
    """The agreement of the ledger's reviewers."""
    return measured([words for words in last_words(connection).values() if len(words) > 1])


def measured(words: Sequence[Words]) -> Agreement:
    """The agreement in these words, each on a statement that several judged."""
    shared: dict[tuple[str, str], list[tuple[Ruling, Ruling]]] = {}
    for said in words:
        for a, b in combinations(sorted(said), 2):
            shared.setdefault((a, b), []).append((said[a], said[b]))
    pairs = (
        Pair(a=a, b=b, statements=len(told), agree=sum(x == y for x, y in told), kappa=kappa(told))
        for (a, b), told in sorted(shared.items(), key=lambda one: (-len(one[1]), one[0]))
    )
    total = sum(len(said) for said in words)
    return Agreement(statements=len(words), judgements=total, alpha=alpha(words), pairs=tuple(pairs))


def kappa(told: Sequence[tuple[Ruling, Ruling]]) -> float | None:
    """Cohen's kappa of what two said of the same things; None where chance alone would have them agree on all."""
    number = len(told)
    if not number:
        return None
    first, second = Counter(a for a, _ in told), Counter(b for _, b in told)
    by_chance = sum(first[ruling] * second[ruling] for ruling in SETTLING) / number**2
    if by_chance == 1.0:
        return None
    return (sum(a == b for a, b in told) / number - by_chance) / (1 - by_chance)


def alpha(words: Iterable[Words]) -> float | None:
    """Krippendorff's alpha for nominal data; None where there is nothing to compare, or nothing that differs."""
    coincide: dict[tuple[Ruling, Ruling], float] = {}
    for said in words:
        values = Counter(said.values())
        for a, b in ((a, b) for a in values for b in values):
            pairs = values[a] * (values[b] - (a == b)) / (values.total() - 1)
            coincide[a, b] = coincide.get((a, b), 0.0) + pairs
    totals = {a: sum(number for (first, _), number in coincide.items() if first is a) for a, _ in coincide}
    whole = sum(totals.values())
    expected = whole**2 - sum(number**2 for number in totals.values())
    if not expected:
        return None
    observed = whole - sum(coincide.get((a, a), 0.0) for a in totals)
    return 1 - (whole - 1) * observed / expected


def last_words(connection: Connection) -> dict[str, dict[str, Ruling]]:
    """By statement and reviewer, the last ruling in force that settles it."""
    rulings = [ruling.value for ruling in (*SETTLING, Ruling.undone)]
    columns = judgements.c.id, judgements.c.ruling, judgements.c.reviewer, judgements.c.undoes, judged.c.statement
    asked = select(*columns).join(judged, judged.c.judgement == judgements.c.id).where(judgements.c.ruling.in_(rulings))
    gone: set[str] = set()
    found: dict[str, dict[str, Ruling]] = {}
    for row in connection.execute(asked.order_by(judgements.c.number.desc())):
        if row.id in gone:
            continue
        if row.undoes is not None:
            gone.add(row.undoes)
        if Ruling(row.ruling) in SETTLING:
            found.setdefault(row.statement, {}).setdefault(row.reviewer, Ruling(row.ruling))
    return found
