"""Merging in the ledger, on both databases: stories come in one by one in any order; reviewers' words outlast it."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from itertools import combinations
from operator import attrgetter
from pathlib import Path

import pytest
from sqlalchemy import Connection, select

from dragoman.evaluation import Story, read_stories
from dragoman.evaluation.labelled import annotated
from dragoman.events import compare, merge
from dragoman.ledger import Ledger, adding, documents, judgements, merging, opened, statements
from dragoman.ledger.adding import Arrival
from dragoman.ledger.judgements import Word
from dragoman.ledger.rows import document_key
from dragoman.ledger.tables import documents as documents_table
from dragoman.ledger.tables import event_statements, events, links
from dragoman.model import Coding, Event, Ruling

from .made import CODER

STORIES = {story.story: story for story in read_stories(Path(__file__).resolve().parents[2] / "evaluation/clusters")}
CHOSEN = (
    "almaty-talks", "uzb-kaz-second", "phone-and-room", "many-parties", "wire-sofia", "wire-luanda", "busy-deu-ukr",
    "red-sea-pact", "submarine-sale", "secret-meeting", "lisbon-one-party",
)  # fmt: skip
key_of = attrgetter("key")
TALKS, SECRET, LISBON = STORIES["almaty-talks"], STORIES["secret-meeting"], STORIES["lisbon-one-party"]


def codings(stories: Iterable[Story]) -> list[Coding]:
    """Each text with what was annotated in it."""
    told = [(story, report) for story in stories for report in annotated([story]).reports]
    return [
        Coding(document=document, statements=tuple(r.statement for s, r in told if r.document == document.id))
        for story in stories
        for document in story.documents
    ]


def add(ledger: Ledger, made: Coding) -> list[str]:
    """Store one coding in a transaction of its own; the keys of its statements, in their order."""
    with ledger.writing() as connection:
        key = adding.add(connection, Arrival(made, f"https://{made.document.id}.example", CODER)).key
        kept = statements.load(connection, statements.of_document(connection, key))
    return [next(k for k, statement in kept.items() if statement.id == told.id) for told in made.statements]


def fill(ledger: Ledger, given: Sequence[Coding]) -> dict[str, str]:
    """The key in the ledger by the id of the annotated statement."""
    return {told.id: key for made in given for told, key in zip(made.statements, add(ledger, made), strict=True)}


def partition(connection: Connection, keys: dict[str, str]) -> set[frozenset[str]]:
    """Which annotated statements are of one event."""
    names = {key: name for name, key in keys.items()}
    found: dict[str, set[str]] = {}
    for row in connection.execute(select(event_statements)):
        found.setdefault(row.event, set()).add(names[row.statement])
    return {frozenset(together) for together in found.values()}


def read(ledger: Ledger, keys: dict[str, str]) -> set[frozenset[str]]:
    with ledger.reading() as connection:
        return partition(connection, keys)


def event_of(connection: Connection, key: str) -> Event:
    of = select(event_statements.c.event).where(event_statements.c.statement == key).scalar_subquery()
    return Event.model_validate_json(connection.execute(select(events.c.body).where(events.c.key == of)).scalar_one())


def say(ledger: Ledger, ruling: Ruling, *keys: str, out: int | None = None) -> None:
    with ledger.writing() as connection:
        word = Word(keys=keys, ruling=ruling, reviewer="Ada", reason="read them twice", out=out)
        judgements.add(connection, word)
        merging.refresh(connection, keys)


@pytest.mark.parametrize("seed", [1, 2])
def test_what_comes_one_by_one_in_any_order_is_what_merging_all_at_once_gives(ledger_url: str, seed: int) -> None:
    stories = [STORIES[name] for name in CHOSEN]
    wanted = {frozenset(event.statements) for event in merge(annotated(stories).reports)}
    given = codings(stories)
    random.Random(seed).shuffle(given)
    with opened(ledger_url, make=True) as ledger:
        assert read(ledger, fill(ledger, given)) == wanted
        with ledger.reading() as connection:
            kept = {(row.a, row.b) for row in connection.execute(select(links))}
            known = merging.reports(connection, {key for pair in kept for key in pair})
    linked = {(a.key, b.key) for a, b in combinations(sorted(known.values(), key=key_of), 2) if compare(a, b)}
    assert kept == linked, "the links that the ledger keeps are not those of the reports"


def test_copies_in_the_ledger_are_those_of_the_events_room(ledger_url: str) -> None:
    wire = STORIES["wire-sofia"]
    given = codings([wire, STORIES["one-mould-two-months"]])
    random.Random(3).shuffle(given)
    with opened(ledger_url, make=True) as ledger:
        fill(ledger, given)
        with ledger.reading() as connection:
            rows = connection.execute(select(documents_table.c.key, documents_table.c.copy_group)).all()
            first, second, third, rewrite = (document_key(document) for document in wire.documents)
            grouped = {row.key: row.copy_group for row in rows if row.copy_group}
            assert grouped == dict.fromkeys((first, second, third), min(first, second, third))
            assert set(documents.copies_of(connection, [first])) == {second, third}
            assert documents.copies_of(connection, [rewrite]) == []


def test_a_link_in_the_ledger_says_why(ledger_url: str) -> None:
    with opened(ledger_url, make=True) as ledger:
        keys = fill(ledger, codings([TALKS]))
        with ledger.reading() as connection:
            event = event_of(connection, keys["almaty-talks/a#0"])
        assert len(event.why) == 2
        assert all("Both give the same day." in link.reasons for link in event.why)
        assert all("Both name Kazakhstan and Uzbekistan." in link.reasons for link in event.why)


def test_the_status_of_an_event_follows_what_comes_in(ledger_url: str) -> None:
    steps = []
    given = codings([STORIES["red-sea-pact"]])
    with opened(ledger_url, make=True) as ledger:
        for made in given:
            (key,) = add(ledger, made)
            with ledger.reading() as connection:
                steps.append(event_of(connection, key).status.value)
        with ledger.reading() as connection:
            event = event_of(connection, key)
    assert steps == ["possible", "denied", "denied", "denied", "happened", "happened"]
    assert [turn.status.value for turn in event.history] == ["possible", "denied", "planned", "happened"]


def test_a_split_holds_through_new_arrivals(ledger_url: str) -> None:
    first, second, third = codings([TALKS])
    with opened(ledger_url, make=True) as ledger:
        keys = fill(ledger, [first, second])
        assert len(read(ledger, keys)) == 1
        one, other = keys.values()
        say(ledger, Ruling.parted, one, other, out=1)
        assert len(read(ledger, keys)) == 2
        keys |= fill(ledger, [third])
        found = read(ledger, keys)
        assert len(found) == 2
        assert not any({"almaty-talks/a#0", "almaty-talks/b#0"} <= together for together in found)


def test_a_merge_holds_through_new_arrivals_and_is_told_as_the_reviewers(ledger_url: str) -> None:
    with opened(ledger_url, make=True) as ledger:
        keys = fill(ledger, codings([TALKS])[:1] + codings([SECRET])[:1])
        one, other = keys.values()
        say(ledger, Ruling.merged, one, other)
        assert len(read(ledger, keys)) == 1
        keys |= fill(ledger, codings([TALKS])[1:] + codings([SECRET])[1:] + codings([LISBON]))
        found = read(ledger, keys)
        assert any({"almaty-talks/a#0", "secret-meeting/a#0"} <= together for together in found)
        with ledger.reading() as connection:
            by_hand = [link for link in event_of(connection, one).why if link.reviewer]
    assert [(link.reviewer, link.reasons) for link in by_hand] == [("Ada", ("read them twice",))]


def test_the_last_word_on_a_pair_holds(ledger_url: str) -> None:
    with opened(ledger_url, make=True) as ledger:
        keys = fill(ledger, codings([TALKS])[:2])
        one, other = keys.values()
        say(ledger, Ruling.parted, one, other, out=1)
        say(ledger, Ruling.merged, one, other)
        assert len(read(ledger, keys)) == 1
