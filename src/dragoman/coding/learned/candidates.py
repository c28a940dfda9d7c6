"""Who could fill a role of a draft: everybody named in its sentence, and whom the text around it speaks of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.actors import states
from dragoman.coding.draft import GIVERS, TAKERS, Draft
from dragoman.coding.nearness import of_other_act
from dragoman.coding.phrases import Argument
from dragoman.coding.reading import Reading
from dragoman.coding.subjects import unnamed_object
from dragoman.coding.unfit import MAKERS, discussed, measured, of_make, penalised
from dragoman.schema import codebook

MANY = 4
"""More actors than these in one phrase ("the countries" of a list) are not linked as one."""


@dataclass(slots=True)
class Candidate:
    """Actors that could fill a role; without an argument they come from the text around the sentence."""

    role: str
    codes: tuple[str, ...]
    argument: Argument | None
    source: str
    """`sentence`, `subject_before`, `draft_before`, `home`."""


@dataclass(slots=True)
class Scene:
    """What the document has said up to a sentence, and which other drafts it has."""

    counts: Counter[str]
    homes: tuple[str, ...]
    before: Reading | None
    drafts: Sequence[Draft]

    @classmethod
    def of(cls, counts: Counter[str], readings: Sequence[Reading], reading: Reading, drafts: Sequence[Draft]) -> Scene:
        """The scene of a sentence; `counts` are the mentions in the whole document."""
        homes = tuple(c for c, _ in counts.most_common() if c in states())
        earlier = [r for r in readings if 0 < reading.sentence.index - r.sentence.index <= 2]
        return cls(counts, homes, earlier[-1] if earlier else None, drafts)


def side(role: str) -> str:
    """A role as the model knows it: who gives or does, who takes or suffers, or a party among equals."""
    return "giver" if role in GIVERS else "taker" if role in TAKERS else "party"


def open_roles(draft: Draft) -> tuple[str, ...]:
    """The roles of a draft that actors may be linked to: of its frame, and of the codebook where a side is missing."""
    own = [r for r in draft.frame.roles if r == "party" or r in GIVERS or r in TAKERS]
    if "party" in own:
        return ("party",)
    known = [r for r in codebook().types[draft.frame.type].roles if r in GIVERS or r in TAKERS]
    sides = {side(r) for r in own}
    return tuple(own + [r for r in known if side(r) not in sides])


def candidates(draft: Draft, scene: Scene) -> Iterator[Candidate]:
    """Everybody who could fill a role of the draft, once for each phrase and role."""
    named: set[str] = set()
    roles = open_roles(draft)
    for argument in draft.reading.arguments:
        if argument.codes and len(argument.codes) <= MANY:
            named |= set(argument.codes)
            if bordering(draft.reading, argument) or measured(draft.reading, argument):
                continue
            if of_other_act(draft.reading, argument, draft.trigger, "purchase", "delivery"):
                continue
            if hindering(draft.reading, argument, draft.trigger) or punishing(draft.reading, argument, draft.trigger):
                continue
            calls = calling(draft.reading, argument, draft.trigger)
            apart = is_place(draft.reading, argument) or discussed(draft.reading, argument, draft.trigger)
            fitting = [role for role in roles if role != "party" or not apart]
            fitting = [role for role in fitting if role in MAKERS or not of_make(draft.reading, argument)]
            fitting = [role for role in fitting if not calls or side(role) != "giver"]
            yield from (Candidate(role, argument.codes, argument, "sentence") for role in fitting)
    for source, codes in around(draft, scene):
        if codes and not set(codes) & named:
            named |= set(codes)
            yield from (Candidate(role, codes, None, source) for role in roles)


def calling(reading: Reading, argument: Argument, index: int) -> bool:
    """Whether somebody only urges others to do what an infinitive says ("urged its partners to send tanks")."""
    token = reading.tokens[index]
    urges = token.form == "Inf" and token.head >= 0 and unnamed_object(reading, token.head, index)
    return urges and acts(reading, argument, token.head)


def hindering(reading: Reading, argument: Argument, index: int) -> bool:
    """Whether somebody only keeps another from what an infinitive says ("kept Chad from buying tanks")."""
    verb = reading.tokens[index].head if reading.tokens[index].form == "Inf" else -1
    hinders = verb >= 0 and reading.has(verb, "dative_control") and reading.has(verb, "op_denied")
    return hinders and acts(reading, argument, verb)


def punishing(reading: Reading, argument: Argument, index: int) -> bool:
    """Whether somebody imposes sanctions for what a noun says."""
    verb = reading.tokens[argument.head].head
    return acts(reading, argument, verb) and penalised(reading, index, verb)


def acts(reading: Reading, argument: Argument, verb: int) -> bool:
    """Whether the tree calls a phrase the subject of a verb."""
    return reading.tokens[argument.head].head == verb and reading.tokens[argument.head].relation == "nsubj"


def is_place(reading: Reading, argument: Argument) -> bool:
    """Whether a phrase says where something takes place ("met in Dublin"): that makes nobody a party of it."""
    words = reading.words
    there = words.is_prep(argument.prep, "in_on") or words.is_prep(argument.prep, "near_place")
    return not argument.kind and argument.modifies < 0 and there


def bordering(reading: Reading, argument: Argument) -> bool:
    """Whether a phrase only says whose border is meant ("near the border with Kosovo"): that gives nobody a role."""
    above = reading.tokens[argument.head].head
    return bool(argument.prep) and above >= 0 and reading.has(above, "frontier_noun")


def around(draft: Draft, scene: Scene) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Actors that the sentence does not name but the text around it does, with where they come from."""
    yield from (("extra", (code,)) for codes in draft.extra.values() for code in codes)
    if scene.before is not None:
        yield "subject_before", subject_of(scene.before)
    for other in reversed(scene.drafts):
        if 0 < draft.reading.sentence.index - other.reading.sentence.index <= 2:
            yield from (("draft_before", (code,)) for code in sorted(other.main_actors))
            break
    yield from (("home", (code,)) for code in scene.homes[:1])


def subject_of(reading: Reading) -> tuple[str, ...]:
    """Whom a sentence is about: its first actor in the nominative."""
    for argument in reading.arguments:
        if argument.case == "Nom" and not argument.prep and argument.modifies < 0 and argument.codes:
            return argument.codes[:1]
    return ()
