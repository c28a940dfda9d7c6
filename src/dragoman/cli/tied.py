"""How ties are shown."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from dragoman.cli.columns import listed, table, wrapped
from dragoman.cli.lookup import counted, more_lines
from dragoman.cli.silent import CODED, named, reach, silence_lines, silence_values

if TYPE_CHECKING:
    from dragoman.datasets.silence import Silence
    from dragoman.ledger.selection import Selection
    from dragoman.model import Dataset, Tie

LINES = 2
"""Lines that the words of a tie may take in a list; `dragoman show` has all."""


def found_lines(
    asked: Selection, ties: Sequence[Tie], total: int, short: Mapping[str, str], quiet: Silence
) -> Iterator[str]:
    """A table of ties, how many more there are, and who tells of them."""
    yield from wrapped(f"Ties of {who(asked)}{limits(asked)}: {counted(len(ties), total)}, the latest first")
    yield ""
    rows = [(short[tie.id], when(tie), pair(tie), words(tie), f"[{tie.dataset}]") for tie in ties]
    yield from table(("id", "when", "who", "what"), rows, most=LINES)
    yield ""
    yield from more_lines(len(ties), total)
    yield from wrapped(f"All about one: dragoman show {short[ties[0].id]}")
    yield from _sources(asked, {tie.dataset for tie in ties}, quiet, cut=total > len(ties))


def none_lines(asked: Selection, without: int, quiet: Silence) -> Iterator[str]:
    """That there are none, how many there are without the limits of what was asked, and what could have told."""
    yield from wrapped(f"No ties of {who(asked)}{limits(asked)} are on record.")
    if without:
        yield from wrapped(f"Without the limits there are {without:,}: dragoman ties {' '.join(asked.actors)}")
    yield from silence_lines(asked, quiet)


def when(tie: Tie) -> str:
    """The time of a tie: `2024`, `2024-05-01 - 2024-05-09`, `2010 -` where no end is known."""
    if tie.start == tie.end:
        return tie.start or ""
    return f"{tie.start or ''} - {tie.end or ''}".strip()


def pair(tie: Tie) -> str:
    """`RUS > AZE` where one acts and the other is acted upon, else `AZE - TUR`."""
    return f"{tie.source} {'>' if tie.directed else '-'} {tie.target}"


def words(tie: Tie) -> str:
    """What ties them, in a few words, first its status where it did not take place."""
    from dragoman.exports.words import REAL, act_words, amount_words
    from dragoman.schema import codebook

    status = "" if tie.status in REAL else f"{codebook().label(tie.status.value, 'en')}: "
    act = act_words(tie.type, tie.mode) if tie.type else named([tie.layer])
    about = f": {tie.subject}" if tie.subject else ""
    amount = amount_words(tie.weight, tie.unit)
    others = ", ".join(f"{party.role} {party.actor}" for party in tie.others)
    return f"{status}{act}{about}{f', {amount}' if amount else ''}{f' ({others})' if others else ''}"


def head_json(asked: Selection, total: int) -> str:
    """What was asked, and how many there are in all."""
    return json.dumps({"asked": asked.model_dump(mode="json"), "found": total}, ensure_ascii=False)


def sources_json(datasets: Sequence[Dataset], quiet: Silence) -> str:
    """The datasets of what was found, with their credit lines; and who was asked, for what was not."""
    credit = [dataset.model_dump(mode="json") for dataset in datasets]
    return json.dumps({"datasets": credit, **silence_values(quiet)}, ensure_ascii=False)


def who(asked: Selection) -> str:
    """The actors that are asked for, by name and code."""
    from dragoman.actors import label

    return " with ".join(f"{label(code)} ({code})" for code in asked.actors)


def limits(asked: Selection) -> str:
    """The limits of what is asked, behind a comma; empty where there are none."""
    kinds = [*map(str, asked.types), *map(str, asked.statuses), *asked.datasets]
    parts = [named(asked.layers), *(kind.replace("_", " ") for kind in kinds)]
    parts += [f"since {asked.since}" if asked.since else "", f"until {asked.until}" if asked.until else ""]
    return "".join(f", {part}" for part in parts if part)


def _sources(asked: Selection, names: set[str], quiet: Silence, *, cut: bool) -> Iterator[str]:
    told = [one for one in quiet.heard if one.dataset.name in names]
    silent = [one for one in quiet.heard if one.dataset.name not in names and one.dataset.name != CODED]
    yield ""
    yield "SOURCES"
    yield from listed(
        f"{one.dataset.name}, {reach(asked, one)}" + ("" if one.dataset.name == CODED else f". {one.dataset.credit}")
        for one in told
    )
    if silent:
        where = "None of those shown are from" if cut else "Nothing in"
        yield from listed([f"{where}: {'; '.join(f'{one.dataset.name}, {reach(asked, one)}' for one in silent)}"])
