"""Who deals with whom without a word for giver and taker: firm and buyer, who threatens and whom, whose make it is."""

from __future__ import annotations

from dragoman.coding.described import attributes
from dragoman.coding.phrases import Argument
from dragoman.coding.reading import Reading
from dragoman.coding.subjects import placed_speaker, subject
from dragoman.coding.weapons import made_in

Scored = list[tuple[Argument, float]]


def company(reading: Reading, index: int) -> Scored:
    """The firm of a contract: it supplies, whichever side the verb puts it on."""
    return [(a, s) for a, s in dealing(reading, index) if is_firm(a)]


def client(reading: Reading, index: int) -> Scored:
    """The state or its forces in a contract with a firm: they buy."""
    found = dealing(reading, index)
    return [(a, s) for a, s in found if not is_firm(a)] if any(is_firm(a) for a, _ in found) else []


def is_firm(argument: Argument) -> bool:
    """Whether a phrase is a company with a known home."""
    return "company" in (argument.form, argument.kind) and bool(argument.codes)


def dealing(reading: Reading, index: int) -> Scored:
    """Everybody who deals: subject and receiver of the verb above, owners, who stands behind "with" and the like."""
    verb = reading.verb_above(index)
    found = [(a, 1.0) for a, _ in attributes(reading, index)]
    first = subject(reading, verb) if verb >= 0 else None
    found += [(a, 0.95) for a in reading.conjuncts(first)] if first is not None else []
    for argument in reading.arguments:
        above = reading.tokens[argument.head].head
        given = above == verb >= 0 and not argument.prep and {"Dat", "Ins"} & set(argument.cases)
        beside = reading.words.is_prep(argument.prep, "dealing") and above in (index, verb)
        owning = above == index and not argument.prep and {"Gen", "Ins"} & set(argument.cases)
        if argument.codes and (given or beside or owning) and argument.modifies < 0:
            found.append((argument, 0.9))
    return found


def teller(reading: Reading, index: int) -> Scored:
    """Who says what stands in a clause: the subject of the reporting verb over it."""
    for above in reading.up(index):
        if reading.has(above, "say_verb"):
            found = subject(reading, above) or placed_speaker(reading, above)
            return [(found, 0.9)] if found is not None and found.codes else []
    return []


def accuser(reading: Reading, index: int) -> Scored:
    """On whom fire fell where nobody else is named: who accuses another of it or tells of it."""
    for above in reading.up(index):
        if reading.has(above, "accuse", "say_verb"):
            found = subject(reading, above)
            return [(found, 0.8)] if found is not None and found.codes else []
    return []


def opponent(reading: Reading, index: int) -> Scored:
    """Who does what a threat makes its condition: the subject of the "if" clause of the sentence."""
    for token in reading.tokens:
        if not reading.words.is_form(token, "if") or token.head < 0:
            continue
        found = subject(reading, token.head)
        named = [found] if found is not None else [a for a in reading.arguments if a.modifies == token.head]
        if named and named[0].codes:
            return [(named[0], 0.8)]
    return []


def promised(reading: Reading, index: int) -> Scored:
    """Of whom a guarantee is asked: the subject of the "that" clause behind the word."""
    behind = [t.index for t in reading.tokens[index + 1 :] if t.relation in ("ccomp", "acl") and t.form == "Fin"]
    found = subject(reading, behind[0]) if behind else None
    return [(found, 0.9)] if found is not None and found.codes else []


def maker(reading: Reading, index: int) -> Scored:
    """The state that makes the weapons named in the trigger's reach, where only their designation tells it."""
    found = []
    for i in reading.reach(index):
        code = made_in(reading.tokens, i) if reading.has(i, "designation") else ""
        if code:
            made = Argument((code,), i, i, i, "designation", modifies=i)
            made.resolved, made.keys = True, reading.tokens[i].keys
            found.append((made, 0.7))
    return found


def apposed(reading: Reading, index: int) -> Scored:
    """Whom a noun explains behind a comma ("Italy, its main supplier")."""
    above = reading.tokens[index].head if reading.tokens[index].relation == "appos" else -1
    return [(a, 1.2) for a in reading.arguments if a.codes and a.head == above and a.modifies < 0]


def craft(reading: Reading, index: int) -> Scored:
    """Whose ships or planes are the subject of the verb ("a frigate of the Omani navy called at …")."""
    verb = index if reading.tokens[index].form else reading.verb_above(index)
    ships = [
        t.index
        for t in reading.tokens
        if t.head == verb >= 0 and t.relation.startswith("nsubj") and reading.has(t.index, "warship")
    ]
    return [
        (a, 0.95)
        for a in reading.arguments
        for ship in ships
        if a.codes and not a.prep and (ship in (a.modifies, a.head) or ship in reading.up(a.head))
    ]


APART = frozenset({"company", "client"})
"""Slots that tell the members of one list apart."""

BY_PLACE = {
    "company": company,
    "client": client,
    "teller": teller,
    "accuser": accuser,
    "opponent": opponent,
    "maker": maker,
    "craft": craft,
    "promised": promised,
    "apposed": apposed,
}
