"""Reports of one happening become one Event; Events become Ties. Pure functions: nothing here knows of a database."""

from dragoman.events.blocks import blocks
from dragoman.events.compare import compare, contradiction, likeness
from dragoman.events.compose import merge
from dragoman.events.duplicates import Signed, are_copies, band_keys, copy_groups, signature
from dragoman.events.report import Report, Verdict
from dragoman.events.spans import period
from dragoman.events.tables import families
from dragoman.events.ties import Pair, pairs, ties_of, ties_of_statement

__all__ = [
    "Pair",
    "Report",
    "Signed",
    "Verdict",
    "are_copies",
    "band_keys",
    "blocks",
    "compare",
    "contradiction",
    "copy_groups",
    "families",
    "likeness",
    "merge",
    "pairs",
    "period",
    "signature",
    "ties_of",
    "ties_of_statement",
]
