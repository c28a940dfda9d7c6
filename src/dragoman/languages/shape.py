"""The one shape in which every language pack hands over what it read: tokens in clauses in sentences.

The coder sees nothing of a language but this. Values of `pos`, `case` and the other features are those of Universal
Dependencies (`NOUN`, `Nom`, `Past`), so a pack of any tier can fill them; what a pack cannot tell stays empty.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Token:
    """A word with its place in `Document.text` (characters, end exclusive).

    Quotation marks of any shape that show their side stand as « and » in `text`.
    """

    text: str
    start: int
    end: int
    index: int
    lemma: str = ""
    keys: tuple[str, ...] = ()
    """Every lemma the word may have, casefolded, the likely one first, with the word form itself last."""
    pos: str = ""
    case: str = ""
    cases: tuple[str, ...] = ()
    """Every case the form may stand in; an undeclined word stands in all of them."""
    number: str = ""
    gender: str = ""
    tense: str = ""
    aspect: str = ""
    voice: str = ""
    mood: str = ""
    form: str = ""
    """Of verbs: `Fin`, `Inf`, `Part`, `Conv`."""
    short: bool = False
    """Of adjectives and participles: the predicative form."""
    person: str = ""
    animate: bool = False
    head: int = -1
    """Index of the head in the sentence, -1 for the root or where there is no parser."""
    relation: str = ""
    clause: int = 0
    quoted: bool = False


@dataclass(slots=True)
class Clause:
    """A predicate with the tokens that belong to it: `tokens` are indices in the sentence, in order."""

    index: int
    tokens: list[int]
    predicate: int
    kind: str
    """`main`, `relative`, `complement` (that …), `condition` (if …), `purpose` (so that …), `adverbial`, `participle`,
    `gerund`."""
    parent: int = -1


@dataclass(slots=True)
class Sentence:
    """A sentence of a paragraph; `start` and `end` point into `Document.text`.

    `text` is the repaired text that is analysed; `locate` maps a span of it to the stored text.
    """

    text: str
    start: int
    end: int
    paragraph: int
    index: int
    locate: Callable[[int, int], tuple[int, int]]
    tokens: list[Token] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
