"""The coder holds mechanisms only: no word of a language stands in its code, all are data of the packs."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import dragoman.coding

FOLDER = Path(dragoman.coding.__file__).parent


def literals(tree: ast.Module) -> list[ast.Constant]:
    """The string literals of a module that are no docstrings."""
    told = {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr)}
    return [n for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str) and id(n) not in told]


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.py")), ids=lambda p: p.name)
def test_no_russian_word_in_the_code(path: Path) -> None:
    words = [n.value for n in literals(ast.parse(path.read_text("utf8"))) if re.search("[а-яёА-ЯЁ]", n.value)]
    assert not words, f"{path.name}: {words}; put them into the language pack's data"
