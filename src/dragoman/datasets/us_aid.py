"""Military aid of the United States by state, account and fiscal year, from the State Department's budget tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.datasets.reading import Reading
from dragoman.datasets.rows import Row
from dragoman.model import Layer, Status, Tie

DONOR = "USA"
UNIT = "USD thousand"
FIRST_REQUEST = 2016
"""The workbook behind the tables marks those of 2016 and 2017 as requests to Congress, not as what was given."""
ASIDE = ("Country", "Fiscal Year")
NOTHING = "nothing in the accounts for armed forces"
NOTE = "a note under the table"
LABEL = "the first line of a name that goes on in the next row"
NO_STATE = "a sum over states, an office or a programme"


@dataclass(slots=True, frozen=True)
class Account:
    """A column of the tables that pays for armed forces, and what its ties are."""

    column: str
    name: str
    layer: Layer
    type: str
    mode: str | None


ACCOUNTS = (
    Account("FMF", "Foreign Military Financing", Layer.aid, "military_aid", "money"),
    Account("PKO", "Peacekeeping Operations", Layer.aid, "military_aid", "money"),
    Account("IMET", "International Military Education and Training", Layer.training, "training", None),
)


def read(reading: Reading) -> Iterator[Tie]:
    """A tie for each account with anything in it.

    The tables have sums over regions and over all beside the states: they stand for no state, so nothing counts twice.
    """
    for row, name in _named(reading):
        sums = {account: row.decimal(account.column) for account in ACCOUNTS}
        if not any(sums.values()):
            reading.skip(NOTHING)
            continue
        year = row.whole("Fiscal Year")
        if year is None:
            raise row.error("no fiscal year")
        recipient = reading.by_name(name, str(year))
        if recipient is None:
            reading.skip(NO_STATE)
            continue
        for account, thousands in sums.items():
            if thousands:
                yield _tie(reading, recipient, name, year, account, thousands)


def _named(reading: Reading) -> Iterator[tuple[Row, str]]:
    """The rows with their whole name: a long one was torn over two rows, the first of which has no figures."""
    begun, file = "", ""
    for row in reading.rows():
        if row.columns.file != file:
            begun, file = "", row.columns.file
        name = " ".join(f"{begun} {row['Country']}".split())
        begun = ""
        if not row.is_bare(*ASIDE):
            yield row, name
        elif row["Fiscal Year"]:
            begun = name
            reading.skip(LABEL)
        else:
            reading.skip(NOTE)


def _tie(reading: Reading, recipient: str, name: str, year: int, account: Account, thousands: float) -> Tie:
    return reading.tie(
        record=f"{year}/{account.column}/{name}",
        layer=account.layer,
        type=account.type,
        mode=account.mode,
        source=DONOR,
        target=recipient,
        directed=True,
        start=f"{year - 1}-10-01",
        end=f"{year}-09-30",
        status=Status.planned if year >= FIRST_REQUEST else Status.happened,
        weight=thousands,
        unit=UNIT,
        subject=account.name,
        details={"account": account.column, "fiscal_year": str(year), "stage": _stage(year)},
    )


def _stage(year: int) -> str:
    return "request" if year >= FIRST_REQUEST else "budget"
