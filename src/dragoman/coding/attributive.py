"""Words that only describe a noun or belong to a name, and so tell no act."""

from __future__ import annotations

from itertools import pairwise

from dragoman.coding.frames import Frame
from dragoman.coding.reading import Reading


def attributive(reading: Reading, frame: Frame, index: int) -> str:
    """Why a word of an event only describes something; empty where it does not."""
    if token_describes(reading, index):
        return "only describes another noun"
    if in_name(reading, index):
        return "is part of a name"
    if frame.type == "co_production" and token_modifies(reading, index):
        return "only describes what a thing is like"
    if frame.type in ("co_production", "licensed_production") and of_make(reading, index):
        return "only says of whose make a thing is"
    if frame.type in ("arms_transfer", "military_aid") and given_by_nobody(reading, index):
        return "only says which goods are meant"
    return ""


def token_describes(reading: Reading, index: int) -> bool:
    """Whether a noun stands before another that it describes ("an exercise plan", "attack helicopters")."""
    token = reading.tokens[index]
    if token.form or token.relation != "compound" or token.head <= index:
        return False
    titled = index > 0 and reading.tokens[index - 1].text[:1].isupper()
    named = reading.tokens[token.head].pos == "PROPN" and not titled
    return not named and not reading.has(token.head, "series_noun")


def in_name(reading: Reading, index: int) -> bool:
    """Whether a participle belongs to what an actor is called ("the armed forces of A"), and tells no act."""
    token = reading.tokens[index]
    if titled(reading, index):
        return True
    if token.form != "Part" or token.short or token.relation != "amod":
        return False
    bodies = (a for a in reading.arguments if a.kind in ("force", "office", "institution"))
    return any(a.first <= index < a.last and token.head <= a.last for a in bodies)


def titled(reading: Reading, index: int) -> bool:
    """Whether a word is what drills are called ("Exercise Strike")."""
    if index == 0 or not reading.has(index - 1, "exercise_word"):
        return False
    return all(reading.tokens[i].text[:1].isupper() for i in (index - 1, index))


def token_modifies(reading: Reading, index: int) -> bool:
    """Whether a passive participle stands before the noun that it describes ("modernised missiles")."""
    token = reading.tokens[index]
    before = token.form == "Part" and not token.short and token.voice == "Pass"
    return before and token.relation == "amod" and token.head > index


def given_by_nobody(reading: Reading, index: int) -> bool:
    """Whether a participle before its noun says to whom goods go, not from whom ("repairs the tanks promised to A")."""
    token = reading.tokens[index]
    before = token.form == "Part" and not token.short and token.voice == "Pass" and token.head > index
    parted = index > 0 and reading.tokens[index - 1].text == ","
    if not before or parted or token.relation not in ("amod", "acl"):
        return False
    places = (index, token.head)
    beside = [
        a for a in reading.arguments if a.codes and (a.modifies in places or reading.tokens[a.head].head in places)
    ]
    return bool(beside) and all("Dat" in a.cases and "Ins" not in a.cases and not a.prep for a in beside)


def of_make(reading: Reading, index: int) -> bool:
    """Whether a noun of production is the genitive of a weapon, which it describes ("howitzers of Swedish make")."""
    token = reading.tokens[index]
    described = token.relation == "nmod" and "Gen" in token.cases and not token.form and token.head >= 0
    return described and reading.has(token.head, "arms", "designation", "gear") and index > token.head


def matter_of(reading: Reading, index: int) -> bool:
    """Whether a document above is about what a word names ("signed a statement on developing ties")."""
    path = [index, *reading.up(index)]
    for node, above in pairwise(path):
        about = any(
            t.head == node and t.pos == "ADP" and reading.words.is_form(t, "subject_matter") for t in reading.tokens
        )
        written = reading.has(above, "pact_firm") or (
            reading.has(above, "pact") and reading.has(above, "statement_noun")
        )
        if about and written:
            return True
    return False


def beside_owner(reading: Reading, index: int) -> bool:
    """Whether a noun stands for those that are somebody's, joined to him ("the United States and its allies")."""
    token = reading.tokens[index]
    owned = any(t.head == index and t.pos in ("DET", "PRON") and t.index < index for t in reading.tokens)
    return token.relation == "conj" and owned and any(a.codes for a in reading.heads.get(token.head, ()))
