"""The routes of the app: found by their addresses, called with what they take, closed where they change something."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace
from typing import cast

from fastapi import APIRouter, FastAPI
from fastapi.responses import PlainTextResponse, Response
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient

from dragoman.ledger import Ledger
from dragoman.web import application
from dragoman.web.desk import At, Desk, at_once
from dragoman.web.routes import Places, Route, add
from dragoman.web.security.forgery import unforged


def made(ledger: Ledger) -> FastAPI:
    router = APIRouter()

    @router.get("/made/{key}.csv")
    def table(key: str) -> Response:
        return PlainTextResponse(f"table {key}")

    @router.get("/made/{key}")
    @at_once
    def show(desk: At, key: str) -> Response:
        return PlainTextResponse(f"{key} {desk.tongue.code} {desk.place}")

    @router.get("/made/{key}/part")
    def part(desk: At, key: str, number: int) -> Response:
        return PlainTextResponse(f"{key} {number + 1} {desk.tongue.code}")

    @router.post("/made/{key}")
    def keep(desk: At, key: str) -> Response:
        return PlainTextResponse(f"kept {key} {desk.tongue.code}")

    app = application(ledger)
    add(app, [router])
    return app


def test_a_handler_is_called_with_what_it_takes(ledger: Ledger) -> None:
    client = TestClient(made(ledger), base_url="http://127.0.0.1", headers={"Accept-Language": "ru"})
    assert client.get("/made/a%20b").text == "a b ru /made"
    assert client.get("/made/x.csv").text == "table x"
    assert client.get("/made/x/part?number=1").text == "x 2 ru"
    assert client.get("/made/x/part?number=one").status_code == 422
    assert client.get("/made/x/y").status_code == 404
    assert client.put("/made/x", headers={"X-CSRF-Token": "forged"}).status_code == 405


def test_every_page_is_found_by_the_beginning_of_its_address(ledger: Ledger) -> None:
    app = application(ledger)
    pages = {id(route) for some in Places(app.router).pages.values() for route in some}
    assert pages == {id(route) for route in app.routes if isinstance(route, Route)}
    client = TestClient(app, base_url="http://127.0.0.1")
    assert client.get("/help").status_code == client.head("/static/css/base.css").status_code == 200
    assert client.get("/help/", follow_redirects=False).headers["location"].endswith("/help")
    assert client.get("/").status_code == client.get("/states.csv").status_code == 200
    assert {client.get(path).status_code for path in ("/helpful", "/help/me", "/ties", "/nothing")} == {404}
    assert client.post("/help").status_code == client.delete("/ties/x").status_code == 405


def test_what_may_change_something_needs_the_token_also_where_it_takes_next_to_nothing(ledger: Ledger) -> None:
    app = made(ledger)
    assert TestClient(app, base_url="http://127.0.0.1").post("/made/x").status_code == 403
    routes = [route for route in app.routes if isinstance(route, APIRoute)]
    assert all(isinstance(route, Route) for route in routes)
    needing = [route for route in routes if unforged in [needed.dependency for needed in route.dependencies]]
    assert {method for route in needing for method in route.methods or ()} == {"POST"}
    assert len(needing) == len([route for route in routes if "POST" in (route.methods or ())]) > 10


def test_a_server_of_a_database_is_asked_from_a_thread() -> None:
    @at_once
    def where(desk: Desk) -> Response:
        return PlainTextResponse(threading.current_thread().name)

    def answered(is_file: bool) -> str:
        there = cast(Desk, SimpleNamespace(ledger=SimpleNamespace(is_file=is_file)))
        return bytes(asyncio.run(where(desk=there)).body).decode()  # type: ignore[arg-type]

    # In a thread of its own: in this one a browser of other tests may have a loop that runs.
    with ThreadPoolExecutor(1, "own") as own:
        assert own.submit(answered, is_file=True).result().startswith("own")
        assert not own.submit(answered, is_file=False).result().startswith("own")
