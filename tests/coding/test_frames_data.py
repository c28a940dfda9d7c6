"""The frames of the language packs: every entry has examples, each is coded as it says, errors name the line."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from dragoman.coding import code, frames
from dragoman.errors import CodebookError
from dragoman.languages import pack, supported
from dragoman.model import Document, Kind, Status
from dragoman.schema import codebook

FORMAT = re.compile(r"(?P<text>.+?) => (?P<status>[a-z_]+)(?P<roles>( [A-Z][A-Z0-9_]+:[a-z_]+)+)")


@cache
def all_frames(language: str) -> tuple[frames.Frame, ...]:
    return frames.load(pack(language).data / "frames")


BY_RULE = {(language, frame.rule): frame for language in supported() for frame in all_frames(language)}
EXAMPLES = [(*key, example) for key, frame in BY_RULE.items() for example in frame.examples]


@pytest.mark.parametrize("language", supported())
def test_rules_have_names_of_their_own(language: str) -> None:
    assert len([key for key in BY_RULE if key[0] == language]) == len(all_frames(language))


@pytest.mark.parametrize(("language", "rule"), BY_RULE)
def test_every_frame_has_examples_in_the_format(language: str, rule: str) -> None:
    frame = BY_RULE[language, rule]
    assert frame.examples
    for example in frame.examples:
        match = FORMAT.fullmatch(example)
        assert match, f"{example!r} is not 'sentence => status AAA:role BBB:role'"
        assert match["status"] in Status.__members__
        assert {pair.split(":")[1] for pair in match["roles"].split()} <= set(codebook().roles)


IDS = [f"{language}-{rule}-{i}" for i, (language, rule, _) in enumerate(EXAMPLES)]


@pytest.mark.parametrize(("language", "rule", "example"), EXAMPLES, ids=IDS)
def test_example_is_coded_as_it_says(language: str, rule: str, example: str) -> None:
    frame, match = BY_RULE[language, rule], FORMAT.fullmatch(example)
    assert match is not None
    wanted = {tuple(pair.split(":")) for pair in match["roles"].split()}
    coded = code(Document(id="e", source="frames", text=match["text"], language=language), frames_alone=True).statements
    assert any(
        s.type == frame.type
        and s.kind is frame.kind
        and s.status.value == match["status"]
        and s.polarity == frame.polarity
        and wanted <= {(p.actor, p.role) for p in s.participants}
        for s in coded
    ), [(s.rule, s.status.value, [(p.actor, p.role) for p in s.participants]) for s in coded]


@pytest.mark.parametrize("language", supported())
def test_every_type_of_the_codebook_has_a_frame(language: str) -> None:
    assert set(codebook().types) - {frame.type for frame in all_frames(language)} <= {"other"}


@pytest.mark.parametrize("language", supported())
def test_inferences_have_a_polarity_and_events_none(language: str) -> None:
    assert [f.rule for f in all_frames(language) if (f.kind is Kind.inference) != (f.polarity is not None)] == []


# --- errors ---

GOOD = """\
- rule: a.b
  type: visit
  verbs: посетить
  roles: {visitor: subj}
  examples: ["x => happened KEN:visitor"]
"""


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("- rule: c.d\n  type: vizit\n  roles: {}\n  examples: []\n", "vizit"),
        ("- rule: c.d\n  type: visit\n  roles: {guest: subj}\n  examples: []\n", "guest"),
        ("- rule: c.d\n  type: visit\n  mode: nightly\n  roles: {}\n  examples: []\n", "nightly"),
        ("- rule: c.d\n  type: visit\n  roles: {}\n", "examples"),
        ("- rule: c.d\n  type: visit\n  roles: {}\n  examples: []\n  verb: посетить\n", "verb"),
        ("- rule: c.d\n  type: visit\n  status: perhaps\n  roles: {}\n  examples: []\n", "status"),
    ],
)
def test_a_broken_entry_is_named_with_file_and_line(tmp_path: Path, entry: str, said: str) -> None:
    (tmp_path / "10-broken.yaml").write_text(GOOD + entry, "utf8")
    with pytest.raises(CodebookError) as raised:
        frames.load(tmp_path)
    assert raised.value.source.startswith("10-broken.yaml:")
    assert raised.value.source.split(":")[1] == "6"
    assert said in raised.value.line
