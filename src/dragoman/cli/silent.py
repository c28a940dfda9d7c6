"""What is told where nothing was found, so that nobody takes it for a 'no'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dragoman.cli.columns import listed, wrapped

if TYPE_CHECKING:
    from dragoman.datasets.silence import Heard, Silence
    from dragoman.ledger.selection import Selection
    from dragoman.model import Layer

CODED = "coded"


def silence_lines(asked: Selection, quiet: Silence) -> Iterator[str]:
    """Which datasets were asked, up to when they tell, what they cannot tell, and where to look further."""
    yield from wrapped("That nothing is on record does not say that there was nothing.")
    if quiet.heard:
        yield ""
        yield "WHAT WAS ASKED"
    for one in quiet.heard:
        yield from listed([f"{one.dataset.name}, {reach(asked, one)}"])
        if not one.speaks:
            continue
        every = [f"It aims at every case of: {named(one.systematic)}."] if one.systematic else []
        yield from (line for told in (*every, *one.dataset.gaps) for line in wrapped(told, first="  ", rest="  "))
    yield from _unheard(quiet)


def silence_values(quiet: Silence) -> dict[str, object]:
    """The same for a program."""
    asked_of = [
        {
            "dataset": one.dataset.name,
            "first_year": one.dataset.first_year,
            "last_year": one.dataset.last_year,
            "layers": list(one.layers),
            "systematic": list(one.systematic),
            "in_time": one.in_time,
            "only": list(one.only),
            "gaps": list(one.dataset.gaps),
        }
        for one in quiet.heard
    ]
    return {"asked_of": asked_of, "unheard": list(quiet.unheard), "elsewhere": list(quiet.elsewhere)}


def reach(asked: Selection, one: Heard) -> str:
    """`1950-2024`, and why it could not have told, where it could not."""
    if one.dataset.name == CODED:
        return "what was coded from the documents of this ledger"
    first, last = one.dataset.first_year, one.dataset.last_year
    if one.only:
        return f"{first}-{last}: it has {' and '.join(one.only)} alone"
    if one.in_time:
        return f"{first}-{last}"
    layers = f" of {named(one.layers)}" if asked.layers else ""
    if asked.since and int(asked.since[:4]) > last:
        return f"{first}-{last}: the record{layers} ends in {last}"
    return f"{first}-{last}: the record{layers} begins in {first}"


def named(layers: Sequence[Layer]) -> str:
    """The layers in words."""
    return ", ".join(layer.value.replace("_", " ") for layer in layers)


def _unheard(quiet: Silence) -> Iterator[str]:
    if not quiet.unheard:
        return
    yield ""
    yield from wrapped(f"No dataset in this ledger tells of that time and these actors in: {named(quiet.unheard)}.")
    if quiet.elsewhere:
        yield from wrapped(f"Datasets that do, to be imported whole: {', '.join(quiet.elsewhere)}.")
        yield from wrapped("`dragoman datasets NAME` says of each where to get it.")
