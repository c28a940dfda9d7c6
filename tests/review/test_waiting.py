from __future__ import annotations

from dragoman.ledger.keys import Thing, find
from dragoman.model import Status
from dragoman.review import ruling
from dragoman.review.subjects import event_subject, near, statement_subject
from dragoman.review.waiting import Filter, count_statements, waiting_events, waiting_statements

from .made import MET, RANA, Filled, added, event_of, met


def test_the_least_confident_come_first_until_they_are_judged(there: Filled) -> None:
    with there.ledger.writing() as connection:
        found = waiting_statements(connection, Filter())
        assert found[:2] == [there.sold, there.opening]
        assert set(found) == {there.sold, there.opening, there.met, there.held, there.partners}
        made = ruling.accept(connection, there.sold, RANA)
        assert waiting_statements(connection, Filter(), limit=1) == [there.opening]
        assert count_statements(connection, Filter()) == 4
        assert count_statements(connection, Filter(judged=True)) == 5
        ruling.undo(connection, made.id, RANA)
        assert count_statements(connection, Filter()) == 5


def test_filters_hold_together(there: Filled) -> None:
    with there.ledger.reading() as connection:
        document = find(connection, "https://0.example", Thing.document).key
        for only, expected in (
            (Filter(types=("arms_transfer", "partnership")), {there.sold, there.partners}),
            (Filter(statuses=(Status.possible,)), {there.sold, there.opening}),
            (Filter(actors=("RUS",)), {there.sold, there.opening}),
            (Filter(actors=("RUS", "DZA")), {there.sold}),
            (Filter(document=document), {there.met}),
            (Filter(event=there.meeting), {there.met, there.held}),
            (Filter(below=0.6), {there.sold}),
            (Filter(below=0.7, actors=("MNG",)), {there.opening}),
            (Filter(types=("exercise",)), set()),
        ):
            assert set(waiting_statements(connection, only)) == expected
            assert count_statements(connection, only) == len(expected)


def test_an_older_version_of_a_page_does_not_wait(there: Filled) -> None:
    with there.ledger.writing() as connection:
        changed = MET.replace("Monday", "Tuesday")
        (key,) = added(connection, changed, met(changed), address="https://0.example")
        found = waiting_statements(connection, Filter())
        assert key in found
        assert there.met not in found


def test_events_wait_until_a_reviewer_has_put_all_their_reports_together(there: Filled) -> None:
    with there.ledger.writing() as connection:
        assert waiting_events(connection, Filter()) == [there.meeting]
        made = ruling.merge(connection, [there.meeting], RANA)
        assert waiting_events(connection, Filter()) == []
        assert waiting_events(connection, Filter(judged=True)) == [there.meeting]
        again = MET.replace("to speak", "in order to speak")
        (key,) = added(connection, again, met(again), address="https://again.example")
        event = event_of(connection, key)
        assert event == event_of(connection, there.met)
        assert waiting_events(connection, Filter()) == [event]
        ruling.undo(connection, made.id, RANA)
        for only, expected in (
            (Filter(types=("meeting",), actors=("KAZ", "MNG")), [event]),
            (Filter(statuses=(Status.denied,)), []),
            (Filter(below=0.0), []),
            (Filter(below=1.1), [event]),
            (Filter(event=event), [event]),
            (Filter(document=find(connection, "https://again.example").key), [event]),
            (Filter(document=find(connection, "https://2.example").key), []),
        ):
            assert waiting_events(connection, only) == expected


def test_what_is_looked_at(there: Filled) -> None:
    with there.ledger.writing() as connection:
        made = ruling.accept(connection, there.met, RANA)
        subject = statement_subject(connection, there.met)
        assert subject is not None
        assert (subject.event, subject.reports, subject.ruling) == (there.meeting, 2, made.ruling)
        assert subject.document.text == MET
        assert subject.said == (made,)
        event = event_subject(connection, there.meeting)
        assert event is not None
        assert {report.key for report in event.reports} == {there.met, there.held}
        assert event.said == ()
        assert statement_subject(connection, "0000") is None
        assert event_subject(connection, "0000") is None


def test_events_that_may_be_the_same_are_near(there: Filled) -> None:
    with there.ledger.writing() as connection:
        (other,) = added(
            connection, f"{MET} Again.", met(f"{MET} Again.", day="2023-02-01"), address="https://x.example"
        )
        event = event_subject(connection, there.meeting)
        assert event is not None
        assert [one.id for one in near(connection, event.event)] == [event_of(connection, other)]
