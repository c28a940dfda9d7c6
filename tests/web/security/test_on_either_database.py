"""Many at once over either database: all are answered, nobody waits for ever, and each change is a line of the log."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import httpx
from tests.web.conftest import served

from dragoman.ledger import audit, opened
from dragoman.model import Role
from dragoman.web import application
from dragoman.web.security import Door

from .hostile import fill
from .people import PASSWORD, desk, field, token_of

PAGES = ("/", "/audit", "/help", "/api/v1/documents")
READERS, LOGINS = 60, 4


def test_many_at_once(ledger_url: str) -> None:
    with opened(ledger_url, make=True) as ledger:
        there = desk(ledger, Door())
        fill(ledger)
        token = token_of(there.client(Role.admin))
        with served(application(ledger)) as site, ThreadPoolExecutor(READERS + LOGINS) as pool:
            entered = [pool.submit(_log_in, site) for _ in range(LOGINS)]
            read = list(pool.map(lambda number: _read(site, number, token), range(READERS)))
            assert set(read) == {200}
            assert {one.result() for one in entered} == {303}
        with ledger.reading() as connection:
            assert len(audit.latest(connection, 99, action="login")) == LOGINS


def _read(site: str, number: int, token: str) -> int:
    with httpx.Client(cookies={"dragoman": token}, timeout=300) as browser:
        return browser.get(site + PAGES[number % len(PAGES)]).status_code


def _log_in(site: str) -> int:
    with httpx.Client(timeout=300) as browser:
        page = browser.get(f"{site}/login")
        sent = {"name": "Rana", "password": PASSWORD, "csrf": field(page.text)}
        return browser.post(f"{site}/login", data=sent).status_code
