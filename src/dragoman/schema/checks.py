"""What one file cannot tell: whether a type names only roles, modes and types that the codebook has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from dragoman.model import Kind
from dragoman.schema.book import Codebook
from dragoman.schema.entries import Expectation, StatementType
from dragoman.schema.located import Place


class Problem(NamedTuple):
    """What is wrong, where in the file, and what to do."""

    what: str
    place: Place
    advice: str


def problems_of(entry: StatementType, stem: str, book: Codebook) -> Iterator[Problem]:
    """Everything in `entry` (the file `<stem>.yaml`) that does not fit the rest of the codebook."""
    if entry.name != stem:
        yield Problem(f"the type {entry.name!r} stands in {stem}.yaml", ("name",), "give the file the name of its type")
    for role in entry.roles:
        if role not in book.roles:
            yield Problem(f"the role {role!r} is not in roles.yaml", ("roles", role), "add it there or correct it")
    yield from _of_kind(entry)
    yield from _of_cases(entry)
    for index, example in enumerate(entry.examples):
        yield from _of_expectation(entry, example.expect, ("examples", index, "expect"))
    for index, counter in enumerate(entry.counterexamples):
        if counter.instead is not None and (counter.instead == entry.name or counter.instead not in book.types):
            place = ("counterexamples", index, "instead")
            yield Problem(f"{counter.instead!r} is not another type", place, "name one of types/, or leave it out")


def problems_of_layers(book: Codebook) -> Iterator[Problem]:
    """What `layers.yaml` names that the codebook has not, or that is no tie."""
    for name, entry in book.layers.items():
        if name not in book.types or book.types[name].is_inference:
            yield Problem(f"{name!r} is not a type of event or tie", (name,), "name one of types/")
            continue
        for mode in entry.modes:
            if mode not in book.types[name].modes:
                known = ", ".join(book.types[name].modes) or "none"
                yield Problem(f"{name} has no mode {mode!r}", (name, "modes", mode), f"its modes are {known}")


def _of_kind(entry: StatementType) -> Iterator[Problem]:
    if entry.is_inference and len(entry.kinds) > 1:
        yield Problem("an inference is not an event or a tie as well", ("kinds",), "make two types of it")
    if entry.question is not None and not entry.is_inference:
        yield Problem("only an inference becomes a question", ("question",), f"remove it, or make it {Kind.inference}")


def _of_cases(entry: StatementType) -> Iterator[Problem]:
    for index, case in enumerate(entry.equivalents.cases):
        for mode in case.when.mode:
            if mode not in entry.modes:
                place = ("equivalents", "cases", index, "when", "mode")
                yield Problem(f"{entry.name} has no mode {mode!r}", place, "add it under modes or correct the name")


def _of_expectation(entry: StatementType, expect: Expectation, place: Place) -> Iterator[Problem]:
    if expect.type != entry.name:
        yield Problem(f"an example of {entry.name} expects {expect.type!r}", (*place, "type"), "move it to that type")
    for index, actor in enumerate(expect.actors):
        if actor.role not in entry.roles:
            known = ", ".join(entry.roles)
            where = (*place, "actors", index, "role")
            yield Problem(f"{entry.name} has no role {actor.role!r}", where, f"its roles are {known}")
    if expect.mode is not None and expect.mode not in entry.modes:
        yield Problem(f"{entry.name} has no mode {expect.mode!r}", (*place, "mode"), "add it under modes")
    if entry.is_inference != (expect.polarity is not None):
        yield Problem("polarity is for inferences, and they always have one", place, "add or remove polarity")
