"""What a comparison finds: a weight with the reason in words for each likeness, and what rules one happening out."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from dragoman.events.tables import weights


@dataclass(slots=True)
class Likeness:
    """The evidence for and against two reports being of one happening, gathered feature by feature.

    `barred` is what contradicts it, so that nothing else may put the two together; `unfounded` is why they are not to
    be compared, though a third report may show that both are of one happening.
    """

    total: float = 0.0
    reasons: list[str] = field(default_factory=list)
    barred: str | None = None
    unfounded: str | None = None

    def add(self, name: str, reason: str = "", share: float = 1.0) -> None:
        """Count the weight of this name, or a share of it; a reason is kept where it is given."""
        self.total += weights()[name] * share
        if reason:
            self.reasons.append(reason)

    def bar(self, reason: str) -> None:
        """Rule it out, whatever else speaks for it; the first reason is kept."""
        self.barred = self.barred or reason

    def leave(self, reason: str) -> None:
        """Find nothing to go by; the first reason is kept."""
        self.unfounded = self.unfounded or reason

    @property
    def score(self) -> float:
        """Between 0 and 1: from .5 on more speaks for one happening than against it."""
        return 0.0 if self.barred or self.unfounded else 1.0 / (1.0 + math.exp(-self.total))
