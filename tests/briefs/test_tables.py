"""A mistake in a data file is named with its file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.briefs.tables import FOLDER, interface, load_sentences, offices, sentences
from dragoman.briefs.template import fill, required
from dragoman.errors import CodebookError


def test_an_unknown_verb_is_named_with_its_line(tmp_path: Path) -> None:
    text = (FOLDER / "sentences.en.yaml").read_text(encoding="utf-8")
    wrong = tmp_path / "sentences.en.yaml"
    wrong.write_text(text.replace("verb: visit}", "verb: vist}"), encoding="utf-8")
    line = next(number for number, row in enumerate(text.splitlines(), 1) if "verb: visit}" in row)
    with pytest.raises(CodebookError, match=rf"sentences\.en\.yaml:{line}.*'vist'"):
        load_sentences(wrong)


def test_an_unknown_key_is_refused(tmp_path: Path) -> None:
    wrong = tmp_path / "sentences.ru.yaml"
    text = (FOLDER / "sentences.ru.yaml").read_text(encoding="utf-8")
    wrong.write_text(text.replace("verb: посетить}", "verb: посетить, agnt: no}"), encoding="utf-8")
    with pytest.raises(CodebookError, match=r"sentences\.ru\.yaml:\d+"):
        load_sentences(wrong)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_verb_is_used_and_every_hedged_status_has_words(language: str) -> None:
    table = sentences(language)  # type: ignore[arg-type]
    clauses = [*table.fallback, *(c for f in table.frames.values() for mode in f.modes.values() for c in mode)]
    assert set(table.verbs) == {clause.verb for clause in clauses}
    for manners in (table.statuses.event, table.statuses.inference):
        assert {status.value for status, manner in manners.items() if not manner.hedges} == {"happened", "ongoing"}


def test_both_languages_tell_the_same_roles_as_missing() -> None:
    english, russian = sentences("en").frames, sentences("ru").frames
    assert {name: frame.core for name, frame in english.items()} == {
        name: frame.core for name, frame in russian.items()
    }
    for language in ("en", "ru"):
        known = interface(language).unnamed_of  # type: ignore[arg-type]
        assert {role for frame in english.values() for role in frame.core} <= set(known)


def test_every_office_has_six_cases() -> None:
    assert all(len(office.ru[0].split("|")) == 6 for office in offices().values())


def test_templates_drop_what_is_empty_and_never_read_a_value_as_a_template() -> None:
    values = {"a": "{b}", "b": "[x]", "c": ""}
    assert fill("{a}[ and {b}][ but {c}]", lambda name, _: values[name]) == "{b} and [x]"
    assert required("{a:gen}[ {b}] {c}") == ("a", "c")
