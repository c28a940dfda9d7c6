"""The gate around an application."""

from __future__ import annotations

from fastapi import FastAPI

from dragoman.ledger import Ledger
from dragoman.web.security.door import Door
from dragoman.web.security.gate import Gate, Refuse


def guard(app: FastAPI, ledger: Ledger, door: Door, refuse: Refuse) -> None:
    """Put the gate in front of everything that `app` answers; `refuse` makes the page that says why not."""
    app.state.door = door
    app.add_middleware(Gate, ledger=ledger, door=door, refuse=refuse)
