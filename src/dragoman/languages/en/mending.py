"""Mistakes of the parser that can be told from the tree alone, mended before it is brought into another shape."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dragoman.languages.en.tree import Node, children
from dragoman.languages.listed import word_lists

PATH = Path(__file__).parent / "data" / "mending.yaml"
LISTS = word_lists(PATH)
TITLES = frozenset(LISTS["titles"])
COMPLETED = frozenset(LISTS["completed"])
DEALT = frozenset(LISTS["dealt"])
KIN = frozenset(LISTS["kin"])
TOLD = frozenset(LISTS["told"])
GROUPS = frozenset(LISTS["groups"])
TWO_OBJECTS = frozenset(LISTS["two_objects"])
HAVE = frozenset(LISTS["have"])
OWNERS = frozenset(LISTS["owners"])
BLOWS = frozenset(LISTS["blows"])
ASKING = frozenset(LISTS["asking"])
VERB_TAGS = {"VBZ": "NNS", "VBP": "NN"}
"""What a word really is that a preposition governs and that is tagged as the present of a verb."""


def mend(tree: list[Node]) -> None:
    """Mend the tree of a sentence in place."""
    for index in range(len(tree)):
        governed_noun(tree, index)
        described_gerund(tree, index)
        infinitive(tree, index)
        relative_verb(tree, index)
        acting_noun(tree, index)
        helped_verb(tree, index)
        asked_infinitive(tree, index)
        subject_participle(tree, index)
        parted_perfect(tree, index)
        perfect_gerund(tree, index)
        two_persons(tree, index)
        completed_noun(tree, index)
        named_kin(tree, index)
        exemplified(tree, index)
        parted_clause(tree, index)
        closing_speaker(tree, index)
        bare_list(tree, index)
        two_before_noun(tree, index)
        opening_place(tree, index)
        perfect_verb(tree, index)
        main_past(tree, index)
        infinitive_form(tree, index)
        perfect_form(tree, index)


def governed_noun(tree: list[Node], index: int) -> None:
    """Let the object of a preposition be a noun, not the present of a verb ("by Turkish drone strikes")."""
    node = tree[index]
    if node.tag in VERB_TAGS and node.relation == "pobj":
        node.tag, node.pos = VERB_TAGS[node.tag], "NOUN"


def described_gerund(tree: list[Node], index: int) -> None:
    """Let a gerund that an adjective describes behind a preposition be a noun ("killed in Pakistani firing")."""
    node = tree[index]
    adjective = tree[index - 1] if index else node
    described = adjective.tag == "JJ" or (adjective.pos == "PROPN" and node.text.casefold() in BLOWS)
    if node.tag != "VBG" or not described or adjective.relation != "pobj" or adjective.head > index:
        return
    if node.head not in (index - 1, tree[adjective.head].head, adjective.head) or children(tree, index, "dobj"):
        return
    node.tag, node.pos, node.head, node.relation = "NN", "NOUN", adjective.head, "pobj"
    adjective.head, adjective.relation = index, "amod"


def infinitive(tree: list[Node], index: int) -> None:
    """Let "to" and what is tagged as a noun be the infinitive that completes a noun ("a deal to export tanks")."""
    node = tree[index]
    if node.relation != "compound" or node.tag != "NN" or node.text.casefold() not in DEALT or index < 2:
        return
    to, noun, goods = tree[index - 1], tree[index - 2], node.head
    if to.text.casefold() != "to" or tree[goods].head != index - 1 or noun.text.casefold() not in COMPLETED:
        return
    node.tag, node.pos, node.head, node.relation = "VB", "VERB", index - 2, "acl"
    to.tag, to.pos, to.head, to.relation = "TO", "PART", index, "aux"
    tree[goods].head, tree[goods].relation = index, "dobj"


def relative_verb(tree: list[Node], index: int) -> None:
    """Let what is tagged as a noun behind "that" be the verb of a relative clause ("states that supply parts to A")."""
    node = tree[index]
    if node.relation != "compound" or node.tag != "NN" or node.text.casefold() not in DEALT or index < 2:
        return
    that, noun, goods = tree[index - 1], tree[index - 2], node.head
    if that.text.casefold() not in ("that", "which", "who") or noun.tag not in ("NNS", "NNPS") or goods <= index:
        return
    node.tag, node.pos, node.head, node.relation = "VBP", "VERB", index - 2, "relcl"
    that.head, that.relation, that.pos = index, "nsubj", "PRON"
    tree[goods].head, tree[goods].relation = index, "dobj"


def acting_noun(tree: list[Node], index: int) -> None:
    """Let a word be a verb that is tagged as a noun but has subject and object around it ("A and B host …")."""
    node = tree[index]
    if node.tag != "NN" or not (children(tree, index, "nsubj") and children(tree, index, "dobj")):
        return
    if max(children(tree, index, "nsubj")) < index < min(children(tree, index, "dobj")):
        node.tag, node.pos = "VBP", "VERB"


def helped_verb(tree: list[Node], index: int) -> None:
    """Let a word with a subject of its own before an object be a verb, not what the object is like ("helped A
    assemble tanks").
    """
    node, goods = tree[index], tree[index].head
    if node.relation != "compound" or node.tag not in ("NN", "VB") or goods <= index or tree[goods].relation != "dobj":
        return
    if max(children(tree, index, "nsubj"), default=-1) != index - 1:
        return
    node.tag, node.pos, node.head, node.relation = "VB", "VERB", tree[goods].head, "ccomp"
    tree[goods].head = index


def subject_participle(tree: list[Node], index: int) -> None:
    """Let what is taken for a clause as the subject be a noun with its participle ("tanks promised to A by B came")."""
    verb = tree[index]
    if verb.relation != "csubj" or verb.tag != "VBD" or verb.head <= index:
        return
    goods = children(tree, index, "nsubj")
    if len(goods) != 1 or all(tree[i].text.casefold() != "by" for i in children(tree, index, "prep", "agent")):
        return
    tree[goods[0]].head, tree[goods[0]].relation = verb.head, "nsubj"
    verb.tag, verb.head, verb.relation = "VBN", goods[0], "acl"


def asked_infinitive(tree: list[Node], index: int) -> None:
    """Let an infinitive behind whom somebody pleads with be what is asked, no purpose ("pleaded with A to send")."""
    verb = tree[index]
    if verb.relation != "advcl" or verb.tag != "VB" or tree[verb.head].text.casefold() not in ASKING:
        return
    to = next((i for i in children(tree, index, "aux") if tree[i].tag == "TO"), -1)
    if to > 1 and tree[to - 1].relation == "pobj" and tree[tree[to - 1].head].head == verb.head:
        verb.relation = "xcomp"


def parted_perfect(tree: list[Node], index: int) -> None:
    """Join "has" to the participle from which a phrase of time parts it ("has for years supplied")."""
    node = tree[index]
    if node.text.casefold() not in HAVE or children(tree, index, "dobj", "xcomp"):
        return
    spans = [j for i in children(tree, index, "prep") if i == index + 1 for j in children(tree, i, "pobj")]
    verb = next((i for j in spans for i in children(tree, j, "acl") if i == j + 1 and tree[i].tag == "VBN"), -1)
    if verb < 0:
        return
    tree[verb].head, tree[verb].relation = node.head, node.relation
    for i in children(tree, index):
        tree[i].head = verb
    node.head, node.relation = verb, "aux"


def perfect_gerund(tree: list[Node], index: int) -> None:
    """Let "having" and a participle be what is denied or admitted, not what its object is like ("denied having sold
    tanks to A").
    """
    node, goods = tree[index], tree[index].head
    if node.tag not in ("VBN", "VBD") or node.relation != "amod" or goods <= index or tree[goods].relation != "dobj":
        return
    if not index or tree[index - 1].text.casefold() != "having":
        return
    verb = tree[goods].head
    node.head, node.relation = verb, "xcomp"
    tree[index - 1].head, tree[index - 1].relation = index, "aux"
    tree[goods].head = index
    for i in children(tree, verb, "prep", "dative"):
        if i > goods:
            tree[i].head = index


def named_kin(tree: list[Node], index: int) -> None:
    """Let the name behind "its ally" or "its neighbour" carry the phrase, which describes it ("to its ally Chad")."""
    name = tree[index]
    if name.relation != "appos" or name.pos != "PROPN" or not 0 <= name.head < index:
        return
    kin = tree[name.head]
    if kin.text.casefold() not in KIN or any(tree[i].pos != "PROPN" for i in range(name.head + 1, index)):
        return
    place = name.head
    name.head, name.relation = kin.head, kin.relation
    kin.head, kin.relation = index, "compound"
    for i in children(tree, place, "det", "conj", "cc"):
        tree[i].head = index


def exemplified(tree: list[Node], index: int) -> None:
    """Let the names behind "powers like" carry the phrase, whose noun names nobody ("powers like A and B")."""
    name = tree[index]
    prep = name.head
    if name.relation != "pobj" or name.pos != "PROPN" or tree[prep].text.casefold() != "like":
        return
    group = tree[prep].head
    if tree[prep].relation != "prep" or group < 0 or tree[group].text.casefold() not in GROUPS:
        return
    name.head, name.relation = tree[group].head, tree[group].relation
    tree[group].head, tree[group].relation = index, "compound"
    tree[prep].head, tree[prep].relation = index, "advmod"


def parted_clause(tree: list[Node], index: int) -> None:
    """Set a clause before a semicolon beside the one behind it, which the parser hangs it on as its content."""
    node = tree[index]
    if node.relation == "ccomp" and any(tree[i].text == ";" for i in range(index + 1, node.head)):
        node.relation = "parataxis"


def closing_speaker(tree: list[Node], index: int) -> None:
    """Let who is named behind a comma with a word of saying be its speaker ("…, the minister repeated on Monday")."""
    verb = tree[index]
    if verb.tag != "VBN" or verb.relation != "acl" or verb.text.casefold() not in TOLD:
        return
    noun = verb.head
    top = tree[noun].head
    said = noun == index - 1 and top >= 0 and tree[noun].relation in ("npadvmod", "dep", "appos", "conj")
    first = min([noun, *children(tree, noun, "det", "amod", "compound", "poss")]) if said else 0
    if not said or tree[top].head >= 0 or not tree[top].tag.startswith("VB") or tree[first - 1].text != ",":
        return
    verb.tag, verb.head, verb.relation = "VBD", -1, "ROOT"
    tree[top].head, tree[top].relation = index, "ccomp"
    tree[noun].head, tree[noun].relation = index, "nsubj"
    for i in children(tree, noun):
        if i > index:
            tree[i].head = index


def bare_list(tree: list[Node], index: int) -> None:
    """Join the last name of a list without "and" to those before it, which carries the list ("A, B, C bought jets")."""
    last, before = tree[index], index - 2
    if last.relation != "nsubj" or last.pos != "PROPN" or before < 2 or tree[index - 1].text != ",":
        return
    first = before
    while tree[first].relation == "conj" and tree[first].pos == "PROPN" and tree[first].head < first:
        first = tree[first].head
    if first == before or tree[first].pos != "PROPN" or tree[first].head != last.head:
        return
    tree[first].relation = "nsubj"
    last.head, last.relation = before, "conj"


def two_before_noun(tree: list[Node], index: int) -> None:
    """Let both of two names joined before a noun describe it ("US and EU sanctions")."""
    name = tree[index]
    if name.relation != "conj" or name.pos != "PROPN" or not 0 <= name.head < index:
        return
    first = tree[name.head]
    if first.relation == "compound" and first.pos == "PROPN" and first.head == index + 1:
        name.head, name.relation = index + 1, "compound"


def completed_noun(tree: list[Node], index: int) -> None:
    """Hang an infinitive right behind the object that it completes on that ("vetoed a resolution to extend …")."""
    verb = tree[index]
    if verb.relation != "advcl":
        return
    to = next((i for i in children(tree, index, "aux") if tree[i].tag == "TO"), -1)
    if to < 1:
        return
    place, noun = to - 1, tree[to - 1]
    prep = noun.head if noun.relation == "pobj" and tree[noun.head].text.casefold() == "to" else -1
    if prep > 0 and tree[prep].head == verb.head:
        place, noun = prep - 1, tree[prep - 1]
    if noun.relation == "dobj" and noun.head == verb.head and noun.text.casefold() in COMPLETED:
        verb.head, verb.relation = place, "acl"
        if prep > 0:
            tree[prep].head = place


def main_past(tree: list[Node], index: int) -> None:
    """Let a past with an object be the verb of a sentence that has none, not what its subject is like.

    "The quarrel over the bases alienated A from B": a participle of that place is passive and has no object.
    """
    node, noun = tree[index], tree[index].head
    if node.tag not in ("VBN", "VBD") or node.relation != "acl" or not 0 <= noun == index - 1:
        return
    if not children(tree, index, "dobj") or node.text.casefold() in TWO_OBJECTS:
        return
    top = next((i for i in (noun, *governors(tree, noun)) if tree[i].head < 0), -1)
    if top < 0 or not tree[top].tag.startswith("NN"):
        return
    for i in children(tree, top, "conj", "cc", "punct", "advcl", "npadvmod"):
        if i > index:
            tree[i].head = index
    node.tag, node.head, node.relation = "VBD", -1, "ROOT"
    tree[top].head, tree[top].relation = index, "nsubj"


def infinitive_form(tree: list[Node], index: int) -> None:
    """Let what is tagged as a noun behind "to" be the infinitive that the tree makes of it ("to counterbalance A")."""
    node = tree[index]
    marked = index > 0 and tree[index - 1].text.casefold() == "to" and tree[index - 1].relation == "aux"
    if marked and tree[index - 1].head == index and node.tag == "NN" and node.relation in ("advcl", "xcomp", "acl"):
        node.tag, node.pos = "VB", "VERB"


def perfect_form(tree: list[Node], index: int) -> None:
    """Let what is tagged as a present behind "has" be the participle that it is ("ties have deteriorated")."""
    node = tree[index]
    present = node.tag in ("VBP", "VB", "VBD") and node.text.casefold().endswith("ed")
    if present and any(tree[i].text.casefold() in HAVE for i in children(tree, index, "aux")):
        node.tag = "VBN"


def perfect_verb(tree: list[Node], index: int) -> None:
    """Let a participle behind "has" be its verb, not what the object is like ("the sale has strained ties").

    A state that "has strained ties" has such ties.
    """
    node, noun = tree[index], tree[index].head
    if node.tag != "VBN" or node.relation != "amod" or noun <= index or tree[index - 1].text.casefold() not in HAVE:
        return
    has = index - 1
    below = tree[has].head == index
    subjects = children(tree, index if below else has, "nsubj")
    things = [i for i in subjects if tree[i].tag in ("NN", "NNS") and tree[i].text.casefold() not in OWNERS]
    if below and subjects:
        above, relation = tree[noun].head, tree[noun].relation
    elif things and tree[noun].relation == "dobj" and tree[noun].head == has:
        above, relation = tree[has].head, tree[has].relation
    else:
        return
    for i in (*children(tree, has), *children(tree, noun, "punct", "advcl", "cc", "conj")):
        if i != noun and (tree[i].head == has or below):
            tree[i].head = index
    node.head, node.relation = above, relation
    tree[noun].head, tree[noun].relation = index, "dobj"
    tree[has].head, tree[has].relation, tree[has].pos = index, "aux", "AUX"


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


def opening_place(tree: list[Node], index: int) -> None:
    """Let the name right before a verb without a subject be its subject, not the end of what opens the sentence.

    "With tanks from Seoul, Poland has become …": the comma ends the phrase, no list.
    """
    name, first = tree[index], tree[index].head
    if name.relation not in ("conj", "appos") or not 0 <= first < index or index + 1 == len(tree):
        return
    verb = tree[index + 1].head if tree[index + 1].head >= 0 else index + 1
    while verb >= 0 and tree[verb].relation in ("aux", "auxpass", "neg") and tree[verb].head > index:
        verb = tree[verb].head
    finite = tree[verb].tag in ("VBZ", "VBD", "VBP") or children(tree, verb, "aux")
    adjacent = tree[index + 1].head == verb or verb == index + 1
    left = min([index, *children(tree, index, "det", "amod", "compound", "poss")])
    if not (index < verb != first and finite and adjacent) or tree[left - 1].text != "," or children(tree, first, "cc"):
        return
    if children(tree, verb, "nsubj", "nsubjpass", "csubj") or tree[verb].relation in ("relcl", "acl"):
        return
    top = first
    while top >= 0 and tree[top].relation != "prep":
        top = tree[top].head
    if top >= 0 and verb in governors(tree, top):
        name.head, name.relation = verb, "nsubj"


def governors(tree: Sequence[Node], index: int) -> list[int]:
    """The words above a word, nearest first."""
    found: list[int] = []
    while tree[index].head >= 0 and tree[index].head not in found:
        index = tree[index].head
        found.append(index)
    return found
