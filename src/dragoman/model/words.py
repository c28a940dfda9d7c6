"""What the nouns are made of: kinds, statuses and the like, each a closed list."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What sort of thing is said: a dated act, a standing relation, or a conclusion from them."""

    event = "event"
    tie = "tie"
    inference = "inference"


class Status(StrEnum):
    """How sure the text is that it is so, in order of precedence (FactBank values in the codebook)."""

    denied = "denied"
    called_for = "called_for"
    possible = "possible"
    planned = "planned"
    ongoing = "ongoing"
    happened = "happened"


class Polarity(StrEnum):
    """Of an inference: the effect, or its opposite (drives apart, weakens, closes a route)."""

    gain = "gain"
    loss = "loss"


class Precision(StrEnum):
    """How exactly a date is given."""

    minute = "minute"
    day = "day"
    month = "month"
    year = "year"


class Layer(StrEnum):
    """The layers of the network of ties. A tie that says something about nobody's defence has no place in any."""

    agreement = "agreement"
    alliance = "alliance"
    membership = "membership"
    arms = "arms"
    licensed_production = "licensed_production"
    co_production = "co_production"
    technology = "technology"
    exercise = "exercise"
    training = "training"
    intelligence = "intelligence"
    basing = "basing"
    aid = "aid"
    alignment = "alignment"
    diplomacy = "diplomacy"
    restriction = "restriction"
    dispute = "dispute"


class What(StrEnum):
    """What is passed along a path of the network."""

    technology = "technology"
    arms = "arms"
    intelligence = "intelligence"


class Division(StrEnum):
    """A way to divide the states into groups."""

    blocs = "blocs"
    regions = "regions"


class Verdict(StrEnum):
    """What the record says to a claim. `no_trace` is not "false": the record was silent where it could have spoken."""

    supported = "supported"
    partly = "partly"
    contradicted = "contradicted"
    no_trace = "no_trace"
    not_checkable = "not_checkable"


class Ruling(StrEnum):
    """What a reviewer says of a statement or an event."""

    accept = "accept"
    correct = "correct"
    reject = "reject"
    parted = "split"
    merged = "merge"
    undone = "undo"


class Role(StrEnum):
    """What an account may do, each role more than the one before: read; add and judge; see the audit log."""

    reader = "reader"
    reviewer = "reviewer"
    admin = "admin"

    def may(self, needed: Role) -> bool:
        """Whether this role has the rights of `needed`."""
        order = list(Role)
        return order.index(self) >= order.index(needed)


class Outcome(StrEnum):
    """How something that the audit log tells of ended: done, refused by a rule, or failed on its way."""

    done = "done"
    refused = "refused"
    failed = "failed"
