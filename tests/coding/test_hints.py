"""The file of hints: every code is known, every phrase is found where it stands."""

from __future__ import annotations

from collections import Counter

import pytest

from dragoman.actors import HERE, Gazetteer, collectives, find_hints, organisations, states
from dragoman.actors.entries import Entry, hints
from dragoman.languages import pack

LANGUAGES = ("ru", "en")
KNOWN = {*states(), *organisations(), *collectives(), HERE}
LISTED = [(language, entry) for language in LANGUAGES for entry in hints(language)]


def test_every_code_is_an_actor() -> None:
    assert {code for _, entry in LISTED for code in entry.codes} <= KNOWN


def test_a_state_tells_one_region() -> None:
    counts = Counter(state for region in collectives().values() for state in region.states)
    assert set(counts.values()) == {1}


@pytest.mark.parametrize(("language", "entry"), [pytest.param(a, b, id=f"{a} {b.text}") for a, b in LISTED])
def test_every_phrase_is_found_as_it_is_written(language: str, entry: Entry) -> None:
    read = pack(language)
    (sentence,) = read.split(f"{entry.text} — X.")
    read.parse([sentence])
    found = find_hints(sentence.tokens, Gazetteer.load(language, read.keys, read.cut))
    assert [(m.start_token, m.codes) for m in found] == ([(0, entry.codes)] if entry.codes else [])


def test_no_phrase_stands_twice() -> None:
    assert len({(language, entry.text) for language, entry in LISTED}) == len(LISTED)
