"""FollowTheMoney's own model takes every entity. Run by `scripts/interop.sh`, which installs it beside the project."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from dragoman.actors import collectives, organisations, states
from dragoman.exports import ReportedEvent, ftm
from dragoman.model import Tie

from .samples import DOCUMENT, EVENTS, TIES, reported, ties

followthemoney: Any = pytest.importorskip("followthemoney")
registry: Any = followthemoney.registry


def check(entity: ftm.Entity) -> Any:
    """The schema is known, has every property, and every value is valid as it stands: cleaning changes nothing."""
    told = json.loads(ftm.line(entity))
    assert registry.entity.validate(told["id"])
    proxy = followthemoney.model.get_proxy(told, cleaned=True)
    proxy.schema.validate(told)
    for name, values in told["properties"].items():
        of = proxy.schema.get(name)
        assert of is not None, f"{proxy.schema.name} has no {name}"
        assert all(of.type.validate(value) for value in values), (name, values)
    assert proxy.caption
    assert proxy.to_dict()["properties"].keys() == told["properties"].keys()
    return proxy


@pytest.mark.parametrize("code", [*states(), *organisations(), *collectives(), "SUN"])
def test_actors(code: str) -> None:
    check(ftm.actor_entity(code))


def test_articles() -> None:
    proxy = check(ftm.document_entity(DOCUMENT))
    assert proxy.caption == DOCUMENT.headline


@pytest.mark.parametrize("code", ftm.languages().values())
def test_languages(code: str) -> None:
    assert registry.language.validate(code)


def test_events_and_ties() -> None:
    for event in EVENTS:
        check(ftm.event_entity(event))
    for tie in TIES:
        check(ftm.tie_entity(tie))


def test_ends_are_what_the_schemas_ask_for() -> None:
    actors = {
        ftm.entity_id("actor", code): check(ftm.actor_entity(code)) for tie in TIES for code in (tie.source, tie.target)
    }
    for tie in TIES:
        proxy = check(ftm.tie_entity(tie))
        for end in (proxy.schema.source_prop, proxy.schema.target_prop):
            (key,) = proxy.get(end)
            assert actors[key].schema.is_a(end.range)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(ties)
def test_any_tie(tie: Tie) -> None:
    check(ftm.tie_entity(tie))


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(reported)
def test_any_event(event: ReportedEvent) -> None:
    check(ftm.event_entity(event))
