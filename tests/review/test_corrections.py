from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dragoman.errors import ReviewError
from dragoman.ledger import judgements
from dragoman.model import Kind, Polarity, Precision, Statement, Status, Time
from dragoman.review.checks import check
from dragoman.review.corrections import FIELDS, change, corrected
from dragoman.review.times import shown, time_of
from dragoman.review.words import located
from dragoman.schema import codebook

from .made import MET, PARTNERS, SOLD, met, opening, partners, sold


def of_sold(*settings: str) -> Statement:
    return corrected(sold(), SOLD, settings)


def test_plain_fields_take_values_of_the_codebook_or_nothing() -> None:
    made = of_sold("status=planned", "mode=ordered", "place=dza", "instrument=contract 12", "matter=")
    assert (made.status, made.mode, made.place, made.instrument) == (Status.planned, "ordered", "DZA", "contract 12")
    assert corrected(made, SOLD, ["mode=", "place="]).mode is None


def test_a_participant_is_corrected_taken_out_and_added() -> None:
    made = of_sold("participant.2.actor=egy", "participant.2.words=egypt", "participant.1.person=Shoigu")
    assert made.actors("recipient") == ("EGY",)
    assert (made.participants[1].surface, SOLD[slice(*made.participants[1].span)]) == ("Egypt", "Egypt")
    assert made.participants[0].person == "Shoigu"
    made = of_sold("participant.1=", "participant.2.role=supplier", "participant.new=EGY:recipient:Egypt")
    assert [(p.actor, p.role) for p in made.participants] == [("DZA", "supplier"), ("EGY", "recipient")]
    assert of_sold("participant.2.actor=").actors() == ("RUS",)


def test_a_speaker_is_named_by_words_of_the_text() -> None:
    made = of_sold("speaker=the agency", "speaker.actor=RUS")
    assert [(s.speaker, s.actor, SOLD[slice(*s.span)]) for s in made.attribution] == [
        ("the agency", "RUS", "the agency")
    ]
    assert of_sold("speaker=").attribution == ()
    more = of_sold("speaker.new=Reports")
    assert [s.speaker for s in more.attribution] == ["ministry", "Reports"]
    assert [s.speaker for s in corrected(more, SOLD, ["speaker.1="]).attribution] == ["Reports"]
    first = corrected(opening(), PARTNERS, ["speaker=Kazakhstan", "speaker.actor=KAZ"])
    assert [(s.speaker, s.actor) for s in first.attribution] == [("Kazakhstan", "KAZ")]


def test_another_type_brings_its_kind_along() -> None:
    visit = ("type=visit", "mode=", "participant.1.role=visitor", "participant.2.role=host")
    assert corrected(met(), MET, visit).kind is Kind.event
    settings = ("type=capability", "polarity=gain", "participant.1.role=enabler", "participant.2.role=beneficiary")
    made = of_sold(*settings)
    assert (made.kind, made.polarity) == (Kind.inference, Polarity.gain)
    back = corrected(made, SOLD, ["type=clash", "participant.1.role=source", "participant.2.role=target"])
    assert (back.kind, back.polarity) == (Kind.event, None)
    with pytest.raises(ReviewError, match="visit is no tie; it is event"):
        corrected(met(), MET, [*visit, "kind=tie"])


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ("status", "'status' is no correction; write FIELD=VALUE"),
        ("colour=red", "'colour=red' is no correction"),
        ("status=sure", "status: input should be 'denied'"),
        ("type=purchase", "the codebook has no type 'purchase'; it has agreement"),
        ("mode=signed", "arms_transfer has no mode 'signed'; choose offered"),
        ("polarity=gain", "event has no polarity"),
        ("type=capability", "an inference has a polarity"),
        ("type=exercise", "exercise has no role 'supplier' (participant 1); its roles are party, host"),
        ("matter=tea", "the codebook has no matter 'tea'"),
        ("place=Astana", "no actor has the code 'ASTANA'"),
        ("participant.2.actor=MARR", "no actor has the code 'MARR'"),
        ("participant.2.role=", "a participant has a role; take it out with participant.2="),
        ("participant.2.role=buyer", "arms_transfer has no role 'buyer'"),
        ("participant.2.rank=1", "a participant has no field 'rank'; its fields are actor"),
        ("participant.3.actor=MAR", "no participant '3' is there; there is 1, 2"),
        ("participant.0=", "no participant '0' is there"),
        ("participant=MAR", "'participant' is no field; write participant.N.actor=ACTOR"),
        ("participant.1=RUS", "'participant.1' is no field"),
        ("participant.new=MAR", "'MAR' is no participant; write participant.new=ACTOR:ROLE:WORDS"),
        ("participant.new=MAR:recipient:Rabat", "the text does not have the words «Rabat»"),
        ("participant.2.words=", "the text does not have the words «»"),
        ("speaker=the king", "the text does not have the words «the king»"),
        ("speaker.actor=QQQ", "no actor has the code 'QQQ'"),
        ("speaker.4=the agency", "no speaker '4' is there; there is 1"),
        ("speaker.1.verb=said", "'speaker.1.verb' is no field"),
        ("status.now=planned", "'status.now' is no field"),
        ("time=yesterday", "'yesterday' is no time; write 2024"),
        ("time=2024-05-20/2024-05-13", "ends before it begins"),
        ("time=2024-02-30", "is no time"),
        ("status=possible", "the correction changes nothing"),
    ],
)
def test_what_cannot_be_kept_is_told(setting: str, told: str) -> None:
    with pytest.raises(ReviewError) as error:
        of_sold(setting)
    assert told in error.value.line


def test_a_speaker_has_to_be_there_before_its_state() -> None:
    with pytest.raises(ReviewError, match=r"no speaker '1' is there; add one with speaker\.new="):
        corrected(opening(), PARTNERS, ["speaker.actor=KAZ"])


@pytest.mark.parametrize(
    ("given", "start", "end", "precision"),
    [
        ("2024", "2024-01-01", "2024-12-31", Precision.year),
        ("2024-02", "2024-02-01", "2024-02-29", Precision.month),
        ("2024-05-13", "2024-05-13", "2024-05-13", Precision.day),
        ("2024-05-13/2024-05-20", "2024-05-13", "2024-05-20", Precision.day),
        ("2024-05/2024-06", "2024-05-01", "2024-06-30", Precision.month),
    ],
)
def test_a_time_is_written_as_it_is_shown(given: str, start: str, end: str, precision: Precision) -> None:
    made = time_of(given, Time(text="in spring"))
    assert made == Time(text="in spring", start=start, end=end, precision=precision)
    assert shown(made) == given
    assert time_of("", made) is None
    assert shown(None) == ""


@given(some.text("aбΩ İ\n.,", max_size=60), some.data())
def test_words_are_found_where_the_text_has_them(text: str, chance: some.DataObject) -> None:
    start = chance.draw(some.integers(0, len(text)))
    words = text[start : start + chance.draw(some.integers(1, 20))]
    near = (start, start + 1)
    if not words.split():
        with pytest.raises(ReviewError):
            located(words, text, near)
        return
    surface, span = located(words, text, near)
    assert text[slice(*span)] == surface
    assert surface.lower().split() == words.lower().split()


STATEMENTS = ((met(), MET), (sold(), SOLD), (partners(), PARTNERS), (opening(), PARTNERS))
VALUES = ("", "planned", "meeting", "visit", "RUS", "2024", "party", "gain", "event", "RUS:party:Russia", "Kazakhstan")
PATHS = (*FIELDS, "participant.1", "participant.2.actor", "participant.1.role", "participant.new", "speaker.actor")


@given(
    some.sampled_from(STATEMENTS),
    some.lists(some.builds("{}={}".format, some.sampled_from(PATHS), some.sampled_from(VALUES)), max_size=4),
)
def test_a_correction_is_refused_or_gives_what_the_codebook_has(
    given_: tuple[Statement, str], settings: list[str]
) -> None:
    before, text = given_
    try:
        after = corrected(before, text, settings)
    except ReviewError as error:
        assert error.what
        assert error.advice
        return
    check(after, text)
    assert after.kind in codebook().types[after.type].kinds
    told = change(before, after)
    assert json.loads(told)
    assert judgements.corrected(before, told) == after
