"""Any request that OpenAPI allows, and many that it does not, are answered as OpenAPI says; none breaks the server."""

from __future__ import annotations

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import APIOperation, Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.schemas import BaseSchema
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from .conftest import Api

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
QUICK = settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)


@pytest.fixture
def described(api: Api, entitled: dict[str, str]) -> BaseSchema:
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", api.client.app, headers=entitled)


@pytest.fixture
def entitled(api: Api) -> dict[str, str]:
    """What a program sends that may make changes: the cookie, its token, and the name of the app."""
    cookies = "; ".join(f"{name}={value}" for name, value in api.client.cookies.items())
    return {"Cookie": cookies, "X-CSRF-Token": api.client.headers["X-CSRF-Token"], "Host": "127.0.0.1"}


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE])
def test_it_holds(described: BaseSchema, mode: GenerationMode, entitled: dict[str, str]) -> None:
    for found in described.get_all_operations():
        _holds(found.ok(), mode, entitled)


def _holds(operation: APIOperation, mode: GenerationMode, entitled: dict[str, str]) -> None:
    @QUICK
    @given(case=operation.as_strategy(generation_mode=mode))
    def holds(case: Case) -> None:
        case.call_and_validate(checks=CHECKS, headers=entitled)

    try:
        holds()
    except Unsatisfiable:
        assert mode is GenerationMode.NEGATIVE, operation.label


def test_everything_is_described(api: Api) -> None:
    told = api.client.get("openapi.json").json()
    calls = [call for path in told["paths"].values() for call in path.values()]
    assert len(calls) > 24
    for call in calls:
        assert call["summary"] and call["description"], call["operationId"]
        for parameter in call.get("parameters", ()):
            assert parameter["schema"]
    assert told["servers"] == [{"url": "/api/v1"}]
