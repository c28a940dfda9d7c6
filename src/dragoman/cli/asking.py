"""What the line says of actors, types and dates, checked; a mistake is told with what is meant, or what may be."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from sqlalchemy import Connection

_DATE = re.compile(r"\d{4}(-\d\d){0,2}")


def codes(actors: Iterable[str]) -> tuple[str, ...]:
    """The codes of these actors, given by code or by name, each once. Raises ActorError."""
    from dragoman.actors import actor_named

    return tuple(dict.fromkeys(map(actor_named, actors)))


def types(names: Iterable[str]) -> tuple[str, ...]:
    """These names, which have to be types of the codebook."""
    from dragoman.schema import codebook

    asked = tuple(dict.fromkeys(names))
    for name in asked:
        if name not in codebook().types:
            raise typer.BadParameter(f"no type {name!r} in the codebook; see docs/codebook.md", param_hint="--type")
    return asked


def date(text: str | None, option: str) -> str | None:
    """A date as ISO 8601 has it, cut or whole."""
    from dragoman.exports.dates import known

    if text is not None and not (_DATE.fullmatch(text) and known(text)):
        raise typer.BadParameter(f"{text!r} is no date; write 2010, 2010-05 or 2010-05-31", param_hint=option)
    return text


def in_order(since: str | None, until: str | None) -> None:
    """Check that a time that is asked for does not end before it begins."""
    if since and until and until < since[: len(until)]:
        raise typer.BadParameter(f"{since} lies after {until}", param_hint="--since")


def check_datasets(connection: Connection, names: Iterable[str]) -> None:
    """Check that the ledger has these datasets. Raises NotInLedger."""
    from dragoman.errors import NotInLedger
    from dragoman.ledger.ties import imported

    known = imported(connection)
    for name in names:
        if name not in known:
            held = f"it has {', '.join(known)}" if known else "it has none"
            raise NotInLedger("the ledger has no such dataset", source=name, advice=f"{held}; see `dragoman datasets`")
