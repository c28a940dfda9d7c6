"""What stands in the slot of a role and cannot be who the role asks for."""

from __future__ import annotations

from dragoman.actors import organisations
from dragoman.coding.described import made_by
from dragoman.coding.frames import Frame
from dragoman.coding.phrases import Argument
from dragoman.coding.reading import NOMINAL, Reading
from dragoman.model import Kind

DONE_BY = frozenset({"supplier", "trainer", "donor", "licensor", "provider"})
"""Roles that a place fills only where nobody is named as the doer."""

MAKERS = frozenset({"supplier", "licensor", "origin", "party"})
"""Roles that whose make something is may have."""

OBLIQUE = frozenset({"Dat", "Gen", "Loc"})
"""Cases of a noun that is not said of the subject ("sent to the members of the alliance")."""

PLACES = frozenset({"in", "at", "on"})
"""Prepositions of a place."""


def unfit(reading: Reading, frame: Frame, role: str, slot: str, argument: Argument, index: int) -> bool:
    """Whether an argument cannot have a role although it stands in one of its slots."""
    if measured(reading, argument) or (role == "place" and argument.head in reading.sources()):
        return True
    if frame.mode == "membership" and slot == "subj" and reading.tokens[index].case in OBLIQUE:
        return True
    if role not in MAKERS and frame.kind is Kind.event and of_make(reading, argument):
        return True
    if role == "trainer" and reading.words.is_prep(argument.prep, "in_on") and taught_by(reading):
        return True
    if role == "recipient" and not argument.prep and made_by(reading, argument):
        return True
    if role == "recipient" and slot == "gen" and frame.type == "arms_transfer" and goods_of(reading, argument):
        return True
    if slot.endswith("+Loc") and before_reason(reading, argument, index):
        return True
    if role in DONE_BY:
        return slot.partition("+")[0] in PLACES and by_somebody(reading, index)
    if role == "party" and frame.mode != "membership" and discussed(reading, argument, index):
        return True
    if role == "party" and argument.town and argument.modifies == index and frame.type in ("meeting", "negotiation"):
        return True
    if role == "party" and reading.words.is_prep(argument.prep, "with") and fought(reading, argument, index):
        return True
    return role == "host" and (somebody_there(argument, slot) or (frame.type == "basing" and union(argument)))


def measured(reading: Reading, argument: Argument) -> bool:
    """Whether a phrase only says where something is: how far, on which side, on whom it borders ("north of A")."""
    above = reading.tokens[argument.head].head
    if argument.prep and above >= 0 and reading.has(above, "borders_on"):
        return True
    place = argument.first - 1
    while place > 0 and reading.tokens[place].pos in ("DET", "ADP", "PART"):
        place -= 1
    return place >= 0 and place < argument.first - 1 and reading.has(place, "distance_noun")


def neighbour(reading: Reading, argument: Argument) -> bool:
    """Whether an actor is only named for where something is, alone or in a list ("at the border with A and B")."""
    word = argument.modifies if argument.modifies >= 0 else argument.head
    above = [word, *reading.up(word, NOMINAL)]
    above.append(reading.tokens[above[-1]].head)
    return measured(reading, argument) or any(i >= 0 and reading.has(i, "frontier", "borders_on") for i in above)


def of_make(reading: Reading, argument: Argument) -> bool:
    """Whether an adjective only says who made a thing ("Italian-made drones"), which need not be whose it is."""
    word = reading.words.plain(reading.tokens[argument.first].text)
    return argument.form == "adjective" and word.rpartition("-")[2] in reading.words.forms["of_make"]


def goods_of(reading: Reading, argument: Argument) -> bool:
    """Whether a phrase is what changes hands, named with its state ("the purchase of the Omani ships")."""
    carried = argument.form == "adjective" and argument.kind == "force"
    return carried and any(reading.has(i, "arms") for i in range(argument.first + 1, argument.last + 1))


def discussed(reading: Reading, argument: Argument, index: int) -> bool:
    """Whether an actor is below what a group or talks are about ("the group on aid to A"), not of those who meet."""
    if reading.words.is_prep(argument.prep, "on_matter"):
        return True
    if reading.tokens[index].form or argument.prep or argument.modifies >= 0:
        return False
    for node in reading.up(reading.tokens[argument.head].index, NOMINAL):
        if node == index:
            return False
        if any(t.head == node and t.pos == "ADP" and reading.words.is_form(t, "on_matter") for t in reading.tokens):
            return True
    return False


def fought(reading: Reading, argument: Argument, index: int) -> bool:
    """Whether "with" names against whom something is directed ("drills for the war with A")."""
    above = reading.tokens[argument.head].head
    return above >= 0 and above != index and reading.has(above, "fight_noun") and not reading.tokens[above].form


def taught_by(reading: Reading) -> bool:
    """Whether the sentence is about instructors of a state: then the place is not who teaches."""
    named = {a.modifies if a.modifies >= 0 else a.head for a in reading.arguments if a.codes}
    return any(
        reading.has(i, "instructor", "instructors") and reading.tokens[i].relation.startswith("nsubj") for i in named
    )


def by_somebody(reading: Reading, index: int) -> bool:
    """Whether a "by" behind a verb names who does it ("trained by marines in Brunei")."""
    doers = {a.head for a in reading.arguments} | {i for i in reading.classes if reading.has(i, *DOING)}
    return any(
        t.head == index and t.index in doers and "Ins" in t.cases and t.relation in ("obl", "nmod")
        for t in reading.tokens
    )


DOING = ("soldiers", "trainers", "instructors", "instructor", "school")
"""Classes of those who may do what a passive says."""


def somebody_there(argument: Argument, slot: str) -> bool:
    """Whether what stands behind a preposition of place is somebody, and so no place."""
    return slot.endswith("Loc") and argument.kind in ("force", "office", "person")


def union(argument: Argument) -> bool:
    """Whether a phrase is an organisation, which has no soil to host troops on."""
    return bool(argument.codes) and set(argument.codes) <= organisations().keys()


def penalised(reading: Reading, index: int, verb: int) -> bool:
    """Whether a noun is what sanctions are imposed for ("imposed sanctions on A for helping to buy …"): their author
    does no such thing.
    """
    path = [index, *reading.up(index)]
    below = [i for i in path if reading.tokens[i].head == verb >= 0]
    punished = any(t.head == verb and reading.has(t.index, "sanction_word", "sanction_list") for t in reading.tokens)
    return punished and any(
        t.head in below and t.pos == "ADP" and reading.words.is_form(t, "voted_for") for t in reading.tokens
    )


def before_reason(reading: Reading, argument: Argument, index: int) -> bool:
    """Whether a place stands before "for" and a noun behind it: it is no place of what is said there ("sanctions on
    firms in A for sales of …").
    """
    path = [index, *reading.up(index)]
    return any(
        t.head in path and t.pos == "ADP" and argument.last < t.index < index and reading.words.is_form(t, "voted_for")
        for t in reading.tokens
    )


def weighed(reading: Reading, verb: int, index: int) -> bool:
    """Whether a noun is what its subject weighs doing ("considers buying"), not what it takes something for."""
    token = reading.tokens[index]
    taken = any(t.head == verb and any(reading.words.is_form(u, "as") for u in reading.tokens if u.head == t.index)
                for t in reading.tokens)  # fmt: skip
    return reading.has(verb, "weigh_verb") and token.head == verb and token.relation == "obj" and not taken
