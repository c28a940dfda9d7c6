"""Mistakes of the parser that can be told from the tree alone, mended before it is brought into another shape."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dragoman.languages.en.tree import Node, children
from dragoman.languages.listed import word_lists

PATH = Path(__file__).parent / "data" / "mending.yaml"
TITLES = frozenset(word_lists(PATH)["titles"])
COMPLETED = frozenset(word_lists(PATH)["completed"])
VERB_TAGS = {"VBZ": "NNS", "VBP": "NN"}
"""What a word really is that a preposition governs and that is tagged as the present of a verb."""


def mend(tree: list[Node]) -> None:
    """Mend the tree of a sentence in place."""
    for index in range(len(tree)):
        governed_noun(tree, index)
        two_persons(tree, index)
        completed_noun(tree, index)


def governed_noun(tree: list[Node], index: int) -> None:
    """Let the object of a preposition be a noun, not the present of a verb ("by Turkish drone strikes")."""
    node = tree[index]
    if node.tag in VERB_TAGS and node.relation == "pobj":
        node.tag, node.pos = VERB_TAGS[node.tag], "NOUN"


def completed_noun(tree: list[Node], index: int) -> None:
    """Hang an infinitive right behind the object that it completes on that ("vetoed a resolution to extend …")."""
    verb = tree[index]
    to = next((i for i in children(tree, index, "aux") if tree[i].tag == "TO"), -1)
    if verb.relation != "advcl" or to < 1:
        return
    noun = tree[to - 1]
    if noun.relation == "dobj" and noun.head == verb.head and noun.text.casefold() in COMPLETED:
        verb.head, verb.relation = to - 1, "acl"


def two_persons(tree: list[Node], index: int) -> None:
    """Part two persons whom the parser takes for one long name ("between Lula and Chilean President Gabriel Boric").

    The first stands where the second stood, the second is joined to it, and the title describes the second.
    """
    first = tree[index]
    if first.relation != "compound" or first.pos != "PROPN" or first.head <= index or is_title(first):
        return
    second = first.head
    titles = [i for i in children(tree, index, "conj") if index < i < second and is_title(tree[i])]
    if len(titles) != 1 or tree[second].pos != "PROPN" or not named(tree, titles[0], second):
        return
    whole, title = tree[second], tree[titles[0]]
    for i in children(tree, second):
        if i < index or i > second:
            tree[i].head = index
    first.head, first.relation = whole.head, whole.relation
    whole.head, whole.relation = index, "conj"
    title.head, title.relation = second, "compound"


def is_title(node: Node) -> bool:
    """Whether a word is a title that stands before a name."""
    return node.text.casefold() in TITLES


def named(tree: Sequence[Node], title: int, name: int) -> bool:
    """Whether nothing but the parts of a name stands between a title and the last of them."""
    return all(tree[i].pos == "PROPN" and tree[i].head == name for i in range(title + 1, name))
