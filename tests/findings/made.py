"""Ledgers and claims made by hand: who has which tie on record, and what a text says of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from dragoman.findings import Record, findings
from dragoman.findings.nouns import Finding
from dragoman.ledger import opened
from dragoman.ledger.ties import replace
from dragoman.model import (
    Coding,
    Cues,
    Dataset,
    Document,
    Evidence,
    Kind,
    Layer,
    Participant,
    Party,
    Polarity,
    Statement,
    Status,
    Tie,
)

TEXT = "What is said does not matter here."
KEYS = count(1)


def tie(dataset: str, layer: Layer, source: str, target: str, start: str | None, **more: object) -> Tie:
    """A tie that is there; directed unless `more` says otherwise."""
    key = f"t{next(KEYS)}"
    told = {"directed": True, "record": key, "others": (), **more}
    return Tie.model_validate(
        {"id": key, "dataset": dataset, "layer": layer, "source": source, "target": target, "start": start, **told}
    )


def deliveries(recipient: str, years: dict[int, dict[str, float]]) -> list[Tie]:
    """Deliveries by year, supplier and volume (TIV): ten of a tenth each, so that there are enough to conclude from."""
    return [
        tie(
            "sipri-register", Layer.arms, supplier, recipient, str(year), end=str(year), weight=volume / 10, unit="TIV",
            type="arms_transfer", mode="delivered", subject=f"item {part}",
        )
        for year, by_supplier in years.items()
        for supplier, volume in by_supplier.items()
        for part in range(10)
    ]  # fmt: skip


def dataset(name: str, first: int, last: int) -> Dataset:
    """A dataset of this name and reach."""
    return Dataset(
        name=name, title=name, version="1", terms="any", credit=f"Source: {name}", first_year=first, last_year=last
    )


class Kept:
    """A ledger that datasets are put into; `tell` asks it."""

    def __init__(self, folder: Path) -> None:
        self.named = str(folder / "ledger.db")
        with opened(self.named, make=True):
            pass

    def put(self, name: str, first: int, last: int, *ties: Tie) -> None:
        """A dataset with these ties, in the place of what was there of it."""
        with opened(self.named) as ledger, ledger.writing() as connection:
            replace(connection, dataset(name, first, last), ties, file=f"{name}.csv", sha256=name)

    @contextmanager
    def record(self, *, published: str = "2024-10-30", subjects: tuple[str, ...] = ()) -> Iterator[Record]:
        """The record as a text of that day may be held against it."""
        document = Document(id="d", source="s", text=TEXT, language="en", published=published)
        with opened(self.named) as ledger, ledger.reading() as connection:
            yield Record(connection, document, published, subjects)

    def tell(
        self, *statements: Statement, published: str = "2024-10-30", subjects: tuple[str, ...] = ()
    ) -> list[Finding]:
        """The findings on a text that says this."""
        with self.record(published=published, subjects=subjects) as record:
            return list(findings(Coding(document=record.document, statements=statements), record))


def said(
    of_type: str,
    *roles: str,
    kind: Kind = Kind.inference,
    status: Status = Status.possible,
    polarity: Polarity | None = Polarity.gain,
    mode: str | None = None,
) -> Statement:
    """A statement with `ACTOR:role` for each who takes part."""
    pairs: Sequence[list[str]] = [role.split(":") for role in roles]
    return Statement(
        id=f"s{next(KEYS)}",
        kind=kind,
        type=of_type,
        mode=mode,
        status=status,
        polarity=polarity if kind is Kind.inference else None,
        participants=tuple(Participant(actor=a, role=r, surface=a, span=(0, 4)) for a, r in pairs),
        evidence=Evidence(start=0, end=len(TEXT), text=TEXT),
        cues=Cues(trigger=(0, 4)),
        confidence=0.8,
        coder="rules/en@test",
        rule="test",
    )


def fact(of_type: str, *roles: str, status: Status = Status.ongoing, kind: Kind = Kind.event) -> Statement:
    """A fact that a text states as given."""
    return said(of_type, *roles, kind=kind, status=status)


def inside(origin: str) -> tuple[Party, ...]:
    """That something of this state is in the product."""
    return (Party(actor=origin, role="origin"),)


def keys(finding: Finding) -> list[str]:
    """The reasons by key."""
    return [reason.key for reason in finding.reasons]
