"""What the model says of the words of a sentence, as plain values.

A token of spaCy is slow to ask, so a sentence is read as one array. The model's attribute ruler, which looks for 179
patterns in every sentence, took as long as the parser; what it makes of a word depends on its tag, its relation, the
word itself where a pattern names it, and an existential "there" before it: it is asked once for each such case.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

RULER = "attribute_ruler"
READ: list[int | str] = ["TAG", "DEP", "LOWER", "IS_SPACE", "HEAD", "IDX", "LENGTH"]
USED = frozenset({"TAG", "POS", "MORPH", "DEP"})
"""What the ruler sets and is used here; lemmas are looked up elsewhere."""
EXISTENTIAL = "expl"
Case = tuple[int, int, int, int, bool]
"""Tag, relation, word (0: none that a pattern names), whether it is a space, whether "there" stands before it."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """A word as the ruler leaves it."""

    tag: str
    pos: str
    relation: str
    number: str


@dataclass(slots=True)
class Tagged:
    """A token of a sentence: its text and place, its head (itself for a root), and what the model says of it."""

    index: int
    text: str
    start: int
    end: int
    head: int
    space: bool
    ruled: Ruled


class Tagger:
    """Reads the sentences that a model has parsed, the work of its ruler done here."""

    def __init__(self, model: Language) -> None:
        self.model = model
        ruler: Any = model.get_pipe(RULER)
        self.ruler = ruler
        words = {word for pattern in ruler.patterns if USED & {*pattern["attrs"]} for word in named(pattern)}
        self.named = frozenset(model.vocab.strings[word] for word in words)
        self.known: dict[Case, Ruled] = {}

    def read(self, doc: Doc) -> list[Tagged]:
        """The tokens of a sentence that was tagged and parsed."""
        rows, text, after_there = doc.to_array(READ), doc.text, False
        heads = rows[:, READ.index("HEAD")].astype("int64").tolist()  # how far away, and unsigned as it comes
        found: list[Tagged] = []
        for index, (tag, relation, word, space, _, start, size) in enumerate(rows.tolist()):
            case = tag, relation, word if word in self.named else 0, space, after_there
            ruled = self.known.get(case)
            if ruled is None:
                ruled = self.known[case] = self.asked(doc, index)
            end = start + size
            found.append(Tagged(index, text[start:end], start, end, index + heads[index], bool(space), ruled))
            after_there = ruled.relation == EXISTENTIAL
        return found

    def asked(self, doc: Doc, index: int) -> Ruled:
        """What the ruler makes of a word and the one before it, the only ones that its patterns look at."""
        from spacy.tokens import Doc

        some = doc[max(0, index - 1) : index + 1]
        words = [token.text for token in some]
        alone = Doc(
            self.model.vocab,
            words=words,
            spaces=[False] * len(words),
            tags=[token.tag_ for token in some],
            deps=[token.dep_ for token in some],
            heads=[0] * len(words),
        )
        word = self.ruler(alone)[-1]
        return Ruled(word.tag_, word.pos_, word.dep_, next(iter(word.morph.get("Number", [])), ""))


def named(pattern: dict[str, Any]) -> Iterator[str]:
    """The words that a pattern of the ruler asks for."""
    tokens: Sequence[dict[str, Any]] = [token for way in pattern["patterns"] for token in way]
    for token in tokens:
        asked = token.get("LOWER", ())
        yield from [asked] if isinstance(asked, str) else asked.get("IN", ()) if asked else ()
