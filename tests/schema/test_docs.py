from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

from dragoman.schema import codebook

ROOT = Path(__file__).parents[2]


def _script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_codebook_docs", ROOT / "scripts" / "build_codebook_docs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_is_what_the_script_makes_of_the_codebook() -> None:
    made = _script().page(codebook())
    assert (ROOT / "docs" / "codebook.md").read_text(encoding="utf-8") == made, "run scripts/build_codebook_docs.py"


def test_the_page_names_every_type_role_mode_status_and_matter() -> None:
    text = (ROOT / "docs" / "codebook.md").read_text(encoding="utf-8")
    book = codebook()
    modes = {mode for entry in book.types.values() for mode in entry.modes}
    names = {*book.types, *book.roles, *book.matters, *modes, *(str(status) for status in book.statuses)}
    assert [name for name in sorted(names) if f"`{name}`" not in text] == []
