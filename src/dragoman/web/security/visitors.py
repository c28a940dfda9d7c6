"""Who asks: somebody who has logged in, or the one user of this machine as long as there are no accounts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.errors import ReviewError
from dragoman.ledger import Ledger, accounts, sessions
from dragoman.ledger.audit import Person
from dragoman.model import Role
from dragoman.review.reviewers import reviewer_named
from dragoman.web.security.door import Door


@dataclass(frozen=True, slots=True)
class Visitor:
    """Whose request it is. `name` and `role` are None of somebody who has to log in; `address` is the network's.

    `is_local` is the one user of this machine, who never logs in or out.
    """

    name: str | None
    role: Role | None
    address: str | None
    is_local: bool = False

    def may(self, needed: Role) -> bool:
        """Whether they have the rights of this role."""
        return self.role is not None and self.role.may(needed)

    @property
    def person(self) -> Person:
        """As the audit log names them."""
        return Person(self.name, self.address)


def visitor(ledger: Ledger, door: Door, token: str, address: str | None) -> Visitor:
    """Who holds this token and asks from this network address. Nothing is written; an import keeps nobody waiting."""
    with ledger.looking() as connection:
        if door.is_local and not accounts.exist(connection):
            return Visitor(local_name(), Role.admin, address, is_local=True)
        found = sessions.holder(connection, token)
    return Visitor(found.name, found.role, address) if found else Visitor(None, None, address)


@cache
def local_name() -> str:
    """Under which name the one user of this machine judges: that of the settings, or of the system.

    It is asked for once: settings are read when the app starts.
    """
    try:
        return reviewer_named()
    except ReviewError:
        return "local"
