"""Headlines: their verbs, which the tagger takes for nouns for want of articles ("Greece, Israel ink defence deal")."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dragoman.languages.en.tree import Node
from dragoman.languages.listed import word_lists

PATH = Path(__file__).parent / "data" / "headline_verbs.yaml"
LISTS = {name: frozenset(words) for name, words in word_lists(PATH).items()}
FINITE = frozenset({"VBZ", "VBP", "VBD", "MD"})
SUBJECT = frozenset({"PROPN", "NOUN", "ADJ", "NUM", "CCONJ", "PUNCT"})
"""Parts of speech of which the subject of a headline is made."""
LONGEST = 7
"""Words within which the verb of a headline stands."""


def give_verb(tree: list[Node]) -> None:
    """Make the verb of a headline its root where none was found: what stands before it is its subject."""
    if len(tree) < 3 or tree[-1].text[-1:] in '.!?”"»' or any(finite(n) for n in tree):
        return
    verb = next((i for i in range(1, min(LONGEST, len(tree) - 1)) if says(tree, i)), -1)
    if verb < 0 or any(n.pos not in SUBJECT for n in tree[:verb]):
        return
    heads = subjects(tree, verb)
    for first, last in zip([0, *(h + 1 for h in heads)], heads, strict=False):
        for i in range(first, last):
            tree[i].head = last
            tree[i].relation = "punct" if tree[i].pos == "PUNCT" else "cc" if tree[i].pos == "CCONJ" else "compound"
    for number, head in enumerate(heads):
        tree[head].head, tree[head].relation = (verb, "nsubj") if not number else (heads[0], "conj")
    node = tree[verb]
    node.tag, node.pos, node.head, node.relation = "VBZ" if len(heads) == 1 else "VBP", "VERB", -1, "ROOT"
    for other in tree[verb + 1 :]:
        if other.head <= verb:
            other.head = verb
            other.relation = "prep" if other.pos == "ADP" else "punct" if other.pos == "PUNCT" else "dobj"


def finite(node: Node) -> bool:
    """Whether a word is a verb that makes a sentence; one that only describes a noun ("patrol boats") does not."""
    return node.tag in FINITE and node.relation not in ("compound", "amod")


def says(tree: Sequence[Node], index: int) -> bool:
    """Whether a word that was taken for a noun can be the verb of the headline: by its form and what follows."""
    node, after = tree[index], tree[index + 1]
    if node.pos not in ("NOUN", "PROPN", "ADJ", "ADP", "VERB", "X") or not tree[index - 1].text[:1].isalnum():
        return False
    word = node.text
    many = len(subjects(tree, index)) > 1 or tree[index - 1].tag in ("NNS", "NNPS")
    if after.tag in ("IN", "TO", "RP"):
        return word in LISTS["moving_several" if many else "moving_one"]
    object_ = after.pos in ("NOUN", "PROPN", "ADJ", "NUM", "DET", "SYM", "VERB") and after.tag != "TO"
    return object_ and word in LISTS["several" if many else "one"] and not compounded(tree, index)


def compounded(tree: Sequence[Node], index: int) -> bool:
    """Whether the word only describes the one behind it, the last before a preposition ("arms exports to Chad")."""
    last = index + 2 >= len(tree) or tree[index + 2].pos in ("ADP", "PUNCT")
    return (
        last
        and tree[index].text in ("arms", "exports", "supplies", "shells", "plans", "tests")
        and (tree[index + 1].text in ("exports", "sales", "imports", "deal", "supplies", "industry"))
    )


def subjects(tree: Sequence[Node], verb: int) -> list[int]:
    """The last words of the names before the verb, which commas and "and" part from each other."""
    parting = [i for i in range(verb) if tree[i].text in (",", "and", "&")]
    return [i - 1 for i in parting if i > 0 and i - 1 not in parting] + [verb - 1]
