"""What the keys of a review do on the page of a statement."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection

from dragoman.cli.reviewing import keys, statements
from dragoman.cli.reviewing.correcting import correction
from dragoman.cli.reviewing.event_loop import EventReview
from dragoman.cli.reviewing.session import Session, Step
from dragoman.errors import ReviewError
from dragoman.ledger.judgements import SETTLING
from dragoman.model import Judgement
from dragoman.review import ruling
from dragoman.review.ruling import Reviewer
from dragoman.review.subjects import StatementSubject, statement_subject

Act = Callable[[Connection, Reviewer], Judgement]


class StatementReview:
    """Statements one after the other; `judged` also shows those that somebody has judged already."""

    def __init__(self, session: Session, *, judged: bool = False) -> None:
        self.session = session
        self.judged = judged

    def at(self, key: str, place: str, seen: bool) -> Step | None:
        """Show a statement and do what is asked; None where it is gone, or somebody judged it since."""
        with self.session.ledger.reading() as connection:
            subject = statement_subject(connection, key)
        if subject is None or (subject.ruling and not seen and not self.judged):
            return None
        self.session.show(lambda page: statements.show(page, subject, place))
        while True:
            pressed, rest = self.session.answer(keys.bar(keys.STATEMENT))
            step = self._press(subject, pressed, rest)
            if step is not None:
                return step

    def _press(self, subject: StatementSubject, pressed: str, rest: str) -> Step | None:
        """Where to go after a key; None to be asked again."""
        match pressed:
            case "a":
                return self._keep(subject, lambda c, by: ruling.accept(c, subject.key, by), rest)
            case "r":
                return self._reject(subject, rest)
            case "c":
                return self._correct(subject, rest)
            case "u":
                return self._undo(subject, rest)
            case "e":
                return self._event(subject)
            case "s":
                return Step.on
            case "b":
                return Step.back
            case "q":
                return Step.leave
            case _:
                self.session.tell(keys.told(keys.STATEMENT))
                return None

    def _correct(self, subject: StatementSubject, given: str) -> Step | None:
        after = correction(subject.statement, subject.document.text, given, self.session.asker, self.session.tell)
        reason = self.session.reason("") if after is not None else None
        if after is None or reason is None:
            return None
        return self._keep(subject, lambda c, by: ruling.correct(c, subject.key, after, by), reason)

    def _reject(self, subject: StatementSubject, given: str) -> Step | None:
        reason = self.session.reason(given)
        if reason is None:
            return None
        return self._keep(subject, lambda c, by: ruling.reject(c, subject.key, by), reason)

    def _undo(self, subject: StatementSubject, reason: str) -> Step | None:
        words = [word for word in subject.said if word.ruling in SETTLING]
        if not words:
            self.session.tell("  nobody has judged it")
            return None
        self.session.judge(lambda c, by: ruling.undo(c, words[-1].id, by), reason)
        return Step.stay

    def _event(self, subject: StatementSubject) -> Step | None:
        if subject.event is None:
            self.session.tell("  it is a report of no event")
            return None
        step = EventReview(self.session).at(subject.event, "its event", True)
        return Step.leave if step is Step.leave else Step.stay

    def _keep(self, subject: StatementSubject, act: Act, reason: str) -> Step:
        """Keep a judgement on what was shown: on it goes, or the statement is shown anew where it has changed."""

        def on_what_was_shown(connection: Connection, by: Reviewer) -> Judgement:
            if ruling.stands(connection, subject.key)[0] != subject.statement:
                raise ReviewError("somebody else has judged it meanwhile", source=subject.key, advice="look again")
            return act(connection, by)

        return Step.on if self.session.judge(on_what_was_shown, reason) else Step.stay
