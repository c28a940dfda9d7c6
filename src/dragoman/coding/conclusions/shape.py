"""What the network is asked about: the types of conclusions with their roles, and the statuses, in its own order."""

from __future__ import annotations

from typing import Final

from dragoman.model import Status

ROLES: Final[dict[str, tuple[str, ...]]] = {
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
"""Types to their roles. The network has an output for each in this order; another order needs another training."""

TYPES: Final = tuple(ROLES)

STATUSES: Final = (
    Status.denied, Status.called_for, Status.possible, Status.planned, Status.ongoing, Status.happened,
)  # fmt: skip

MOST_ROLES: Final = max(map(len, ROLES.values()))
