"""From what the network says of a window to events and conclusions: who is in which role, and the word that says it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import prod

import numpy as np

from dragoman.actors import members, organisations
from dragoman.coding.neural.network import Said
from dragoman.coding.neural.shape import CONCLUSIONS, ROLES, STATUSES, TYPES
from dragoman.coding.neural.window import Mention, Window
from dragoman.coding.phrases import Argument
from dragoman.coding.reading import Reading
from dragoman.coding.unfit import neighbour
from dragoman.model import Polarity, Status

CUES = 3
"""Words that are told as the ones it looked at most."""

CONCLUDED, DONE = ("there", "lone", "role"), ("event", "lone_event", "event_role")
"""The limits of conclusions and of events: of a type, of one of a single actor, of a role."""

BLOC = 2
"""So many members in a role stand for their organisation."""

SAYING = ("VERB", "NOUN", "ADJ", "ADV", "PROPN", "AUX")
"""Parts of speech of words that can say something."""


@dataclass(frozen=True, slots=True)
class Role:
    """An actor in a role, with the mention that speaks for it most."""

    role: str
    code: str
    mention: Mention
    probability: float


@dataclass(frozen=True, slots=True)
class Decoded:
    """One event or conclusion that the network reads, with the words it looked at, heaviest first."""

    type: str
    probability: float
    status: Status
    polarity: Polarity
    roles: tuple[Role, ...]
    reading: Reading
    trigger: int
    cues: tuple[tuple[str, float], ...]

    @property
    def likelihood(self) -> float:
        """How likely this is to the network, of these actors."""
        return self.probability * prod(r.probability for r in self.roles)

    def filled(self) -> dict[str, list[Argument]]:
        """Roles to arguments of the trigger's own sentence."""
        found: dict[str, list[Argument]] = {}
        for one in self.roles:
            if one.mention.reading is self.reading:
                found.setdefault(one.role, []).append(replace(one.mention.argument, codes=(one.code,)))
        return found

    def extra(self) -> dict[str, tuple[str, ...]]:
        """Roles to actors that are named in another sentence."""
        found: dict[str, tuple[str, ...]] = {}
        for one in self.roles:
            if one.mention.reading is not self.reading:
                found[one.role] = (*found.get(one.role, ()), one.code)
        return found


def decoded(window: Window, said: Said, limits: Mapping[str, float]) -> Iterator[Decoded]:
    """What is said in a window: every type likelier than its limit, with whoever likelier than not has a role.

    One of a single actor is mostly what a state does for itself, so its limit is higher. What is denied is mostly an
    act and no conclusion: that is left to the frames.
    """
    for number, type_ in enumerate(TYPES):
        concluded = type_ in CONCLUSIONS
        sure, alone, role = CONCLUDED if concluded else DONE
        if said.there[number] < limits[sure]:
            continue
        filled = in_roles(window, said, number, limits[role])
        roles = without_blocs([r for r in filled if concluded or not neighbour(r.mention.reading, r.mention.argument)])
        words = looked_at(window, said, number)
        status = STATUSES[int(np.argmax(said.status[number]))]
        if status is Status.denied and concluded:
            continue
        if not words or not roles or said.there[number] < limits[alone if len(roles) == 1 else sure]:
            continue
        reading, trigger, _ = words[0]
        found = Decoded(
            type_,
            float(said.there[number]),
            status,
            Polarity.loss if said.loss[number] > limits["loss"] else Polarity.gain,
            roles,
            reading,
            trigger,
            tuple((r.tokens[i].text, weight) for r, i, weight in words[:CUES]),
        )
        if concluded or found.likelihood >= limits["whole"]:
            yield found


def in_roles(window: Window, said: Said, number: int, limit: float) -> Iterator[Role]:
    """The likeliest role of every actor, where it is likely enough."""
    roles = ROLES[TYPES[number]]
    for code in window.codes:
        named = window.naming(code)
        scores = said.roles[named, number, : len(roles)]
        chances = 1 / (1 + np.exp(-np.logaddexp.reduce(scores, axis=0)))
        best = int(np.argmax(chances))
        if chances[best] >= limit:
            mention = window.mentions[named[int(np.argmax(scores[:, best]))]]
            yield Role(roles[best], code, mention, float(chances[best]))


def without_blocs(roles: Sequence[Role]) -> tuple[Role, ...]:
    """The roles without an organisation two of whose members have the same one: "the pact lets A and B build …"."""

    def kept(one: Role) -> bool:
        beside = {other.code for other in roles if other.role == one.role}
        return one.code not in organisations() or len(beside & members(one.code)) < BLOC

    return tuple(one for one in roles if kept(one))


def looked_at(window: Window, said: Said, number: int) -> list[tuple[Reading, int, float]]:
    """The words that can say something, by how much the network looked at them."""
    weights: dict[tuple[int, int], float] = {}
    readings = {id(r): r for r in window.readings}
    for place, word in enumerate(window.words):
        if word is not None and word[0].tokens[word[1]].pos in SAYING:
            key = id(word[0]), word[1]
            weights[key] = weights.get(key, 0.0) + float(said.look[number, place])
    ordered = sorted(weights.items(), key=lambda pair: -pair[1])
    return [(readings[sentence], index, weight) for (sentence, index), weight in ordered]
