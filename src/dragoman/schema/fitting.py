"""Whether a statement says only what the codebook has: coders do so by their data, a correction has to be checked."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.model import Kind, Statement
from dragoman.schema.book import Codebook
from dragoman.schema.entries import StatementType


def misfits(statement: Statement, book: Codebook) -> Iterator[tuple[str, str]]:
    """What the codebook does not have, each with what to do; nothing where the statement fits."""
    entry = book.types.get(statement.type)
    if entry is None:
        yield f"the codebook has no type {statement.type!r}", f"it has {', '.join(sorted(book.types))}"
        return
    if statement.kind not in entry.kinds:
        yield f"{entry.name} is no {statement.kind}", f"it is {' or '.join(entry.kinds)}"
    if statement.mode is not None and statement.mode not in entry.modes:
        known = f"choose {', '.join(entry.modes)}, or none (mode=)" if entry.modes else "it has none (mode=)"
        yield f"{entry.name} has no mode {statement.mode!r}", known
    yield from _of_polarity(statement)
    yield from _of_roles(statement, entry)
    for matter in statement.matter:
        if matter not in book.matters:
            yield f"the codebook has no matter {matter!r}", f"it has {', '.join(sorted(book.matters))}"


def _of_polarity(statement: Statement) -> Iterator[tuple[str, str]]:
    if statement.kind is Kind.inference and statement.polarity is None:
        yield "an inference has a polarity", "give it gain or loss"
    if statement.kind is not Kind.inference and statement.polarity is not None:
        yield f"{statement.kind} has no polarity", "leave it empty (polarity=)"


def _of_roles(statement: Statement, entry: StatementType) -> Iterator[tuple[str, str]]:
    for number, participant in enumerate(statement.participants, 1):
        if participant.role not in entry.roles:
            known = f"its roles are {', '.join(entry.roles)}"
            yield f"{entry.name} has no role {participant.role!r} (participant {number})", known
