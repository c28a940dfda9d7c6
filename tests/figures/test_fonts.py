"""The typefaces have every letter that a figure may show, and figures are drawn with them."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from tests.network.made import dataset, tie

from dragoman.actors import states
from dragoman.figures.drawing import Drawing, rows
from dragoman.figures.ego import ego
from dragoman.figures.fonts import FACE, FONTS
from dragoman.figures.leg_needs import MARKS
from dragoman.figures.words import FOLDER, Language, name
from dragoman.model import Layer

TEXTS = (
    "Əliyev, Gəncə, şəhər, İstanbul, ığüöç",
    "اتفاقية التعاون العسكري",
    "Щёлково, Київ, Ґрунт",
    "Łódź, Nuñez, Việt Nam",
    "–—…▶✓✗",
)
"""Azerbaijani, Arabic, Cyrillic, Latin with additions, signs."""


def letters_of(path: Path) -> set[int]:
    """The code points of a TrueType font: its tables cmap of format 4 and 12, as OpenType 1.9 has them."""
    content = path.read_bytes()
    count = struct.unpack(">H", content[4:6])[0]
    tables = {
        content[12 + 16 * i : 16 + 16 * i]: struct.unpack(">II", content[20 + 16 * i : 28 + 16 * i])
        for i in range(count)
    }
    start = tables[b"cmap"][0]
    found: set[int] = set()
    for i in range(struct.unpack(">H", content[start + 2 : start + 4])[0]):
        at = start + struct.unpack(">I", content[start + 8 + 8 * i : start + 12 + 8 * i])[0]
        form = struct.unpack(">H", content[at : at + 2])[0]
        if form == 4:
            double = struct.unpack(">H", content[at + 6 : at + 8])[0]
            ends = struct.unpack(f">{double // 2}H", content[at + 14 : at + 14 + double])
            starts = struct.unpack(f">{double // 2}H", content[at + 16 + double : at + 16 + 2 * double])
            found.update(code for a, b in zip(starts, ends, strict=True) for code in range(a, b + 1))
        elif form == 12:
            for group in range(struct.unpack(">I", content[at + 12 : at + 16])[0]):
                first, last = struct.unpack(">II", content[at + 16 + 12 * group : at + 24 + 12 * group])
                found.update(range(first, last + 1))
    return found - {0xFFFF}


@pytest.mark.parametrize("file", sorted(FONTS.glob("*.ttf")), ids=lambda file: file.stem)
def test_a_typeface_has_every_letter(file: Path) -> None:
    asked = set("".join(TEXTS) + "".join(MARKS.values()) + (FOLDER / "words.yaml").read_text(encoding="utf-8"))
    languages: tuple[Language, ...] = ("en", "ru")
    asked |= {letter for state in states() for language in languages for letter in name(state, language)}
    held = letters_of(file)
    lacking = {letter for letter in asked if letter.isprintable() and ord(letter) not in held}
    assert not lacking


def test_both_weights_are_there() -> None:
    assert {file.stem for file in FONTS.glob("*.ttf")} == {"DejaVuSans", "DejaVuSans-Bold"}


@pytest.mark.parametrize("text", TEXTS[:3])
def test_a_text_is_drawn_and_not_as_boxes(text: str) -> None:
    """Letters that a typeface has not got are all drawn as one box: other letters would give the same picture."""
    chart = rows([{"x": 0}]).mark_point(opacity=0).encode(x="x:Q")
    shown = Drawing(text, "", "", chart).png(1.0)
    missing = Drawing("".join("\U000f0000" if letter.isalpha() else letter for letter in text), "", "", chart).png(1.0)
    assert shown != missing


def test_every_text_is_in_that_typeface() -> None:
    drawn = ego([tie(Layer.arms, "TUR", "AZE", "2020", "2020")], "AZE", 2022, [dataset("made")]).svg()
    families = {part.partition('"')[0] for part in drawn.split('font-family="')[1:]}
    assert families == {FACE}
