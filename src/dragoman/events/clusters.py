"""Reports put together, best evidence first; nothing that contradicts itself, and reviewers have the last word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from dragoman.events.blocks import blocks
from dragoman.events.compare import compare, contradiction
from dragoman.events.report import Report, Verdict
from dragoman.model import Link

Pair = tuple[str, str]


@dataclass(slots=True)
class Clusters:
    """Which reports are together so far, by key; `why` holds the links that joined them."""

    reports: Mapping[str, Report]
    parted: frozenset[Pair]
    of: dict[str, set[str]] = field(default_factory=dict)
    why: list[Link] = field(default_factory=list)
    compared: dict[Pair, bool] = field(default_factory=dict)
    """Whether two reports contradict each other, of those that were asked for."""

    def __post_init__(self) -> None:
        self.of = {key: {key} for key in self.reports}

    def join(self, link: Link, *, by_hand: bool = False) -> None:
        """Put the two clusters of a link together, unless somebody or something keeps them apart."""
        one, other = self.of[link.a], self.of[link.b]
        if one is other or any(pair(a, b) in self.parted for a in one for b in other):
            return
        if not by_hand and self._contradict(one, other):
            return
        larger, smaller = (one, other) if len(one) >= len(other) else (other, one)
        larger |= smaller
        for key in smaller:
            self.of[key] = larger
        self.why.append(link)

    def _contradict(self, one: set[str], other: set[str]) -> bool:
        return any(self._contradictory(a, b) for a in one for b in other)

    def _contradictory(self, a: str, b: str) -> bool:
        both = pair(a, b)
        if both not in self.compared:
            self.compared[both] = contradiction(self.reports[a], self.reports[b]) is not None
        return self.compared[both]

    def groups(self) -> list[list[str]]:
        """The keys of every cluster, sorted, in the order of their first."""
        return sorted(sorted(group) for group in {id(g): g for g in self.of.values()}.values())


def cluster(
    reports: Iterable[Report],
    joined: Iterable[Verdict] = (),
    parted: Iterable[Verdict] = (),
    linked: Iterable[Pair] | None = None,
) -> Clusters:
    """Reports of one happening together, the same for any order of `reports`.

    `linked` are all pairs that can be linked, where that is known; the others are not compared.

    Pairs that a reviewer joined come first and may contradict; of pairs that would also put parted ones together the
    parting wins. Then the links, best score first and by their keys where scores are equal.
    """
    known = {report.key: report for report in reports if report.mergeable}
    found = Clusters(known, frozenset(pair(v.a, v.b) for v in parted))
    for link in sorted(_by_hand(joined, known), key=lambda link: (link.a, link.b, link.reviewer or "")):
        found.join(link, by_hand=True)
    pairs = shared(known.values()) if linked is None else _among(linked, known)
    for link in ordered(links(known, pairs)):
        found.join(link)
    return found


def links(reports: Mapping[str, Report], pairs: Iterable[Pair]) -> list[Link]:
    """The links among these pairs of reports, given by their keys."""
    return [link for a, b in pairs if (link := compare(reports[a], reports[b]))]


def shared(reports: Iterable[Report]) -> set[Pair]:
    """The pairs that share a block: no other two can be linked."""
    together: dict[str, list[str]] = {}
    for report in reports:
        for block in blocks(report):
            together.setdefault(block, []).append(report.key)
    return {pair(a, b) for keys in together.values() for a, b in combinations(keys, 2)}


def _among(pairs: Iterable[Pair], known: Mapping[str, Report]) -> set[Pair]:
    return {pair(a, b) for a, b in pairs if a in known and b in known}


def ordered(found: Iterable[Link]) -> Sequence[Link]:
    """The best first; equal scores in the order of their keys."""
    return sorted(found, key=lambda link: (-link.score, link.a, link.b))


def pair(a: str, b: str) -> Pair:
    """Two keys, the smaller first."""
    return (a, b) if a <= b else (b, a)


def _by_hand(joined: Iterable[Verdict], known: Mapping[str, Report]) -> list[Link]:
    return [
        Link(a=a, b=b, score=1.0, reasons=(v.reason or "joined by a reviewer",), reviewer=v.reviewer)
        for v in joined
        for a, b in [pair(v.a, v.b)]
        if a in known and b in known and a != b
    ]
