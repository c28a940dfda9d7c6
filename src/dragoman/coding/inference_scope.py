"""How far up a conclusion reaches: the words that govern it, and what they are to it."""

from __future__ import annotations

from dragoman.coding.reading import Reading
from dragoman.coding.scopes import misplaced
from dragoman.coding.subjects import subject

DEPTH = 8
"""Governors that are looked at; newspaper sentences are not deeper."""


CHANGES = ("grow", "shrink", "worsen", "regain", "retain")
"""Classes of words that say by themselves which way something goes: what governs them turns it round no more."""

ADJECTIVE = ("ADJ", "amod")
"""Part of speech and relation of a word that only describes a noun ("military cooperation")."""

REACH = 13
"""Words between a noun and what it is said to do; farther on the parser errs more often than not."""


def scope(reading: Reading, index: int) -> list[int]:
    """The trigger and its governors, nearest first, as far as its relative clause or, without one, the root."""
    found = [index]
    while len(found) <= DEPTH:
        token = reading.tokens[found[-1]]
        ends = token.relation == "acl:relcl" or misplaced(token)
        if ends or token.head < 0 or token.head in found:
            break
        found.append(token.head)
    return found


def under(reading: Reading, index: int, names: tuple[str, ...]) -> bool:
    """Whether a word of one of these classes governs the trigger closely or describes it."""
    token = reading.tokens[index]
    describing = (token.pos, token.relation) == ADJECTIVE and reading.has(token.head, "relations_word")
    if token.relation == "compound" or describing:
        return False
    closest = over_lists(reading, scope(reading, index))[1:3] if not served(reading, index) else []
    if closest and reading.tokens[index].relation.startswith("nsubj") and not swapped(reading, index):
        own = [*closest[:1], *modal_goals(reading, closest[0]), *predicates(reading, closest[0])]
        closest = own if not transitive(reading, closest[0]) else []
    elif len(closest) > 1 and reading.tokens[closest[0]].relation.startswith("nsubj") and bears_on(reading, closest[1]):
        closest = closest[:1]
    if "enabled_by" in {part for name in names for part in name.split("&")} and made_able(reading, index):
        return True
    if token.relation == "nmod" and any(t.head == index and reading.has(t.index, "aside_prep") for t in reading.tokens):
        closest = closest[:1]
    described = [t.index for t in reading.tokens if t.head == index and t.relation in ("amod", "acl", "aux")]
    if "become" in names and equated(reading, index):
        return True
    described += [t.index for t in reading.tokens if t.head in described and t.relation == "advmod"]
    places = [index, *listed(reading, scope(reading, index))]
    nodes = [n for n in (*closest, *described, *follower(reading, index)) if min(abs(n - p) for p in places) <= REACH]
    settled = set(closest[1:]) if closest and reading.has(closest[0], *CHANGES) else set()
    return any(
        all(holds(reading, node, part) for part in name.split("&"))
        for name in names
        for node in nodes
        if not (node in settled and name in CHANGES)
    )


def served(reading: Reading, index: int) -> bool:
    """Whether a noun is only whom goods are for: what is done is done to them ("is building ships for A's navy")."""
    above = reading.tokens[index].head
    goods = [above, *(t.index for t in reading.tokens if t.head == above and t.relation == "obj")]
    meant = any(t.head == index and t.pos == "ADP" and reading.words.is_form(t, "for") for t in reading.tokens)
    return meant and above >= 0 and any(reading.has(i, "arms", "gear", "designation") for i in goods)


def swapped(reading: Reading, index: int) -> bool:
    """Whether the tree took for the subject what is done to: behind the verb, before which an object may be one."""
    token = reading.tokens[index]
    before = [t for t in reading.tokens[: token.head] if t.head == token.head and t.relation == "obj"]
    return token.head < index and "Acc" in token.cases and any("Nom" in t.cases for t in before)


def equated(reading: Reading, index: int) -> bool:
    """Whether a noun is what the subject is said to be without a verb: "A's airfields — the gate to B"."""
    token = reading.tokens[index]
    said = token.relation in ("root", "conj", "parataxis")
    if token.form or token.pos != "NOUN" or "Nom" not in token.cases or not said:
        return False
    subjects = [t.index for t in reading.tokens[:index] if t.head == index and t.relation.startswith("nsubj")]
    return any(reading.words.is_form(t, "dash") for i in subjects for t in reading.tokens[i:index])


def made_able(reading: Reading, index: int) -> bool:
    """Whether something is done so that the trigger can be ("buys the same radios so that the armies can …")."""
    below = [t for t in reading.tokens if t.head == index]
    able = any(t.relation == "aux" and reading.has(t.index, "able_word", "modal_word") for t in below)
    return able and any(reading.words.is_form(t, "so_that") for t in below)


def over_lists(reading: Reading, path: list[int]) -> list[int]:
    """The governors without the nouns that a later noun of a list only hangs on ("approved drills and a package")."""
    joined = listed(reading, path)
    return [node for node in path if node not in joined or reading.tokens[node].form]


def listed(reading: Reading, path: list[int]) -> set[int]:
    """Those of the governors that a later noun of a list hangs on."""
    return {
        reading.tokens[node].head
        for node in path
        if reading.tokens[node].relation == "conj" and reading.tokens[node].pos in ("NOUN", "PROPN")
    }


def modal_goals(reading: Reading, node: int) -> list[int]:
    """Infinitives that a word such as "possible" asks for: "the tie may be deepened", said without a person."""
    return [
        t.index
        for t in reading.tokens
        if t.head == node and t.form == "Inf" and t.relation in ("csubj", "xcomp") and not transitive(reading, t.index)
    ]


def predicates(reading: Reading, node: int) -> list[int]:
    """What the subject of a verb becomes or remains: "relations became strained"."""
    return [t.index for t in reading.tokens if t.head == node and t.relation == "xcomp" and t.pos == "ADJ"]


def follower(reading: Reading, index: int) -> list[int]:
    """The finite verb right behind a noun and its genitives, where the tree gives that verb no subject at all."""
    for token in reading.tokens[index + 1 : index + 7]:
        if token.form == "Fin":
            parted = any(t.head == token.index and t.relation.startswith(("nsubj", "obj")) for t in reading.tokens)
            return [] if parted else [token.index]
        if token.pos in ("PUNCT", "SCONJ") or (token.pos == "NOUN" and token.case != "Gen"):
            return []
    return []


def transitive(reading: Reading, node: int) -> bool:
    """Whether a verb has an object: then it tells what its subject does, not what becomes of it."""
    return any(t.head == node and t.relation == "obj" for t in reading.tokens)


def bears_on(reading: Reading, node: int) -> bool:
    """Whether a verb has an object or an infinitive of its own: then it is done to that, not to its subject."""
    return transitive(reading, node) or any(
        t.head == node and t.relation in ("xcomp", "ccomp") and t.form == "Inf" for t in reading.tokens
    )


def holds(reading: Reading, node: int, name: str) -> bool:
    """Whether a word is of a class; `moved` holds of a noun and of a verb whose subject is no actor.

    `kept` holds of what is not said to be worn away ("erodes the ability to …" is no gain),
    `subject:CLASS` holds of a verb whose subject is of that class, `by_thing` of one whose subject is no actor.
    """
    agents = [t.index for t in reading.tokens if t.head == node and t.relation.startswith("nsubj")]
    if name.startswith("subject:"):
        return any(reading.has(i, name.partition(":")[2]) for i in agents)
    if name == "kept":
        above = reading.tokens[node].head
        return above < 0 or not reading.has(above, "shrink", "worsen")
    if name == "by_thing":
        return bool(agents) and subject(reading, node) is None
    if name != "moved":
        return reading.has(node, name) or (name == "hinder" and ruled_out(reading, node))
    token = reading.tokens[node]
    if not (token.form or token.short):
        return True
    return subject(reading, node) is None


def ruled_out(reading: Reading, node: int) -> bool:
    """Whether a verb of letting happen is negated: "not to allow" hinders."""
    return reading.has(node, "let_happen") and node > 0 and reading.words.is_form(reading.tokens[node - 1], "not")
