"""Judging through the API: each is one judgement, kept under the reviewer's name, in force at once."""

from __future__ import annotations

from typing import Any

import pytest

from dragoman.web.security.visitors import local_name

from .conftest import Api


@pytest.fixture(autouse=True)
def reviewer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_REVIEWER", "Rana")


def judge(api: Api, status: int = 201, **asked: object) -> Any:
    answer = api.client.post("judgements", json=asked)
    assert answer.status_code == status, answer.text
    if status == 201:
        assert api.client.get(f"http://127.0.0.1{answer.headers['Location']}").json() == answer.json()
    return answer.json()


def statement(api: Api, outlet: str) -> Any:
    return api.client.get("statements", params={"document": api.keys[outlet]}).json()["items"][0]


def test_a_statement_is_accepted_corrected_rejected_and_all_is_taken_back(api: Api) -> None:
    key = statement(api, "lake")["key"]
    accepted = judge(api, ruling="accept", statement=key[:8], reason="it says so")
    assert (accepted["reviewer"], accepted["ruling"], accepted["reason"]) == ("Rana", "accept", "it says so")
    judge(api, ruling="correct", statement=key, set=["status=happened"], reason="delivered")
    assert statement(api, "lake")["statement"]["status"] == "happened"
    assert statement(api, "lake")["coded"]["status"] == "planned"
    rejected = judge(api, ruling="reject", statement=key, reason="no")
    assert statement(api, "lake")["ruling"] == "reject"
    assert api.client.get("events", params={"actor": "CHN"}).json()["items"] == []
    judge(api, ruling="undo", judgement=rejected["id"])
    assert statement(api, "lake")["ruling"] == "correct"
    assert [one["ruling"] for one in api.client.get("judgements?reviewer=Rana&limit=4").json()["items"]] == [
        "undo", "reject", "correct", "accept",
    ]  # fmt: skip


def test_what_a_document_claims_is_stale_after_a_judgement(api: Api) -> None:
    (claim, *_) = api.client.get("claims").json()["items"]
    judge(api, ruling="accept", statement=claim["statements"][0])
    again = [one for one in api.client.get("claims").json()["items"] if one["key"] == claim["key"]]
    assert [one["stale"] for one in again] == [True]


def test_reports_are_parted_and_joined(api: Api) -> None:
    event = next(one for one in api.client.get("events?type=meeting").json()["items"] if len(one["statements"]) > 2)
    going = event["statements"][0]
    judge(api, ruling="split", event=event["id"], out=[going], reason="another week")
    parted = [one["id"] for one in api.client.get("events?type=meeting").json()["items"]]
    assert len(parted) == 2
    judge(api, ruling="merge", events=parted, reason="the same after all")
    assert len(api.client.get("events?type=meeting").json()["items"]) == 1


@pytest.mark.parametrize(
    ("asked", "status", "said"),
    [
        ({"ruling": "reject", "reason": "  "}, 422, "reason"),
        ({"ruling": "reject"}, 422, "reason"),
        ({"ruling": "correct", "set": ["status=maybe"]}, 400, "status"),
        ({"ruling": "correct", "set": ["colour=red"]}, 400, "is no correction"),
        ({"ruling": "praise"}, 422, "ruling"),
    ],
)
def test_what_cannot_be_taken_changes_nothing(api: Api, asked: dict[str, Any], status: int, said: str) -> None:
    before = api.client.get("judgements").json()
    problem = judge(api, status, statement=statement(api, "lake")["key"], **asked)
    assert said in problem["detail"]
    assert api.client.get("judgements").json() == before


def test_reviewers_who_judge_the_same_are_compared(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = [one["key"] for one in api.client.get("statements").json()["items"]][:3]
    for key in keys:
        judge(api, ruling="accept", statement=key)
    monkeypatch.setenv("DRAGOMAN_REVIEWER", "Li")
    local_name.cache_clear()
    for key in keys[:2]:
        judge(api, ruling="accept", statement=key)
    judge(api, ruling="reject", statement=keys[2], reason="no")
    found = api.client.get("judgements/agreement").json()
    pair = next(one for one in found["pairs"] if {one["a"], one["b"]} == {"Li", "Rana"})
    assert (pair["statements"], pair["agree"], pair["kappa"]) == (3, 2, 0.0)
