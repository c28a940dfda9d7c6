"""What is merged to be measured: the statements of stories, as annotated or as coded, with the happening of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.evaluation.stories import Story, Told
from dragoman.events import Report, Signed, copy_groups, families, period, signature
from dragoman.model import Coding, Cues, Document, Evidence, Kind, Participant, Precision, Statement, Time

CODER = "annotation"
PRECISIONS = {4: Precision.year, 7: Precision.month, 10: Precision.day}


@dataclass(frozen=True, slots=True)
class Labelled:
    """Reports to merge. `happening` is the label by key of every annotated statement: a coded one that none of them
    matches has a key of its own and no label, one that was missed has a label and no report.
    """

    reports: tuple[Report, ...]
    happening: Mapping[str, str]


def documents(stories: Iterable[Story]) -> list[Document]:
    """The texts of all stories."""
    return [document for story in stories for document in story.documents]


def annotated(stories: Sequence[Story]) -> Labelled:
    """The statements as they were annotated; the key of one is `STORY/REPORT#NUMBER`."""
    copies = _copies(stories)
    reports, labels = [], {}
    for document, number, told, label in _told(stories):
        key = f"{document.id}#{number}"
        reports.append(_report(key, document, _statement(key, document, told), copies))
        labels[key] = label
    return Labelled(tuple(reports), labels)


def coded(stories: Sequence[Story], codings: Mapping[str, Coding]) -> Labelled:
    """What was coded from the texts, by the id of the document; what matches an annotated statement has its key."""
    copies, labels = _copies(stories), {f"{d.id}#{n}": label for d, n, _, label in _told(stories)}
    asked: dict[str, list[Report]] = {}
    for report in annotated(stories).reports:
        asked.setdefault(report.document, []).append(report)
    reports = []
    for document in documents(stories):
        found = [s for s in codings[document.id].statements if s.kind is Kind.event and s.actors()]
        keys = matched([r.statement for r in asked.get(document.id, ())], found)
        for number, statement in enumerate(found):
            key = keys.get(number) or f"{document.id}#coded{number}"
            reports.append(_report(key, document, statement, copies))
    return Labelled(tuple(reports), labels)


def matched(gold: Sequence[Statement], found: Sequence[Statement]) -> dict[int, str]:
    """Which coded statement (by its place) is which annotated one (by its id): one to one, the closest first.

    They share an actor and have the same type, or types that one happening may be told under.
    """
    ranked = sorted(
        ((-_closeness(g, c), i, j) for i, g in enumerate(gold) for j, c in enumerate(found) if _comparable(g, c)),
    )
    taken: set[int] = set()
    made: dict[int, str] = {}
    for _, i, j in ranked:
        if i not in taken and j not in made:
            taken.add(i)
            made[j] = gold[i].id
    return made


def _comparable(one: Statement, other: Statement) -> bool:
    return families()[one.type] == families()[other.type] and bool(set(one.actors()) & set(other.actors()))


def _closeness(gold: Statement, found: Statement) -> float:
    """Type first, then actors, then whether the evidence lies in the same place."""
    mine, theirs = set(gold.actors()), set(found.actors())
    overlap = min(gold.evidence.end, found.evidence.end) - max(gold.evidence.start, found.evidence.start)
    near = max(overlap, 0) / max(gold.evidence.end - gold.evidence.start, 1)
    return 4 * (gold.type == found.type) + 2 * len(mine & theirs) / len(mine | theirs) + near


def _told(stories: Iterable[Story]) -> list[tuple[Document, int, Told, str]]:
    """Every annotated statement with its document, its number there and the label of its happening."""
    return [
        (document, number, told, f"{story.story}/{told.happening or f'{entry.id}#{number}'}")
        for story in stories
        for document, entry in zip(story.documents, story.reports, strict=True)
        for number, told in enumerate(entry.says)
    ]


def _copies(stories: Iterable[Story]) -> Mapping[str, str]:
    return copy_groups(Signed(d.id, signature(d.text), d.published) for d in documents(stories))


def _report(key: str, document: Document, statement: Statement, copies: Mapping[str, str]) -> Report:
    return Report(
        key=key,
        statement=statement,
        document=document.id,
        language=document.language,
        published=document.published,
        outlet=document.outlet,
        copies=copies.get(document.id),
    )


def _statement(key: str, document: Document, told: Told) -> Statement:
    start = document.text.index(told.evidence)
    span = (start, start + len(told.evidence))
    return Statement(
        id=key,
        kind=Kind.event,
        type=told.type,
        mode=told.mode,
        status=told.status,
        participants=tuple(_participant(actor, told.evidence, span) for actor in told.actors),
        instrument=told.instrument,
        matter=told.matter,
        goods=told.goods,
        time=_time(told.time) if told.time else None,
        place=told.place,
        evidence=Evidence(start=span[0], end=span[1], text=told.evidence),
        cues=Cues(trigger=span),
        confidence=1.0,
        coder=CODER,
        rule=CODER,
    )


def _participant(actor: str, surface: str, span: tuple[int, int]) -> Participant:
    code, role, *office = actor.split()
    return Participant(actor=code, role=role, surface=surface, office=" ".join(office) or None, span=span)


def _time(text: str) -> Time:
    """`2024-05`, or `2024-05-01/2024-05-03`, as the coder would put it."""
    start, _, end = text.partition("/")
    first, last = period(start), period(end or start)
    if first is None or last is None:
        return Time(text=text)
    return Time(
        text=text,
        start=date.fromordinal(first[0]).isoformat(),
        end=date.fromordinal(last[1]).isoformat(),
        precision=PRECISIONS.get(len(start)),
    )
