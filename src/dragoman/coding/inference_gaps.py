"""Whom a conclusion leaves unsaid because the sentence, or one before it, has named them.

An analyst names the parties once and goes on with "for the first time", "their interests collide there", "this gives us
leverage". The slots here give actors only where they are neither more nor fewer than the conclusion still wants: `rest`
(whom else the sentence names), `earlier` (whom the sentences before name, the nearest first), `speaker` (who says
"we"), `seller` (whose arms the sentence or the one before speaks of, where it is one state), `area` (the one group of
states before that "in the region" means).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.actors import collectives
from dragoman.coding.draft import Draft
from dragoman.coding.inference_slots import origins
from dragoman.coding.phrases import Argument
from dragoman.coding.reading import Reading
from dragoman.model import Polarity

Codes = tuple[str, ...]

BACK = 2
"""Sentences before a conclusion in which its actors may stand."""


def rest(draft: Draft, others: Sequence[Draft]) -> Codes:
    """Whom else the sentence names, where they are as many as are wanting."""
    return exactly(draft, draft.reading)


def earlier(draft: Draft, others: Sequence[Draft]) -> Codes:
    """Whom the sentences before name, the nearest first, where they are as many as are wanting."""
    return next((codes for reading in before(draft, others) if (codes := exactly(draft, reading))), ())


def told(draft: Draft, others: Sequence[Draft]) -> Codes:
    """Whom the sentences before name, whether or not they said something, where they are as many as are wanting."""
    return next((codes for reading in list(chain(draft.reading))[1:] if (codes := exactly(draft, reading))), ())


def speaker(draft: Draft, others: Sequence[Draft]) -> Codes:
    """Who says "we" in the sentence."""
    reading = draft.reading
    own = any(t.person == "First" or reading.words.likely(t, "first_person") for t in reading.tokens)
    return reading.speaker if own else ()


def seller(draft: Draft, others: Sequence[Draft]) -> Codes:
    """Whose arms the sentence or the nearest before speaks of: the one state that they are from or are bought from."""
    for reading in chain(draft.reading):
        named = {c for a, _ in origins(reading, draft.trigger) for c in certain(a)} - draft.actors
        if named:
            return tuple(named) if len(named) == 1 else ()
    return ()


def area(draft: Draft, others: Sequence[Draft]) -> Codes:
    """What "in the region" means where the sentence names no group of states: the one that one before names."""
    reading, index = draft.reading, draft.trigger
    meant = any(reading.has(t.index, "region_word") and t.case == "Loc" for t in reading.tokens[index : index + 9])
    for other in chain(reading) if meant else ():
        groups = {c for a in other.arguments if a.form == "collective" for c in a.codes} - draft.actors
        if groups:
            return tuple(groups) if len(groups) == 1 else ()
    return ()


def chain(reading: Reading) -> Iterator[Reading]:
    """A sentence and those read before it, as far back as actors of a conclusion may stand."""
    found: Reading | None = reading
    while found is not None and reading.sentence.index - found.sentence.index <= BACK:
        yield found
        found = found.before


def exactly(draft: Draft, reading: Reading) -> Codes:
    """The actors of a sentence beside those of the draft and who only reports, where none is wanting or too many.

    "An Arab state" names no actor, a region beside states is where.
    """
    if "sport_word" in reading.everywhere():
        return ()
    naming = (a for a in reading.arguments if a.codes and not tells(reading, a))
    named = dict.fromkeys(
        c for a in naming if a.modifies < 0 or not reading.has(a.modifies, "state_word") for c in certain(a)
    )
    states = [c for c in named if c not in collectives()]
    codes = tuple(c for c in states or named if c not in draft.actors)
    return codes if len(codes) == max(1, draft.frame.actors - len(draft.main_actors)) else ()


def before(draft: Draft, others: Sequence[Draft]) -> Iterator[Reading]:
    """The sentences before that said something, the nearest first."""
    seen: set[int] = set()
    for other in reversed(others):
        distance = draft.reading.sentence.index - other.reading.sentence.index
        if 0 < distance <= BACK and distance not in seen:
            seen.add(distance)
            yield other.reading


def certain(argument: Argument) -> Codes:
    """The codes of a phrase: all where it stands for several ("both sides"), the first where a name is ambiguous."""
    return argument.codes if argument.kind == "state" else argument.codes[:1]


def tells(reading: Reading, argument: Argument) -> bool:
    """Whether a phrase is the subject of a verb that only says who reports."""
    verb = reading.tokens[argument.head].head
    return verb in reading.tellings and reading.tokens[argument.head].relation.startswith("nsubj")


TIES = frozenset({
    "arms", "designation", "gear", "pact", "league", "alliance_word", "base_strict", "sanction_word", "conflict_word",
    "instructor", "bond", "joint_word", "exercise_word", "aid_word",
})  # fmt: skip
"""Classes of words that name or presuppose a tie or an act between states, or a war."""


def unfounded(draft: Draft) -> bool:
    """Whether a state's strength grows at home: nothing near names a tie or anybody but that state."""
    gained = draft.frame.type == "capability" and draft.frame.polarity is Polarity.gain
    if not gained or len(draft.main_actors) != 1 or draft.reading.matters & TIES:
        return False
    near = list(chain(draft.reading))[:2]
    return not any(set(a.codes) - draft.actors for reading in near for a in reading.arguments)


GAPS = {"rest": rest, "told": told, "earlier": earlier, "speaker": speaker, "seller": seller, "area": area}
