"""The entries of the codebook: what one YAML file, or one key of a shared one, has to hold."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from dragoman.model import Frozen, Kind, Layer, Polarity, Status
from dragoman.schema.equivalents import Dcad, Equivalents

Text = Annotated[str, Field(min_length=1, pattern=r"\S")]
ActorCode = Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9_]+$")]
BriefLanguage = Literal["en", "ru"]
Side = Literal["source", "target", "party", "other"]
StatementField = Literal["instrument", "matter", "goods", "time", "place"]


class Label(Frozen):
    """A text in every language that a brief can be printed in."""

    en: Text
    ru: Text

    def in_(self, language: BriefLanguage) -> str:
        """The text in this language."""
        return self.en if language == "en" else self.ru


class Entry(Frozen):
    """A named value with its label and what it means."""

    label: Label
    description: Label | None = None


class Role(Entry):
    """A role that a participant can have; `side` is where it stands in a directed dyad."""

    side: Side


class StatusEntry(Entry):
    """A status: its place in the order of precedence (1 decides first), its FactBank value and when it is given."""

    precedence: Annotated[int, Field(ge=1)]
    factbank: Literal["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "U"]
    factbank_also: tuple[str, ...] = ()
    time: Literal["past", "present", "future"] | None = None
    when: Label


class Matter(Entry):
    """What an agreement or a meeting is about; `dcad` is what DCAD calls an agreement on it."""

    dcad: Dcad | None = None


class TypeRole(Frozen):
    """A role in a type. `side` and `label` differ from those of the role itself only where the file says so."""

    required: bool
    side: Side | None = None
    label: Label | None = None
    note: Label | None = None


class Mode(Entry):
    """A way in which the act of a type is done."""


class Layers(Frozen):
    """Where the ties of a type are in the network: `modes` has those of its modes whose ties are in another layer."""

    layer: Layer
    modes: dict[str, Layer] = Field(default_factory=dict)


class ExpectedActor(Frozen):
    """Who is expected in an example, in which role."""

    actor: ActorCode
    role: str


class Expectation(Frozen):
    """What a coder has to find in an example, whatever else it finds."""

    type: str
    status: Status
    actors: Annotated[tuple[ExpectedActor, ...], Field(min_length=1)]
    mode: str | None = None
    polarity: Polarity | None = None


class Example(Frozen):
    """A sentence or two of our own, and the statement that is in it."""

    text: Text
    language: Annotated[str, Field(pattern=r"^[a-z]{2}$")]
    expect: Expectation


class Counterexample(Frozen):
    """A text that looks like the type but holds no statement of it; `instead` is what it holds, if anything."""

    text: Text
    language: Annotated[str, Field(pattern=r"^[a-z]{2}$")]
    why: Text
    instead: str | None = None


class StatementType(Frozen):
    """A type of event, tie or inference: the content of one file in `types/`."""

    name: Annotated[str, Field(pattern=r"^[a-z][a-z_]*$")]
    kinds: Annotated[tuple[Kind, ...], Field(min_length=1)]
    label: Label
    description: Label
    roles: Annotated[dict[str, TypeRole], Field(min_length=1)]
    modes: dict[str, Mode] = Field(default_factory=dict)
    fields: tuple[StatementField, ...] = ()
    equivalents: Equivalents
    question: Label | None = None
    """Of inferences: what it asks of the ledger and the network; None where it cannot be checked."""
    examples: Annotated[tuple[Example, ...], Field(min_length=3)]
    counterexamples: Annotated[tuple[Counterexample, ...], Field(min_length=1)]

    @property
    def is_inference(self) -> bool:
        """Whether statements of this type are inferences, which have a polarity and a question."""
        return Kind.inference in self.kinds
