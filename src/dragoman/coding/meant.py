"""Which state "the country" means beside another, whose plan "its" tells of, and who leads a delegation."""

from __future__ import annotations

from dragoman.actors import states
from dragoman.coding.memory import Memory
from dragoman.coding.phrases import Argument
from dragoman.coding.reading import Reading
from dragoman.coding.subjects import subject
from dragoman.languages import Token


def other_state(reading: Reading, argument: Argument, memory: Memory, found: tuple[str, ...]) -> tuple[str, ...]:
    """The state that "the country" means where what was found acts on it: who was named last."""
    acting = subject(reading, reading.sentence.clauses[reading.tokens[argument.head].clause].predicate)
    if acting is None or acting is argument or not acting.codes or (found and not set(found) & set(acting.codes)):
        return ()
    if argument.case == "Nom" or argument.prep:
        return ()
    here = [c for a in reading.arguments if a.last < argument.first for c in a.codes]
    return next(((c,) for c in reversed([*memory.recent, *here]) if c in states() and c not in acting.codes), ())


def pointed_at(reading: Reading, argument: Argument) -> bool:
    """Whether "this" stands before the noun, adjectives between ("this African country")."""
    place = argument.first - 1
    while place > 0 and reading.tokens[place].pos == "ADJ":
        place -= 1
    return place >= 0 and reading.has(place, "demonstrative") and not argument.plural


def headed_by(reading: Reading, argument: Argument) -> list[Argument]:
    """Who stands behind "with X at the head" right after a delegation."""
    after = reading.tokens[argument.last + 1 : argument.last + 4]
    noun = next((t.index for t in after if reading.has(t.index, "lead_noun")), -1)
    return [a for a in reading.arguments if noun >= 0 and "Ins" in a.cases and noun < a.first <= noun + 4 and a.codes]


def intender(reading: Reading, token: Token) -> tuple[str, ...]:
    """Whose plan it is that "its" belongs to: of "A's effort to expand its fleet", that of A."""
    if token.relation != "nmod:poss":
        return ()
    goal = next((i for i in reading.up(token.index) if reading.tokens[i].form), -1)
    noun = reading.tokens[goal].head if goal >= 0 and reading.tokens[goal].form == "Inf" else -1
    if noun < 0 or reading.tokens[noun].form or not reading.has(noun, "will", "plan_noun"):
        return ()
    if reading.has(noun, "asking_noun"):
        return ()
    owners = [a for a in reading.arguments if a.codes and a.modifies == noun < token.index]
    return owners[0].codes if owners else ()


def doing(reading: Reading, token: Token) -> tuple[str, ...]:
    """Whose "its" is in what somebody is accused of doing; that of who accuses is not under a verb of its own."""
    verb = reading.verb_above(token.index) if token.relation == "nmod:poss" else -1
    return accused(reading, token) if verb >= 0 and not reading.has(verb, "accuse") else ()


def accused(reading: Reading, token: Token) -> tuple[str, ...]:
    """Whom an accusation means by "it", "its": in "A accused B of using its …" the object B, not the subject."""
    verb = next((i for i in range(token.index - 1, -1, -1) if reading.has(i, "accuse")), -1)
    found = (
        [a for a in reading.arguments if verb < a.first < token.index and not a.prep and a.codes] if verb >= 0 else []
    )
    return found[0].codes if found and found[0].case != "Nom" else ()
