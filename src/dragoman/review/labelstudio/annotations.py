"""An annotation as a statement: what is left of the prediction, what was changed, what was added."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from pydantic import ValidationError

from dragoman.errors import ReviewError
from dragoman.model import Attribution, Participant, Span, Statement
from dragoman.review.labelstudio import names
from dragoman.review.labelstudio.shape import Annotation, Data, Result, User
from dragoman.review.times import shown, time_of
from dragoman.schema import codebook

NUMBERED = re.compile(r"-(?:participant|speaker)-(\d+)$")
Named = TypeVar("Named", Participant, Attribution)
LAST = 10**9
"""Where words that an annotator added are sorted: behind those of the prediction, in the order of the text."""


@dataclass(frozen=True, slots=True)
class Region:
    """Words that were marked, in characters of the document's text."""

    id: str
    part: str
    span: Span
    number: int | None
    """Of the prediction's own participants and speakers, counted from 1; None where the annotator added it."""


class Reading:
    """One annotation of one task. Raises ReviewError where it does not say enough to be taken."""

    def __init__(self, annotation: Annotation, data: Data, text: str) -> None:
        self.results = annotation.result
        self.data = data
        self.text = text
        self.before = Statement.model_validate_json(data.body)
        self.regions = [region for result in self.results if (region := self._region(result))]

    def verdict(self) -> str:
        """`accept` or `reject`."""
        found = self._chosen(names.VERDICT)
        if found not in (names.ACCEPT, names.REJECT):
            raise ReviewError("has no verdict", advice="the annotator has to choose accept or reject")
        return found

    def reason(self) -> str:
        """Why, in the annotator's words; empty where nothing was written."""
        return self._line(names.REASON) or ""

    def statement(self) -> Statement:
        """What the annotator says that the text says."""
        statement_type = self._chosen(names.TYPE) or self.before.type
        told = {
            "type": statement_type,
            "kind": self._kind(statement_type),
            "status": self._chosen(names.STATUS) or self.before.status,
            "mode": self._chosen(names.mode_of(statement_type)),
            "polarity": self._chosen(names.POLARITY),
            "time": self._time(),
            "place": (self._line(names.PLACE) or "").upper() or None,
            "participants": tuple(self._participants()),
            "attribution": tuple(self._speakers()),
            "cues": self.before.cues.model_copy(update={"trigger": self._trigger().span}),
        }
        try:
            return Statement.model_validate({**self.before.model_dump(), **told})
        except ValidationError as error:
            first = error.errors()[0]
            name = ".".join(str(part) for part in first["loc"])
            raise ReviewError(f"{name}: {first['msg'].lower()}", advice="annotate it again") from error

    def _region(self, result: Result) -> Region | None:
        value = result.value
        if result.from_name != names.PART or value is None or value.start is None or value.end is None:
            return None
        span = (value.start + self.data.offset, value.end + self.data.offset)
        identity = result.id or ""
        own = NUMBERED.search(identity)
        return Region(identity, (value.labels or [""])[0], span, int(own[1]) if own else None)

    def _trigger(self) -> Region:
        found = [region for region in self.regions if region.part == names.TRIGGER]
        if len(found) != 1:
            raise ReviewError(f"has {len(found)} triggers", advice="mark the one word that says what happens")
        return found[0]

    def _of(self, part: str) -> list[Region]:
        found = [region for region in self.regions if region.part == part]
        return sorted(found, key=lambda region: (region.number or LAST, region.span, region.id))

    def _participants(self) -> list[Participant]:
        made = []
        for region in self._of(names.PARTICIPANT):
            own = _own(self.before.participants, region.number)
            words = self._words(region, own.span if own else None, own.surface if own else "")
            told = {"actor": self._actor(region), "surface": words, "span": region.span}
            for role in self._roles(region, words):
                kept = own.model_dump() if own else {}
                made.append(Participant.model_validate({**kept, **told, "role": role}))
        return made

    def _speakers(self) -> list[Attribution]:
        made = []
        for region in self._of(names.SPEAKER):
            own = _own(self.before.attribution, region.number)
            words = self._words(region, own.span if own else None, own.speaker if own else "")
            verb = own.verb if own else None
            made.append(Attribution(speaker=words, actor=self._actor(region), span=region.span, verb=verb))
        return made

    def _words(self, region: Region, span: Span | None, known: str) -> str:
        """How the text names somebody: as before where the same words are marked."""
        return known if region.span == span else " ".join(self.text[slice(*region.span)].split())

    def _roles(self, region: Region, words: str) -> list[str]:
        """The labels of the arrows between the trigger and somebody who takes part, in whatever direction."""
        trigger = self._trigger().id
        ends = {trigger, region.id}
        arrows = [r for r in self.results if r.type == "relation" and {r.from_id, r.to_id} == ends]
        roles = list(dict.fromkeys(role for arrow in arrows for role in arrow.labels or ()))
        if not roles:
            raise ReviewError(f"«{words}» has no role", advice="draw a relation from the trigger and label it")
        return roles

    def _actor(self, region: Region) -> str | None:
        lines = [self._text(r) for r in self.results if r.from_name == names.ACTOR and r.id == region.id]
        return (lines[-1].upper() if lines else "") or None

    def _kind(self, statement_type: str) -> str:
        """The kind that was chosen; where the type cannot have the one from before, the (first) one that it has."""
        kind = self._chosen(names.KIND) or self.before.kind.value
        entry = codebook().types.get(statement_type)
        if entry is None or kind != self.before.kind.value or kind in entry.kinds:
            return kind
        return entry.kinds[0].value

    def _time(self) -> object:
        given = self._line(names.TIME) or ""
        return self.before.time if given == shown(self.before.time) else time_of(given, self.before.time)

    def _chosen(self, name: str) -> str | None:
        for result in self.results:
            if result.from_name == name and result.value and result.value.choices:
                return result.value.choices[0]
        return None

    def _line(self, name: str) -> str | None:
        lines = [self._text(result) for result in self.results if result.from_name == name]
        return lines[-1] if lines else None

    def _text(self, result: Result) -> str:
        told = result.value.text if result.value else None
        return " ".join((" ".join(told) if isinstance(told, list) else told or "").split())


def annotator(annotation: Annotation, known: dict[str, str]) -> str:
    """Who annotated: as `known` by number or address, else the name or address in the file, else the number."""
    by = annotation.completed_by
    if isinstance(by, User):
        name = " ".join(part for part in (by.first_name, by.last_name) if part)
        return known.get(str(by.id)) or known.get(by.email or "") or name or by.email or f"Label Studio user {by.id}"
    return known.get(str(by)) or (f"Label Studio user {by}" if by is not None else "Label Studio")


def _own(named: Sequence[Named], number: int | None) -> Named | None:
    """The participant or speaker of the prediction that has this number."""
    return named[number - 1] if number is not None and 0 < number <= len(named) else None
