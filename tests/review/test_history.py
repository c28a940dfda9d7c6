from __future__ import annotations

from dragoman.ledger.keys import Thing, find
from dragoman.model import Ruling, Status
from dragoman.review import ruling
from dragoman.review.corrections import corrected
from dragoman.review.history import differences, history, statements_of_document
from dragoman.review.ruling import Reviewer

from .made import RANA, Filled


def test_who_said_what_when_and_why_and_what_it_changed(there: Filled) -> None:
    li = Reviewer("Li", "the agency says so", origin="elsewhere:1")
    with there.ledger.writing() as connection:
        before, text = ruling.stands(connection, there.sold)
        settings = ["status=planned", "participant.2.actor=EGY", "participant.2.words=Egypt", "speaker="]
        first = ruling.correct(connection, there.sold, corrected(before, text, settings), RANA)
        second = ruling.reject(connection, there.sold, li)
        third = ruling.undo(connection, second.id, Reviewer("Rana", "it does"))
        joined = ruling.merge(connection, [there.meeting], RANA)
        every = history(connection)
        assert [entry.judgement for entry in every] == [joined, third, second, first]
        assert [entry.number for entry in every] == [4, 3, 2, 1]
        assert [entry.undone_by for entry in every] == [None, None, third.id, None]
        told = [
            (d.field, d.before, d.after) for d in differences(every[3].before[there.sold], every[3].after[there.sold])
        ]
        assert told == [
            ("status", "possible", "planned"),
            ("participant.2", "DZA recipient «Algeria»", "EGY recipient «Egypt»"),
            ("speaker.1", "ministry (RUS)", ""),
        ]
        assert every[2].judgement.origin == "elsewhere:1"
        assert every[1].before[there.sold].status is every[1].after[there.sold].status is Status.planned
        assert set(every[0].before) == {there.met, there.held}
        assert [entry.judgement for entry in history(connection, limit=1)] == [joined]
        assert [entry.judgement for entry in history(connection, [there.sold], limit=2)] == [third, second]
        assert history(connection, [there.opening]) == []
        document = find(connection, "https://2.example", Thing.document).key
        assert statements_of_document(connection, document) == [there.sold]


def test_what_is_taken_back_shows_what_is_there_again(there: Filled) -> None:
    with there.ledger.writing() as connection:
        before, text = ruling.stands(connection, there.sold)
        made = ruling.correct(connection, there.sold, corrected(before, text, ["status=planned"]), RANA)
        undone = ruling.undo(connection, made.id, RANA)
        redone = ruling.undo(connection, undone.id, RANA)
        steps = [
            (e.judgement.ruling, e.before[there.sold].status, e.after[there.sold].status, e.undone_by)
            for e in reversed(history(connection, [there.sold]))
        ]
        assert steps == [
            (Ruling.correct, Status.possible, Status.planned, None),
            (Ruling.undone, Status.planned, Status.possible, redone.id),
            (Ruling.undone, Status.possible, Status.planned, None),
        ]
