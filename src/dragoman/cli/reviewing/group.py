"""`dragoman review` itself, a dialogue, and the commands below it, which do the same in a line each."""

from __future__ import annotations

import typer

from dragoman.cli.options import LedgerAddress, Statuses, Types
from dragoman.cli.reviewing.history import history
from dragoman.cli.reviewing.labels import export_, import_
from dragoman.cli.reviewing.options import (
    Actors,
    Below,
    Events,
    Judged,
    OfDocument,
    OfEvent,
    ReviewerName,
    filter_of,
)
from dragoman.cli.reviewing.rulings import accept, correct, merge, reject, split, undo
from dragoman.review.reviewers import reviewer_named

AT_ONCE = 10_000
"""Statements that one dialogue goes through at most: more than anybody judges between two starts."""

app = typer.Typer(rich_markup_mode=None, invoke_without_command=True, no_args_is_help=False)
COMMANDS = (accept, correct, reject, split, merge, undo, history, export_, import_)
for command in COMMANDS:
    app.command(command.__name__.strip("_"))(command)


@app.callback()
def review(
    context: typer.Context,
    events: Events = False,
    type: Types = None,
    status: Statuses = None,
    document: OfDocument = None,
    actor: Actors = None,
    event: OfEvent = None,
    below: Below = None,
    judged: Judged = False,
    ledger: LedgerAddress = None,
    reviewer: ReviewerName = None,
) -> None:
    """Judge what was coded.

    Without one of the commands below, a dialogue: it shows the statements that nobody has judged yet, the
    least confident first, with the words of the text, who says so and why it was
    coded so. You accept, correct or reject; with --events you split and merge the
    reports of one happening. Each judgement is kept at once, with your name and
    reason. It is never changed, only followed by another, and it holds when the
    documents are coded again. docs/review.md tells more.

    \b
    Examples:
      dragoman review
      dragoman review --type arms_transfer --below 0.6 --reviewer Rana
      dragoman review --events
      dragoman review accept 5d07c1e2 --reason "both texts say so"
    """
    if context.invoked_subcommand is not None:
        _nothing_in_front(context)
        return
    from dragoman.cli.reviewing.asking import Asker
    from dragoman.cli.reviewing.event_loop import EventReview
    from dragoman.cli.reviewing.session import Session
    from dragoman.cli.reviewing.statement_loop import StatementReview
    from dragoman.ledger import opened
    from dragoman.review.waiting import count_statements, waiting_events, waiting_statements

    name = reviewer_named(reviewer)
    with opened(ledger) as kept:
        with kept.reading() as connection:
            only = filter_of(
                connection, type=type, status=status, document=document, actor=actor, event=event, below=below,
                judged=judged,
            )  # fmt: skip
            keys = waiting_events(connection, only) if events else waiting_statements(connection, only, AT_ONCE)
        what = "event" if events else "statement"
        session = Session(kept, name, Asker())
        if keys:
            print(f"{_counted(len(keys), what)} to review as {name}; leave with q, nothing is lost")
        at = EventReview(session).at if events else StatementReview(session, judged=judged).at
        session.walk(keys, at)
        with kept.reading() as connection:
            left = len(waiting_events(connection, only)) if events else count_statements(connection, only)
    done = ", ".join(f"{number} {ruling}" for ruling, number in sorted(session.done.items())) or "nothing judged"
    print(f"{done}; {_counted(left, what)} {'to look at' if judged else 'left'}")


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'s' * (number != 1)}"


def _nothing_in_front(context: typer.Context) -> None:
    """Options before the command below would be lost without a word: a judgement would go into another ledger."""
    sources = {p.opts[0]: context.get_parameter_source(p.name) for p in context.command.params if p.name}
    given = [option for option, source in sources.items() if source is not None and source.name == "COMMANDLINE"]
    if given:
        where = f"dragoman review {context.invoked_subcommand} … {given[0]} …"
        raise typer.BadParameter(f"give it behind the command: {where}", param_hint=given[0])
