"""Open datasets beside what was read: a file becomes Ties and Measures, with its terms, its credit line and its gaps.

A dataset is an entry in `data/NAME.yaml` (what it is, what its file must look like, what it cannot tell) and a module
with a function `read(reading)` that yields ties and measures. docs/datasets.md shows how to add one.
"""

from dragoman.datasets.dates import iso_date
from dragoman.datasets.entries import Entry, Layout, entries, entry
from dragoman.datasets.packaged import STARTER, Packaged, packaged, readings, starter_items, starter_ties
from dragoman.datasets.reading import Reading, open_dataset
from dragoman.datasets.rows import Row
from dragoman.datasets.tally import Tally

__all__ = [
    "STARTER",
    "Entry",
    "Layout",
    "Packaged",
    "Reading",
    "Row",
    "Tally",
    "entries",
    "entry",
    "iso_date",
    "open_dataset",
    "packaged",
    "readings",
    "starter_items",
    "starter_ties",
]
