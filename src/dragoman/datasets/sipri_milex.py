"""SIPRI's military expenditure: a workbook with a sheet a measure, a row a state, a column a year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.datasets.reading import Reading
from dragoman.datasets.rows import Row
from dragoman.model import Measure

UNITS = {
    "milex_constant": "USD million, constant {year}",
    "milex_current": "USD million",
    "milex_share_of_gdp": "share of GDP",
    "milex_per_capita": "USD per head",
    "milex_share_of_spending": "share of government spending",
}
"""The layouts, which are the names of the measures; `{year}` is of the prices, told above the table."""
REGION = "the heading of a region, or a state without any figure"
PRICES = re.compile(r"constant \((\d{4})\)")


def read(reading: Reading) -> Iterator[Measure]:
    """A measure for every figure."""
    for name, form in UNITS.items():
        prices = PRICES.search(reading.preamble(name))
        unit = form.format(year=prices[1] if prices else "prices")
        years = [column for column in reading.columns(name) if re.fullmatch(r"\d{4}", column)]
        for row in reading.rows(name):
            yield from _of_state(reading, row, name, unit, years)


def _of_state(reading: Reading, row: Row, name: str, unit: str, years: list[str]) -> Iterator[Measure]:
    figures = [(int(year), value) for year in years if (value := row.decimal(year)) is not None]
    if not figures:
        reading.skip(REGION)
        return
    state = reading.by_name(row.needed("Country"), str(figures[-1][0]))
    if state is None:
        reading.skip("no state")
        return
    marks = (reading.entry.details.get(mark) for mark in row["Notes"])
    note = "; ".join(dict.fromkeys(mark for mark in marks if mark)) or None
    for year, value in figures:
        yield reading.measure(name, state, year, value, unit, note)
