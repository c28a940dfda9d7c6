"""Actors in addresses and forms: by code, or by a name in any language that Dragoman knows."""

from __future__ import annotations

from typing import Annotated

from fastapi import HTTPException, Path, Query

from dragoman.actors import actor_named
from dragoman.errors import ActorError
from dragoman.network import Network

Code = Annotated[str, Path(max_length=80)]
Named = Annotated[str, Query(max_length=80)]


def code_of(named: str, network: Network) -> str:
    """The code of the actor that an address names. Raises HTTPException (404) where it names nobody."""
    if network.place(named) >= 0:
        return named
    try:
        return actor_named(named)
    except ActorError as error:
        raise HTTPException(404, error.line) from error
