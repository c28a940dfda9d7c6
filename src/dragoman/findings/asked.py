"""What is asked of the record about ties that a text states, and about its arguments: data, checked on load."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import TypeAdapter

from dragoman.model import Frozen, Layer, Status
from dragoman.schema.load import checked
from dragoman.schema.located import read_located

FOLDER = Path(__file__).parent / "data"


class Asked(Frozen):
    """What answers to statements of a type.

    A tie in one of `layers` is an answer, one in `beside` only a part of it. `directed`: it has to lead from the one
    who acts to the one who is acted upon. `statuses` are those of the statements that are asked about.
    """

    layers: tuple[Layer, ...]
    beside: tuple[Layer, ...] = ()
    directed: bool = False
    statuses: tuple[Status, ...]
    why: str


@cache
def asked() -> dict[str, Asked]:
    """By type of statement. Raises CodebookError with file and line."""
    return checked(read_located(FOLDER / "facts.yaml"), TypeAdapter(dict[str, Asked]))


class Argued(Frozen):
    """An argument of a type is about the actors in these roles: the same ones, the same argument."""

    about: tuple[str, ...]
    why: str


@cache
def argued() -> dict[str, Argued]:
    """By type of inference: `data/arguments.yaml`. Raises CodebookError with file and line."""
    return checked(read_located(FOLDER / "arguments.yaml"), TypeAdapter(dict[str, Argued]))


def about(of_type: str) -> tuple[str, ...]:
    """The roles whose actors tell one argument of a type from another."""
    return argued()[of_type].about
