"""How well a coder agrees with careful readers: annotated passages in, figures out.

A passage is what the sources room reads as a row, with its annotation beside the text. The figures are defined in
`scoring`; `floors` holds what they must not fall below.
"""

from dragoman.evaluation.confusion import Confusion, confusion
from dragoman.evaluation.figures import Figures, figures
from dragoman.evaluation.floors import Floors, below, digest, measured, read_floors
from dragoman.evaluation.gold import Passage, read_gold
from dragoman.evaluation.said import Said
from dragoman.evaluation.scored import Scored, scored, split_of

__all__ = [
    "Confusion",
    "Figures",
    "Floors",
    "Passage",
    "Said",
    "Scored",
    "below",
    "confusion",
    "digest",
    "figures",
    "measured",
    "read_floors",
    "read_gold",
    "scored",
    "split_of",
]
