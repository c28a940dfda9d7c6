"""Our own stories are as many and as varied as they say, and merging holds on them what was asked of it."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import groupby
from pathlib import Path

import pytest
import yaml

from dragoman.actors import collectives, organisations, states
from dragoman.evaluation import Story, digest, read_floors, read_stories, split_of
from dragoman.evaluation.labelled import annotated
from dragoman.evaluation.merging import MERGED, Layer, copies, groups, layer, splits

GOLD = Path(__file__).resolve().parents[2] / "evaluation/clusters"
ASKED = 0.85
"""B-cubed F1 on annotated statements that merging was asked to reach."""


@cache
def stories() -> tuple[Story, ...]:
    return tuple(read_stories(GOLD))


@cache
def measured() -> Layer:
    return layer("annotated", annotated(stories()))


def happenings() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for report in annotated(stories()).reports:
        found.setdefault(measured().labelled.happening[report.key], []).append(report.language or "und")
    return found


def test_there_are_enough() -> None:
    told = happenings()
    several = {label: languages for label, languages in told.items() if len(languages) > 1}
    assert sum(len(story.reports) for story in stories()) >= 160
    assert len(several) >= 60
    assert sum(len(set(languages)) > 1 for languages in several.values()) >= 40
    assert sum(len(languages) == 1 for languages in told.values()) >= 30
    assert max(map(len, several.values())) <= 7


def test_every_kind_is_explained_and_used() -> None:
    explained = yaml.safe_load((GOLD / "kinds.yaml").read_text("utf-8"))
    assert set(explained) == {kind for story in stories() for kind in story.kinds}


def test_every_actor_is_known_and_named_once() -> None:
    known = {*states(), *organisations(), *collectives()}
    for report in annotated(stories()).reports:
        named = [(p.actor, p.role) for p in report.statement.participants]
        assert {actor for actor, _ in named} <= known, report.key
        assert len(set(named)) == len(named), report.key


def test_no_text_stands_twice() -> None:
    texts = Counter(entry.text for story in stories() for entry in story.reports)
    assert [text for text, count in texts.items() if count > 1] == []


def test_no_happening_is_reported_before_it_is_dated_unless_it_is_to_come() -> None:
    for report in annotated(stories()).reports:
        time = report.statement.time
        if time and time.start and report.statement.status.value == "happened":
            assert time.start <= (report.published or "")[:10], report.key


def test_a_third_is_left_unread() -> None:
    unread = sum(split_of(story.story) == "unread" for story in stories())
    assert len(stories()) / 4 <= unread <= len(stories()) / 2.5


@pytest.mark.parametrize("split", ["seen", "unread"])
def test_merging_reaches_what_was_asked_on_what_was_seen_and_on_what_was_not(split: str) -> None:
    figures = measured().figures(MERGED, splits(measured())[split])
    assert figures.f1 is not None and figures.f1 >= ASKED


@pytest.mark.parametrize("baseline", ["nothing merged", "same type, parties, week"])
def test_merging_beats_the_baselines(baseline: str) -> None:
    better, worse = measured().figures(MERGED).f1, measured().figures(baseline).f1
    assert better is not None and worse is not None and better > worse


def test_merging_is_above_what_was_asked_for_every_kind_of_which_there_are_enough() -> None:
    for kind, keys in groups(stories(), "kind").items():
        figures = measured().figures(MERGED, keys)
        if figures.count >= 10:
            assert figures.f1 is not None and figures.f1 >= ASKED, kind


def test_floors_are_those_of_these_stories_and_hold_without_the_coder() -> None:
    floors = read_floors(GOLD)
    assert floors is not None
    assert floors.sha256 == digest(GOLD), "the stories have changed: scripts/pin_floors.py --reason …"
    pairs, whole = copies(stories()), measured().figures(MERGED)
    now = {
        "annotated.precision": whole.precision,
        "annotated.recall": whole.recall,
        "annotated.f1": whole.f1,
        "copies.precision": pairs.precision,
        "copies.recall": pairs.recall,
    }
    for name, figure in now.items():
        assert figure is not None and figure >= floors.floors[name], name
    assert {name for name, _ in groupby(sorted(floors.floors), key=lambda name: name.split(".")[0])} >= {"coded"}
