"""What the network reads, beside what frames found."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, cached_property
from typing import Protocol

from dragoman.actors import Gazetteer
from dragoman.coding.draft import Draft, Link
from dragoman.coding.frames import Frame
from dragoman.coding.neural.decode import Decoded, decoded
from dragoman.coding.neural.network import Network, network
from dragoman.coding.neural.shape import ROLES, kind
from dragoman.coding.neural.window import windows
from dragoman.coding.reading import Reading
from dragoman.coding.status import judge
from dragoman.model import Kind, Polarity, Status

CASES = {"counterweight": "rival_interest"}
"""Types that are cases of another: who balances somebody has an interest against his."""

ALIKE = (
    frozenset({"arms_transfer", "military_aid", "aid", "technology_transfer", "licensed_production", "co_production"}),
    frozenset({"meeting", "negotiation"}),
    frozenset({"clash", "basing"}),
)
"""Types of which one act has one."""

TALKS = frozenset({"visit", "meeting", "negotiation", "agreement"})
"""Types of acts that count only where defence is their matter."""
DEFENCE = "defence_topic"
"""The word class that says so."""

RULE = "network"
"""What the rule of such a statement begins with."""


class Reader(Protocol):
    """Sets what it reads beside the drafts of a document."""

    name: str
    """What the name of a coder that has it says of it."""

    def complete(self, readings: Sequence[Reading], drafts: Sequence[Draft], gazetteer: Gazetteer) -> list[Draft]:
        """The drafts, with those that the frames lack."""
        ...


class FramesAlone:
    """Reads nothing: what the frames found stays as it is."""

    name = ""

    def complete(self, readings: Sequence[Reading], drafts: Sequence[Draft], gazetteer: Gazetteer) -> list[Draft]:
        """The drafts."""
        return list(drafts)


class NetworkReader:
    """Reads with the network of the package, or with another."""

    name = "+network"

    def __init__(self, made: Network | None = None) -> None:
        self.made = made

    @cached_property
    def network(self) -> Network:
        """The network, loaded at the first window."""
        return self.made or network()

    def complete(self, readings: Sequence[Reading], drafts: Sequence[Draft], gazetteer: Gazetteer) -> list[Draft]:
        """The drafts, and in each window what is of types that no frame found there."""
        found = list(drafts)
        if not any(a.codes for r in readings for a in r.arguments):
            return found
        for window in windows(readings, self.network.pieces, gazetteer):
            inside = {id(r) for r in window.readings}
            told = [d for d in drafts if id(d.reading) in inside]
            read = list(decoded(window, self.network.read(window), self.network.limits))
            sentences = concluding(told, read)
            new = (c for c in read if in_scope(c) and not drawn_from(c, sentences))
            new = (c for c in new if not any(same(c, d) for d in told) and not any(again(c, d) for d in drafts))
            found += map(draft, new)
        return found


def in_scope(one: Decoded) -> bool:
    """Whether it counts: states talk about many things, and drill at home."""
    if one.type in TALKS:
        return DEFENCE in one.reading.matters
    return one.type != "exercise" or len(one.roles) > 1


def concluding(told: Sequence[Draft], read: Sequence[Decoded]) -> list[Reading]:
    """The sentences that conclude something, to a frame or to the network."""
    found = [d.reading for d in told if d.frame.kind is Kind.inference]
    return found + [c.reading for c in read if kind(c.type) is Kind.inference]


def drawn_from(one: Decoded, sentences: Sequence[Reading]) -> bool:
    """Whether an act is only what these sentences conclude from, or say may come ("the pact may let A buy")."""
    if kind(one.type) is Kind.inference or not any(one.reading is r for r in sentences):
        return False
    return one.type in TALKS or one.status is Status.possible


def again(one: Decoded, draft: Draft) -> bool:
    """Whether a frame told this act anywhere in the document: one of its type, of these actors or more."""
    if one.type != draft.frame.type or draft.frame.kind is not Kind.event:
        return False
    return {role.code for role in one.roles} <= draft.actors


def same(one: Decoded, draft: Draft) -> bool:
    """Whether a frame told it in the same sentences: one of its type, or the same act by another name."""
    type_, told = kin(one.type), kin(draft.frame.type)
    if kind(type_) is not draft.frame.kind:
        return False
    actors = {role.code for role in one.roles}
    return type_ == told or (any({type_, told} <= group for group in ALIKE) and not actors.isdisjoint(draft.actors))


def kin(type_: str) -> str:
    """The type, or the one that it is a case of."""
    return CASES.get(type_, type_)


@cache
def frame(type_: str, polarity: Polarity | None) -> Frame:
    """The frame that stands for what the network reads: it has no words of its own."""
    roles: dict[str, tuple[str, ...]] = dict.fromkeys(ROLES[type_], ())
    return Frame(rule=f"{RULE}.{type_}", type=type_, kind=kind(type_), polarity=polarity, roles=roles, examples=())


def draft(one: Decoded) -> Draft:
    """The draft of it; a word that hedges the one that says a conclusion ("may", "could") makes that possible."""
    links = [Link(r.role, (r.code,), r.probability, one.cues) for r in one.roles]
    polarity = one.polarity if kind(one.type) is Kind.inference else None
    stands_for = frame(one.type, polarity)
    hedged = judge(one.reading, stands_for, one.trigger, future_date=False)
    sure = one.status in (Status.ongoing, Status.happened) and stands_for.kind is Kind.inference
    cues = hedged.cues if sure and hedged.status is Status.possible else []
    return Draft(
        one.reading,
        stands_for,
        one.trigger,
        one.filled(),
        Status.possible if cues else one.status,
        cues,
        extra=one.extra(),
        links=links,
        likelihood=one.likelihood,
    )


@cache
def reader() -> NetworkReader:
    """The reader of the package."""
    return NetworkReader()
