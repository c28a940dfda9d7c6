"""What keeps a word of a conclusion from being coded though its frame fits: it concludes nothing of any state."""

from __future__ import annotations

from itertools import pairwise

from dragoman.coding.attributive import matter_of
from dragoman.coding.frames import Frame
from dragoman.coding.inference_scope import holds
from dragoman.coding.reading import Reading

DEFENCE = frozenset({"arms", "designation", "military", "defence_topic", "base_strict"})
"""Classes of words that make a market one of arms, or a sentence one about defence."""

ROMAN = frozenset("IVX")
PRESENT = ("XX", "XXI")
"""Centuries that the news may still speak of."""


def no_conclusion(reading: Reading, frame: Frame, index: int) -> str:
    """Why a word of a conclusion concludes nothing: part of a preposition, an enabling that is denied."""
    if any(a.form == "company" and a.first <= index <= a.last for a in reading.arguments):
        return "is part of the name of a company"
    if reading.has(index, "compound_preposition") and reading.tokens[index].number == "Sing" and led(reading, index):
        return "is part of a preposition"
    if frame.type == "capability" and any(reading.has(i, "enabling") and denied(reading, i) for i in reading.up(index)):
        return "is something that is not made possible"
    if reason := beside_states(reading, frame, index):
        return reason
    token = reading.tokens[index]
    if (
        token.form == "Part"
        and token.voice == "Pass"
        and not token.short
        and token.relation != "xcomp"
        and frame.type in ("capability", "closer_relations")
    ):
        return "only describes what something is like"
    if frame.type == "capability" and any(managed(reading, i) for i in reading.up(index)):
        return "tells what somebody managed to do in battle"
    if frame.type == "closer_relations" and not token.form and of_craft(reading, index):
        return "is that of ships or planes"
    if frame.type == "closer_relations" and bygone(reading, token.head):
        return "tells what once stood in the way"
    if frame.type == "closer_relations" and matter_of(reading, index):
        return "is only what a document is about"
    if frame.type != "novelty":
        return ""
    able = any(managed(reading, i) or lets(reading, i) for i in (index + 1, token.head) if 0 <= i < len(reading.tokens))
    return "tells what somebody became able to do" if able else unmarked(reading, index)


def beside_states(reading: Reading, frame: Frame, index: int) -> str:
    """Why a sentence tells nothing of the defence ties of today's states: another century, market or owner."""
    if historical(reading):
        return "is told of another century"
    if frame.type != "influence":
        return ""
    if "market" in reading.everywhere() and not reading.everywhere() & DEFENCE:
        return "is told of a market of other goods"
    return "is that of somebody who is no state" if of_nobody(reading, index) else ""


def historical(reading: Reading) -> bool:
    """Whether a sentence speaks of a century before this one, by its Roman number ("in the XVIII century")."""
    return any(
        reading.has(t.index, "century") and before.text not in PRESENT and set(before.text) <= ROMAN
        for before, t in pairwise(reading.tokens)
    )


def of_craft(reading: Reading, index: int) -> bool:
    """Whether an approach is that of ships or planes ("the approach of two fighters")."""
    return any(
        t.head == index and t.relation == "nmod" and t.case == "Gen" and reading.has(t.index, "airborne", "warship")
        for t in reading.tokens
    )


def bygone(reading: Reading, index: int) -> bool:
    """Whether a participle of the past only describes what made ties worse ("disputes that had strained …")."""
    if index < 0 or not reading.has(index, "worsen"):
        return False
    token = reading.tokens[index]
    return token.form == "Part" and token.tense == "Past" and token.aspect == "Imp"


def managed(reading: Reading, index: int) -> bool:
    """Whether "could" tells a success of the past, not what something makes possible."""
    return reading.has(index, "manage") and reading.tokens[index].tense == "Past"


def lets(reading: Reading, index: int) -> bool:
    """Whether a thing lets somebody do something, or gives the means ("for the first time the jets allow A to …")."""
    means = any(t.head == index and (t.form == "Inf" or reading.has(t.index, "opportunity")) for t in reading.tokens)
    return means and reading.has(index, "enabling") and holds(reading, index, "by_thing")


def unmarked(reading: Reading, index: int) -> str:
    """Why "first" marks no first of its kind: part of a phrase, or said of what is only mentioned."""
    token = reading.tokens[index]
    if reading.has(index, "no_first") and not reading.has(index, "first_of_kind"):
        return "is part of a phrase"
    noun = reading.tokens[token.head] if token.pos == "ADJ" and token.head >= 0 else token
    before = any(
        t.head == noun.index and t.pos == "ADP" and reading.words.is_form(t, "background") for t in reading.tokens
    )
    mentioned = noun is not token and (noun.relation == "nmod" or (noun.relation == "obl" and before))
    return "is said of something that is only mentioned" if mentioned else ""


def led(reading: Reading, index: int) -> bool:
    """Whether a preposition of place stands before a noun, adjectives aside ("in the military respect")."""
    place = index - 1
    while place >= 0 and reading.tokens[place].pos in ("ADJ", "DET"):
        place -= 1
    return place >= 0 and reading.words.is_form(reading.tokens[place], "in") and reading.tokens[index].case == "Loc"


def denied(reading: Reading, index: int) -> bool:
    """Whether a negation stands right before a word."""
    return index > 0 and reading.words.is_form(reading.tokens[index - 1], "not")


def of_nobody(reading: Reading, index: int) -> bool:
    """Whether influence is said to be that of somebody who is no actor ("the influence of Islamists, of new players").

    What somebody's forces, arms or party have may count as his.
    """
    if not reading.has(index, "own_weight"):
        return False
    covered = {i for a in reading.arguments for i in (*range(a.first, a.last + 1), a.head, a.modifies)}
    owners = [
        t for t in reading.tokens
        if t.head == index and t.relation == "nmod" and t.pos == "NOUN" and t.case == "Gen" and t.index not in covered
        and not any(
            c.head == t.index and (c.pos == "ADP" or c.index in covered or reading.words.likely(c, "own"))
            for c in reading.tokens
        )
        and not any(reading.attached(a.head, t.index) for a in reading.arguments if a.codes)
    ]  # fmt: skip
    return any(not reading.has(t.index, "forces", "soldiers", "arms", "gear", "delivery", "market") for t in owners)
