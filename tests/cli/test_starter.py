"""`dragoman import starter`: what comes with the project is imported without a file."""

from __future__ import annotations

import json
from typing import Any


def test_the_starter_needs_no_file(invoke: Any) -> None:
    shown = invoke("import", "starter", "--check").output
    for words in ("Starter record of defence ties", "excerpt: AZE and MAR", "© Stockholm International Peace Research"):
        assert words in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_the_report_for_a_program_is_a_list_of_them(invoke: Any) -> None:
    found = json.loads(invoke("import", "starter", "--check", "--format", "json").output)
    assert [report["name"] for report in found][:2] == ["starter", "sipri-register"]
    assert all(report["ties"] > 300 or report["measures"] for report in found)


def test_every_other_dataset_needs_its_file(program: Any) -> None:
    done = program("import", "sipri-register", "--check")
    assert done.returncode == 2
    assert done.stderr.decode().strip() == (
        "dragoman: no file of `sipri-register` is given; dragoman import sipri-register FILE"
    )
