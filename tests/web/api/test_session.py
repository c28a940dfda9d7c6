"""A program logs in, learns the token that its changes need, and logs out."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient
from tests.web.security.people import PASSWORD, Desk, desk

from dragoman.ledger import Ledger, logins
from dragoman.web.security import Door

HEADER = "X-CSRF-Token"
RANA = {"name": "Rana", "password": PASSWORD}


@pytest.fixture
def program(ledger: Ledger) -> TestClient:
    return desk(ledger, Door("127.0.0.1", 8765)).client(Accept="application/json")


def test_without_accounts_everybody_on_this_machine_is_one(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_REVIEWER", "Rana")
    told = Desk(ledger, Door("127.0.0.1", 8765)).client().get("/api/v1/session").json()
    assert (told["name"], told["role"]) == ("Rana", "admin")


def test_from_login_to_log_out(program: TestClient) -> None:
    assert program.get("/api/v1/documents").status_code == 401
    before = program.get("/api/v1/session").json()
    assert (before["name"], before["role"]) == (None, None)
    entered = program.post("/api/v1/session", json=RANA, headers={HEADER: before["token"]})
    assert entered.status_code == 200
    assert (entered.json()["name"], entered.json()["role"]) == ("Rana", "reviewer")
    token = {HEADER: entered.json()["token"]}
    assert program.get("/api/v1/documents").status_code == 200
    judged = {"ruling": "accept", "statement": "none"}
    assert program.post("/api/v1/judgements", json=judged).status_code == 403
    assert program.post("/api/v1/judgements", json=judged, headers={HEADER: before["token"]}).status_code == 403
    assert program.post("/api/v1/judgements", json=judged, headers=token).status_code == 404
    assert program.delete("/api/v1/session", headers=token).status_code == 204
    assert program.get("/api/v1/documents").status_code == 401


def test_a_wrong_password_is_a_problem_and_too_many_are_another(program: TestClient) -> None:
    token = {HEADER: program.get("/api/v1/session").json()["token"]}
    wrong = {"name": "Rana", "password": "a guess of twelve"}
    for _ in range(logins.FAILURES.times):
        answer = program.post("/api/v1/session", json=wrong, headers=token)
        assert (answer.status_code, answer.headers["content-type"]) == (401, "application/problem+json")
        assert "guess" not in answer.text
    answer = program.post("/api/v1/session", json=RANA, headers=token)
    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) > 0
