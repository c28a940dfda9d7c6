"""What happened in an import: how many rows, what became of them, who could not be told."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class Tally:
    """Counts of one import. `skipped` by reason; `unmapped` by the name in the file and why it stands for no actor.

    `explained` counts what was read out of free text, by the name of the rule, for datasets that have any.
    """

    rows: int = 0
    ties: int = 0
    measures: int = 0
    first_year: int | None = None
    last_year: int | None = None
    skipped: Counter[str] = field(default_factory=Counter)
    unmapped: Counter[tuple[str, str]] = field(default_factory=Counter)
    explained: Counter[str] = field(default_factory=Counter)

    def saw(self, year: int) -> None:
        """Widen the years that were read."""
        self.first_year = min(year, self.first_year or year)
        self.last_year = max(year, self.last_year or year)

    def report(self) -> dict[str, object]:
        """All counts as plain values, most frequent first."""
        unmapped = self.unmapped.most_common()
        return {
            "rows": self.rows,
            "ties": self.ties,
            "measures": self.measures,
            "skipped": dict(self.skipped.most_common()),
            "explained": dict(self.explained.most_common()),
            "unmapped": [{"name": name, "why": why, "count": count} for (name, why), count in unmapped],
        }
