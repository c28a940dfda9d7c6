"""FollowTheMoney entities: their shape here; `test_ftm_model.py` asks the model itself."""

from __future__ import annotations

import json
import re

from hypothesis import given
from hypothesis import strategies as st

from dragoman.exports.ftm import actor_entity, document_entity, entity_id, event_entity, line, tie_entity
from dragoman.model import Status, Tie

from .samples import ALLIANCE, ARMS, DOCUMENT, EVENTS, MEMBER, SIPRI, ties

SAFE = re.compile(r"[0-9A-Za-z][0-9A-Za-z.-]*[0-9A-Za-z]")


def test_schemas() -> None:
    assert [actor_entity(code)["schema"] for code in ("AZE", "NATO", "WEST")] == [
        "PublicBody",
        "Organization",
        "LegalEntity",
    ]
    assert document_entity(DOCUMENT)["schema"] == "Article"
    assert event_entity(EVENTS[0])["schema"] == "Event"
    assert [tie_entity(tie)["schema"] for tie in (ARMS, ALLIANCE, MEMBER)] == [
        "UnknownLink",
        "UnknownLink",
        "Membership",
    ]


def test_state() -> None:
    assert actor_entity("AZE")["properties"] == {
        "name": ["Azerbaijan"],
        "alias": ["AZE"],
        "country": ["az"],
        "address": ["Baku"],
    }


def test_tie_has_its_interval_and_its_origin() -> None:
    told = tie_entity(ARMS, SIPRI)["properties"]
    assert told == {
        "subject": ["dragoman-actor-RUS"],
        "object": ["dragoman-actor-AZE"],
        "role": ["arms transfer, delivered"],
        "status": ["happened"],
        "startDate": ["2010"],
        "endDate": ["2014-02"],
        "summary": ["Су-25 <штурмовик> & запчасти", "12.5 TIV"],
        "description": ["intermediary: Belarus", "comment: via «Минск»", "order: 2009", SIPRI.credit],
        "recordId": ["7"],
        "publisher": [SIPRI.title],
    }


def test_event_points_to_its_articles_and_actors() -> None:
    told = event_entity(EVENTS[0])["properties"]
    assert isinstance(told, dict)
    assert told["name"] == ["agreement, signed (Kazakhstan, Türkiye)"]
    assert told["involved"] == ["dragoman-actor-KAZ", "dragoman-actor-TUR"]
    assert told["proof"] == ["dragoman-document-d2", "dragoman-document-d1", "dragoman-document-d3"]
    assert told["startDate"] == ["2024-10-30"]
    assert told["country"] == ["tr"]
    assert "«подпишут соглашение» (Вестник, 2024-09-01)" in told["description"]


def test_what_did_not_happen_says_so_in_its_name() -> None:
    told = event_entity(EVENTS[1])["properties"]
    assert isinstance(told, dict)
    assert told["name"] == ["denied: arms transfer (Israel, Azerbaijan, the West)"]
    assert Status.denied in told["keywords"]


def test_document_goes_without_its_text() -> None:
    entity = document_entity(DOCUMENT)
    assert DOCUMENT.text not in line(entity)
    assert entity["properties"] == {
        "fileName": ["1"],
        "title": [DOCUMENT.headline],
        "author": ["А. Автор"],
        "publisher": ["Пример"],
        "publishedAt": ["2024-10-30"],
        "sourceUrl": [DOCUMENT.source],
        "language": ["rus"],
    }


@given(st.text(min_size=1), st.text(min_size=1))
def test_ids_are_safe_and_different(a: str, b: str) -> None:
    assert SAFE.fullmatch(entity_id("tie", a))
    assert (entity_id("tie", a) == entity_id("tie", b)) == (a == b)


@given(ties)
def test_any_tie_is_one_line(tie: Tie) -> None:
    text = line(tie_entity(tie))
    assert text.count("\n") == 1
    assert set(json.loads(text)) == {"id", "schema", "properties"}
