"""What is known from all reports and datasets: Events, Ties, Measures."""

from __future__ import annotations

from pydantic import Field

from dragoman.model.frozen import Frozen
from dragoman.model.texts import Time
from dragoman.model.words import Layer, Status


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
