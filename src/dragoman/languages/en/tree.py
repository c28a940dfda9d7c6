"""The tree of a sentence on its way from spaCy's labels (ClearNLP) to Universal Dependencies.

What differs: a preposition there governs its noun, the copula its predicate, "to be going to" its verb; a hyphen parts
a word. Here the noun carries its preposition, the predicate its copula, and a hyphenated word is one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.languages.en.tagged import Tagged

HYPHENS = frozenset("-–‑")

LABELS = {
    "ROOT": "root", "nsubjpass": "nsubj:pass", "csubjpass": "csubj:pass", "auxpass": "aux:pass", "dobj": "obj",
    "dative": "iobj", "relcl": "acl:relcl", "poss": "nmod:poss", "neg": "advmod", "prt": "compound:prt",
    "npadvmod": "obl:unmarked", "predet": "det:predet", "preconj": "cc:preconj", "quantmod": "advmod",
    "acomp": "xcomp", "attr": "xcomp", "oprd": "xcomp", "intj": "discourse", "meta": "dep",
    "prep": "advmod", "agent": "advmod", "pobj": "obl", "pcomp": "advcl",
}  # fmt: skip
"""Labels that have another name in Universal Dependencies, or that stay where the sentence is broken."""

COMPLETING = frozenset({"of", "for", "from", "to", "on", "about", "in", "against", "into", "over", "at", "towards"})
"""Prepositions before a gerund that completes a verb or a noun ("accused of selling", "plans for building")."""


@dataclass(slots=True)
class Node:
    """A word: its place in the text of the sentence, what the tagger says, its head (-1: none) and relation."""

    text: str
    start: int
    end: int
    tag: str
    pos: str
    relation: str
    head: int
    number: str = ""
    possessive: bool = False


def nodes(tokens: Sequence[Tagged], whole: str) -> list[Node]:
    """The words of the sentence `whole`, hyphenated ones joined, possessive endings and spaces dropped."""
    groups = list(grouped(tokens))
    place = {token.index: number for number, group in enumerate(groups) for token in group}
    made: list[Node] = []
    for group in groups:
        if len(group) == 1:
            made.append(alone(group[0], place, len(made)))
            continue
        words = [t for t in group if t.ruled.tag != "POS"] or group
        inside = {t.index for t in group}
        outward = [w for w in reversed(words) if w.head not in inside or w.head == w.index]
        top = next((w for w in outward if w.ruled.tag.startswith("VB")), next(iter(outward), words[-1]))
        head = place[top.head] if top.head != top.index else -1
        made.append(
            Node(
                text=whole[words[0].start : words[-1].end],
                start=words[0].start,
                end=words[-1].end,
                tag=top.ruled.tag,
                pos=top.ruled.pos,
                relation="compound" if top.ruled.relation == "nmod" else top.ruled.relation,
                head=head if head != len(made) else -1,
                number=top.ruled.number,
                possessive=any(t.ruled.tag == "POS" for t in group),
            )
        )
    return made


def alone(token: Tagged, place: Mapping[int, int], number: int) -> Node:
    """The word of one token, as most are."""
    ruled, head = token.ruled, place[token.head]
    return Node(
        text=token.text,
        start=token.start,
        end=token.end,
        tag=ruled.tag,
        pos=ruled.pos,
        relation="compound" if ruled.relation == "nmod" else ruled.relation,
        head=head if head != number else -1,
        number=ruled.number,
        possessive=ruled.tag == "POS",
    )


def grouped(tokens: Sequence[Tagged]) -> Iterator[list[Tagged]]:
    """The tokens of each word: parts around a hyphen without spaces, a possessive ending, a space."""
    group: list[Tagged] = []
    for token in tokens:
        if group and (token.ruled.tag == "POS" or token.space or joins(tokens, token, len(group))):
            group.append(token)
            continue
        if group:
            yield group
        group = [token]
    if group:
        yield group


def joins(tokens: Sequence[Tagged], token: Tagged, size: int) -> bool:
    """Whether a hyphen joins a token to the word before it, of `size` tokens so far."""
    before = tokens[token.index - 1]
    if before.end != token.start:
        return False
    if token.text in HYPHENS and before.text[-1:].isalnum() and follows(tokens, token):
        return True
    return before.text in HYPHENS and size > 1


def follows(tokens: Sequence[Tagged], hyphen: Tagged) -> bool:
    """Whether a word stands right behind a hyphen."""
    after = tokens[hyphen.index + 1] if hyphen.index + 1 < len(tokens) else None
    return after is not None and after.start == hyphen.end and after.text[:1].isalnum()


def rebuild(tree: list[Node]) -> None:
    """Bring the tree of a sentence into the shape of Universal Dependencies, in place."""
    for index in range(len(tree) - 1, -1, -1):
        preposition(tree, index)
    for index in range(len(tree)):
        copula(tree, index)
    for index in range(len(tree)):
        going(tree, index)
        asked(tree, index)
    headline(tree)
    verbless(tree)
    for index in range(len(tree)):
        possessive(tree, index)
    for node in tree:
        if node.text.casefold() == "no" and node.head >= 0 and tree[node.head].text.casefold() in ("longer", "more"):
            node.head = tree[node.head].head if tree[node.head].pos == "ADV" else node.head
        node.relation = LABELS.get(node.relation, node.relation)
        if node.head < 0:
            node.relation = "root"
    uncycle(tree)


def children(tree: Sequence[Node], index: int, *relations: str) -> list[int]:
    """The words that hang on a word, by these relations where any are named."""
    return [i for i, n in enumerate(tree) if n.head == index and (not relations or n.relation in relations)]


def preposition(tree: list[Node], index: int) -> None:
    """Turn a preposition over its noun or gerund into a word that marks it."""
    node = tree[index]
    if node.relation not in ("prep", "agent", "dative", "pcomp") or node.pos not in ("ADP", "SCONJ", "VERB", "ADV"):
        return
    if node.relation == "dative" and node.tag not in ("IN", "TO"):
        return
    if node.pos == "VERB" and node.text.casefold() not in PREPOSITIONAL:
        return
    inner = [i for i in children(tree, index, "pobj", "obl", "nmod", "pcomp", "xcomp", "advcl") if i > index]
    if not inner:
        return
    mark(tree, index, inner[0])


PREPOSITIONAL = frozenset({"according", "including", "regarding", "concerning", "following", "given", "owing"})
"""Participles that are prepositions by now."""


def mark(tree: list[Node], index: int, inner: int) -> None:
    """Let `inner` hang where its preposition hung, and the preposition on `inner`."""
    node, noun = tree[index], tree[inner]
    verbal = noun.tag.startswith("VB") or noun.relation in ("pcomp", "advcl")
    above = tree[node.head] if node.head >= 0 else None
    governed = above is not None and (above.pos in ("NOUN", "PROPN", "NUM", "PRON"))
    if verbal:
        completes = noun.tag == "VBG" and node.text.casefold() in COMPLETING
        noun.relation = "xcomp" if completes else "acl" if governed and above is not None else "advcl"
    elif noun.relation not in ("obl", "nmod") or node.relation in ("prep", "agent", "dative"):
        noun.relation = "nmod" if governed else "obl"
    noun.head, node.head = node.head, inner
    node.relation = "mark" if verbal else "case"
    for i in children(tree, index):
        if i != inner:
            tree[i].head = inner


def copula(tree: list[Node], index: int) -> None:
    """Turn a form of "to be" over its predicate into a word that hangs on the predicate."""
    node = tree[index]
    if node.pos not in ("AUX", "VERB") or node.text.casefold() not in BE:
        return
    inner = [
        i
        for i in children(tree, index, "attr", "acomp")
        if tree[i].pos in ("NOUN", "PROPN", "ADJ", "NUM", "PRON") or tree[i].tag == "VBN"
    ]
    if not inner:
        return
    if children(tree, index, "expl") or (not children(tree, index, "nsubj", "csubj") and inner[0] < index):
        tree[inner[0]].relation = "nsubj"
        return
    predicate = tree[inner[-1]]
    predicate.head, predicate.relation = node.head, node.relation
    node.head, node.relation = inner[-1], "cop"
    for i in children(tree, index):
        tree[i].head = inner[-1]


BE = frozenset({"be", "is", "are", "was", "were", "been", "being", "'s", "’s", "'re", "’re", "'m", "am", "s"})


def going(tree: list[Node], index: int) -> None:
    """Let "is going to", "is to" hang on the verb that is to come."""
    node = tree[index]
    if node.text.casefold() not in (*BE, "going") or equates(tree, index):
        return
    inner = [i for i in children(tree, index, "xcomp") if tree[i].tag == "VB" and i > index and i - index <= 5]
    helped = [i for i in inner if any(tree[j].tag == "TO" and j - index <= 2 for j in children(tree, i, "aux"))]
    if not helped or (node.text.casefold() == "going" and not children(tree, index, "aux")):
        return
    verb = tree[helped[0]]
    verb.head, verb.relation = node.head, node.relation
    node.head, node.relation = helped[0], "aux"
    for i in children(tree, index):
        if i != helped[0]:
            tree[i].head = helped[0]


def equates(tree: Sequence[Node], index: int) -> bool:
    """Whether "is to" says what an aim is ("the aim of the drills is to deter"), not what will be."""
    return any(tree[i].text.casefold() in AIMS for i in children(tree, index, "nsubj") if i < index)


AIMS = frozenset(
    ["aim", "goal", "purpose", "objective", "task", "mission", "idea", "intention", "point", "priority", "role"]
)
"""Subjects of "is" that an infinitive behind it spells out."""


def asked(tree: list[Node], index: int) -> None:
    """Let whom "to call on" asks to do something be its object, and "on" a particle of the verb."""
    verb = tree[index]
    if not verb.tag.startswith("VB") or not verb.text.casefold().startswith("call"):
        return
    for i in children(tree, index, "obl"):
        marks = [j for j in children(tree, i, "case") if tree[j].text.casefold() in ("on", "upon")]
        if marks and marks[0] == index + 1 and children(tree, index, "xcomp", "advcl", "ccomp"):
            tree[i].relation = "obj"
            tree[marks[0]].pos, tree[marks[0]].relation, tree[marks[0]].head = "PART", "compound:prt", index


def possessive(tree: list[Node], index: int) -> None:
    """Hang an owner on the noun behind it where the parser joined it to a name before ("Elbit and Chad's army")."""
    node = tree[index]
    if not node.possessive or node.relation == "poss":
        return
    behind = range(index + 1, min(index + 6, len(tree)))
    noun = next((i for i in behind if tree[i].pos in ("NOUN", "PROPN") and tree[i].relation != "compound"), None)
    if noun is None or any(tree[i].pos in ("VERB", "PUNCT", "ADP") for i in range(index + 1, noun)):
        return
    if tree[noun].head == index or tree[noun].head < 0:
        tree[noun].head, tree[noun].relation = node.head, node.relation
    node.head, node.relation = noun, "poss"


def headline(tree: list[Node]) -> None:
    """Join two names that open a headline before its verb ("Oman, Qatar sign pact"): both are its subject."""
    comma = next((i for i, n in enumerate(tree[:5]) if n.text == ","), -1)
    if comma < 1 or comma + 1 >= len(tree) or any(n.pos != "PROPN" for n in (*tree[:comma], tree[comma + 1])):
        return
    first = tree[comma - 1]
    subject = next((n for n in tree[comma + 1 :] if n.relation == "nsubj" and n.head == first.head), None)
    between = tree[comma + 1 : tree.index(subject)] if subject is not None else []
    if subject is None or first.relation not in ("npadvmod", "dep", "nsubj") or any(n.pos != "PROPN" for n in between):
        return
    first.relation, subject.relation, subject.head = "nsubj", "conj", comma - 1


def verbless(tree: list[Node]) -> None:
    """Give a full sentence whose root is a noun the verb that the tagger took for its participle.

    "The army chief and the minister discussed in Muscat the training of divers."
    """
    root = next((i for i, n in enumerate(tree) if n.head < 0), -1)
    if root < 0 or tree[-1].text != "." or tree[root].pos not in ("NOUN", "PROPN") or children(tree, root, "cop"):
        return
    said = [i for i in children(tree, root, "acl") if i > root and tree[i].tag in ("VBN", "VBD")]
    if not said or any(n.tag in ("VBZ", "VBP", "MD") for n in tree) or done_by(tree, said[0]):
        return
    verb = said[0]
    tree[verb].tag, tree[verb].head, tree[verb].relation = "VBD", -1, "root"
    tree[root].head, tree[root].relation = verb, "nsubj"
    behind = [i for i in children(tree, root) if i > verb]
    for i in behind:
        tree[i].head = verb
        if tree[i].relation == "appos":
            tree[i].relation = "obj"


def done_by(tree: Sequence[Node], index: int) -> bool:
    """Whether a participle has a doer behind it ("drones sold by …"): then it is one."""
    return any(tree[j].text.casefold() == "by" for i in children(tree, index) for j in (i, *children(tree, i)))


def uncycle(tree: list[Node]) -> None:
    """Cut every circle of heads: from no word can one then climb for ever. A verb in it is what the others hang on."""
    ending: set[int] = set()
    for index in range(len(tree)):
        circle = climb(tree, index, ending)
        if circle:
            top = tree[next((i for i in circle if tree[i].tag.startswith("VB")), circle[0])]
            top.head, top.relation = -1, "root"


def climb(tree: Sequence[Node], index: int, ending: set[int]) -> list[int]:
    """The words of the circle that the heads above a word end in, in the order of the text; none where they end.

    `ending` are words whose heads are known to end; those of this path are added to them.
    """
    path: list[int] = []
    while index >= 0 and index not in ending:
        if index in path:
            return sorted(path[path.index(index) :])
        path.append(index)
        index = tree[index].head
    ending.update(path)
    return []
