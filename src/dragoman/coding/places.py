"""Cities as places: they name the state of a base or a visit, or the one attacked, where no words for a state do.

A city is no actor ("Lviv said" is nobody's statement), so it is kept apart from the arguments of a sentence.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.frames import Frame
from dragoman.coding.phrases import Argument
from dragoman.coding.reading import Reading
from dragoman.coding.slots import Filled, candidates

ROLES = {"basing": "host", "visit": "host", "clash": "target", "training": "trainer"}
"""Of each type in which a place tells an actor: the role that it tells."""
SPOKEN = frozenset({"subj", "subj_any", "subj_adj", "agent", "dat", "ins"})
"""Slots of somebody who acts or receives: no place, except that of the base that hosts."""


def fill(reading: Reading, frame: Frame, index: int, filled: Filled) -> Filled:
    """The roles with the one that a city tells, if it is open and the state of the city has no other role."""
    role = ROLES.get(frame.type, "")
    if not reading.places or role not in frame.roles or any(a.codes for a in filled.get(role, ())):
        return filled
    towns = replace(reading, arguments=reading.places, heads={})
    others = {code for arguments in filled.values() for a in arguments for code in a.codes}
    found = [
        (score - 0.01 * order, argument)
        for order, slot in enumerate(frame.roles[role])
        if slot not in SPOKEN
        for argument, score in candidates(towns, slot, index, passive=reading.tokens[index].voice == "Pass")
        if others.isdisjoint(argument.codes) and (role in ("target", "trainer") or hosts(reading, argument, index))
    ]
    if role == "host" and "subj" in frame.roles[role] and frame.type == "basing":
        found += [(1.0, a) for a in of_base(reading, index) if others.isdisjoint(a.codes)]
    if not found:
        return filled
    best = max(found, key=lambda pair: pair[0])[1]
    return {**filled, role: [a for a in towns.conjuncts(best) if others.isdisjoint(a.codes)]}


def of_base(reading: Reading, index: int) -> list[Argument]:
    """Where the base lies that is the subject of a verb: its city ("the base at …, which hosts")."""
    token = reading.tokens[index]
    if not token.form:
        return []
    nouns = {t.index for t in reading.tokens if t.head == index and t.relation == "nsubj"}
    nouns |= {token.head} if token.relation == "acl:relcl" else set()
    found = []
    for argument in reading.places:
        about = {argument.head, argument.modifies, reading.tokens[argument.head].head}
        if nouns & about and any(reading.has(i, "base_object") for i in about | nouns):
            found.append(argument)
    return found


def hosts(reading: Reading, argument: Argument, index: int) -> bool:
    """Whether a city is where one comes or stays: by itself ("the Aleppo front" is none), of this word or of troops."""
    above = reading.tokens[argument.head].head
    stands = above == index or (above >= 0 and reading.has(above, "soldiers", "base_strict", "base_object"))
    return argument.modifies < 0 and stands
