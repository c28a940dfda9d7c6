"""Our own annotated passages keep to their format, and are as varied as they say."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from dragoman.actors import collectives, organisations, states
from dragoman.evaluation import Passage, read_gold
from dragoman.model import Kind, Status
from dragoman.schema import codebook

GOLD = Path(__file__).resolve().parents[2] / "evaluation"
RARE_TYPES = frozenset({"other"})


@cache
def passages() -> tuple[Passage, ...]:
    return tuple(read_gold(GOLD))


def of(language: str) -> list[Passage]:
    return [p for p in passages() if p.document.language == language]


@pytest.mark.parametrize(("language", "least"), [("ru", 300), ("en", 200)])
def test_there_are_enough(language: str, least: int) -> None:
    assert len(of(language)) >= least


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_type_and_status_is_there(language: str) -> None:
    found = Counter(a.type for p in of(language) for annotated in p.annotated.values() for a in annotated)
    assert set(codebook().types) - RARE_TYPES <= set(found)
    for kind in (Kind.event, Kind.inference):
        assert {a.status for p in of(language) for a in p.annotated[kind]} == set(Status)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_third_is_negative_or_tricky(language: str) -> None:
    sure = {Status.happened, Status.ongoing}
    tricky = [p for p in of(language) if not any(a.status in sure for a in p.annotated[Kind.event])]
    assert len(tricky) >= len(of(language)) / 3


def test_evidence_lies_in_the_text() -> None:
    for passage in passages():
        for annotation in (a for found in passage.annotated.values() for a in found):
            assert annotation.evidence is not None, passage.id
            start, end = annotation.evidence
            assert 0 <= start < end <= len(passage.document.text), passage.id


def test_actors_and_roles_are_those_of_the_codebook() -> None:
    book, known = codebook(), {*states(), *organisations(), *collectives()}
    for passage in passages():
        for annotation in (a for found in passage.annotated.values() for a in found):
            for actor in annotation.actors:
                assert actor.role in book.roles, (passage.id, actor)
                assert actor.actor in known, (passage.id, actor)
            assert len({(a.role, a.actor) for a in annotation.actors}) == len(annotation.actors), passage.id


def test_no_text_stands_twice() -> None:
    texts = Counter(" ".join(p.document.text.split()) for p in passages())
    assert [text for text, count in texts.items() if count > 1] == []
