"""Every page and every call of the app, found by itself: closed without rights, without the token, from elsewhere."""

from __future__ import annotations

import re
import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from fastapi import FastAPI, Request
from fastapi.routing import APIRoute, iter_route_contexts
from fastapi.testclient import TestClient
from starlette.routing import Mount
from tests.web.conftest import served

from dragoman.ledger import Ledger, audit, opened
from dragoman.model import Outcome, Role
from dragoman.web import application
from dragoman.web.security import Admin, Door, Reader, Reviewer
from dragoman.web.security.gate import FOR_READERS, OPEN
from dragoman.web.security.headers import ALWAYS

from .people import Desk, desk, field, form, token_of

DOOR = Door("127.0.0.1", 8765)
CHANGES = {"POST", "PUT", "PATCH", "DELETE"}


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """One ledger for all routes: nothing that is refused may change it."""
    with opened(str(tmp_path_factory.mktemp("gate") / "ledger.db"), make=True) as ledger:
        yield desk(ledger, DOOR)


def calls(app: FastAPI, prefix: str = "") -> list[tuple[str, str]]:
    """Method and address of every route, with something in the place of its parameters."""
    found = []
    for route in iter_route_contexts(app.routes):
        path = prefix + re.sub(r"\{(\w+)(:\w+)?\}", "en", route.path or "")
        found += [(method, path) for method in sorted(route.methods or ())]
        if isinstance(mounted := getattr(route.original_route, "app", None), FastAPI):
            found += calls(mounted, path)
    return found


@pytest.fixture(scope="module")
def every(there: Desk) -> list[tuple[str, str]]:
    return calls(application(there.ledger, DOOR))


def test_nothing_is_served_beside_pages_calls_and_the_files_of_static(there: Desk) -> None:
    every = iter_route_contexts(application(there.ledger, DOOR).routes)
    others = [route for route in every if not isinstance(route.original_route, APIRoute)]
    assert [(type(route.original_route), route.path) for route in others] == [
        (Mount, "/static"),
        (Mount, "/api/v1"),
    ]


def test_no_page_and_no_call_is_open_to_whoever_asks(there: Desk, every: list[tuple[str, str]]) -> None:
    client = there.client()
    for method, path in every:
        answer = client.request(method, path)
        if path in OPEN:
            assert answer.status_code in (200, 303, 403), path
        elif method == "GET":
            assert answer.status_code == 303, path
            assert answer.headers["location"].startswith("/login"), path
        else:
            assert answer.status_code == 401, (method, path)


def test_a_program_is_told_401(there: Desk, every: list[tuple[str, str]]) -> None:
    client = there.client(Accept="application/json")
    for method, path in every:
        if path not in OPEN:
            assert client.request(method, path).status_code == 401, (method, path)


def test_no_change_is_open_to_a_reader(there: Desk, every: list[tuple[str, str]]) -> None:
    client = there.client(Role.reader)
    for method, path in every:
        if method in CHANGES and path not in (*OPEN, *FOR_READERS):
            answer = client.request(method, path, headers={"X-CSRF-Token": form(client)})
            assert answer.status_code == 403, (method, path)


def test_the_log_is_open_to_admins_alone(there: Desk, every: list[tuple[str, str]]) -> None:
    for role in (Role.reader, Role.reviewer):
        client = there.client(role)
        for method, path in every:
            if path.startswith("/audit"):
                assert client.request(method, path).status_code == 403, (method, path)


@pytest.mark.parametrize("forged", [None, "", "0" * 64, "é", "another's"])
def test_no_change_is_made_by_a_forged_form(there: Desk, every: list[tuple[str, str]], forged: str | None) -> None:
    client = there.client(Role.admin)
    given = form(there.client(Role.admin)) if forged == "another's" else forged
    for method, path in every:
        if method in CHANGES:
            in_field = client.request(method, path, data={} if given is None else {"csrf": given})
            in_header = client.request(
                method,
                path,
                headers={} if given is None else {"X-CSRF-Token": given.encode()},  # type: ignore[dict-item]
            )
            in_address = client.request(method, path, params={"csrf": form(client)})
            found = {in_field.status_code, in_header.status_code, in_address.status_code}
            assert found == {403}, (method, path)


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://elsewhere.example"},
        {"Origin": "http://127.0.0.1:9000"},
        {"Origin": "https://127.0.0.1:8765.elsewhere.example"},
        {"Origin": "null"},
        {"Origin": "http://[::1"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
def test_no_change_is_made_from_elsewhere_even_with_the_token(
    there: Desk, every: list[tuple[str, str]], headers: dict[str, str]
) -> None:
    client = there.client(Role.admin)
    for method, path in every:
        if method in CHANGES:
            answer = client.request(method, path, headers={"X-CSRF-Token": form(client), **headers})
            assert answer.status_code == 403, (method, path)


@pytest.mark.parametrize("host", ["elsewhere.example", "elsewhere.example:8765", "127.0.0.1:1", "127.0.0.1", "", "["])
def test_no_name_but_ours_is_answered(there: Desk, every: list[tuple[str, str]], host: str) -> None:
    client = there.client(Role.admin)
    for method, path in [*every, ("GET", "/static/css/base.css")]:
        answer = client.request(method, path, headers={"Host": host, "X-CSRF-Token": form(client)})
        assert answer.status_code == 421, (method, path)


def test_every_answer_forbids_what_does_not_come_from_here(there: Desk, every: list[tuple[str, str]]) -> None:
    clients = [there.client(), there.client(Role.admin)]
    for client in clients:
        for method, path in [*every, ("GET", "/no/such/page"), ("GET", "/static/css/base.css"), ("POST", "/static/x")]:
            headers = client.request(method, path).headers
            assert {name: headers.get(name) for name in ALWAYS} == ALWAYS, (method, path)
            assert "unsafe" not in headers["content-security-policy"]
            assert path.startswith("/static/") or "cache-control" in headers, path


def test_pages_have_no_script_and_no_style_inside(there: Desk, every: list[tuple[str, str]]) -> None:
    client = there.client(Role.admin)
    for method, path in every:
        answer = client.request(method, path) if method == "GET" else None
        if answer is None or "text/html" not in answer.headers.get("content-type", ""):
            continue
        page = answer.text
        assert not re.search(r"<script(?![^>]*\bsrc=)[^>]*>", page), path
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", page, re.I), path
        assert not re.findall(r"""(?:src|href)=["'](?:https?:)?//""", page), f"{path} loads from elsewhere"


# --- an application with handlers of our own, for what pages may come to do ---


@pytest.fixture
def made(ledger: Ledger) -> tuple[Desk, FastAPI]:
    there = desk(ledger, DOOR)
    app = application(ledger, DOOR)

    @app.post("/kept")
    def keep(by: Reviewer, request: Request) -> str:
        request.state.about = "5d07c1e2"
        return by.name or ""

    @app.get("/seen")
    def see(by: Reader) -> str:
        return by.name or ""

    @app.post("/ruled")
    def rule(by: Admin) -> str:
        return by.name or ""

    @app.post("/broken")
    def fail(by: Reviewer) -> str:
        raise ZeroDivisionError("the secret of the house")

    @app.post("/taken")
    async def take(by: Reviewer, request: Request) -> int:
        return len(await request.body())

    return there, app


def browser(there: Desk, app: FastAPI, role: Role) -> TestClient:
    client = TestClient(app, base_url=DOOR.address, raise_server_exceptions=False, follow_redirects=False)
    client.cookies = there.client(role).cookies
    client.headers["X-CSRF-Token"] = form(client)
    return client


def test_rights_by_role(made: tuple[Desk, FastAPI]) -> None:
    answers = {
        role: [
            browser(*made, role).request(method, path).status_code
            for method, path in [("GET", "/seen"), ("POST", "/kept"), ("POST", "/ruled")]
        ]
        for role in Role
    }
    assert answers == {
        Role.reader: [200, 403, 403],
        Role.reviewer: [200, 200, 403],
        Role.admin: [200, 200, 200],
    }


def test_the_token_may_stand_in_the_form(made: tuple[Desk, FastAPI]) -> None:
    client = browser(*made, Role.reviewer)
    del client.headers["X-CSRF-Token"]
    assert client.post("/kept", data={"csrf": form(client)}).status_code == 200
    assert client.post("/kept", data={"csrf": form(client)}, files={"file": b"text"}).status_code == 200
    assert client.post("/kept", json={"csrf": form(client)}).status_code == 403


def test_every_change_is_noted_with_its_outcome(made: tuple[Desk, FastAPI]) -> None:
    reviewer, reader = browser(*made, Role.reviewer), browser(*made, Role.reader)
    reviewer.post("/kept")
    reader.post("/kept")
    reviewer.post("/kept", headers={"X-CSRF-Token": "forged"})
    reviewer.post("/broken")
    made[0].client().post("/kept")
    with made[0].ledger.reading() as connection:
        lines = [(e.who, e.about, e.outcome, e.action.split()[-1]) for e in audit.latest(connection, 4)][::-1]
    assert lines == [
        ("Rana", "5d07c1e2", Outcome.done, "keep"),
        ("Lea", "/kept", Outcome.refused, "post"),
        ("Rana", "/kept", Outcome.refused, "keep"),
        ("Rana", "/broken", Outcome.failed, "fail"),
    ]


def test_a_defect_tells_nothing_and_is_a_page_like_others(made: tuple[Desk, FastAPI]) -> None:
    answer = browser(*made, Role.reviewer).post("/broken")
    assert answer.status_code == 500
    assert "secret" not in answer.text and "Traceback" not in answer.text
    assert "A fault of the program" in answer.text
    assert {name: answer.headers.get(name) for name in ALWAYS} == ALWAYS


def test_too_much_is_refused_whatever_it_says_of_itself(
    made: tuple[Desk, FastAPI], monkeypatch: pytest.MonkeyPatch
) -> None:
    from dragoman.web.security import sizes

    monkeypatch.setattr(sizes, "UPLOAD", 100_000)

    def drip() -> Iterator[bytes]:
        yield from [b"a" * 10_000] * 11

    client = browser(*made, Role.reviewer)
    assert client.post("/taken", content=b"a" * 100_000).text == "100000"
    assert client.post("/taken", content=b"a" * 100_001).status_code == 413
    assert client.post("/taken", content=drip()).status_code == 413
    assert client.post("/kept", files={"file": b"a" * 100_000}).status_code == 413


def test_who_may_change_nothing_may_send_little(there: Desk) -> None:
    client = there.client()
    client.get("/login")
    assert client.post("/login", data={"name": "a" * 3_000_000, "csrf": form(client)}).status_code == 413


def test_a_part_of_a_page_leads_to_the_login_as_a_whole(there: Desk) -> None:
    answer = there.client().get("/help", headers={"HX-Request": "true"})
    assert (answer.status_code, answer.headers["hx-redirect"]) == (401, "/login?next=/help")


def test_on_another_address_nobody_has_rights_without_an_account(ledger: Ledger) -> None:
    for door in (Door("192.0.2.1", 8765), Door("127.0.0.1", 8765, url="https://desk.example.org")):
        client = Desk(ledger, door).client()
        assert client.get("/help").status_code == 303


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "Via", "X-Real-IP"])
def test_a_proxy_in_front_that_nobody_told_of_opens_nothing(ledger: Ledger, header: str) -> None:
    client = Desk(ledger, DOOR).client()
    assert client.get("/help").status_code == 200
    assert client.get("/help", headers={header: "203.0.113.1"}).status_code == 403


def test_what_a_proxy_says_of_itself_is_not_believed(there: Desk) -> None:
    told = {"X-Forwarded-For": "203.0.113.1", "X-Forwarded-Proto": "https", "X-Forwarded-Host": "elsewhere.example"}
    client = there.client(Role.reviewer, **told)
    assert client.get("/help").status_code == 200
    assert "strict-transport-security" not in client.get("/help").headers
    client.post("/logout", headers={"X-CSRF-Token": form(client)})
    with there.ledger.reading() as connection:
        assert audit.latest(connection, 1)[0].address == "testclient"


def test_behind_a_proxy_that_was_told_of(there: Desk) -> None:
    proxied = Desk(there.ledger, Door("127.0.0.1", 8765, url="https://desk.example.org"))
    client = proxied.client(Role.reviewer)
    assert client.get("/help").status_code == 200
    assert client.get("/help", headers={"Host": "127.0.0.1:8765"}).status_code == 200
    assert client.get("/help", headers={"Host": "elsewhere.example"}).status_code == 421
    sent = {"X-CSRF-Token": form(client), "Origin": "https://desk.example.org", "Host": "127.0.0.1:8765"}
    assert client.post("/logout", headers={**sent, "Origin": "https://elsewhere.example"}).status_code == 403
    assert client.post("/logout", headers=sent).status_code == 303


def test_what_comes_too_slowly_is_given_up(ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    from dragoman.web.security import sizes

    monkeypatch.setattr(sizes, "STRANGERS", 0.5)
    desk(ledger, DOOR)
    with served(application(ledger)) as site:
        host, _, port = site.removeprefix("http://").partition(":")
        with socket.create_connection((host, int(port)), timeout=20) as slow:
            head = f"POST /login HTTP/1.1\r\nHost: {host}:{port}\r\nContent-Length: 100\r\n"
            slow.sendall(f"{head}Content-Type: application/x-www-form-urlencoded\r\n\r\nname=".encode())
            begun = time.monotonic()
            assert slow.recv(1000).startswith(b"HTTP/1.1 408")
            assert time.monotonic() - begun < 10


def test_who_reads_waits_for_no_change_that_waits_for_an_import(ledger: Ledger) -> None:
    there = desk(ledger, Door())
    token = token_of(there.client(Role.reader))
    with served(application(ledger)) as site, ThreadPoolExecutor(60) as pool:
        with ledger.writing():
            logins = [pool.submit(_try_to_log_in, site) for _ in range(50)]
            for _ in range(5):
                with httpx.Client(cookies={"dragoman": token}, timeout=20) as reader:
                    assert reader.get(f"{site}/help").status_code == 200
            assert not any(login.done() for login in logins)
        assert {login.result() for login in logins} <= {401, 429}


def _try_to_log_in(site: str) -> int:
    with httpx.Client(timeout=120) as browser:
        page = browser.get(f"{site}/login")
        sent = {"name": "Rana", "password": "a guess of twelve", "csrf": field(page.text)}
        return browser.post(f"{site}/login", data=sent).status_code
