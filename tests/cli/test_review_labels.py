"""`dragoman review export` and `import`: the files, what is told, and what goes wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest

from dragoman.ledger import opened

from ..review.labelstudio.annotated import Annotator, exported
from ..review.made import Filled, filled

if TYPE_CHECKING:
    from conftest import Invoke


@pytest.fixture
def there(ledger_url: str) -> Filled:
    with opened(ledger_url, make=True) as ledger:
        return filled(ledger)


def test_tasks_and_their_config_are_written_side_by_side(
    invoke: Invoke, there: Filled, ledger_url: str, tmp_path: Path
) -> None:
    file = tmp_path / "tasks.json"
    result = invoke("review", "export", file, "--type", "arms_transfer", "--type", "meeting", "--ledger", ledger_url)
    assert result.exit_code == 0
    assert result.stdout == f"{file}: 3 tasks; the labelling config is {tmp_path / 'tasks.config.xml'}\n"
    tasks = json.loads(file.read_text("utf-8"))
    assert [task["data"]["statement"] for task in tasks] == [there.sold, *sorted([there.met, there.held])]
    assert ElementTree.parse(tmp_path / "tasks.config.xml").getroot().tag == "View"


def test_nothing_that_waits_is_an_empty_list(invoke: Invoke, there: Filled, ledger_url: str, tmp_path: Path) -> None:
    file = tmp_path / "tasks.json"
    invoke("review", "export", file, "--type", "exercise", "--ledger", ledger_url)
    assert json.loads(file.read_text("utf-8")) == []


def test_annotations_become_judgements_and_the_rest_is_told(
    invoke: Invoke, there: Filled, ledger_url: str, tmp_path: Path
) -> None:
    file = tmp_path / "export.json"
    with opened(ledger_url) as ledger:
        rows = [
            Annotator(exported(ledger, there.sold)).choose("status", "planned").done("accept"),
            Annotator(exported(ledger, there.opening)).done(None, id=2),
            Annotator(exported(ledger, there.met)).done("accept", id=3, by=4),
        ]
    file.write_text(json.dumps(rows), encoding="utf-8")
    result = invoke("review", "import", file, "--annotator", "3=Rana", "--ledger", ledger_url)
    assert result.exit_code == 2
    assert result.stdout == f"{file}: 1 accepted, 1 corrected\n"
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"dragoman: annotation 2 of {there.opening} by Rana: has no verdict")
    told = json.loads(invoke("review", "history", "--format", "json", "--ledger", ledger_url).stdout)
    assert [(entry["ruling"], entry["reviewer"]) for entry in told] == [
        ("accept", "Label Studio user 4"),
        ("correct", "Rana"),
    ]
    again = invoke("review", "import", file, "--annotator", "3=Rana", "--ledger", ledger_url)
    assert again.stdout == f"{file}: 2 known already\n"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('{"id": 1}', "is no list of tasks"),
        ('[{"data": {"text": "met"}}]', "is not about a statement of a ledger"),
    ],
)
def test_a_foreign_file_is_one_line(
    invoke: Invoke, there: Filled, ledger_url: str, tmp_path: Path, content: str, told: str
) -> None:
    file = tmp_path / "export.json"
    file.write_text(content, encoding="utf-8")
    result = invoke("review", "import", file, "--ledger", ledger_url)
    assert (result.exit_code, result.stdout, len(result.stderr.splitlines())) == (2, "", 1)
    assert told in result.stderr
    assert str(file) in result.stderr


def test_an_annotator_is_given_as_number_and_name(invoke: Invoke, tmp_path: Path) -> None:
    result = invoke("review", "import", tmp_path / "x.json", "--annotator", "Rana")
    assert result.exit_code == 2
    assert "write ID=NAME, not 'Rana'" in result.stderr


def test_a_place_that_cannot_be_written(invoke: Invoke, there: Filled, ledger_url: str, tmp_path: Path) -> None:
    result = invoke("review", "export", tmp_path / "no" / "tasks.json", "--ledger", ledger_url)
    assert (result.exit_code, len(result.stderr.splitlines())) == (2, 1)
    assert "cannot be written" in result.stderr
