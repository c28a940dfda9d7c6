"""What findings ask the ledger: ties on record, and ties that other texts report, up to the day of a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from sqlalchemy import Connection, select

from dragoman.datasets.coverage import Coverage
from dragoman.events.ties import CODED
from dragoman.exports.dates import first_day, last_day
from dragoman.findings.holdings import Holdings
from dragoman.findings.thresholds import limit
from dragoman.ledger import ties as kept
from dragoman.ledger.rows import document_key
from dragoman.ledger.statements import in_parts
from dragoman.ledger.tables import documents, event_statements, statements
from dragoman.model import Document, Layer, Status, Tie
from dragoman.network import Network, Suppliers

SAME_DAYS = 31
"""Days from the text within which a tie on record is the act that the text tells of, and no earlier one."""
STANDING = frozenset({Status.happened, Status.ongoing})
"""What a tie's status must be for it to be there; the rest is planned, claimed or denied."""


@dataclass
class Record:
    """The ledger as a claim of `document` may be held against it.

    Nothing that begins after the text's day counts, and nothing that stands in the ledger only because this text, or
    a copy of it, says so. `until` is that day, an ISO date cut to what is known; without a date all counts. `subjects`
    are those whom the news of the text is about. Texts that are put to the same state of the record share `holdings`.
    """

    connection: Connection
    document: Document
    until: str | None = None
    subjects: tuple[str, ...] = ()
    holdings: Holdings = field(default_factory=Holdings)
    supplies: dict[str, Suppliers] = field(default_factory=dict)
    """What was asked of supplies before, by recipient."""

    @property
    def coverages(self) -> tuple[Coverage, ...]:
        """The datasets that the ledger holds."""
        return self.holdings.coverages(self.connection)

    @property
    def network(self) -> Network:
        """The network of the layers along which things pass, as the datasets have it."""
        return self.holdings.network(self.connection)

    @property
    def year(self) -> int:
        """The year of the text; of the newest dataset where it has no date."""
        return int(self.until[:4]) if self.until else max((c.until for c in self.coverages), default=0)

    @property
    def recently(self) -> int:
        """The year since which a tie speaks for today."""
        return self.year - int(limit("recent"))

    def between(self, a: str, b: str, layers: Iterable[Layer] = (), *, directed: bool = False) -> tuple[Tie, ...]:
        """The ties of datasets between two actors that are there, the latest first; `directed`: from `a` to `b`."""
        found = (tie for tie in self._ties(a, b) if tie.status in STANDING)
        return _chosen(found, layers, a if directed else None)

    def planned(self, a: str, b: str, layers: Iterable[Layer] = (), *, directed: bool = False) -> tuple[Tie, ...]:
        """The ties of datasets that are ordered, approved or announced, and not there yet."""
        found = (tie for tie in self._ties(a, b) if tie.status is Status.planned)
        return _chosen(found, layers, a if directed else None)

    def reported(self, a: str, b: str, layers: Iterable[Layer] = (), *, directed: bool = False) -> tuple[Tie, ...]:
        """What other texts in the ledger report as being there between two actors."""
        coded = kept.find(self.connection, a, b, datasets_named=(CODED,))
        found = [tie for tie in self._counting(coded) if tie.status in STANDING]
        by_others = self._told_by_others(found)
        return _chosen(
            (tie for tie in found if (tie.event or tie.record) in by_others), layers, a if directed else None
        )

    def of(self, actor: str, layers: Iterable[Layer] = ()) -> tuple[Tie, ...]:
        """The ties of datasets of one actor with anybody that are there, the latest first."""
        found = (tie for tie in self._ties(actor) if tie.status in STANDING)
        return _chosen(found, layers, None)

    def answering(self, layer: Layer, *actors: str) -> tuple[Coverage, ...]:
        """The datasets whose silence on these actors in this layer is an answer."""
        return tuple(one for one in self.coverages if one.answers(layer, *actors))

    def answers(self, tie: Tie, *actors: str) -> bool:
        """Whether a tie is from a dataset that aims at all such ties of these actors, so that they can be counted."""
        return any(one.dataset == tie.dataset for one in self.answering(tie.layer, *actors))

    def _ties(self, a: str, b: str | None = None) -> Iterator[Tie]:
        return self._counting(self.holdings.ties(self.connection, a, b))

    def _counting(self, found: Iterable[Tie]) -> Iterator[Tie]:
        """Those that count for this text."""
        return (tie for tie in found if not self._later(tie) and not self._news(tie))

    def _later(self, tie: Tie) -> bool:
        """Whether it begins after the text: as far as both dates are known."""
        if self.until is None or tie.start is None:
            return False
        length = min(len(self.until[:10]), len(tie.start))
        return tie.start[:length] > self.until[:length]

    def _news(self, tie: Tie) -> bool:
        """Whether it is the act itself that the text tells of: between those that it is about, in its days."""
        return {tie.source, tie.target} <= set(self.subjects) and within(tie.start, self.until, SAME_DAYS)

    def _told_by_others(self, found: Iterable[Tie]) -> set[str]:
        """Which of the events and statements that these ties come from some other text reports."""
        keys = {tie.event or tie.record for tie in found}
        others: set[str] = set()
        for some in in_parts(keys):
            of_events = (
                select(event_statements.c.event.label("key"), statements.c.document)
                .join(statements, statements.c.key == event_statements.c.statement)
                .where(event_statements.c.event.in_(some))
            )
            of_ties = select(statements.c.key, statements.c.document).where(statements.c.key.in_(some))
            for asked in (of_events, of_ties):
                others |= {row.key for row in self.connection.execute(asked) if row.document not in self._own}
        return others

    @cached_property
    def _own(self) -> set[str]:
        """The text itself, and the copies of it that the ledger knows."""
        key = document_key(self.document)
        group = select(documents.c.copy_group).where(documents.c.key == key).scalar_subquery()
        copies = select(documents.c.key).where(documents.c.copy_group.is_not(None), documents.c.copy_group == group)
        return {key, *self.connection.execute(copies).scalars()}


def _chosen(found: Iterable[Tie], layers: Iterable[Layer], source: str | None) -> tuple[Tie, ...]:
    wanted = frozenset(layers)
    return tuple(
        tie
        for tie in found
        if (not wanted or tie.layer in wanted) and (source is None or not tie.directed or tie.source == source)
    )


def within(start: str | None, until: str | None, days: int) -> bool:
    """Whether two ISO dates, cut to what is known, may lie so many days apart or less. False for what is no date."""
    first, second = _days(start), _days(until)
    if first is None or second is None:
        return False
    return (max(first[0], second[0]) - min(first[1], second[1])).days <= days


def _days(text: str | None) -> tuple[date, date] | None:
    """The first and the last day that a date may mean; None of a bare year, which may mean any."""
    known = (text or "")[:10]
    if len(known) < len("2024-10"):
        return None
    try:
        begin, end = first_day(known), last_day(known)
        return (date.fromisoformat(begin), date.fromisoformat(end)) if begin and end else None
    except ValueError:
        return None
