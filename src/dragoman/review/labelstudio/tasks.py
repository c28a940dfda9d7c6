"""A statement as a task with one prediction: what the coder says, to be accepted, corrected or rejected."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.ledger.judgements import SETTLING
from dragoman.model import Span, Statement
from dragoman.review.labelstudio import names
from dragoman.review.labelstudio.shape import Data, Prediction, Result, Task, Value
from dragoman.review.marking import Part, around, marks
from dragoman.review.subjects import StatementSubject
from dragoman.review.times import shown

PARTS = {
    Part.evidence: names.EVIDENCE,
    Part.trigger: names.TRIGGER,
    Part.status: names.CUE,
    Part.negation: names.CUE,
    Part.participant: names.PARTICIPANT,
    Part.speaker: names.SPEAKER,
}


def task(subject: StatementSubject) -> Task:
    """The task of a statement. Its passage is the paragraphs from its first marked word to its last."""
    statement, document = subject.statement, subject.document
    start, end = window(statement, document.text)
    words = [word.id for word in subject.said if word.ruling in SETTLING]
    found = ", ".join(part for part in (document.outlet, document.published) if part)
    data = Data(
        statement=subject.key,
        document=subject.document_key,
        offset=start,
        text=passage(document.text, (start, end)),
        body=statement.model_dump_json(exclude_defaults=True),
        judgement=words[-1] if words else "",
        gist=gist(statement),
        source=": ".join(part for part in (found, document.headline or document.source) if part),
        type=statement.type,
        status=statement.status.value,
        published=document.published or "",
    )
    result = [*_regions(subject.key, statement, document.text, start), *_choices(subject.key, statement)]
    prediction = Prediction(model_version=statement.coder, score=statement.confidence, result=result)
    return Task(data=data, predictions=[prediction])


def window(statement: Statement, text: str) -> Span:
    """The paragraphs from the first marked word to the last."""
    spans = [mark.span for mark in marks(statement)]
    start, end = around(statement, text)
    first, last = min(start, *(span[0] for span in spans)), max(end, *(span[1] for span in spans))
    line = text.rfind("\n", 0, first) + 1
    stop = text.find("\n", last)
    return line, stop if stop >= 0 else len(text)


def passage(text: str, span: Span) -> str:
    """The words of a span, character by character: a carriage return, which a browser would drop, as a space."""
    return text[span[0] : span[1]].replace("\r", " ")


def gist(statement: Statement) -> str:
    """Type, mode, status and who takes part, in a line."""
    mode = f" ({statement.mode})" if statement.mode else ""
    who = ", ".join(f"{p.role} {p.actor or '?'}" for p in statement.participants)
    return f"{statement.type}{mode}, {statement.status}: {who}"


def region_id(key: str, part: str, number: int | None) -> str:
    """The id of the words that are `part` of a statement; no two tasks share one."""
    return f"{key}-{part}" + (f"-{number}" if number is not None else "")


def _regions(key: str, statement: Statement, text: str, offset: int) -> Iterator[Result]:
    """The marked words, the codes of those who are named, and the roles as relations from the trigger."""
    cues = 0
    trigger = region_id(key, names.TRIGGER, None)
    relations: list[Result] = []
    for mark in marks(statement):
        part = PARTS[mark.part]
        cues += part == names.CUE
        identity = region_id(key, part, cues if part == names.CUE else mark.number)
        start, end = mark.span[0] - offset, mark.span[1] - offset
        words = text[slice(*mark.span)]
        value = Value(start=start, end=end, text=words, labels=[part])
        yield Result(id=identity, from_name=names.PART, to_name=names.TEXT, type="labels", value=value)
        actor = _actor(statement, mark.part, mark.number)
        if actor:
            yield _line(names.ACTOR, actor, identity, (start, end))
        if mark.part is Part.participant and mark.number is not None:
            role = statement.participants[mark.number - 1].role
            relations.append(Result(type="relation", from_id=trigger, to_id=identity, direction="right", labels=[role]))
    yield from relations


def _actor(statement: Statement, part: Part, number: int | None) -> str | None:
    if number is None:
        return None
    named = statement.participants if part is Part.participant else statement.attribution
    return named[number - 1].actor


def _choices(key: str, statement: Statement) -> Iterator[Result]:
    chosen = {
        names.STATUS: statement.status.value,
        names.KIND: statement.kind.value,
        names.TYPE: statement.type,
        names.mode_of(statement.type): statement.mode,
        names.POLARITY: statement.polarity.value if statement.polarity else None,
    }
    for name, value in chosen.items():
        if value:
            yield Result(
                id=region_id(key, name, None), from_name=name, to_name=names.TEXT, type="choices",
                value=Value(choices=[value]),
            )  # fmt: skip
    for name, text in ((names.TIME, shown(statement.time)), (names.PLACE, statement.place)):
        if text:
            yield _line(name, text, region_id(key, name, None), None)


def _line(name: str, text: str, identity: str, span: Span | None) -> Result:
    start, end = span or (None, None)
    value = Value(start=start, end=end, text=[text])
    return Result(id=identity, from_name=name, to_name=names.TEXT, type="textarea", value=value)
