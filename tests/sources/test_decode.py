"""Bytes become text, whatever they are declared as, or are refused as no text."""

from __future__ import annotations

import codecs
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import SourceEmpty, SourceNotText
from dragoman.sources.decode import counted, decode

RUSSIAN = (
    "Министры обороны двух соседних стран провели переговоры в приграничном городе. Они договорились о совместном "
    "патрулировании реки, и первые катера выйдут на воду уже весной."
)
UKRAINIAN = "Міністри оборони провели переговори у прикордонному місті та домовилися про спільне патрулювання річки."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be"])
def test_unicode_is_told_without_a_declaration(encoding: str) -> None:
    assert decode(RUSSIAN.encode(encoding), source="a.txt") == RUSSIAN


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "iso8859-5", "cp866"])
def test_cyrillic_code_pages_are_guessed(encoding: str) -> None:
    assert decode(RUSSIAN.encode(encoding), source="a.txt") == RUSSIAN


def test_ukrainian_in_cp1251_keeps_its_letters() -> None:
    assert decode(UKRAINIAN.encode("cp1251"), source="a.txt") == UKRAINIAN


def test_a_declared_charset_is_used_for_bytes_too_few_to_guess() -> None:
    assert decode("Баку".encode("koi8-r"), source="u", declared="koi8-r") == "Баку"


def test_the_charset_in_the_page_is_used() -> None:
    page = f'<html><head><meta charset="windows-1251"></head><body><p>{RUSSIAN}</p></body></html>'
    assert RUSSIAN in decode(page.encode("cp1251"), source="u")


@pytest.mark.parametrize("declared", ["ascii", "utf-8", "no-such-charset", "base64", "utf-16"])
def test_a_wrong_declaration_is_repaired(declared: str) -> None:
    assert decode(RUSSIAN.encode("cp1251"), source="u", declared=declared) == RUSSIAN


def test_utf8_declared_as_a_code_page_is_read_as_utf8() -> None:
    assert decode(RUSSIAN.encode(), source="u", declared="windows-1251") == RUSSIAN


def test_a_letter_cut_in_the_middle_does_not_cost_the_text() -> None:
    assert decode(RUSSIAN.encode()[:-2], source="a.txt").startswith(RUSSIAN[:-2])


def test_line_ends_become_one_kind() -> None:
    assert decode(b"one\r\ntwo\rthree\n", source="a.txt") == "one\ntwo\nthree\n"


@pytest.mark.parametrize("raw", [b"", b"  \n\t ", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, "\u00a0\n".encode()])
def test_nothing_but_white_space_is_empty(raw: bytes) -> None:
    with pytest.raises(SourceEmpty) as caught:
        decode(raw, source="a.txt")
    assert caught.value.source == "a.txt"
    assert caught.value.advice


@pytest.mark.parametrize(
    "raw",
    [
        b"%PDF-1.7\n1 0 obj",
        b"PK\x03\x04 word/document.xml",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0 JFIF",
        b"{\\rtf1 text}",
        b"\x00\x01\x02\x03" * 50,
        b"text with \x00\x00\x00 and \x01\x02\x03",
        bytes(range(256)) * 8,
    ],
)
def test_a_binary_is_refused_in_one_line(raw: bytes) -> None:
    with pytest.raises(SourceNotText) as caught:
        decode(raw, source="scan.pdf")
    assert caught.value.line.startswith("scan.pdf: ")
    assert "\n" not in caught.value.line


@given(st.text(min_size=1).filter(str.isprintable))
def test_any_printable_text_survives_utf8(text: str) -> None:
    assert decode(("x" + text).encode(), source="a.txt") == ("x" + text).replace("\r\n", "\n").replace("\r", "\n")


@given(st.text(st.characters(exclude_categories=())))
def test_every_character_is_counted(text: str) -> None:
    assert dict(counted(text)) == Counter(text)
