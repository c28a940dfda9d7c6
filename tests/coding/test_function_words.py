"""The function words of a pack: complete, and checked on load."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from dragoman.coding.function_words import function_words
from dragoman.errors import CodebookError
from dragoman.languages import pack
from dragoman.languages.ru import RussianPack


def test_russian_words_are_found_by_what_they_are_for() -> None:
    words = function_words(pack("ru"))
    assert words.is_prep("с", "with") and not words.is_prep("без", "with")
    assert words.variants["со"] == "с"
    assert (",", "а", "также") in words.joints


def test_a_missing_list_is_told_with_the_file(tmp_path: Path) -> None:
    source = pack("ru").data / "function_words.yaml"
    text = source.read_text("utf8")
    (tmp_path / source.name).write_text(text.replace("  would: бы б\n", ""), "utf8")
    broken = RussianPack()
    broken.data = tmp_path
    with pytest.raises(CodebookError) as told:
        function_words(broken)
    assert told.value.source == source.name
    assert "would" in told.value.what
    shutil.rmtree(tmp_path)
