"""The codebook as data: what a Statement can say in types, roles, modes and statuses, and what others call it.

`types/<type>.yaml` holds one concept a file; the other YAML files hold the values that all types share. `codebook()`
gives them, checked; `flat_rows` writes a Coding as rows of the flat table.
"""

from dragoman.schema.book import Codebook
from dragoman.schema.entries import (
    Counterexample,
    Example,
    Expectation,
    ExpectedActor,
    Label,
    Layers,
    StatementType,
    TypeRole,
)
from dragoman.schema.equivalents import Dcad, Equivalents, Plover
from dragoman.schema.flat import FLAT_COLUMNS, flat_rows
from dragoman.schema.load import codebook, load_codebook

__all__ = [
    "FLAT_COLUMNS",
    "Codebook",
    "Counterexample",
    "Dcad",
    "Equivalents",
    "Example",
    "Expectation",
    "ExpectedActor",
    "Label",
    "Layers",
    "Plover",
    "StatementType",
    "TypeRole",
    "codebook",
    "flat_rows",
    "load_codebook",
]
