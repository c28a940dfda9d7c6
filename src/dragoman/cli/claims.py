"""`dragoman claims`: what articles argue and take as given, and what the record says to it."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.asking import codes, date, in_order, types
from dragoman.cli.lookup import SHOWN, Format, FormatOption, Limit, format_of, write_json, write_table, write_text
from dragoman.cli.options import LedgerAddress, Output, Since, Statuses, Types, Until
from dragoman.model import Kind, Verdict

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from dragoman.exports.rows import Cells
    from dragoman.ledger.claims import ClaimSelection


class What(StrEnum):
    """Which claims."""

    arguments = "arguments"
    given = "given"
    all = "all"


class Voice(StrEnum):
    """Whose claims."""

    own = "own"
    quoted = "quoted"


KINDS = {What.arguments: (Kind.inference,), What.given: (Kind.event, Kind.tie), What.all: ()}
Verdicts = Annotated[
    list[Verdict] | None,
    typer.Option(
        "--verdict", metavar="VERDICT", show_default=False, help=f"Only these; may be repeated: {', '.join(Verdict)}."
    ),
]
Outlets = Annotated[
    list[str] | None,
    typer.Option("--outlet", metavar="NAME", show_default=False, help="Only claims of this outlet; may be repeated."),
]
Actors = Annotated[
    list[str] | None,
    typer.Option(
        "--actor",
        metavar="ACTOR",
        show_default=False,
        help="Only claims about this one, by code or name; repeated: about any two of them.",
    ),
]
WhatOption = Annotated[
    What,
    typer.Option("--what", help="arguments: what articles conclude. given: ties and acts that they take as given."),
]
VoiceOption = Annotated[
    Voice | None,
    typer.Option("--voice", show_default=False, help="own: of the outlets themselves. quoted: only of speakers."),
]
Why = Annotated[bool, typer.Option("--why", help="Say why: the reasons of each verdict.")]
ByOutlet = Annotated[
    bool, typer.Option("--by-outlet", help="Count instead: who hedges, who asserts, and what the record says to it.")
]


def claims(
    verdict: Verdicts = None,
    outlet: Outlets = None,
    actor: Actors = None,
    type: Types = None,
    status: Statuses = None,
    what: WhatOption = What.arguments,
    voice: VoiceOption = None,
    since: Since = None,
    until: Until = None,
    why: Why = False,
    by_outlet: ByOutlet = False,
    limit: Limit = None,
    form: FormatOption = None,
    output: Output = None,
    ledger: LedgerAddress = None,
) -> None:
    """Look up what articles argue and take as given, and what the record says.

    Every claim of the ledger's documents was put to its datasets when the document
    was added; `dragoman test` does it again where that is stale. A status of
    `possible` is a hedged claim; `happened` and `ongoing` are asserted. "No trace"
    is not "false": docs/method/findings.md says how verdicts are reached.

    \b
    Examples:
      dragoman claims --verdict contradicted
      dragoman claims --actor Azerbaijan --type indirect_access --why
      dragoman claims --outlet news.example --what all -o claims.csv
      dragoman claims --by-outlet --since 2024
    """
    from dragoman.ledger import opened
    from dragoman.ledger.claims import ClaimSelection

    chosen = format_of(form, output)
    if by_outlet and chosen not in (Format.text, Format.json):
        raise typer.BadParameter("counts are text or JSON; the claims themselves are tables", param_hint="--by-outlet")
    asked = ClaimSelection(
        actors=codes(actor or ()),
        kinds=KINDS[what],
        types=types(type or ()),
        statuses=tuple(status or ()),
        verdicts=tuple(one.value for one in verdict or ()),
        outlets=tuple(outlet or ()),
        quoted=None if voice is None else voice is Voice.quoted,
        since=date(since, "--since"),
        until=date(until, "--until"),
    )
    in_order(asked.since, asked.until)
    with opened(ledger) as kept, kept.reading() as connection:
        if by_outlet:
            _count(connection, asked, chosen, output)
        elif chosen is Format.text:
            write_text(output, _text(connection, asked, limit or SHOWN, why=why))
        else:
            _write(connection, asked, limit, chosen, output)


def _text(connection: Connection, asked: ClaimSelection, limit: int, *, why: bool) -> Iterator[str]:
    from dragoman.cli.claimed import found_lines, none_lines, waiting_lines
    from dragoman.ledger import claims as kept
    from dragoman.ledger import recalled_claims
    from dragoman.ledger.claims import ClaimSelection
    from dragoman.ledger.keys import short

    found = list(recalled_claims.chosen(connection, asked, limit=limit + 1))
    if found:
        total = kept.count(connection, asked) if len(found) > limit else len(found)
        shown = found[:limit]
        names = short(connection, [one.statements[0][0] for one in shown if one.statements])
        yield from found_lines(asked, shown, total, names, why=why)
    else:
        anything = ClaimSelection(kinds=asked.kinds)
        yield from none_lines(asked, kept.count(connection, anything) if asked != anything else 0)
    yield from waiting_lines(connection)


def _count(connection: Connection, asked: ClaimSelection, form: Format, output: Path | None) -> None:
    from dragoman.cli.claimed import head_json, outlet_lines
    from dragoman.findings.outlets import every, outlets
    from dragoman.ledger import claims as kept

    tallies = kept.by_outlet(connection, asked)
    if form is Format.json:
        items = (one.model_dump_json() for one in outlets(tallies))
        write_json(output, head_json(asked, every(tallies).claims), "outlets", items, lambda: "{}")
    else:
        write_text(output, outlet_lines(asked, outlets(tallies), every(tallies)))


def _write(connection: Connection, asked: ClaimSelection, limit: int | None, form: Format, output: Path | None) -> None:
    from dragoman.cli.claimed import head_json, sources, sources_json
    from dragoman.exports.forms import TableName
    from dragoman.exports.rows import claim_cells
    from dragoman.findings.kept import AnsweredClaim
    from dragoman.ledger import claims as kept
    from dragoman.ledger import recalled_claims

    names: set[str] = set()

    def found() -> Iterator[AnsweredClaim]:
        for one in map(AnsweredClaim.of, recalled_claims.chosen(connection, asked, limit=limit)):
            names.update(one.finding.asked)
            yield one

    if form is Format.json:
        head = head_json(asked, kept.count(connection, asked))
        items = (one.model_dump_json() for one in found())
        write_json(output, head, "claims", items, lambda: sources_json(connection, names))
        return

    def cells() -> Iterator[Cells]:
        for kept_claim in recalled_claims.chosen(connection, asked, limit=limit):
            names.update(AnsweredClaim.of(kept_claim).finding.asked)
            yield claim_cells(kept_claim)

    write_table(form, output, TableName.claims, cells(), lambda: sources(connection, names))
