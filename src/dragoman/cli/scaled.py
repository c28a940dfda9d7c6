"""`dragoman code` where it makes a dataset: from the line to a run, and what is told of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from dragoman.cli.failures import EXIT_CODE, tell
from dragoman.cli.watching import Watching

if TYPE_CHECKING:
    from dragoman.scale.run import Outcome
    from dragoman.scale.runners.names import RunnerName

SHOWN = 20
"""Faults that are told on the screen; all of them are in the dataset."""
MEANING = {
    "record": "records, rows and files",
    "page": "pages",
    "evidence": "with words of an act, an actor and defence",
    "text": "with such words in their text, not by the way",
    "language": "in a language that can be read",
    "wanted": "with a sentence that may be coded",
    "article": "articles with such a sentence",
    "original": "no copies of others",
    "stated": "with a statement",
}


def make_dataset(
    sources: Sequence[str],
    output: str | None,
    name: RunnerName,
    workers: int,
    cluster: str | None,
    *,
    allow_private: bool,
) -> None:
    """Code what the sources hold into the dataset at `output`, and print what each stage let through."""
    if output is None:
        raise typer.BadParameter("a dataset is a folder of files; name it with -o", param_hint="--output")
    from dragoman.scale.dataset import Dataset
    from dragoman.scale.inputs import inputs
    from dragoman.scale.run import run
    from dragoman.scale.runners.protocol import runner

    given = inputs(sources, allow_private=allow_private)
    watching = Watching()
    with watching:
        outcome = run(given, Dataset(output), runner(name, workers, cluster), watching)
    for line in summary(outcome):
        print(line)
    faults = watching.faults
    for fault in faults[:SHOWN]:
        tell(fault.line)
    if len(faults) > SHOWN:
        tell(f"{output}: {len(faults) - SHOWN} faults more; dragoman sql {output} 'SELECT * FROM faults'")
    if faults:
        raise typer.Exit(EXIT_CODE)


def summary(outcome: Outcome) -> list[str]:
    """What each stage let through, of the whole dataset, and how fast this run was."""
    from dragoman.scale.stages import Stage

    whole, lines = outcome.whole, []
    first = whole.at(Stage.page) or 1
    for stage in Stage:
        share = f"{whole.at(stage) / first:8.2%}" if stage is not Stage.record else " " * 8
        lines.append(f"{whole.at(stage):>12,} {share}  {MEANING[stage.value]}")
    lines.append(f"{whole.statements:>12,}           statements in {outcome.parts:,} parts")
    if outcome.now.seconds:
        pages, seconds = outcome.now.at(Stage.page), outcome.now.seconds
        lines.append(f"this run: {pages:,} pages in {seconds:,.0f} s of its processes, {pages / seconds:,.0f} a second")
    return lines
