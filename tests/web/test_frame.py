"""The frame of every page: languages, errors, assets, keys; readable without a pointer and without a wide window."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from dragoman.web.assets import asset

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("headers", "query", "said"),
    [
        ({}, "", "Help and keys"),
        ({"Accept-Language": "ru-RU,ru;q=0.9,en;q=0.8"}, "", "Справка и клавиши"),
        ({"Accept-Language": "ru"}, "?lang=en", "Help and keys"),
        ({"Cookie": "dragoman-lang=ru"}, "", "Справка и клавиши"),
        ({"Accept-Language": "xx, *;q=0.1"}, "", "Help and keys"),
    ],
)
def test_a_page_speaks_the_language_of_its_reader(
    client: TestClient, headers: dict[str, str], query: str, said: str
) -> None:
    assert f"<h1>{said}</h1>" in client.get(f"/help{query}", headers=headers).text


def test_a_choice_of_language_is_kept_and_leads_back(client: TestClient) -> None:
    answer = client.get("/language/ru?back=/help", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/help")
    assert "Справка" in client.get("/help").text


@pytest.mark.parametrize("back", ["https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", ""])
def test_a_way_back_never_leads_elsewhere(client: TestClient, back: str) -> None:
    answer = client.get("/language/ru", params={"back": back}, follow_redirects=False)
    assert answer.headers["location"] == "/"


def test_what_is_not_there_is_told_as_a_page(client: TestClient) -> None:
    answer = client.get("/no/such/page")
    assert answer.status_code == 404
    assert "Nothing here" in answer.text


def test_htmx_gets_the_part_that_it_asks_for(client: TestClient) -> None:
    part = client.get("/help", headers={"HX-Request": "true"}).text
    assert "<h1>Help and keys</h1>" in part
    assert "<html" not in part


def test_assets_are_kept_as_long_as_their_content_stands(client: TestClient) -> None:
    answer = client.get(asset("css/base.css"))
    assert answer.status_code == 200
    assert "immutable" in answer.headers["cache-control"]
    assert "cache-control" not in client.get("/static/css/base.css").headers


def test_every_text_is_translated() -> None:
    line = [sys.executable, "scripts/messages.py", "--check"]
    checked = subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr


def test_scripts_of_others_are_the_pinned_ones() -> None:
    import hashlib
    import tomllib

    vendor = ROOT / "src/dragoman/web/static/vendor"
    for name, entry in tomllib.loads((vendor / "vendor.toml").read_text("utf-8")).items():
        assert hashlib.sha256((vendor / f"{name}.js").read_bytes()).hexdigest() == entry["sha256"], name
        assert (vendor / f"{name}.LICENSE").read_text("utf-8").strip(), name
