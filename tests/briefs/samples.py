"""Statements and documents made by hand for the briefs: all texts are our own."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product
from typing import Any

from dragoman.model import Coding, Cues, Document, Evidence, Kind, Participant, Polarity, Statement, Status
from dragoman.schema import codebook

TEXT = (
    "Министр обороны Азербайджана Гасанов прибыл в Рабат и провёл переговоры с коллегой Луди. Стороны подписали "
    "документ «Договор о военных связях». По мнению обозревателя, Марокко может открыть Баку дорогу к технике, "
    "созданной по американским лицензиям."
)
STATES = ("DEU", "UKR", "USA", "NLD", "SWE", "PHL", "CUB", "VNM", "MAR", "GBR", "NATO", "SYR")


def who(role: str, actor: str | None, **more: Any) -> Participant:
    """A participant; the surface does not matter for sentences."""
    return Participant(
        actor=actor, role=role, surface=more.pop("surface", actor or "неназванная страна"), span=(0, 7), **more
    )


def part(words: str) -> tuple[int, int]:
    """Where these words stand in `TEXT`."""
    return TEXT.index(words), TEXT.index(words) + len(words)


def said(
    type_: str, status: str, *participants: Participant, kind: str = "event", words: str = "прибыл в Рабат", **more: Any
) -> Statement:
    """A statement that rests on these words of `TEXT`."""
    start, end = part(words)
    fields: dict[str, Any] = {
        "id": f"s{start}-{type_}-{status}",
        "kind": Kind(kind),
        "type": type_,
        "status": Status(status),
        "participants": participants,
        "evidence": Evidence(start=start, end=end, text=words),
        "cues": Cues(trigger=(start, start + 3)),
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


def every_kind() -> list[Statement]:
    """Every type of the codebook in every kind, mode, polarity and status, its roles filled with different states."""
    found = []
    for name, entry in codebook().types.items():
        people = _all_roles(role for role in entry.roles if role != "signatory")
        for kind, mode, status in product(entry.kinds, (None, *entry.modes), Status):
            for polarity in ("gain", "loss") if kind is Kind.inference else ("gain",):
                more = {"polarity": polarity} if kind is Kind.inference else {}
                found.append(said(name, status, *people, kind=kind, mode=mode, **more))
    return found


def _all_roles(roles: Iterable[str]) -> list[Participant]:
    states = iter(STATES)
    return [who(role, next(states)) for role in roles for _ in range(2 if role == "party" else 1)]
