"""Statements and documents made by hand for the briefs: all texts are our own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from dragoman.model import Attribution, Coding, Cues, Document, Evidence, Kind, Participant, Polarity, Statement, Status
from dragoman.schema import codebook

TEXT = (
    "Министр обороны Азербайджана Гасанов прибыл в Рабат и провёл переговоры с коллегой Луди. Стороны подписали документ "
    "«Договор о военных связях». По мнению обозревателя, Марокко может открыть Баку дорогу к технике, созданной по "
    "американским лицензиям."
)
STATES = ("DEU", "UKR", "USA", "NLD", "SWE", "PHL", "CUB", "VNM", "MAR", "GBR", "NATO", "SYR")


def who(role: str, actor: str | None, **more: Any) -> Participant:
    """A participant; the surface does not matter for sentences."""
    return Participant(actor=actor, role=role, surface=more.pop("surface", actor or "неназванная страна"), span=(0, 7), **more)


def said(
    type_: str, status: str = "happened", *participants: Participant, kind: str = "event", at: tuple[int, int] = (0, 36), **more: Any
) -> Statement:
    """A statement whose evidence is `TEXT[at]`."""
    words = TEXT[at[0] : at[1]]
    fields: dict[str, Any] = {
        "id": more.pop("id", f"s{at[0]}-{type_}-{status}"),
        "kind": Kind(kind),
        "type": type_,
        "status": Status(status),
        "participants": participants,
        "evidence": Evidence(start=at[0], end=at[1], text=words),
        "cues": Cues(trigger=(at[0], at[0] + 3)),
        "confidence": 0.8,
        "coder": "rules/ru@0.1",
        "rule": "test",
    }
    if kind == "inference":
        fields["polarity"] = Polarity(more.pop("polarity", "gain"))
    return Statement(**{**fields, **more})


def coded(*statements: Statement, **more: Any) -> Coding:
    """A document with these statements."""
    fields: dict[str, Any] = {
        "id": "doc-1",
        "source": "examples/rabat.txt",
        "text": TEXT,
        "outlet": "Пример.аз",
        "language": "ru",
        "published": "2024-10-30T14:25",
        "headline": "Баку и Рабат: новый шаг",
    }
    note = more.pop("note", None)
    return Coding(document=Document(**{**fields, **more}), statements=statements, note=note)


def every_kind(statuses: Sequence[Status] = tuple(Status)) -> list[Statement]:
    """Every type of the codebook, in every kind, mode, polarity and status, all roles filled with different states."""
    found = []
    for name, entry in codebook().types.items():
        roles = [role for role in entry.roles if role not in ("signatory",)]
        states = iter(STATES)
        people = []
        for role in roles:
            people.append(who(role, next(states)))
            if role == "party":
                people.append(who(role, next(states)))
        for kind in entry.kinds:
            polarities = ("gain", "loss") if kind is Kind.inference else ("gain",)
            for mode in [None, *entry.modes]:
                for status in statuses:
                    found += [said(name, status, *people, kind=kind, mode=mode, polarity=p) if kind is Kind.inference else said(name, status, *people, kind=kind, mode=mode) for p in polarities]
    return found


@pytest.fixture
def visit() -> Statement:
    """A visit by a minister, in the outlet's own voice."""
    guest = who("visitor", "AZE", office="minister of defence", person="Гасанов")
    return said("visit", "happened", guest, who("host", "MAR"), at=(0, 51))


@pytest.fixture
def meeting() -> Statement:
    """A meeting of two ministers."""
    guest = who("party", "AZE", office="minister of defence", person="Гасанов")
    host = who("party", "MAR", office="minister of defence", person="Луди")
    return said("meeting", "happened", guest, host, at=(0, 88))


@pytest.fixture
def agreement() -> Statement:
    """A signed agreement, attributed to a ministry."""
    speaker = Attribution(speaker="Минобороны Азербайджана", actor="AZE", span=(0, 5), verb="сообщили")
    parties = (who("party", "AZE"), who("party", "MAR"))
    return said("agreement", "happened", *parties, mode="signed", instrument="Договор о военных связях", attribution=(speaker,), at=(89, 145))


@pytest.fixture
def bridge() -> Statement:
    """A hedged argument."""
    roles = (who("beneficiary", "AZE"), who("intermediary", "MAR"), who("origin", "USA"))
    return said("indirect_access", "possible", *roles, kind="inference", at=(146, len(TEXT)))


@pytest.fixture
def tie() -> Statement:
    """A standing partnership."""
    return said("partnership", "ongoing", who("party", "MAR"), who("party", "USA"), kind="tie", mode="strategic", at=(146, 200))


@pytest.fixture
def coding(visit: Statement, meeting: Statement, agreement: Statement, bridge: Statement, tie: Statement) -> Coding:
    """The whole document."""
    return coded(visit, meeting, agreement, tie, bridge)
