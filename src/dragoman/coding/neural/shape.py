"""What the network is asked about: types of conclusions and events with their roles, and statuses, in its own order."""

from __future__ import annotations

from typing import Final

from dragoman.model import Kind, Status

CONCLUSIONS: Final[dict[str, tuple[str, ...]]] = {
    "indirect_access": ("beneficiary", "intermediary", "origin"),
    "supplier_diversification": ("beneficiary", "origin", "enabler"),
    "capability": ("beneficiary", "enabler"),
    "closer_relations": ("party", "intermediary"),
    "influence": ("beneficiary", "place"),
    "third_party_gain": ("beneficiary", "party"),
    "rival_interest": ("party", "place"),
    "novelty": ("party",),
    "counterweight": ("party", "target", "place"),
    "entanglement": ("party", "source"),
    "signal": ("source", "target"),
    "third_party_threat": ("beneficiary", "target"),
    "exchange": ("party",),
    "consent": ("origin", "beneficiary", "intermediary"),
}

EVENTS: Final[dict[str, tuple[str, ...]]] = {
    "visit": ("visitor", "host"),
    "meeting": ("party",),
    "negotiation": ("party",),
    "agreement": ("party",),
    "arms_transfer": ("supplier", "recipient", "intermediary"),
    "licensed_production": ("licensor", "licensee"),
    "co_production": ("party",),
    "technology_transfer": ("supplier", "recipient", "intermediary"),
    "exercise": ("party", "host"),
    "training": ("trainer", "trainee"),
    "intelligence_sharing": ("party", "provider", "receiver"),
    "basing": ("user", "host"),
    "military_aid": ("donor", "recipient"),
    "aid": ("donor", "recipient"),
    "restriction": ("source", "target"),
    "support": ("source", "target"),
    "threat": ("source", "target"),
    "clash": ("source", "target"),
}

ROLES: Final = CONCLUSIONS | EVENTS
"""Types to their roles. The network has an output for each in this order; another order needs another training."""

TYPES: Final = tuple(ROLES)

STATUSES: Final = (
    Status.denied, Status.called_for, Status.possible, Status.planned, Status.ongoing, Status.happened,
)  # fmt: skip

MOST_ROLES: Final = max(map(len, ROLES.values()))


def kind(type_: str) -> Kind:
    """Whether a type is one of conclusions or of events."""
    return Kind.inference if type_ in CONCLUSIONS else Kind.event
