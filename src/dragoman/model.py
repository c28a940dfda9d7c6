"""The nouns: what was read (Document), what a coder says it says (Statement), what is known from all reports and
datasets (Event, Tie), and what a reviewer says to that (Judgement).

Spans are `(start, end)` in characters of `Document.text`, end exclusive. The field names are the JSON contract and the
columns of the flat table; `schema/` says which values `type`, `role`, `mode` may take.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Span = tuple[int, int]


class Kind(StrEnum):
    """What sort of thing is said: a dated act, a standing relation, or a conclusion from them."""

    event = "event"
    tie = "tie"
    inference = "inference"


class Status(StrEnum):
    """How sure the text is that it is so, in order of precedence (FactBank values in the codebook)."""

    denied = "denied"
    called_for = "called_for"
    possible = "possible"
    planned = "planned"
    ongoing = "ongoing"
    happened = "happened"


class Polarity(StrEnum):
    """Of an inference: the effect, or its opposite (drives apart, weakens, closes a route)."""

    gain = "gain"
    loss = "loss"


class Precision(StrEnum):
    """How exactly a date is given."""

    minute = "minute"
    day = "day"
    month = "month"
    year = "year"


class Frozen(BaseModel):
    """Immutable and strict about unknown fields: what crosses a room's boundary."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Document(Frozen):
    """A text as it was published, with what its page says about it.

    `published` is ISO 8601 cut to what is known: `2024-10-30T14:25`, `2024-10-30`, `2024-10`, `2024`.
    `language` is ISO 639-1, None before it is identified.
    """

    id: str
    source: str
    text: str
    outlet: str | None = None
    language: str | None = None
    published: str | None = None
    headline: str | None = None
    author: str | None = None
    views: int | None = None

    @property
    def precision(self) -> Precision | None:
        """How exactly `published` is known."""
        by_length = {4: Precision.year, 7: Precision.month, 10: Precision.day}
        return by_length.get(len(self.published), Precision.minute) if self.published else None


class Participant(Frozen):
    """Who takes part, in which role. `actor` is an ISO 3166-1 alpha-3 or an organisation's code.

    None if not recovered.
    """

    actor: str | None
    role: str
    surface: str
    office: str | None = None
    person: str | None = None
    span: Span


class Goods(Frozen):
    """What is moved: a weapon's designation or kind, how many, for how much (`value` in units of `currency`)."""

    designation: str
    number: float | None = None
    value: float | None = None
    currency: str | None = None


class Time(Frozen):
    """When, as written (`text`) and as a closed interval of ISO dates where it can be resolved."""

    text: str
    start: str | None = None
    end: str | None = None
    precision: Precision | None = None


class Attribution(Frozen):
    """Who says it. A chain ("press service via agency") is a tuple of these in the order of the chain."""

    speaker: str
    actor: str | None = None
    span: Span
    verb: str | None = None


class Evidence(Frozen):
    """The very words: `document.text[start:end] == text`, always."""

    start: int
    end: int
    text: str


class Cues(Frozen):
    """What decided the coding: the trigger of the type, the cues of the status, the negations."""

    trigger: Span
    status: tuple[Span, ...] = ()
    negation: tuple[Span, ...] = ()


class Statement(Frozen):
    """One thing that a document says: a coded event, tie or inference."""

    id: str
    kind: Kind
    type: str
    mode: str | None = None
    status: Status
    polarity: Polarity | None = None
    participants: tuple[Participant, ...] = ()
    instrument: str | None = None
    matter: tuple[str, ...] = ()
    goods: tuple[Goods, ...] = ()
    time: Time | None = None
    place: str | None = None
    attribution: tuple[Attribution, ...] = ()
    evidence: Evidence
    cues: Cues
    confidence: Annotated[float, Field(ge=0.0, le=1.0)]
    coder: str
    rule: str

    def actors(self, *roles: str) -> tuple[str, ...]:
        """The actors in these roles (all roles if none is given), each once, in order of mention."""
        found = (p.actor for p in self.participants if p.actor and (not roles or p.role in roles))
        return tuple(dict.fromkeys(found))


class Coding(Frozen):
    """A document with all that was coded from it. `note` says why nothing was coded, where there is a reason to
    give.
    """

    document: Document
    statements: tuple[Statement, ...] = ()
    note: str | None = None


class Layer(StrEnum):
    """The layers of the network of ties. A tie that says something about nobody's defence has no place in any."""

    agreement = "agreement"
    alliance = "alliance"
    membership = "membership"
    arms = "arms"
    licensed_production = "licensed_production"
    co_production = "co_production"
    technology = "technology"
    exercise = "exercise"
    training = "training"
    intelligence = "intelligence"
    basing = "basing"
    aid = "aid"
    alignment = "alignment"
    diplomacy = "diplomacy"
    restriction = "restriction"
    dispute = "dispute"


class What(StrEnum):
    """What is passed along a path of the network."""

    technology = "technology"
    arms = "arms"
    intelligence = "intelligence"


class Division(StrEnum):
    """A way to divide the states into groups."""

    blocs = "blocs"
    regions = "regions"


class Party(Frozen):
    """An actor in a role, where no words stand for it: of an Event, or a third one of a Tie (`origin`, `donor`)."""

    actor: str
    role: str


class Tie(Frozen):
    """A relation of two actors over an interval, from a row of a dataset or from an Event.

    `source` and `target` are ISO 3166-1 alpha-3, the code of an organisation, or of a state that is no more
    (`actors.historic`); where `directed` is false their order says nothing and is alphabetical. `start` and `end` are
    ISO dates cut to what is known (`1999-09-28`, `1999`), both inclusive; `end` None: not known to have ended.
    `weight` is in `unit` (`TIV`, `persons`, `USD thousand`); None where the dataset only says that there is a tie.
    `group` is shared by ties that are one thing (the pairs of a treaty or an exercise with many parties). `record` is
    the row's own key in its dataset. `others` are third actors with their role. `details` holds what else the row
    says, under names that the dataset's entry explains.
    """

    id: str
    dataset: str
    record: str
    layer: Layer
    type: str | None = None
    mode: str | None = None
    source: str
    target: str
    directed: bool
    start: str | None = None
    end: str | None = None
    status: Status = Status.happened
    weight: float | None = None
    unit: str | None = None
    subject: str | None = None
    """What it is about, in the dataset's words: a weapon's designation, a treaty's name."""
    others: tuple[Party, ...] = ()
    group: str | None = None
    event: str | None = None
    """The Event that it comes from, for ties that were coded."""
    details: dict[str, str] = Field(default_factory=dict)


class Measure(Frozen):
    """A figure about one actor in one year, from a dataset: military expenditure, an ideal point."""

    dataset: str
    name: str
    actor: str
    year: int
    value: float
    unit: str
    note: str | None = None


class Dataset(Frozen):
    """What a dataset is and under which terms it came: the credit line goes wherever its figures go."""

    name: str
    title: str
    version: str
    terms: str
    credit: str
    first_year: int
    last_year: int
    gaps: tuple[str, ...] = ()
    """What it cannot tell, in a sentence each: shown wherever its silence could be taken for a 'no'."""


class Turn(Frozen):
    """A step in what is known of an Event: from `date` (of publication) on, these reports give it this status."""

    date: str | None
    status: Status
    statements: tuple[str, ...]


class Link(Frozen):
    """Why two reports were taken to be of one happening: `score` between 0 and 1, and the reasons in words."""

    a: str
    b: str
    score: float
    reasons: tuple[str, ...]
    reviewer: str | None = None
    """Who joined them by hand, where it was not the program."""


class Event(Frozen):
    """One happening with every report of it.

    `statements` are the keys of the reports in the ledger, sorted. `status` is the best that is known at the end of
    `history` (planned, then happened; claimed, then denied). `why` says for every report but the first what joined it.
    """

    id: str
    type: str
    mode: str | None = None
    status: Status
    parties: tuple[Party, ...]
    time: Time | None = None
    place: str | None = None
    instrument: str | None = None
    statements: tuple[str, ...]
    history: tuple[Turn, ...]
    why: tuple[Link, ...] = ()


class Role(StrEnum):
    """What an account may do, each role more than the one before: read; add and judge; see the audit log."""

    reader = "reader"
    reviewer = "reviewer"
    admin = "admin"

    def may(self, needed: Role) -> bool:
        """Whether this role has the rights of `needed`."""
        order = list(Role)
        return order.index(self) >= order.index(needed)


class Outcome(StrEnum):
    """How something that the audit log tells of ended: done, refused by a rule, or failed on its way."""

    done = "done"
    refused = "refused"
    failed = "failed"


class Account(Frozen):
    """Who may use the web app, and with which rights. The name stands under judgements and in the audit log."""

    name: str
    role: Role
    made_at: str
    changed_at: str
    """When the password was set."""


class Entry(Frozen):
    """A line of the audit log: when, who, what, on what, from which network address, with which outcome.

    `who` is None where nobody was logged in; `address` is None for what was done on the command line.
    """

    number: int
    made_at: str
    who: str | None
    action: str
    about: str | None
    address: str | None
    outcome: Outcome


class Ruling(StrEnum):
    """What a reviewer says of a statement or an event."""

    accept = "accept"
    correct = "correct"
    reject = "reject"
    parted = "split"
    merged = "merge"
    undone = "undo"


class Judgement(Frozen):
    """A reviewer's word on a statement or an event: never changed, only followed by another.

    `target` is a statement's key or, for `split` and `merge`, the keys of the statements that it parts or joins,
    joined by a space. `change` holds the corrected fields of a Statement as JSON. A `split` takes the first `out` of
    its statements from the others; without a number it parts each from each. An `undo` takes back the judgement
    `undoes`.
    """

    id: str
    target: str
    ruling: Ruling
    reviewer: str
    reason: str
    made_at: str
    change: str | None = None
    out: int | None = None
    undoes: str | None = None
    origin: str | None = None
    """What it was imported from, None where it was made here."""
