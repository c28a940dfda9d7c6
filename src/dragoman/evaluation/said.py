"""One statement, annotated or coded, as far as it is compared."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.model import Kind, Statement

UNSCORED = frozenset({"other", "partnership", "entanglement", "signal", "third_party_threat", "exchange", "consent"})
"""Types for which no gold of two annotators exists: left out on both sides."""

SAME_TYPE = {"counterweight": "rival_interest"}
"""Types that are scored as another."""

SOURCE = frozenset({"source", "supplier", "donor", "trainer", "visitor", "licensor", "provider", "user", "sender"})
TARGET = frozenset({"target", "recipient", "trainee", "host", "licensee", "receiver"})
OWN = frozenset({"intermediary", "beneficiary", "origin", "enabler", "place"})
OPTIONAL = frozenset({"origin", "place", "signatory"})
"""Roles that annotations of events do not name: they neither help nor hurt."""


def side(role: str) -> str:
    """A role as annotations name it: `source`, `target`, `participant`, or a role of its own."""
    if role in SOURCE:
        return "source"
    if role in TARGET:
        return "target"
    return role if role in OWN else "participant"


@dataclass(frozen=True, slots=True)
class Said:
    """What is compared of a statement: `roles` are (side, actor), `speaker` is whether it is said by somebody named."""

    type: str
    status: str
    roles: frozenset[tuple[str, str]]
    speaker: bool
    polarity: str = "gain"

    @property
    def actors(self) -> frozenset[str]:
        """Everybody in it."""
        return frozenset(actor for _, actor in self.roles)

    @property
    def line(self) -> str:
        """The statement on one line, as it is shown among errors."""
        roles = " ".join(f"{actor}:{role}" for role, actor in sorted(self.roles))
        loss = "" if self.polarity == "gain" else f" {self.polarity}"
        return f"{self.type} {self.status}{loss} {roles}{' (said)' if self.speaker else ''}"


def said(
    kind: Kind, type_: str, status: str, roles: Iterable[tuple[str, str]], *, speaker: bool, polarity: str | None
) -> Said:
    """A statement to compare; `roles` are (role of the codebook or of an annotation, actor)."""
    inference = kind is Kind.inference
    counted = frozenset((side(role), actor) for role, actor in roles if inference or role not in OPTIONAL)
    return Said(SAME_TYPE.get(type_, type_), status, counted, speaker, polarity or "gain")


def coded(statements: Iterable[Statement], kind: Kind) -> list[Said]:
    """The scored statements of a kind: inferences, or events and ties together."""
    return [
        said(
            kind,
            s.type,
            s.status.value,
            ((p.role, p.actor) for p in s.participants if p.actor),
            speaker=bool(s.attribution),
            polarity=s.polarity,
        )
        for s in statements
        if (s.kind is Kind.inference) == (kind is Kind.inference) and s.type not in UNSCORED
    ]
