"""How well the program agrees with careful readers: annotated passages or stories in, figures out.

A passage is what the sources room reads as a row, with its annotation beside the text; `figures` says how well it is
coded. A story is a set of reports with the happening that each statement is of; `merging` says how well they are put
together. `floors` holds what the figures must not fall below.
"""

from dragoman.evaluation.confusion import Confusion, confusion
from dragoman.evaluation.figures import Figures, figures
from dragoman.evaluation.floors import Floors, below, digest, measured, read_floors
from dragoman.evaluation.gold import Passage, read_gold
from dragoman.evaluation.merging import copies, layers, pinned
from dragoman.evaluation.said import Said
from dragoman.evaluation.scored import Scored, scored, split_of
from dragoman.evaluation.stories import Story, holds_stories, read_stories

__all__ = [
    "Confusion",
    "Figures",
    "Floors",
    "Passage",
    "Said",
    "Scored",
    "Story",
    "below",
    "confusion",
    "copies",
    "digest",
    "figures",
    "holds_stories",
    "layers",
    "measured",
    "pinned",
    "read_floors",
    "read_gold",
    "read_stories",
    "scored",
    "split_of",
]
