"""What the keys of a review do on the page of an event."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection

from dragoman.cli.reviewing import events, keys, statements
from dragoman.cli.reviewing.session import Session, Step
from dragoman.errors import DragomanError, ReviewError
from dragoman.ledger.keys import Thing, find
from dragoman.model import Judgement
from dragoman.review import ruling
from dragoman.review.ruling import Reviewer
from dragoman.review.subjects import EventSubject, event_subject, near

Act = Callable[[Connection, Reviewer], Judgement]


class EventReview:
    """Events one after the other, each with all its reports."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def at(self, key: str, place: str, seen: bool) -> Step | None:
        """Show an event and do what is asked; None where its reports were put together otherwise since."""
        with self.session.ledger.reading() as connection:
            subject = event_subject(connection, key)
        if subject is None:
            return None
        self.session.show(lambda page: events.show(page, subject, place))
        while True:
            pressed, rest = self.session.answer(keys.bar(keys.EVENT))
            step = self._press(subject, pressed, rest)
            if step is not None:
                return step

    def _press(self, subject: EventSubject, pressed: str, rest: str) -> Step | None:
        """Where to go after a key; None to be asked again."""
        match pressed:
            case "a":
                return self._keep(subject, lambda c, by: ruling.merge(c, [subject.event.id], by), rest)
            case "x":
                return self._split(subject, rest)
            case "m":
                return self._merge(subject, rest)
            case "v":
                self._view(subject, rest)
                return None
            case "u":
                return self._undo(subject, rest)
            case "s":
                return Step.on
            case "b":
                return Step.back
            case "q":
                return Step.leave
            case _:
                self.session.tell(keys.told(keys.EVENT))
                return None

    def _split(self, subject: EventSubject, given: str) -> Step | None:
        out = self._numbered(subject, given or self.session.asker.line("which reports are of another happening? "))
        reason = self.session.reason("") if out else None
        if reason is None:
            return None
        return self._keep(subject, lambda c, by: ruling.split(c, subject.event.id, out, by), reason)

    def _merge(self, subject: EventSubject, given: str) -> Step | None:
        other = self._other(subject, given)
        reason = self.session.reason("") if other else None
        if other is None or reason is None:
            return None
        return self._keep(subject, lambda c, by: ruling.merge(c, [subject.event.id, other], by), reason)

    def _other(self, subject: EventSubject, given: str) -> str | None:
        """The event that is named, by its key or its number among those near."""
        with self.session.ledger.reading() as connection:
            offered = near(connection, subject.event) if not given else []
        if offered:
            self.session.show(lambda page: events.offered(page, offered))
        named = given or self.session.asker.line("with which event? a number or a key: ")
        if named.isdecimal() and 0 < int(named) <= len(offered):
            return offered[int(named) - 1].id
        try:
            with self.session.ledger.reading() as connection:
                return find(connection, named, Thing.event).key
        except DragomanError as error:
            self.session.tell(f"  {error.line}")
            return None

    def _view(self, subject: EventSubject, given: str) -> None:
        numbers = {str(number): report for number, report in enumerate(subject.reports, 1)}
        report = numbers.get(given or self.session.asker.line("which report? "))
        if report is None:
            self.session.tell(f"  the reports are numbered 1 to {len(numbers)}")
        else:
            self.session.show(lambda page: statements.show(page, report, "its report"))

    def _undo(self, subject: EventSubject, reason: str) -> Step | None:
        if not subject.said:
            self.session.tell("  nobody has split or merged its reports")
            return None
        self.session.judge(lambda c, by: ruling.undo(c, subject.said[-1].id, by), reason)
        return Step.stay

    def _numbered(self, subject: EventSubject, given: str) -> list[str]:
        """The statements of these numbers; none where one of them is no number of a report."""
        parts = given.replace(",", " ").split()
        keys_of = {str(number): report.key for number, report in enumerate(subject.reports, 1)}
        if not parts or any(part not in keys_of for part in parts):
            self.session.tell(f"  give numbers of reports, 1 to {len(keys_of)}")
            return []
        return [keys_of[part] for part in parts]

    def _keep(self, subject: EventSubject, act: Act, reason: str) -> Step:
        """Keep a judgement on what was shown: on it goes, or what has become of the event is shown."""

        def on_what_was_shown(connection: Connection, by: Reviewer) -> Judgement:
            if tuple(ruling.reports_of(connection, subject.event.id)) != subject.event.statements:
                raise ReviewError("its reports have changed meanwhile", source=subject.event.id, advice="look again")
            return act(connection, by)

        return Step.on if self.session.judge(on_what_was_shown, reason) else Step.stay
