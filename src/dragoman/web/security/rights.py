"""Rights, as handlers ask for them: `by: Reviewer`. The gate lets in only who may read and, for a change, review."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

from fastapi import Depends, HTTPException, Request

from dragoman.model import Role
from dragoman.web.security.visitors import Visitor


def needs(role: Role) -> Callable[[Request], Visitor]:
    """What gives a handler its visitor, or refuses one without the rights of this role."""

    def allowed(request: Request) -> Visitor:
        who: Visitor = request.state.visitor
        if not who.may(role):
            raise HTTPException(403, f"this needs the role {role}; an admin of the ledger gives it")
        return who

    return allowed


Reader = Annotated[Visitor, Depends(needs(Role.reader))]
Reviewer = Annotated[Visitor, Depends(needs(Role.reviewer))]
Admin = Annotated[Visitor, Depends(needs(Role.admin))]
