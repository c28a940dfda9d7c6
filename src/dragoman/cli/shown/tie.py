"""The record of a tie as text."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.cli.columns import wrapped
from dragoman.cli.shown import parts
from dragoman.cli.shown.dataset import terms_lines, years
from dragoman.cli.shown.parts import Short, actor, section
from dragoman.cli.shown.statement import evidence
from dragoman.cli.silent import CODED, named
from dragoman.cli.tied import pair, words
from dragoman.exports.words import amount_words
from dragoman.ledger.records import TieRecord
from dragoman.model import Tie


def tie_lines(record: TieRecord, short: Short) -> Iterator[str]:
    """Who is tied to whom by what, from where that is known, and what else there is between them."""
    tie = record.tie
    yield from wrapped(words(tie))
    yield f"tie {record.key}"
    yield from parts.fields(_content(tie))
    yield from section("DETAILS", parts.fields({name.replace("_", " "): text for name, text in tie.details.items()}))
    yield from section("ONE THING WITH", _group(record))
    yield from section("EVENT", parts.events([record.event] if record.event else [], short))
    if record.statement:
        yield from section(f"STATEMENT {short(record.statement.key)}", evidence(record.statement))
    if tie.dataset != CODED:
        dataset = record.dataset
        told = f"{dataset.name}, version {dataset.version}, {years(dataset)}: {dataset.title}"
        yield from section("DATASET", wrapped(told))
        yield from terms_lines(dataset)
    yield from section("OTHER TIES OF THE SAME DYAD", parts.ties(record.others, short))
    yield from section("RELATED DOCUMENTS", parts.documents(record.related, short))


def _content(tie: Tie) -> dict[str, str]:
    to = "to" if tie.directed else "and"
    return {
        "who": f"{actor(tie.source)} {to} {actor(tie.target)}",
        "layer": named([tie.layer]),
        "status": parts.status(tie.status),
        "from": tie.start or "",
        "to": tie.end or ("not known to have ended" if tie.start else ""),
        "how much": amount_words(tie.weight, tie.unit) or "",
        "about": tie.subject or "",
        "third actors": "; ".join(map(parts.party, tie.others)),
        "record": f"{tie.record} in {tie.dataset}",
    }


def _group(record: TieRecord) -> Iterator[str]:
    """The other pairs, where several are one thing; the other years of a deal are of the same pair."""
    told = list(dict.fromkeys(pair(tie) for tie in record.group if pair(tie) != pair(record.tie)))
    own = len(record.group) - len([tie for tie in record.group if pair(tie) != pair(record.tie)])
    if told:
        yield from wrapped("; ".join(told), first="  ", rest="  ")
    if own:
        ties = "1 other tie" if own == 1 else f"{own} other ties"
        yield from wrapped(f"{ties} of the same two", first="  ", rest="  ")
