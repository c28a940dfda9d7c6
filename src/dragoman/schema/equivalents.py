"""What other codebooks call a type: PLOVER, CAMEO, DCAD and SIPRI, with the cases where status or mode decides.

PLOVER 2021 (event types and modes as in its manual, draft of September 2021), CAMEO 1.1b3 (root codes), DCAD 1.0
(`type` and `category1` of its main file), SIPRI Arms Transfers Database (columns of its trade register).
"""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from dragoman.model import Frozen, Status

PloverEvent = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
CameoRoot = Annotated[str, Field(pattern=r"^(0[1-9]|1\d|20)$")]
DcadCategory = Literal["DCA", "DIC", "TREX", "PROCUREMENT", "COMMISSION", "RESEARCH"]


class Plover(Frozen):
    """A PLOVER event type with its mode and context, where PLOVER has them."""

    event: PloverEvent
    mode: str | None = None
    context: str | None = None


class Dcad(Frozen):
    """What an agreement on this is in DCAD; `category` is None where version 1.0 has no code for the content."""

    type: Literal["general", "sector"]
    category: DcadCategory | None = None
    content: str


class When(Frozen):
    """The condition of a case: any of the statuses (if given) and any of the modes (if given)."""

    status: tuple[Status, ...] = ()
    mode: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _is_a_condition(self) -> Self:
        if not self.status and not self.mode:
            raise ValueError("a case needs a status or a mode")
        return self

    def holds(self, status: Status, mode: str | None) -> bool:
        """Whether a statement with this status and mode meets the condition."""
        return (not self.status or status in self.status) and (not self.mode or mode in self.mode)


class Case(Frozen):
    """Other equivalents where `when` holds; what it leaves out stays as the type has it."""

    when: When
    plover: Plover | None = None
    cameo: CameoRoot | None = None


class Equivalents(Frozen):
    """The codes of a type in other codebooks; the first of `cases` that holds takes precedence."""

    plover: Plover | None = None
    cameo: CameoRoot | None = None
    dcad: Dcad | None = None
    sipri: str | None = None
    cases: tuple[Case, ...] = ()

    def plover_for(self, status: Status, mode: str | None = None) -> Plover | None:
        """The PLOVER event of a statement, None where PLOVER has none."""
        found = next((c.plover for c in self.cases if c.plover and c.when.holds(status, mode)), None)
        return found or self.plover

    def cameo_for(self, status: Status, mode: str | None = None) -> str | None:
        """The CAMEO root of a statement, two digits, None where CAMEO has none."""
        found = next((c.cameo for c in self.cases if c.cameo and c.when.holds(status, mode)), None)
        return found or self.cameo
