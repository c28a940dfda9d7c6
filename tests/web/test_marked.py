"""The text in pieces: nothing of it is lost or added, whatever spans statements have, nested or overlapping."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some
from tests.web.filled import TALKS, talks

from dragoman.languages import paragraphs
from dragoman.model import Cues, Evidence, Kind, Participant, Statement, Status
from dragoman.web.marked import Numbered, Piece, marked

TEXT = some.text(some.sampled_from("ab я\n \u0627"), min_size=1, max_size=60)


@some.composite
def told(draw: some.DrawFn) -> tuple[str, list[Numbered]]:
    text = draw(TEXT)
    place = some.integers(0, len(text))
    spans = some.tuples(place, place).map(lambda two: (min(two), max(two)))
    made = []
    for number in range(1, draw(some.integers(0, 5)) + 1):
        start, end = draw(spans)
        made.append(
            Numbered(
                number,
                Statement(
                    id=str(number), kind=Kind.event, type="meeting", status=Status.happened,
                    participants=(Participant(actor="KAZ", role="party", surface="x", span=draw(spans)),),
                    evidence=Evidence(start=start, end=end, text=text[start:end]),
                    cues=Cues(trigger=draw(spans), status=(draw(spans),)), confidence=0.5, coder="t", rule="t",
                ),
            )
        )  # fmt: skip
    return text, made


@given(told())
def test_every_word_stands_once_with_all_that_it_is(given: tuple[str, list[Numbered]]) -> None:
    text, statements = given
    made = marked(text, statements)
    assert ["".join(piece.text for piece in paragraph) for paragraph in made] == [
        text[a:b] for a, b in paragraphs(text)
    ]
    for (start, _), paragraph in zip(paragraphs(text), made, strict=True):
        at = start
        for piece in paragraph:
            assert piece.text
            assert piece.depth == sum(covers(one, at, at + len(piece.text)) for one in statements)
            at += len(piece.text)


@given(told())
def test_each_statement_begins_once_where_its_words_do(given: tuple[str, list[Numbered]]) -> None:
    text, statements = given
    begun = [one.number for paragraph in marked(text, statements) for piece in paragraph for one in piece.begins]
    assert len(begun) == len(set(begun))
    assert set(begun) >= {one.number for one in statements if one.statement.evidence.text.strip()}


def covers(one: Numbered, start: int, end: int) -> bool:
    return one.statement.evidence.start <= start and end <= one.statement.evidence.end


def test_the_words_of_nested_evidence_belong_to_the_narrowest() -> None:
    coding = talks()
    made = marked(TALKS, [Numbered(n, one) for n, one in enumerate(coding.statements, 1)])
    (first, *_), second = made[0], made[1]
    assert (numbers(first), first.depth) == ([1], 1)
    may = next(piece for piece in second if piece.text == "may")
    assert may.inner is not None
    assert (may.inner.number, may.depth) == (2, 2)
    assert may.marks.split() == ["3.evidence", "2.evidence", "2.participant.1", "3.participant.1", "2.status"]
    last = second[-1]
    assert (last.inner and last.inner.number, last.depth) == (3, 1)
    assert numbers(second[0]) == [2, 3]


def numbers(piece: Piece) -> list[int]:
    return [one.number for one in piece.begins]
