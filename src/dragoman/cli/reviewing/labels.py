"""`dragoman review export` and `import`: annotation in Label Studio."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.failures import Failures
from dragoman.cli.options import LedgerAddress, Statuses, Types
from dragoman.cli.output import written
from dragoman.cli.progress import Bar, bar_wanted
from dragoman.cli.reviewing.options import (
    Actors,
    Below,
    Judged,
    OfDocument,
    OfEvent,
    filter_of,
)

if TYPE_CHECKING:
    from dragoman.ledger import Ledger
    from dragoman.review.labelstudio.shape import Annotation, Data

To = Annotated[
    Path,
    typer.Argument(metavar="FILE", show_default=False, help="Where the tasks go. FILE appears whole or not at all."),
]
From = Annotated[Path, typer.Argument(metavar="FILE", show_default=False, help="What Label Studio exported as JSON.")]
Annotators = Annotated[
    list[str] | None,
    typer.Option(
        "--annotator",
        metavar="ID=NAME",
        show_default=False,
        help="Who the annotator of this number or address is; may be repeated.",
    ),
]


def export_(
    file: To,
    type: Types = None,
    status: Statuses = None,
    document: OfDocument = None,
    actor: Actors = None,
    event: OfEvent = None,
    below: Below = None,
    judged: Judged = False,
    ledger: LedgerAddress = None,
) -> None:
    """Write statements as tasks for Label Studio.

    A task is one statement with what the coder says as its prediction. The labelling
    config stands beside FILE (tasks.config.xml for tasks.json): set it in the
    project first, then import the tasks.

    \b
    Examples:
      dragoman review export tasks.json
      dragoman review export tasks.json --type arms_transfer --below 0.8
    """
    from dragoman.ledger import opened
    from dragoman.review.labelstudio.config import config
    from dragoman.review.labelstudio.tasks import task
    from dragoman.review.subjects import statement_subject
    from dragoman.review.waiting import waiting_statements

    with opened(ledger) as kept, kept.reading() as connection:
        only = filter_of(
            connection, type=type, status=status, document=document, actor=actor, event=event, below=below,
            judged=judged,
        )  # fmt: skip
        keys = waiting_statements(connection, only)
        with written(file) as stream, Bar(len(keys), wanted=bar_wanted(to_file=True), doing="writing") as bar:
            stream.write("[")
            for place, key in enumerate(keys):
                subject = statement_subject(connection, key)
                if subject is not None:
                    told = task(subject).model_dump(mode="json", exclude_none=True)
                    stream.write(",\n" * bool(place) + json.dumps(told, ensure_ascii=False))
                bar.advance()
            stream.write("]\n")
    beside = file.with_suffix(".config.xml")
    with written(beside) as stream:
        stream.write(config())
    print(f"{file}: {len(keys)} tasks; the labelling config is {beside}")


def import_(file: From, annotator: Annotators = None, ledger: LedgerAddress = None) -> None:
    """Make judgements of what was annotated in Label Studio.

    FILE is what the project exports as JSON (not JSON-MIN). The verdict of each
    annotation is kept as the annotator's: accepted, corrected where something was
    changed, or rejected. The same annotation is taken once; one that was changed
    since is taken again. What goes against what somebody else has said since the
    export is told and left to you.

    \b
    Examples:
      dragoman review import project-1.json
      dragoman review import project-1.json --annotator 1=Rana --annotator 2=Li
    """
    from dragoman.ledger import opened
    from dragoman.review.labelstudio.importing import in_order, read_tasks

    known = dict(map(_named, annotator or ()))
    tasks = read_tasks(file)
    count = Counter[str]()
    failures = Failures()
    with opened(ledger) as kept, Bar(None, wanted=bar_wanted(to_file=True), doing="importing") as bar:
        for data, annotation in in_order(tasks):
            with failures.of(str(file)):
                count[_taken(kept, data, annotation, known)] += 1
            bar.advance()
    done = ", ".join(f"{number} {outcome}" for outcome, number in sorted(count.items()))
    print(f"{file}: {done or 'no annotation was taken'}")
    failures.close()


def _taken(ledger: Ledger, data: Data, annotation: Annotation, known: dict[str, str]) -> str:
    """What became of an annotation, in a transaction of its own."""
    from dragoman.review.labelstudio.importing import take

    with ledger.writing() as connection:
        return take(connection, data, annotation, known).value


def _named(given: str) -> tuple[str, str]:
    number, equals, name = given.partition("=")
    if not equals or not number.strip() or not name.strip():
        raise typer.BadParameter(f"write ID=NAME, not {given!r}", param_hint="--annotator")
    return number.strip(), name.strip()
