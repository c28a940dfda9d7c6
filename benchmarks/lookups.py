"""The look-ups of `benchmarks/ledger.py`: what `ties`, `events` and `search` ask, and the same SQL on the bare driver.

The ledger's way is that of the commands: the query is put together, sent, and its rows become nouns of the model. The
bare driver gets the finished SQL with its values and fetches the rows. Both ask the same questions of the same
database, by turns, after both have asked each once; the median of the turns counts.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from sqlalchemy import Connection, Select

from dragoman.events import merge
from dragoman.ledger import Ledger, events, merging, search, ties
from dragoman.ledger.selection import Selection
from dragoman.model import Layer, Status

LIMIT = 50
QUESTIONS = 60
"""Different questions of each kind."""
TURNS = 7
"""How often each is asked and timed."""
AT_ONCE = 5_000
"""Statements that become events in one transaction."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: the ledger's way to nouns, and the query alone."""

    ask: Callable[[Connection], Sequence[Any]]
    query: Callable[[Connection], tuple[Select[Any], dict[str, Any]]]


def happenings(ledger: Ledger, keys: Sequence[str]) -> None:
    """An event of its own, with its tie, for each of these statements.

    Merging is not what is measured here: these are the events that it leaves where no report is linked with another.
    """
    for start in range(0, len(keys), AT_ONCE):
        with ledger.writing() as connection:
            told = merging.reports(connection, keys[start : start + AT_ONCE])
            merging.keep(connection, [event for report in told.values() for event in merge([report])])


def questions(states: Sequence[str], words: Sequence[str], types: Sequence[str]) -> dict[str, list[Question]]:
    """The questions by the name of their command: of one actor, of two, with and without limits, as users ask them."""
    chance = random.Random(1)
    kinds: dict[str, list[Question]] = {"ties": [], "events": [], "search": []}
    for number in range(QUESTIONS):
        actors = tuple(chance.sample(states, 1 + number % 2))
        since = chance.choice([None, None, "2015", "2019-05"])
        layers = chance.choice([(), (), (Layer.arms,), (Layer.exercise,)])
        statuses = chance.choice([(), (), (Status.happened,), (Status.denied,)])
        kinds["ties"].append(_ties(Selection(actors=actors, layers=layers, since=since)))
        asked_types = chance.choice([(), (), (chance.choice(types),)])
        kinds["events"].append(_events(Selection(actors=actors, types=asked_types, statuses=statuses, since=since)))
        line = " ".join([*chance.sample(words, 1 + number % 3), *chance.sample(states, number % 2)])
        kinds["search"].append(_search(line))
    return kinds


def _ties(asked: Selection) -> Question:
    return Question(
        ask=lambda connection: list(ties.chosen(connection, asked, limit=LIMIT)),
        query=lambda _: (ties.query(asked.shape, limited=True).query, asked.values(LIMIT)),
    )


def _events(asked: Selection) -> Question:
    return Question(
        ask=lambda connection: list(events.chosen(connection, asked, limit=LIMIT)),
        query=lambda _: (events.query(asked.shape, limited=True).query, asked.values(LIMIT)),
    )


def _search(line: str) -> Question:
    def ask(connection: Connection) -> Sequence[Any]:
        return list(search.find(connection, search.wanted(connection, line), limit=LIMIT))

    def query(connection: Connection) -> tuple[Select[Any], dict[str, Any]]:
        found, values = search.query(connection.dialect.name, search.wanted(connection, line), limited=True)
        return found.query, {**values, "limit": LIMIT}

    return Question(ask, query)


def measure(ledger: Ledger, driver: Any, asked: Iterable[Question]) -> tuple[float, float]:
    """Seconds that the ledger and the bare driver (a cursor of its own) need for all questions: of each the median.

    SQLite works in this process: there the seconds are those of the processor, which nobody else on a busy machine
    makes longer. Of PostgreSQL they are those of the clock.
    """
    clock = time.process_time if ledger.engine.dialect.name == "sqlite" else time.perf_counter
    ours = bare = 0.0
    with ledger.reading() as connection:
        for question in asked:
            sql, values = _finished(*question.query(connection), connection)
            found = question.ask(connection)
            assert len(found) == len(_fetch(driver, sql, values))
            turns = [
                (_seconds(clock, question.ask, connection), _seconds(clock, _fetch, driver, sql, values))
                for _ in range(TURNS)
            ]
            ours += median(turn[0] for turn in turns)
            bare += median(turn[1] for turn in turns)
    return ours, bare


def _seconds(clock: Callable[[], float], work: Callable[..., object], *given: Any) -> float:
    began = clock()
    work(*given)
    return clock() - began


def _fetch(driver: Any, sql: str, values: Any) -> Sequence[Any]:
    found: Sequence[Any] = driver.execute(sql, values).fetchall()
    return found


def _finished(query: Select[Any], values: dict[str, Any], connection: Connection) -> tuple[str, Any]:
    """The SQL as the driver takes it, and its values."""
    made = query.compile(dialect=connection.dialect)
    finished = made.construct_expanded_state(values)
    return finished.statement, finished.positional_parameters if made.positional else finished.parameters
