"""Near-duplicate documents: copies with small edits are found, rewrites and moulds are not."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.events import Signed, are_copies, copy_groups, signature
from dragoman.events.duplicates import band_keys, similarity

from .made import stories

WIRE = (
    "The defence ministers of Norway and Canada met in Bergen on Monday. They inspected two frigates, spoke with the "
    "crews and reviewed plans for the winter. Afterwards they laid a wreath for sailors who had been lost in the last "
    "war. Neither side signed anything, a spokeswoman said, because the details of the next exercise are still open."
)
REWRITE = (
    "Two frigates, a wreath and no signature: that was the visit of Canada's defence minister to Bergen, where her "
    "Norwegian host took her aboard. The crews had questions about winter; the ministers had few answers."
)
WORDS = WIRE.split()


def signed(text: str, key: str = "a", published: str | None = None) -> Signed:
    return Signed(key, signature(text), published)


@pytest.mark.parametrize(
    ("edited", "copies"),
    [
        (WIRE, True),
        ("BERGEN (Northern Agency) - " + WIRE, True),
        (WIRE + " Northern Agency", True),
        (WIRE.replace("on Monday", "yesterday"), True),
        (WIRE.upper(), True),
        (" ".join(WORDS[:45]), True),
        (WIRE.replace("Afterwards they laid a wreath for sailors who had been lost in the last war. ", ""), True),
        (REWRITE, False),
        (" ".join(WORDS[:12]) + " " + REWRITE, False),
        ("", False),
    ],
)
def test_edits_of_a_wire_text(edited: str, copies: bool) -> None:
    assert are_copies(signed(WIRE), signed(edited, "b")) is copies
    assert are_copies(signed(edited, "b"), signed(WIRE)) is copies


@pytest.mark.parametrize(
    ("one", "other", "copies"),
    [
        ("2025-03-01", "2025-03-08T09:00", True),
        ("2025-03-01", "2025-03-09", False),
        ("2025-03-01", "2025-03", True),
        ("2025-03-01", None, True),
        ("2025-03-01", "2024", False),
    ],
)
def test_a_mould_filled_anew_after_weeks_is_no_copy(one: str, other: str | None, copies: bool) -> None:
    assert are_copies(signed(WIRE, "a", one), signed(WIRE, "b", other)) is copies


def test_a_copy_of_a_copy_is_of_the_same_group_named_by_its_smallest_key() -> None:
    middle, end = " ".join(WORDS[:48]), " ".join(WORDS[12:48])
    texts = [signed(WIRE, "c"), signed(middle, "a"), signed(end, "b"), signed(REWRITE, "d")]
    assert copy_groups(texts) == {"a": "a", "b": "a", "c": "a"}


@settings(deadline=None, max_examples=25)
@given(st.randoms(use_true_random=False))
def test_groups_do_not_depend_on_the_order(chance: random.Random) -> None:
    documents = [
        Signed(d.id, signature(d.text), d.published)
        for story in stories()
        if "wire_copy" in story.kinds
        for d in story.documents
    ]
    assert copy_groups(chance.sample(documents, len(documents))) == copy_groups(documents)


@settings(deadline=None, max_examples=60)
@given(st.integers(0, len(WORDS) - 1), st.sampled_from(["ship", "корабль", "2025", ""]))
def test_one_word_changed_is_a_copy_that_shares_a_band(place: int, word: str) -> None:
    edited = " ".join([*WORDS[:place], word, *WORDS[place + 1 :]])
    assert are_copies(signed(WIRE), signed(edited))
    assert set(band_keys(signature(WIRE))) & set(band_keys(signature(edited)))


@settings(deadline=None, max_examples=30)
@given(st.text(max_size=200))
def test_any_text_has_a_signature_and_is_like_itself(text: str) -> None:
    assert len(signature(text)) == 512
    assert similarity(signature(text), signature(text)) == 1.0


def test_texts_without_words_are_no_copies_of_texts_with_words() -> None:
    assert similarity(signature(""), signature(WIRE)) < 0.1
