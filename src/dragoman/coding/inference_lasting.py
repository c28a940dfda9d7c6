"""What lasts although its form is of the past: a participle that only describes, a change that acts on others."""

from __future__ import annotations

from dragoman.coding.reading import Reading


def growing(reading: Reading, index: int) -> bool:
    """Whether a participle of the present says that what a noun names goes on ("saw in it A's growing influence")."""
    return not reading.tokens[index].form and any(
        t.head == index and t.relation in ("amod", "acl")
        and (reading.has(t.index, "rising")
             or (t.form == "Part" and t.tense == "Pres" and reading.has(t.index, "grow", "shrink", "worsen")))
        for t in reading.tokens
    )  # fmt: skip


def attributive(reading: Reading, index: int) -> bool:
    """Whether the trigger is a participle that describes a noun: as it is now ("thanks to diversified imports")."""
    return reading.tokens[index].form == "Part" and reading.tokens[index].relation == "amod"


def declared(reading: Reading, index: int) -> bool:
    """Whether a noun of change that the trigger hangs on does something to others: the change is under way ("the
    decline of A's influence has emboldened B").
    """
    above = reading.tokens[index].head
    if reading.tokens[index].form or above < 0 or reading.tokens[above].form:
        return False
    change = reading.has(above, "grow", "shrink") and reading.tokens[above].relation.startswith("nsubj")
    verb = reading.tokens[above].head
    return change and verb >= 0 and any(t.head == verb and t.relation == "obj" for t in reading.tokens)
