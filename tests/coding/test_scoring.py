"""The scoring itself: what matches what."""

from __future__ import annotations

from . import scoring
from .scoring import Said, gold


def said(type: str, status: str, *roles: tuple[str, str], kind: str = "event", **more: str) -> Said:
    return Said(kind, type, frozenset([status]), scoring.counted(kind, roles), **more)


VISIT = said("visit", "happened", ("KEN", "visitor"), ("OMN", "host"))


def test_strict_needs_type_actors_and_status() -> None:
    assert scoring.strict(VISIT, said("visit", "happened", ("OMN", "visitor"), ("KEN", "host")))
    assert not scoring.strict(VISIT, said("visit", "planned", ("KEN", "visitor"), ("OMN", "host")))
    assert not scoring.strict(VISIT, said("visit", "happened", ("KEN", "visitor")))
    assert scoring.overlap(VISIT, said("visit", "denied", ("KEN", "visitor"), ("QAT", "host")))


def test_exact_needs_the_roles_too() -> None:
    assert not scoring.exact(VISIT, said("visit", "happened", ("OMN", "visitor"), ("KEN", "host")))
    assert scoring.exact(VISIT, said("visit", "happened", ("KEN", "visitor"), ("OMN", "host"), ("OMN", "place")))


def test_polarity_counts_in_inferences() -> None:
    gain = said("influence", "ongoing", ("QAT", "beneficiary"), kind="inference")
    assert not scoring.strict(
        gain, said("influence", "ongoing", ("QAT", "beneficiary"), kind="inference", polarity="loss")
    )


def test_a_list_of_statuses_leaves_the_choice() -> None:
    either = gold({"kind": "event", "type": "visit", "status": ["happened", "ongoing"], "actors": []})
    assert scoring.strict(either, said("visit", "ongoing"))
    assert not scoring.strict(either, said("visit", "planned"))


def test_counterweight_counts_as_rival_interest() -> None:
    entry = {"kind": "inference", "type": "counterweight", "status": "ongoing", "actors": []}
    assert gold(entry).type == "rival_interest"


def test_one_coded_statement_matches_one_annotated() -> None:
    twice = [VISIT, said("visit", "happened", ("KEN", "visitor"), ("QAT", "host"))]
    assert scoring.pairs(twice, [VISIT], scoring.overlap) == [(0, 0)]


def test_what_is_allowed_is_not_counted_as_extra() -> None:
    sentence = scoring.Annotated(
        "a", "c", "t", (VISIT,), (said("meeting", "happened", ("KEN", "party"), ("OMN", "party")),), ()
    )
    meeting = said("meeting", "happened", ("KEN", "party"), ("OMN", "party"))
    assert scoring.without_allowed(sentence, [VISIT, meeting, meeting], scoring.exact) == [VISIT, meeting]
