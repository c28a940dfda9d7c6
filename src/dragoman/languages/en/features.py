"""Cases by function and the features of verbs with their auxiliaries, as the shape of all languages asks for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.languages.en.tree import Node, children

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "X", "SYM"})
PLACES = frozenset({"in", "at", "on", "inside", "within", "near", "outside", "across", "throughout", "off", "around"})
"""Prepositions of place, whose nouns are locative."""
FUTURE = frozenset({"will", "'ll", "’ll", "shall", "wo", "sha"})
CONDITIONAL = frozenset({"would", "'d", "’d"})
MODAL = frozenset({"can", "ca", "could", "may", "might", "must", "should", "ought"})
ARRANGED = frozenset(["sending", "deploying", "moving", "dispatching", "arriving", "travelling", "traveling"])
"""Verbs of going and sending, whose progressive present tells what is arranged ("is sending troops")."""
DRIFT = frozenset(["away", "closer", "nearer", "toward", "towards", "further", "farther", "apart", "ahead", "forward"])
"""Words beside such a verb that make it a slow change, which goes on ("is moving away from …")."""
PAST_TAGS, PRESENT_TAGS = frozenset({"VBD"}), frozenset({"VBP", "VBZ"})


@dataclass(slots=True)
class Verb:
    """Features of a verb form together with its auxiliaries."""

    form: str
    tense: str = ""
    aspect: str = ""
    voice: str = ""
    mood: str = ""


def case(tree: Sequence[Node], index: int, depth: int = 0) -> tuple[str, ...]:
    """The cases of a noun by its function, the one it has first.

    Subject Nom, object Acc, indirect object Dat, possessive and "of" Gen, "by" Ins, a preposition of place Loc, any
    other preposition Obl. What a list or an apposition adds stands in the case of what it is added to.
    """
    node = tree[index]
    if node.pos not in NOMINAL and not (node.pos == "DET" and node.possessive):
        return ()
    if node.possessive or node.relation == "nmod:poss":
        return ("Gen",)
    marks = [tree[i].text.casefold() for i in children(tree, index, "case")]
    if marks:
        return of_preposition(marks)
    shares = node.relation in ("conj", "appos", "compound", "flat", "dep", "nummod") and node.head >= 0
    if shares and depth < 8:
        return case(tree, node.head, depth + 1) or ("Nom",)
    named = {"obj": ("Acc",), "iobj": ("Dat",), "obl:unmarked": ("Obl",), "xcomp": ("Obl",), "obl": ("Obl",)}
    return named.get(node.relation, ("Nom",))


def of_preposition(marks: list[str]) -> tuple[str, ...]:
    """The cases of a noun behind these prepositions."""
    if marks[-1] == "of" and len(marks) == 1:
        return ("Gen",)
    if marks[-1] == "by":
        return ("Ins", "Obl")
    return ("Loc", "Obl") if marks[0] in PLACES else ("Obl",)


def verb(tree: Sequence[Node], index: int, depth: int = 0) -> Verb:
    """The features of the verb at `index`."""
    node = tree[index]
    helpers = [tree[i] for i in children(tree, index, "aux", "aux:pass", "cop")]
    words = {h.text.casefold() for h in helpers}
    passive = any(h.relation == "aux:pass" for h in helpers) or (participle(node, helpers) and not told(tree, index))
    if not helpers and node.relation == "conj" and node.head >= 0 and depth < 5 and node.tag in ("VB", "VBN", "VBG"):
        first = tree[node.head]
        if first.tag == node.tag or node.tag == "VB":
            return verb(tree, node.head, depth + 1)
    found = Verb(form(tree, index, helpers), voice="Pass" if passive else "Act")
    found.tense = tense(tree, index, helpers, words, depth) if found.form != "Inf" else ""
    if words & CONDITIONAL and found.tense != "Fut":
        found.mood = "Cnd"
    if node.tag == "VB" and found.form == "Fin" and not helpers and not children(tree, index, "nsubj", "nsubj:pass"):
        found.mood = "Imp"
    if found.form == "Conv" and "having" in words:
        found.aspect = "Perf"
    return found


def participle(node: Node, helpers: list[Node]) -> bool:
    """Whether a past participle stands without an auxiliary."""
    shortened = node.tag == "VBN" or (node.tag == "VBD" and node.relation == "acl")
    return shortened and not any(h.relation in ("aux", "aux:pass") for h in helpers)


def told(tree: Sequence[Node], index: int) -> bool:
    """Whether a participle without an auxiliary is the past that a full sentence tells ("The ministers … discussed").

    The tagger takes it for a participle where much stands between it and its subject; only in headlines it is one.
    """
    told_of = tree[index].relation == "root" and bool(children(tree, index, "nsubj"))
    return told_of and tree[-1].text in STOPS


STOPS = frozenset({".", "!", "?", "”", '"', "»"})


def form(tree: Sequence[Node], index: int, helpers: list[Node]) -> str:
    """`Fin`, `Inf` (gerunds that complete a verb or noun as well), `Part`, `Conv`."""
    node = tree[index]
    if any(h.tag == "TO" for h in helpers) and not any(
        h.text.casefold() in ("is", "are", "was", "were") for h in helpers
    ):
        return "Inf"
    finite = [h for h in helpers if h.tag in ("MD", "VBD", "VBP", "VBZ") or h.tag == "TO"]
    if node.tag in PAST_TAGS and node.relation == "acl" and not helpers:
        return "Part"
    if node.tag in PAST_TAGS | PRESENT_TAGS or finite:
        return "Fin"
    if node.tag == "VB":
        return "Fin" if node.relation == "root" else "Inf"
    if node.tag == "VBN":
        subject = children(tree, index, "nsubj", "nsubj:pass")
        return "Fin" if subject and node.relation in ("root", "ccomp", "conj", "parataxis") else "Part"
    if node.relation == "advcl":
        return "Conv"
    return "Part" if node.relation in ("acl", "amod", "acl:relcl", "compound") else "Inf"


def tense(tree: Sequence[Node], index: int, helpers: list[Node], words: set[str], depth: int) -> str:
    """`Past` (perfects too), `Pres` ("said it was holding" too), `Fut` ("is to", "would" in reported speech too)."""
    node = tree[index]
    if words & FUTURE or "going" in words or any(h.tag == "TO" for h in helpers):
        return "Fut"
    if words & CONDITIONAL and reported(tree, index):
        return "Fut"
    if words & {"have", "has", "had", "'ve", "’ve", "having"} and node.tag in ("VBN", "VBD"):
        return "Pres" if "had" not in words and lasting(tree, index) else "Past"
    if words & {"have", "has", "had", "'ve", "’ve"}:
        return "Past" if "had" in words else "Pres"
    first = next((h for h in helpers if h.tag in ("VBD", "VBP", "VBZ")), None)
    going = first is not None and node.tag == "VBG" and first.tag not in PAST_TAGS
    if going and node.text.casefold() in ARRANGED and not drifting(tree, index):
        return "Fut"
    if first is not None:
        shifted = node.tag == "VBG" and reported(tree, index)
        return "Past" if first.tag in PAST_TAGS and not shifted else "Pres"
    if words & (MODAL | CONDITIONAL):
        return "Pres"
    if node.tag == "VBG" and node.relation == "advcl" and node.head >= 0 and depth < 5:
        return verb(tree, node.head, depth + 1).tense if tree[node.head].tag.startswith("VB") else "Pres"
    return "Past" if node.tag in ("VBD", "VBN") else "Pres"


def drifting(tree: Sequence[Node], index: int) -> bool:
    """Whether a verb of going tells a slow change of course, no journey ("is moving away from", "closer to")."""
    return any(tree[i].text.casefold() in DRIFT for i in children(tree, index))


def lasting(tree: Sequence[Node], index: int) -> bool:
    """Whether "since" says that what a perfect tells still goes on."""
    times = [
        i for i in children(tree, index)
        if any(tree[j].text.casefold() == "since" for j in (*children(tree, i, "case", "mark"), *ever_since(tree, i)))
    ]  # fmt: skip
    return bool(times)


def ever_since(tree: Sequence[Node], index: int) -> list[int]:
    """A "since" by itself where "ever" stands before it; alone it only says later ("has since bought")."""
    return [index] if index > 0 and tree[index - 1].text.casefold() == "ever" else []


def reported(tree: Sequence[Node], index: int) -> bool:
    """Whether a clause is what somebody said in the past: then "would" is the future of that day."""
    node = tree[index]
    if node.relation == "conj" and node.head >= 0:
        return tree[node.head].relation == "ccomp" and reported(tree, node.head)
    if node.relation != "ccomp" or node.head < 0:
        return False
    return tree[node.head].tag in ("VBD", "VBN") or any(
        tree[i].tag == "VBD" for i in children(tree, node.head, "aux", "aux:pass")
    )
