"""The form of a correction: unchanged it corrects nothing; what is changed is said as a reviewer would write it."""

from __future__ import annotations

import pytest
from tests.web.filled import TALKS, talks

from dragoman.review.corrections import corrected
from dragoman.web.correction import Correction

SALE = talks().statements[1]


@pytest.mark.parametrize("statement", talks().statements)
def test_a_form_that_is_sent_as_it_came_changes_nothing(statement: object) -> None:
    own = next(one for one in talks().statements if one == statement)
    sent = Correction.of(own).model_dump()
    sent["evidence"] = sent["evidence"].replace("\n", "\r\n") + " "
    for name in ("actor", "role", "words", "speaker", "speaker_actor"):
        sent[name] = [*sent[name], "" if name != "role" else "party"]
    assert Correction(**sent).settings(own) == []


@pytest.mark.parametrize(
    ("changed", "settings"),
    [
        ({"status": "planned"}, ["status=planned"]),
        ({"type": "agreement", "mode": "signed"}, ["type=agreement", "mode=signed"]),
        ({"actor": ["UZB", "MNG"]}, ["participant.1.actor=UZB"]),
        ({"words": ["", "to Mongolia"]}, ["participant.1="]),
        (
            {"actor": ["KAZ", "MNG", "FRA"], "role": ["supplier", "recipient", "supplier"],
             "words": ["Kazakhstan may", "to Mongolia", "vehicles"]},
            ["participant.new=FRA:supplier:vehicles"],
        ),
        ({"speaker": [""]}, ["speaker.1="]),
        ({"speaker": ["Kazakhstan"], "speaker_actor": ["KAZ"]}, ["speaker.1=Kazakhstan", "speaker.1.actor=KAZ"]),
        ({"speaker_actor": ["KAZ"]}, ["speaker.1.actor=KAZ"]),
        ({"evidence": "Kazakhstan may sell"}, ["evidence=Kazakhstan may sell"]),
    ],
)  # fmt: skip
def test_what_is_changed_becomes_a_correction(changed: dict[str, object], settings: list[str]) -> None:
    form = Correction.of(SALE).model_copy(update=changed)
    assert form.settings(SALE) == settings


def test_a_whole_form_makes_a_statement_that_the_codebook_has() -> None:
    form = Correction.of(SALE).model_copy(
        update={"status": "planned", "evidence": "Kazakhstan may\r\nsell armoured vehicles", "actor": ["UZB", "MNG"]}
    )
    made = corrected(SALE, TALKS, form.settings(SALE))
    assert (made.status, made.actors("supplier")) == ("planned", ("UZB",))
    assert (
        TALKS[made.evidence.start : made.evidence.end] == made.evidence.text == "Kazakhstan may sell armoured vehicles"
    )
