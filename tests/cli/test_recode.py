"""`dragoman recode` after a review: the same articles read by coders that really find other things in them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from sqlalchemy import select

from dragoman import coding
from dragoman.coding.learned import RulesAlone
from dragoman.coding.neural import FramesAlone
from dragoman.coding.rules import RulesCoder
from dragoman.languages.en import EnglishPack
from dragoman.ledger import opened
from dragoman.ledger.tables import event_statements, statements

if TYPE_CHECKING:
    from conftest import Invoke

FIRST = """Two ministers in Doha

May 14, 2024

The defence ministers of Kenya and Qatar met in Doha on Monday, 13 May 2024.

Kenya and Qatar signed a defence cooperation agreement. Qatar may deliver armoured vehicles to Kenya, the ministry said.

Qatar and Kenya will hold a joint exercise in June 2024.
"""
SECOND = """Ministers speak of vehicles

May 14, 2024

The defence minister of Kenya met the defence minister of Qatar in Doha on 13 May 2024 to speak of military cooperation.
"""
Coder = Callable[..., None]


@pytest.fixture
def newer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Coder:
    """`newer("0.2", "arms.", …)`: from here on English is read by a coder of that version, whose rules have other
    names, so that its statements have other keys, and which lacks the frames whose rule begins so.
    """
    known = coding.coder

    def use(version: str, *lacking: str) -> None:
        folder = tmp_path / version
        for path in sorted(EnglishPack.data.rglob("*")):
            if path.is_file():
                copy = folder / path.relative_to(EnglishPack.data)
                copy.parent.mkdir(parents=True, exist_ok=True)
                copy.write_bytes(path.read_bytes())
        for path in (folder / "frames").glob("*.yaml"):
            frames = [f for f in yaml.safe_load(path.read_text("utf-8")) if not f["rule"].startswith(lacking or ("-",))]
            told = [{**frame, "rule": f"{version}.{frame['rule']}"} for frame in frames]
            path.write_text(yaml.safe_dump(told, allow_unicode=True), encoding="utf-8")
        pack = EnglishPack()
        monkeypatch.setattr(pack, "data", folder, raising=False)
        made = RulesCoder(pack, RulesAlone(), FramesAlone())
        made.name = f"rules/en@{version}"
        monkeypatch.setattr(coding, "coder", lambda language, **_: made if language == "en" else known(language))

    return use


def rows(ledger_url: str) -> dict[str, Any]:
    """The statements by type, or by type and document where a type has several."""
    with opened(ledger_url) as ledger, ledger.reading() as connection:
        found = connection.execute(select(statements).order_by(statements.c.type, statements.c.evidence_end)).all()
    by_type: dict[str, Any] = {}
    for row in found:
        by_type[row.type if row.type not in by_type else f"{row.type} 2"] = row
    return by_type


def event_of(ledger_url: str, key: str) -> str:
    with opened(ledger_url) as ledger, ledger.reading() as connection:
        return connection.execute(
            select(event_statements.c.event).where(event_statements.c.statement == key)
        ).scalar_one()


def test_judgements_hold_whatever_newer_coders_find(
    invoke: Invoke, ledger_url: str, tmp_path: Path, newer: Coder
) -> None:
    def run(*words: str) -> str:
        result = invoke(*words, "--ledger", ledger_url)
        assert result.exit_code == 0, result.stderr
        return str(result.stdout)

    for name, text in (("first.txt", FIRST), ("second.txt", SECOND)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        run("add", str(tmp_path / name))
    before = rows(ledger_url)
    assert set(before) == {"agreement", "arms_transfer", "exercise", "meeting", "meeting 2"}
    meeting = event_of(ledger_url, before["meeting"].key)
    assert meeting == event_of(ledger_url, before["meeting 2"].key)

    run("review", "accept", before["exercise"].key)
    run(
        "review",
        "correct",
        before["arms_transfer"].key,
        "--set",
        "status=planned",
        "--reason",
        "the contract is signed",
    )
    if "agreement" in before:
        run("review", "reject", before["agreement"].key, "--reason", "they only talked")
    run("review", "split", meeting, before["meeting"].key, "--reason", "two meetings")
    judged = rows(ledger_url)

    newer("0.2", "arms.", "exercise.", "agreement.")
    assert "2 documents coded again" in run("recode")
    after = rows(ledger_url)
    for name in ("arms_transfer", "exercise", "agreement"):
        assert after[name] == judged[name]
    keys = [after[name].key for name in ("meeting", "meeting 2")]
    assert not set(keys) & {row.key for row in before.values()}
    assert event_of(ledger_url, keys[0]) != event_of(ledger_url, keys[1])

    newer("0.3", "meeting.")
    run("recode")
    assert "meeting" not in rows(ledger_url)
    newer("0.4")
    run("recode")
    last = rows(ledger_url)
    assert set(last) == set(before)
    for name in ("arms_transfer", "exercise", "agreement"):
        assert last[name] == judged[name]
    keys = [last[name].key for name in ("meeting", "meeting 2")]
    assert event_of(ledger_url, keys[0]) != event_of(ledger_url, keys[1])
    assert {last[name].coder for name in ("meeting", "meeting 2")} == {"rules/en@0.4"}

    run("review", "undo", event_of(ledger_url, keys[0]))
    assert event_of(ledger_url, keys[0]) == event_of(ledger_url, keys[1])
