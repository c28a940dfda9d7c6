from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import CodebookError
from dragoman.schema import codebook, load_codebook


def _broken(folder: Path, name: str, old: str, new: str) -> tuple[str, str]:
    """Replace the first `old` in a file, load the folder: the error's source, with the line expected, and its text."""
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CodebookError) as raised:
        load_codebook(folder)
    return raised.value.source, raised.value.line


def _line(folder: Path, name: str, part: str) -> str:
    lines = (folder / name).read_text(encoding="utf-8").splitlines()
    return f"{folder / name}:{next(number for number, line in enumerate(lines, 1) if part in line)}"


def test_a_copy_of_the_codebook_is_the_codebook(folder: Path) -> None:
    assert load_codebook(folder) == codebook()


@pytest.mark.parametrize(
    ("name", "old", "new", "at", "says"),
    [
        ("types/visit.yaml", "fields: [", "colour: red\nfields: [", "colour: red", "knows no such key"),
        ("types/visit.yaml", "kinds: [event]", "kinds: [happening]", "kinds:", "kinds"),
        (
            "types/visit.yaml",
            "label: {en: visit, ru: визит}",
            "label: {en: visit}",
            "label:",
            "label.ru: this is missing",
        ),
        ("types/visit.yaml", "ru: визит}", "ru: ''}", "label:", "label.ru"),
        ("types/visit.yaml", "  host: {", "  guest: {", "guest:", "'guest' is not in roles.yaml"),
        ("types/visit.yaml", "role: visitor}", "role: traveller}", "traveller", "visit has no role 'traveller'"),
        ("types/visit.yaml", "actor: KAZ", "actor: kaz", "actor: kaz", "actor"),
        ("types/visit.yaml", "status: happened", "status: done", "status: done", "status"),
        ("types/visit.yaml", "type: visit,", "type: meeting,", "type: meeting", "expects 'meeting'"),
        ("types/visit.yaml", "status: happened", "polarity: gain, status: happened", "polarity", "polarity"),
        ("types/visit.yaml", "event: CONSULT", "event: CHAT", "event: CHAT", "plover.event"),
        ("types/visit.yaml", 'cameo: "04"', "cameo: 4", "cameo: 4", "cameo"),
        ("types/visit.yaml", "name: visit", "name: trip", "name: trip", "stands in visit.yaml"),
        ("types/meeting.yaml", "mode: [phone]", "mode: [letter]", "mode: [letter]", "no mode 'letter'"),
        ("types/meeting.yaml", "mode: phone, status", "mode: letter, status", "mode: letter", "no mode 'letter'"),
        ("types/signal.yaml", "instead: threat", "instead: menace", "instead: menace", "'menace' is not another type"),
        ("types/signal.yaml", "polarity: gain, status: possible", "status: possible", "status: possible", "polarity"),
        ("layers.yaml", "support: {", "applause: {", "applause:", "'applause' is not a type of event or tie"),
        ("layers.yaml", "support: {", "signal: {", "signal:", "'signal' is not a type of event or tie"),
        ("layers.yaml", "membership: m", "belonging: m", "partnership:", "partnership has no mode 'belonging'"),
        ("roles.yaml", "side: source", "side: left", "side: left", "visitor.side"),
        ("statuses.yaml", "factbank: CT-", "factbank: NO", "factbank: NO", "denied.factbank"),
        ("matters.yaml", "ru: тыловое обеспечение", "de: Nachschub", "Nachschub", "logistics.label"),
    ],
)
def test_an_error_names_the_file_and_the_line(folder: Path, name: str, old: str, new: str, at: str, says: str) -> None:
    source, message = _broken(folder, name, old, new)
    assert source == _line(folder, name, at)
    assert says in message
    assert "\n" not in message


def test_a_key_that_is_given_twice_is_refused_at_its_second_place(folder: Path) -> None:
    source, message = _broken(folder, "types/aid.yaml", "kinds: [event, tie]", "kinds: [event, tie]\nkinds: [event]")
    assert source == f"{folder / 'types/aid.yaml'}:3"
    assert "the key 'kinds' is given twice" in message


def test_yaml_that_does_not_parse_is_an_error_with_its_line(folder: Path) -> None:
    source, message = _broken(folder, "kinds.yaml", "tie:", "tie: ]")
    assert source.startswith(f"{folder / 'kinds.yaml'}:")
    assert "not valid YAML" in message


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("- visit\n", "visit.yaml:1: the file: "),
        ("a: &x [*x]\n", "visit.yaml:1: an alias"),
        ("a: *b\n", "visit.yaml:1: not valid YAML"),
        ("a: 1\nb: !!python/name:os.system\n", "visit.yaml:2: not valid YAML"),
        ("a: 1\n--- b\n", "visit.yaml:2: not valid YAML"),
        ("\x00", "visit.yaml:1: the file cannot be read"),
    ],
)
def test_odd_yaml_is_refused_in_one_line(folder: Path, text: str, says: str) -> None:
    (folder / "types" / "visit.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(CodebookError) as raised:
        load_codebook(folder)
    assert says in raised.value.line
    assert "\n" not in raised.value.line


def test_a_value_of_the_model_without_an_entry_is_an_error(folder: Path) -> None:
    path = folder / "polarities.yaml"
    path.write_text(path.read_text(encoding="utf-8").split("loss:")[0], encoding="utf-8")
    with pytest.raises(CodebookError, match=r"polarities\.yaml:1: no entry for loss"):
        load_codebook(folder)


@pytest.mark.parametrize("name", ["roles.yaml", "types/clash.yaml"])
def test_an_empty_file_is_an_error(folder: Path, name: str) -> None:
    (folder / name).write_text("# nothing yet\n", encoding="utf-8")
    with pytest.raises(CodebookError, match=f"{Path(name).name}:1: the file is empty"):
        load_codebook(folder)


def test_a_missing_file_is_an_error(folder: Path) -> None:
    (folder / "matters.yaml").unlink()
    with pytest.raises(CodebookError, match=r"matters\.yaml:1: the file cannot be read"):
        load_codebook(folder)


def test_a_folder_without_types_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(CodebookError, match="no type of statement"):
        load_codebook(tmp_path)
