"""The commands that make one judgement: accept, correct, reject, split, merge, undo."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.failures import Failures
from dragoman.cli.options import LedgerAddress
from dragoman.cli.reviewing.options import Reason, ReviewerName
from dragoman.review.reviewers import reviewer_named

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from dragoman.model import Judgement

    Act = Callable[[Connection, str], Judgement]

Things = Annotated[
    list[str],
    typer.Argument(metavar="ID", show_default=False, help="A statement, or the event that all its reports are of."),
]
Statements = Annotated[
    list[str],
    typer.Argument(metavar="ID", show_default=False, help="A statement: its key, or the beginning of it."),
]
OneStatement = Annotated[
    str, typer.Argument(metavar="ID", show_default=False, help="A statement: its key, or the beginning of it.")
]
Event = Annotated[str, typer.Argument(metavar="EVENT", show_default=False, help="An event, by its key.")]
Events = Annotated[
    list[str], typer.Argument(metavar="EVENT", show_default=False, help="Two events or more, by their keys.")
]
Out = Annotated[
    list[str],
    typer.Argument(metavar="STATEMENT", show_default=False, help="The reports that are of another happening."),
]
Settings = Annotated[
    list[str],
    typer.Option("--set", metavar="FIELD=VALUE", show_default=False, help="A field and its value; may be repeated."),
]
Why = Annotated[str, typer.Option("--reason", metavar="TEXT", show_default=False, help="Why; kept with the judgement.")]
Undone = Annotated[
    str,
    typer.Argument(
        metavar="ID", show_default=False, help="A judgement, or a statement or event: then the last word on it."
    ),
]


def accept(things: Things, reason: Reason = "", ledger: LedgerAddress = None, reviewer: ReviewerName = None) -> None:
    """Keep that statements, or events, are right.

    Of an event: that all its reports are of one happening.

    \b
    Examples:
      dragoman review accept 5d07c1e2 90ab13
      dragoman review accept e41f --reason "same day, same ministers"
    """
    from dragoman.ledger.keys import Thing, find
    from dragoman.review import ruling

    def act(connection: Connection, named: str) -> Judgement:
        found = find(connection, named, Thing.statement, Thing.event)
        by = ruling.Reviewer(name, reason)
        if found.thing is Thing.event:
            return ruling.merge(connection, [found.key], by)
        return ruling.accept(connection, found.key, by)

    name = reviewer_named(reviewer)
    _each(things, ledger, act)


def reject(statements: Statements, reason: Why, ledger: LedgerAddress = None, reviewer: ReviewerName = None) -> None:
    """Keep that the text does not say what was coded.

    The statement leaves the events and the network, and does not come back when the
    document is coded again.

    \b
    Example:
      dragoman review reject 5d07c1e2 --reason "an exercise of one state alone"
    """
    from dragoman.ledger.keys import Thing, find
    from dragoman.review import ruling

    def act(connection: Connection, named: str) -> Judgement:
        key = find(connection, named, Thing.statement).key
        return ruling.reject(connection, key, ruling.Reviewer(name, _needed(reason)))

    name = reviewer_named(reviewer)
    _each(statements, ledger, act)


def correct(
    statement: OneStatement,
    settings: Settings,
    reason: Why,
    ledger: LedgerAddress = None,
    reviewer: ReviewerName = None,
) -> None:
    """Keep what a statement should say instead.

    It has to be something that the codebook has.

    \b
    Fields:
      kind type mode status polarity place instrument matter
      time                  2024, 2024-05, 2024-05-13 or 2024-05-13/2024-05-20
      participant.N.FIELD   actor, role, person, office, words
      participant.N=        takes the participant out
      participant.new=ACTOR:ROLE:WORDS
                            one more, named by these words of the text
      speaker=WORDS         who says so; speaker.N, speaker.new of several
      speaker.actor=ACTOR   whom the speaker speaks for
      speaker=              nobody: the outlet says it in its own voice
      evidence=WORDS        the words of the text that say it
    Numbers count from 1, in the order in which `dragoman review` shows them.
    Nothing behind = takes a value away.

    \b
    Examples:
      dragoman review correct 5d07c1e2 --set status=planned --reason "to come"
      dragoman review correct 5d07c1e2 --set participant.2.actor=MAR \\
        --set participant.2.words=Rabat --reason "not Algeria"
    """
    from dragoman.ledger.keys import Thing, find
    from dragoman.review import ruling
    from dragoman.review.corrections import corrected

    def act(connection: Connection, named: str) -> Judgement:
        key = find(connection, named, Thing.statement).key
        before, text = ruling.stands(connection, key)
        after = corrected(before, text, settings)
        return ruling.correct(connection, key, after, ruling.Reviewer(name, _needed(reason)))

    name = reviewer_named(reviewer)
    _each([statement], ledger, act)


def split(
    event: Event, statements: Out, reason: Why, ledger: LedgerAddress = None, reviewer: ReviewerName = None
) -> None:
    """Take reports out of an event.

    They are of another happening, together. This undoes a merge, whether of the
    program or of a reviewer.

    \b
    Example:
      dragoman review split e41f 5d07c1e2 --reason "a week later"
    """
    from dragoman.ledger.keys import Thing, find
    from dragoman.review import ruling

    def act(connection: Connection, named: str) -> Judgement:
        out = [find(connection, statement, Thing.statement).key for statement in statements]
        whole = find(connection, named, Thing.event).key
        return ruling.split(connection, whole, out, ruling.Reviewer(name, _needed(reason)))

    name = reviewer_named(reviewer)
    _each([event], ledger, act)


def merge(events: Events, reason: Why, ledger: LedgerAddress = None, reviewer: ReviewerName = None) -> None:
    """Put events together: they are one happening.

    \b
    Example:
      dragoman review merge e41f e9c2 --reason "the wrong date"
    """
    from dragoman.ledger.keys import Thing, find
    from dragoman.review import ruling

    def act(connection: Connection, _: str) -> Judgement:
        keys = [find(connection, event, Thing.event).key for event in events]
        return ruling.merge(connection, keys, ruling.Reviewer(name, _needed(reason)))

    name = reviewer_named(reviewer)
    _each([" ".join(events)], ledger, act)


def undo(judgement: Undone, reason: Reason = "", ledger: LedgerAddress = None, reviewer: ReviewerName = None) -> None:
    """Take a judgement back.

    The history keeps both, and what was changed is as before. Of a statement the
    last word goes first. Undoing an undoing puts the judgement in force again.

    \b
    Examples:
      dragoman review undo 77e1b0
      dragoman review undo 5d07c1e2 --reason "read the wrong paragraph"
    """
    from dragoman.errors import ReviewError
    from dragoman.ledger.judgements import SETTLING
    from dragoman.ledger.keys import Thing, find
    from dragoman.review import ruling

    def act(connection: Connection, named: str) -> Judgement:
        found = find(connection, named, Thing.judgement, Thing.statement, Thing.event)
        by = ruling.Reviewer(name, reason)
        if found.thing is Thing.judgement:
            return ruling.undo(connection, found.key, by)
        event = found.thing is Thing.event
        keys = ruling.reports_of(connection, found.key) if event else [found.key]
        last = ruling.last_on(connection, keys, ruling.TOGETHER if event else SETTLING)
        if last is None:
            raise ReviewError("nobody has judged it", source=found.key, advice="see `dragoman review history`")
        return ruling.undo(connection, last.id, by)

    name = reviewer_named(reviewer)
    _each([judgement], ledger, act)


def _each(things: list[str], ledger: str | None, act: Act) -> None:
    """Make a judgement on each, in a transaction of its own; what fails is told, and the others are done."""
    from dragoman.ledger import opened

    failures = Failures()
    with opened(ledger) as kept:
        for named in things:
            with failures.of(named):
                with kept.writing() as connection:
                    told = _told(connection, act(connection, named))
                print(told)
    failures.close()


def _told(connection: Connection, made: Judgement) -> str:
    """What was done, and which events the statements are reports of now."""
    from dragoman.cli.reviewing.statements import DONE
    from dragoman.review.ruling import event_of

    keys = made.target.split()
    events = list(dict.fromkeys(event for key in keys if (event := event_of(connection, key))))
    what = made.undoes if made.undoes else keys[0] if len(keys) == 1 else f"{len(keys)} reports"
    now = f"; now event{'s' * (len(events) != 1)} {', '.join(events)}" if events else "; now in no event"
    return f"{DONE[made.ruling]} {what}{now} (judgement {made.id})"


def _needed(reason: str) -> str:
    """A reason that says something. Raises ReviewError."""
    from dragoman.errors import ReviewError

    if not reason.strip():
        raise ReviewError("no reason is given", advice="say why with --reason")
    return reason.strip()
