"""A verb, a noun or a state that a later clause leaves out because the one before it said it."""

from __future__ import annotations

import pytest

from dragoman.coding import code
from dragoman.model import Document


@pytest.mark.parametrize(
    ("text", "type", "sides"),
    [
        (
            "Норвегия передаст Кении радары, Дания — катера, а Чили — миномёты.",
            "arms_transfer",
            [("NOR", "KEN"), ("DNK", "KEN"), ("CHL", "KEN")],
        ),
        (
            "Чили передаст Кении три радара. Ещё два предоставит Дания.",
            "arms_transfer",
            [("CHL", "KEN"), ("DNK", "KEN")],
        ),
        (
            "Спецназ Кении обучают турки, морскую пехоту — греки.",
            "training",
            [("TUR", "KEN"), ("GRC", "KEN")],
        ),
        ("Норвегия передаст Кении радары — первые в этом году.", "arms_transfer", [("NOR", "KEN")]),
        ("Норвегия передаст Кении радары, её сосед Дания — член союза.", "arms_transfer", [("NOR", "KEN")]),
    ],
)
def test_each_clause_is_told_once(text: str, type: str, sides: list[tuple[str, str]]) -> None:
    document = Document(id="own", source="own", text=text, language="ru")
    found = [s for s in code(document, frames_alone=True).statements if s.type == type]
    givers = {"supplier", "trainer"}
    told = [
        (
            next(p.actor for p in s.participants if p.role in givers),
            next(p.actor for p in s.participants if p.role not in givers),
        )
        for s in found
    ]
    assert told == sides
