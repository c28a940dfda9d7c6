"""What no module and no template of the web app does, whoever writes it: the rules of docs/web.md."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

WEB = Path(__file__).resolve().parents[3] / "src/dragoman/web"
FETCHES = "security/fetching.py"
"""The one module that reads from the web."""
READERS = {
    "dragoman.sources": {"read", "read_rows"},
    "dragoman.sources.reader": {"read"},
    "dragoman.sources.rows": {"read_rows"},
}
"""What opens a file of this machine, or an address, by a name that may have come with a request."""
MARKED = {"security/markup.py", "choices.py", "templating.py", "folding.py"}
"""What cleans HTML, what puts options together with `format`, which escapes, what puts texts of our own catalogues
into templates, and links that a macro of ours has made into a list, and what shows markup as it is and makes none.
"""
CLIENTS = {"httpx", "requests", "urllib.request", "http.client", "dragoman.sources.fetch", "subprocess"}


def modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(WEB.rglob("*.py")):
        yield str(path.relative_to(WEB)), ast.parse(path.read_text("utf-8"))


def imports(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Module and name of everything that is imported."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((name.name, "") for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.module or "", name.name) for name in node.names)


def test_only_one_module_reads_by_an_address_or_a_name() -> None:
    found = {name for name, tree in modules() for module, item in imports(tree) if item in READERS.get(module, ())}
    assert found == {FETCHES}


def test_nothing_else_goes_to_the_network_or_runs_a_program() -> None:
    found = [(name, module) for name, tree in modules() for module, _ in imports(tree) if module in CLIENTS]
    assert found == []


def test_nobody_lets_a_private_address_be_fetched() -> None:
    found = [
        name for name, tree in modules() for node in ast.walk(tree) if getattr(node, "arg", None) == "allow_private"
    ]
    assert found == []


def test_only_what_was_cleaned_is_shown_as_markup() -> None:
    found = {name for name, tree in modules() for _, item in imports(tree) if item == "Markup"}
    assert found <= MARKED
    templates = {path.name: path.read_text("utf-8") for path in WEB.rglob("*.html")}
    unsafe = re.compile(r"\|\s*safe\b|autoescape\s+false|\bMarkup\b")
    assert [name for name, text in templates.items() if unsafe.search(text)] == []


def test_every_form_that_changes_something_carries_the_token() -> None:
    forms = re.compile(r"<form\b[^>]*>.*?</form>", re.DOTALL)
    for path in sorted(WEB.rglob("*.html")):
        for form in forms.findall(path.read_text("utf-8")):
            if re.search(r"""method=["']?post""", form.partition(">")[0], re.I):
                assert "csrf()" in form, f"{path.name}: {form[:100]}"


def test_handlers_are_plain_functions_or_know_that_they_block() -> None:
    """An async handler that asks the ledger holds up every other request."""
    found = [
        (name, node.name)
        for name, tree in modules()
        if name.startswith(("pages/", "api/"))
        for node in ast.walk(tree)
        if isinstance(node, ast.AsyncFunctionDef)
    ]
    assert found == []
