from __future__ import annotations

import random

import pytest
from sqlalchemy import Connection, select

from dragoman.errors import ReviewError
from dragoman.ledger import statements
from dragoman.ledger.tables import events, ties
from dragoman.model import Event, Ruling, Status
from dragoman.review import ruling
from dragoman.review.corrections import corrected
from dragoman.review.ruling import Reviewer

from .made import HELD, MET, RANA, SOLD, Filled, added, event_of, met, together


def the_event(connection: Connection, key: str) -> Event:
    body = connection.execute(select(events.c.body).where(events.c.key == event_of(connection, key))).scalar_one()
    return Event.model_validate_json(body)


def test_a_correction_reaches_the_event_and_its_ties(there: Filled) -> None:
    with there.ledger.writing() as connection:
        after = corrected(ruling.stands(connection, there.sold)[0], SOLD, ["status=happened", "mode=delivered"])
        made = ruling.correct(connection, there.sold, after, RANA)
        assert (made.ruling, made.reviewer, made.reason) == (Ruling.correct, "Rana", "read it twice")
        event = the_event(connection, there.sold)
        assert (event.status, event.mode) == (Status.happened, "delivered")
        tie = connection.execute(select(ties).where(ties.c.event == event.id)).one()
        assert (tie.status, tie.source, tie.target) == ("happened", "RUS", "DZA")
        ruling.undo(connection, made.id, RANA)
        assert the_event(connection, there.sold).status is Status.possible


def test_what_is_rejected_leaves_the_event_and_the_network(there: Filled) -> None:
    with there.ledger.writing() as connection:
        ruling.reject(connection, there.held, RANA)
        ruling.reject(connection, there.sold, RANA)
        partners = ruling.reject(connection, there.partners, RANA)
        assert [event.statements for event in [the_event(connection, there.met)]] == [(there.met,)]
        assert event_of(connection, there.sold) is None
        assert [tie.layer for tie in connection.execute(select(ties))] == ["diplomacy"]
        ruling.undo(connection, partners.id, RANA)
        assert sorted(tie.layer for tie in connection.execute(select(ties))) == ["agreement", "diplomacy"]


def test_a_split_takes_reports_out_together_and_holds_for_what_comes_later(there: Filled) -> None:
    third = HELD.replace("they spoke", "they also spoke")
    with there.ledger.writing() as connection:
        (another,) = added(connection, third, met(third), address="https://another.example")
        assert {there.met, there.held, another} in together(connection)
        made = ruling.split(connection, the_event(connection, there.met).id, [there.held, another], RANA)
        assert (made.out, made.target.split()[:2]) == (2, [there.held, another])
        assert {there.met} in together(connection)
        assert {there.held, another} in together(connection)
        late = MET.replace("to speak", "in order to speak")
        (fourth,) = added(connection, late, met(late), address="https://late.example")
        assert event_of(connection, there.met) != event_of(connection, there.held)
        assert event_of(connection, fourth) in {event_of(connection, there.met), event_of(connection, there.held)}
        ruling.undo(connection, made.id, RANA)
        assert event_of(connection, there.met) == event_of(connection, there.held)


def test_a_merge_by_hand_joins_what_the_program_keeps_apart_and_can_be_split(there: Filled) -> None:
    with there.ledger.writing() as connection:
        other = MET.replace("Astana", "Ulaanbaatar")
        (away,) = added(connection, other, met(other, day="2023-02-01"), address="https://away.example")
        pair = [the_event(connection, there.met).id, the_event(connection, away).id]
        assert pair[0] != pair[1]
        made = ruling.merge(connection, pair, Reviewer("Rana", "the second has the wrong date"))
        event = the_event(connection, away)
        assert set(event.statements) == {there.met, there.held, away}
        assert {link.reviewer for link in event.why if away in (link.a, link.b)} == {"Rana"}
        assert "the second has the wrong date" in {reason for link in event.why for reason in link.reasons}
        ruling.split(connection, event.id, [away], Reviewer("Li", "no, two meetings"))
        assert {there.met, there.held} in together(connection)
        assert {away} in together(connection)
        with pytest.raises(ReviewError, match="is no event any more"):
            ruling.merge(connection, [event.id, "0" * 17], RANA)
        ruling.merge(connection, [the_event(connection, there.met).id, the_event(connection, away).id], RANA)
        assert event_of(connection, away) == event_of(connection, there.met)
        ruling.undo(connection, made.id, RANA)
        assert event_of(connection, away) == event_of(connection, there.met)


def test_a_confirmed_event_stays_one(there: Filled) -> None:
    with there.ledger.writing() as connection:
        made = ruling.merge(connection, [there.meeting], RANA)
        assert set(made.target.split()) == {there.met, there.held}
        assert {there.met, there.held} in together(connection)
        lone = event_of(connection, there.sold) or ""
        with pytest.raises(ReviewError, match="has one report; name the event that it is the same as"):
            ruling.merge(connection, [lone], RANA)


def test_a_split_names_some_of_the_reports(there: Filled) -> None:
    with there.ledger.writing() as connection:
        for out, told in (
            ([there.sold], "is no report of the event"),
            ([], "no report is named"),
            ([there.met, there.held], "all its reports would go"),
        ):
            with pytest.raises(ReviewError, match=told):
                ruling.split(connection, there.meeting, out, RANA)


def test_only_the_last_word_on_a_statement_is_taken_back(there: Filled) -> None:
    with there.ledger.writing() as connection:
        first = ruling.accept(connection, there.sold, RANA)
        second = ruling.reject(connection, there.sold, Reviewer("Li", "no delivery"))
        with pytest.raises(ReviewError, match=rf"Li has judged the statement since \({second.id}\); undo that first"):
            ruling.undo(connection, first.id, RANA)
        undone = ruling.undo(connection, second.id, RANA)
        with pytest.raises(ReviewError, match="was taken back already"):
            ruling.undo(connection, second.id, RANA)
        assert ruling.last_on(connection, [there.sold], ruling.SETTLING) == first
        again = ruling.undo(connection, undone.id, RANA)
        assert (again.ruling, again.undoes) == (Ruling.undone, undone.id)
        assert ruling.last_on(connection, [there.sold], ruling.SETTLING) == second
        assert event_of(connection, there.sold) is None


def test_a_correction_is_checked_before_it_is_kept(there: Filled) -> None:
    with there.ledger.writing() as connection:
        before, _ = ruling.stands(connection, there.sold)
        with pytest.raises(ReviewError, match="changes nothing"):
            ruling.correct(connection, there.sold, before, RANA)
        with pytest.raises(ReviewError, match="has no mode 'signed'"):
            ruling.correct(connection, there.sold, before.model_copy(update={"mode": "signed"}), RANA)
        assert ruling.last_on(connection, [there.sold], ruling.SETTLING) is None
        with pytest.raises(ReviewError, match="is not in the ledger any more"):
            ruling.stands(connection, "0000")


def test_any_row_of_judgements_taken_back_from_the_last_gives_what_was_there(there: Filled) -> None:
    """Whatever is done, undoing it step by step leads back: statements, events and ties are as they were."""
    chance = random.Random(7)

    def state(connection: Connection) -> tuple[object, ...]:
        tables = (statements.statements, events, ties)
        return tuple(sorted(map(tuple, connection.execute(select(table))), key=repr) for table in tables)

    def act(connection: Connection) -> str:
        key = chance.choice([there.met, there.held, there.sold, there.opening, there.partners])
        what = chance.choice(["accept", "reject", "correct", "merge", "split"])
        if what == "correct":
            before, text = ruling.stands(connection, key)
            status = chance.choice([s for s in Status if s is not before.status])
            return ruling.correct(connection, key, corrected(before, text, [f"status={status}"]), RANA).id
        groups = list(
            dict.fromkeys(filter(None, (event_of(connection, k) for k in (there.met, there.held, there.sold))))
        )
        if what == "merge" and len(groups) > 1:
            return ruling.merge(connection, groups[:2], RANA).id
        large = [group for group in together(connection) if len(group) > 1]
        if what == "split" and large:
            out = chance.choice(sorted(large[0]))
            return ruling.split(connection, event_of(connection, out) or "", [out], RANA).id
        return (ruling.reject if what == "reject" else ruling.accept)(connection, key, RANA).id

    with there.ledger.writing() as connection:
        states, made = [state(connection)], []
        for _ in range(12):
            made.append(act(connection))
            states.append(state(connection))
        for judgement, before in zip(reversed(made), reversed(states[:-1]), strict=True):
            ruling.undo(connection, judgement, RANA)
            assert state(connection) == before
