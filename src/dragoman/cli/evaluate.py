"""`dragoman evaluate`: how well coding agrees with annotated passages, and merging with annotated stories."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
    from dragoman.model import Coding, Document

NOT_HELD = 1
"""Exit code where a floor is not held."""


class By(StrEnum):
    """What the figures may be broken down by."""

    lang = "lang"
    type = "type"
    status = "status"
    third = "split"
    what = "kind"


class Format(StrEnum):
    """How the figures are shown."""

    text = "text"
    json = "json"


Gold = Annotated[
    Path,
    typer.Argument(
        metavar="GOLD",
        show_default=False,
        help="Annotated passages, a JSONL file or a folder of them; or stories, a YAML file or a folder of them.",
    ),
]
Breakdown = Annotated[
    By | None,
    typer.Option(
        "--by",
        show_default=False,
        help="Also by language, type or status; `split` sets a third of the passages, chosen by the hash of their id, "
        "against the rest; `kind` is what makes a story hard.",
    ),
]
Errors = Annotated[
    int,
    typer.Option(
        "--errors",
        metavar="N",
        min=0,
        help="Show N passages that are not fully right, for each kind; or N pairs of reports wrongly put together or "
        "kept apart, none of the split that is left unread.",
    ),
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
    """Measure the program against what careful readers annotated.

    Passages: codes each and compares statement by statement, events and inferences
    apart. Stories: merges their statements, as annotated and as coded, and compares
    with the happenings that readers told apart. Where the folder has a floors.yaml
    the figures must not fall below it; the exit code is 1 where one does.

    \b
    type, overlap, actors, strict: F1 of statements with the same type; and a shared
      actor; and the very same actors; and the same status and polarity.
    P, R: precision and recall of strict.
    roles, status, speaker: of the matched, the share that agree on the roles, on
      the status, on whether somebody is named as saying it.
    quiet: of the passages with nothing to code, the share in which nothing was.

    \b
    Of stories, B-cubed: of what a statement was put together with, the share that
    belongs there (P); of what belongs there, the share that it was put together
    with (R); the mean over all statements.

    \b
    Examples:
      dragoman evaluate evaluation/
      dragoman evaluate evaluation/ru --by type
      dragoman evaluate my-gold.jsonl --by status --errors 10
      dragoman evaluate evaluation/ --format json -o figures.json
      dragoman evaluate evaluation/clusters --by kind --errors 5
    """
    from dragoman.cli.agreement import as_json, as_text
    from dragoman.evaluation import holds_stories, measured, read_gold, scored

    if holds_stories(gold):
        if confusion:
            raise typer.BadParameter("it goes with passages; stories have no such table", param_hint="--confusion")
        _evaluate_stories(gold, by, errors, form, output)
        return
    if by is By.what:
        raise typer.BadParameter("it goes with stories; passages have no kinds", param_hint="--by")
    passages = list(read_gold(gold))
    rows = scored(_codings(passages, to_file=output is not None))
    shown = (
        as_json(rows, by.value if by else None)
        if form is Format.json
        else as_text(rows, by.value if by else None, errors=errors, confused=confusion)
    )
    with written(output) as stream:
        stream.write(shown)
    _hold(gold, measured(rows))


def _evaluate_stories(gold: Path, by: By | None, errors: int, form: Format, output: Path | None) -> None:
    """Merge the statements of stories, print the figures, hold them against the floors."""
    from dragoman.cli.stories import stories_json, stories_text
    from dragoman.evaluation import copies, layers, pinned, read_stories

    stories = read_stories(gold)
    documents = [document for story in stories for document in story.documents]
    codings = {coding.document.id: coding for coding in _coded(documents, to_file=output is not None)}
    found, pairs = layers(stories, codings), copies(stories)
    group = by.value if by else None
    shown = (
        stories_json(stories, found, pairs, group)
        if form is Format.json
        else stories_text(stories, found, pairs, group, errors)
    )
    with written(output) as stream:
        stream.write(shown)
    _hold(gold, pinned(found, pairs))


def _hold(gold: Path, now: Mapping[str, float]) -> None:
    """Tell whether the floors of a folder hold, if it has any."""
    from dragoman.evaluation import below, digest, read_floors

    floors = read_floors(gold) if gold.is_dir() else None
    if floors is None:
        return
    failed = below(floors.floors, now)
    if floors.sha256 != digest(gold):
        failed.insert(0, "the gold is not that which the floors were measured on; scripts/pin_floors.py --reason")
    _floors(failed, len(floors.floors))


def _codings(passages: Sequence[Passage], *, to_file: bool) -> list[tuple[Passage, Coding]]:
    """Each passage with its coding; a language without a pack codes nothing, as `dragoman code` does."""
    documents = [passage.document for passage in passages]
    return list(zip(passages, _coded(documents, to_file=to_file), strict=True))


def _coded(documents: Sequence[Document], *, to_file: bool) -> list[Coding]:
    """Code documents one after the other, with a bar of progress."""
    from dragoman.coding import coding_of

    made = []
    with Bar(len(documents), wanted=bar_wanted(to_file=to_file)) as bar:
        for document in documents:
            made.append(coding_of(document))
            bar.advance()
    return made


def _floors(failed: Sequence[str], count: int) -> None:
    for line in failed:
        tell(line)
    if failed:
        raise typer.Exit(NOT_HELD)
    tell(f"all {count} floors hold")
