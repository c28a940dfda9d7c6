"""What a claim that was put to the record comes to: a Finding, with all that it rests on and all that it cannot see."""

from __future__ import annotations

from pydantic import Field

from dragoman.model import Frozen, Kind, Layer, Party, Polarity, Status, Verdict

Told = str | int | float | tuple[str, ...]
"""What stands in a slot of a Said: a number, a year, words of a dataset, or the codes of actors."""


class Said(Frozen):
    """Something to be told a reader, before it is put into a language: which text, and what stands in its slots."""

    key: str
    slots: dict[str, Told] = Field(default_factory=dict)


class Figure(Frozen):
    """A number that a verdict rests on.

    `value` is in `unit` (`share`: 0 to 1, `index`: 0 to 1, `TIV`, `ties`, `deliveries`, `year`, …) and holds for the
    years from `since` to `until`, both included. `actors` are those whom it is about.
    """

    name: str
    value: float
    unit: str
    since: int | None = None
    until: int | None = None
    actors: tuple[str, ...] = ()
    dataset: str


class BlindSpot(Frozen):
    """What could not be seen: a dataset with the years that it reaches over, None where there is none at all.

    `key` says what is missing in it.
    """

    key: str
    layer: Layer
    dataset: str | None = None
    since: int | None = None
    until: int | None = None


class Finding(Frozen):
    """A claim of a text put to the record: what was asked, what the record answers, and what it cannot see.

    `status` is how the text puts the claim: a hedged argument is tested as hedged. `evidence` are the ids of the ties
    that the verdict rests on, the weightiest first; `asked` the datasets that were looked into; `reasons` say in a
    sentence each why the verdict is what it is, `would_change` what would make it another.
    """

    id: str
    type: str
    kind: Kind
    status: Status
    polarity: Polarity | None = None
    statements: tuple[str, ...]
    parties: tuple[Party, ...]
    question: Said
    verdict: Verdict
    reasons: tuple[Said, ...] = ()
    figures: tuple[Figure, ...] = ()
    evidence: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    blind_spots: tuple[BlindSpot, ...] = ()
    would_change: tuple[Said, ...] = ()
