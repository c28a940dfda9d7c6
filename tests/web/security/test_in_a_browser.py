"""Logging in, another password and logging out as a person does it, in Chromium, read by axe on the way."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page
from tests.web.conftest import served, watched

from dragoman.ledger import Ledger
from dragoman.model import Role
from dragoman.web import application
from dragoman.web.security import Door

from .people import NAMES, PASSWORD, desk

GRAVE = ("serious", "critical")
NEW = "four herons in the reeds"
TEXTS = {
    "en-GB": ("Log in", "Log out", "Audit log", "Done."),
    "ru-RU": ("Войти", "Выйти", "Журнал действий", "Готово."),
}


def is_readable(page: Page) -> None:
    found = Axe().run(page).response["violations"]
    assert [(fault["id"], fault["nodes"][0]["html"]) for fault in found if fault["impact"] in GRAVE] == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), f"{page.url} is too wide"


def log_in(page: Page, password: str) -> None:
    page.fill("#name", NAMES[Role.admin])
    page.fill("#password", password)
    page.keyboard.press("Enter")


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("width", [1280, 390])
def test_from_the_login_to_the_log_out(ledger: Ledger, chromium: Browser, language: str, width: int) -> None:
    enter, leave, log, done = TEXTS[language]
    desk(ledger, Door())
    with served(application(ledger)) as site, watched(chromium, width, language) as context:
        page = context.new_page()
        page.goto(f"{site}/help?from=a+mail")
        assert page.url == f"{site}/login?next=/help%3Ffrom%3Da%2Bmail"
        assert page.locator("h1").inner_text() == enter
        is_readable(page)
        log_in(page, PASSWORD)
        page.wait_for_url(f"{site}/help?from=a+mail")
        page.goto(f"{site}/account")
        is_readable(page)
        for name, value in (("password", PASSWORD), ("new", NEW), ("again", NEW)):
            page.fill(f"#{name}", value)
        page.keyboard.press("Enter")
        page.wait_for_url(f"{site}/account?done=true")
        assert done in page.locator("[role=status]").first.inner_text() or done in page.content()
        page.goto(f"{site}/audit")
        assert page.locator("h1").inner_text() == log
        assert page.locator("tbody tr").count() == 5
        is_readable(page)
        if width < 960:
            page.click(".menu")
        page.get_by_role("button", name=leave).click()
        page.wait_for_url(f"{site}/login")
        page.go_back()
        page.reload()
        assert page.url.startswith(f"{site}/login"), "what was seen before the log-out is not shown again"


def test_filters_of_the_log_by_htmx(ledger: Ledger, chromium: Browser) -> None:
    desk(ledger, Door())
    with served(application(ledger)) as site, watched(chromium, 1280) as context:
        page = context.new_page()
        page.goto(f"{site}/login?next=/audit")
        log_in(page, PASSWORD)
        page.wait_for_url(f"{site}/audit")
        assert page.locator("tbody tr").count() == 4
        page.fill("input[name=action]", "login")
        page.keyboard.press("Enter")
        page.wait_for_url("**/audit?*action=login*")
        page.wait_for_function("document.querySelectorAll('tbody tr').length === 1")
