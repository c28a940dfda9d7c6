"""What a selection finds: actors, types, times that may be cut, in their order, with or without a limit."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from itertools import permutations, product

import pytest

from dragoman.ledger import Ledger, adding, events, opened, ties
from dragoman.ledger.adding import Arrival
from dragoman.ledger.selection import Selection
from dragoman.model import Dataset, Event, Layer, Status, Tie

from .made import CODER, coding, statement

DATES = (None, "2010", "2010-05", "2010-05-14", "2010-12-31", "2011", "2011-01")
ASKED = (None, "2009", "2010", "2010-04", "2010-05", "2010-05-14", "2010-05-31", "2010-12", "2011-01-01", "2012")
RECORD = Dataset(name="record", title="Ours", version="1", terms="CC0", credit="Us", first_year=2010, last_year=2011)


def tie(key: str, start: str | None = "2010", end: str | None = None, **changes: object) -> Tie:
    told = {"source": "AZE", "target": "TUR", "layer": Layer.agreement, "directed": False, **changes}
    return Tie.model_validate({"id": key, "dataset": "record", "record": key, "start": start, "end": end, **told})


def filled(ledger: Ledger, *some: Tie) -> None:
    with ledger.writing() as connection:
        ties.replace(connection, RECORD, some, file="ours", sha256="0")


def found(ledger: Ledger, limit: int | None = None, **asked: object) -> list[str]:
    selection = Selection.model_validate(asked)
    with ledger.reading() as connection:
        keys = [one.id for one in ties.chosen(connection, selection, limit=limit)]
        assert limit is not None or ties.count(connection, selection) == len(keys)
        return keys


def days(told: str | None, *, last: bool) -> date:
    """The first or the last day that a cut date may mean; where there is none, the first or the last of all days."""
    if told is None:
        return date.max if last else date.min
    year, month, *day = (*map(int, told.split("-")),) if "-" in told else (int(told), 12 if last else 1)
    return date(year, month, *(day or [monthrange(year, month)[1] if last else 1]))


def test_a_tie_is_found_where_it_may_reach_into_the_time(ledger_url: str) -> None:
    spans = [(start, end) for start, end in product(DATES, DATES) if not (start and end and end < start[: len(end)])]
    with opened(ledger_url, make=True) as ledger:
        filled(ledger, *(tie(f"{start}/{end}", start, end) for start, end in spans))
        for since, until in product(ASKED, ASKED):
            expected = {
                f"{start}/{end}"
                for start, end in spans
                if (start is not None or (since is None and until is None))
                and days(end, last=True) >= days(since, last=False)
                and days(start, last=False) <= days(until, last=True)
            }
            assert set(found(ledger, since=since, until=until)) == expected, (since, until)


def test_ties_of_one_of_two_and_between_several(ledger_url: str) -> None:
    pairs = [("AZE", "TUR"), ("TUR", "AZE"), ("AZE", "MAR"), ("MAR", "USA"), ("AZE", "AZE")]
    with opened(ledger_url, make=True) as ledger:
        filled(ledger, *(tie(f"{a}-{b}", source=a, target=b) for a, b in pairs))
        assert found(ledger, actors=["AZE"]) == ["TUR-AZE", "AZE-TUR", "AZE-MAR", "AZE-AZE"]
        assert found(ledger, actors=["TUR", "AZE"]) == ["TUR-AZE", "AZE-TUR"]
        assert found(ledger, actors=["AZE", "MAR", "USA"]) == ["MAR-USA", "AZE-MAR"]
        assert found(ledger, actors=["USA", "TUR"]) == []
        assert len(found(ledger)) == len(pairs)
        with ledger.reading() as connection:
            assert [one.id for one in ties.find(connection, "AZE", "MAR", layers=[Layer.agreement])] == ["AZE-MAR"]


def test_ties_are_chosen_by_layer_type_status_and_dataset(ledger_url: str) -> None:
    some = [
        tie("a", layer=Layer.arms, type="arms_transfer"),
        tie("b", layer=Layer.arms, type="arms_transfer", status=Status.planned),
        tie("c", layer=Layer.exercise, type="exercise"),
    ]
    with opened(ledger_url, make=True) as ledger:
        filled(ledger, *some)
        assert found(ledger, layers=["arms"]) == ["b", "a"]
        assert found(ledger, layers=["arms", "exercise"], statuses=["happened"]) == ["c", "a"]
        assert found(ledger, types=["exercise"], datasets=["record"]) == ["c"]
        assert found(ledger, datasets=["other"]) == []


def test_the_latest_ties_stand_first_and_a_limit_cuts_the_rest(ledger_url: str) -> None:
    with opened(ledger_url, make=True) as ledger:
        filled(
            ledger, tie("none", None), tie("old", "1999-05"), tie("b", "2011"), tie("a", "2011"), tie("new", "2011-03")
        )
        assert found(ledger) == ["new", "b", "a", "old", "none"]
        assert found(ledger, 2) == ["new", "b"]
        assert found(ledger, 9) == found(ledger)


@pytest.fixture
def reported(ledger_url: str) -> str:
    """A ledger with five events: of a day, of a year, of no day (in the three days before its report), of a month."""
    made = {
        "met": statement("The ministers met.", actors=("KAZ", "MNG"), day="2024-05-13"),
        "met again": statement("They met again.", actors=("KAZ", "MNG"), day="2023"),
        "talked": statement("They talked.", actors=("KAZ", "TUR"), day=None),
        "drilled": statement(
            "All drilled.", type="exercise", actors=("KAZ", "MNG", "TUR"), roles=("party",) * 3, day="2022-03"
        ),
        "denied": statement("It was denied.", actors=("KAZ", "CHN"), status=Status.denied, day="2024-01"),
    }
    with opened(ledger_url, make=True) as ledger, ledger.writing() as connection:
        for name, one in made.items():
            adding.add(connection, Arrival(coding(one.evidence.text, one), f"https://news.example/{name}", CODER))
    return ledger_url


@pytest.mark.parametrize(
    ("asked", "days"),
    [
        ({}, ["2024-05-13", "2024-05-11", "2024-01", "2023", "2022-03"]),
        ({"actors": ["MNG"]}, ["2024-05-13", "2023", "2022-03"]),
        ({"actors": ["KAZ", "TUR"]}, ["2024-05-11", "2022-03"]),
        ({"actors": ["MNG", "TUR", "CHN"]}, ["2022-03"]),
        ({"types": ["exercise"]}, ["2022-03"]),
        ({"statuses": ["denied"]}, ["2024-01"]),
        ({"since": "2023-06"}, ["2024-05-13", "2024-05-11", "2024-01", "2023"]),
        ({"until": "2023-06"}, ["2023", "2022-03"]),
        ({"since": "2024-05", "until": "2024-05"}, ["2024-05-13", "2024-05-11"]),
        ({"since": "2024-01-20", "until": "2024-02"}, ["2024-01"]),
        ({"actors": ["USA"]}, []),
    ],
)
def test_events_are_chosen_by_actors_type_status_and_time(
    reported: str, asked: dict[str, object], days: list[str]
) -> None:
    def day(event: Event) -> str | None:
        return event.time.start if event.time else None

    selection = Selection.model_validate(asked)
    with opened(reported) as ledger, ledger.reading() as connection:
        assert [day(event) for event in events.chosen(connection, selection)] == days
        assert [day(event) for event in events.chosen(connection, selection, latest_first=False)] == days[::-1]
        assert [day(event) for event in events.chosen(connection, selection, limit=2)] == days[:2]
        assert events.count(connection, selection) == len(days)


@pytest.mark.parametrize("few", [0, 1, 2, 300])
def test_the_events_of_two_are_the_same_whichever_of_them_is_gone_through(
    reported: str, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(events, "FEW", few)
    with opened(reported) as ledger, ledger.reading() as connection:
        for two in permutations(("KAZ", "MNG", "TUR", "CHN", "USA"), 2):
            asked = Selection(actors=two)
            every = list(events.chosen(connection, asked))
            assert list(events.chosen(connection, asked, limit=9)) == every
            assert events.latest_keys(connection, asked, 2) == [event.id for event in every[:2]]
