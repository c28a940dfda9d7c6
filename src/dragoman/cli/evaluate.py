"""`dragoman evaluate`: how well the coding agrees with annotated passages."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.failures import tell
from dragoman.cli.options import Output
from dragoman.cli.output import written
from dragoman.cli.progress import Bar, bar_wanted

if TYPE_CHECKING:
    from dragoman.evaluation import Passage
    from dragoman.model import Coding

NOT_HELD = 1
"""Exit code where a floor is not held."""


class By(StrEnum):
    """What the figures may be broken down by."""

    lang = "lang"
    type = "type"
    status = "status"
    third = "split"


class Format(StrEnum):
    """How the figures are shown."""

    text = "text"
    json = "json"


Gold = Annotated[
    Path,
    typer.Argument(metavar="GOLD", show_default=False, help="Annotated passages: a JSONL file, or a folder of them."),
]
Breakdown = Annotated[
    By | None,
    typer.Option(
        "--by",
        show_default=False,
        help="Also by language, type or status; `split` sets a third of the passages, chosen by the hash of their id, "
        "against the rest.",
    ),
]
Errors = Annotated[
    int, typer.Option("--errors", metavar="N", min=0, help="Show N passages that are not fully right, for each kind.")
]
Mixed = Annotated[bool, typer.Option("--confusion", help="Show which types and statuses are taken for which.")]
Form = Annotated[Format, typer.Option("--format", help="json: every figure unrounded, for a program.")]


def evaluate(
    gold: Gold,
    by: Breakdown = None,
    errors: Errors = 0,
    confusion: Mixed = False,
    form: Form = Format.text,
    output: Output = None,
) -> None:
    """Measure the coding against passages that careful readers annotated.

    Codes every passage and compares statement by statement. Events and inferences
    are measured apart. Where the folder has a floors.yaml the figures must not fall
    below it; the exit code is 1 where one does.

    \b
    type, overlap, actors, strict: F1 of statements with the same type; and a shared
      actor; and the very same actors; and the same status and polarity.
    P, R: precision and recall of strict.
    roles, status, speaker: of the matched, the share that agree on the roles, on
      the status, on whether somebody is named as saying it.
    quiet: of the passages with nothing to code, the share in which nothing was.

    \b
    Examples:
      dragoman evaluate evaluation/
      dragoman evaluate evaluation/ru --by type
      dragoman evaluate my-gold.jsonl --by status --errors 10
      dragoman evaluate evaluation/ --format json -o figures.json
    """
    from dragoman.cli.agreement import as_json, as_text
    from dragoman.evaluation import below, digest, measured, read_floors, read_gold, scored

    passages = list(read_gold(gold))
    rows = scored(_codings(passages, to_file=output is not None))
    shown = (
        as_json(rows, by.value if by else None)
        if form is Format.json
        else as_text(rows, by.value if by else None, errors=errors, confused=confusion)
    )
    with written(output) as stream:
        stream.write(shown)
    floors = read_floors(gold) if gold.is_dir() else None
    if floors is None:
        return
    failed = below(floors.floors, measured(rows))
    if floors.sha256 != digest(gold):
        failed.insert(0, "the passages are not those that the floors were measured on; scripts/pin_floors.py --reason")
    _floors(failed, len(floors.floors))


def _codings(passages: Sequence[Passage], *, to_file: bool) -> list[tuple[Passage, Coding]]:
    """Each passage with its coding; a language without a pack codes nothing, as `dragoman code` does."""
    from dragoman.cli.codings import coding_of_row

    made = []
    with Bar(len(passages), wanted=bar_wanted(to_file=to_file)) as bar:
        for passage in passages:
            made.append((passage, coding_of_row(passage.document)))
            bar.advance()
    return made


def _floors(failed: Sequence[str], count: int) -> None:
    for line in failed:
        tell(line)
    if failed:
        raise typer.Exit(NOT_HELD)
    tell(f"all {count} floors hold")
