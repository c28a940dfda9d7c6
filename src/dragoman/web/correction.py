"""The form of a correction: how a statement stands in it, and what of it was changed, in the words of `review`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import Annotated

from pydantic import BaseModel, Field

from dragoman.model import Statement
from dragoman.review.times import shown

Text = Annotated[str, Field(max_length=2000)]
Several = Annotated[list[Text], Field(default_factory=list, max_length=60)]
PLAIN = ("type", "mode", "status", "polarity", "place", "time", "instrument")
"""Fields that stand in the form as `review` takes them."""


class Correction(BaseModel):
    """What the form says. `actor`, `role` and `words` are of the participants in their order, one more for a new one;
    `speaker` and `speaker_actor` of those who say so.
    """

    type: Text = ""
    mode: Text = ""
    status: Text = ""
    polarity: Text = ""
    place: Text = ""
    time: Text = ""
    instrument: Text = ""
    evidence: Annotated[str, Field(max_length=20_000)] = ""
    actor: Several
    role: Several
    words: Several
    speaker: Several
    speaker_actor: Several
    reason: Text = ""

    @classmethod
    def of(cls, statement: Statement) -> Correction:
        """The form of a statement that nobody has changed yet."""
        parties, said = statement.participants, statement.attribution
        return cls(
            type=statement.type,
            mode=statement.mode or "",
            status=statement.status.value,
            polarity=statement.polarity.value if statement.polarity else "",
            place=statement.place or "",
            time=shown(statement.time),
            instrument=statement.instrument or "",
            evidence=statement.evidence.text,
            actor=[party.actor or "" for party in parties],
            role=[party.role for party in parties],
            words=[party.surface for party in parties],
            speaker=[one.speaker for one in said],
            speaker_actor=[one.actor or "" for one in said],
        )

    def settings(self, before: Statement) -> list[str]:
        """What was changed of a statement, as `review.corrections` takes it."""
        own = Correction.of(before)
        return [*self._fields(own), *self._participants(own), *self._speakers(own)]

    def parties(self) -> list[tuple[str, str, str]]:
        """Actor, role and words of each participant, as the form shows them."""
        return list(zip_longest(self.actor, self.role, self.words, fillvalue=""))

    def speakers(self) -> list[tuple[str, str]]:
        """Words and actor of each speaker, as the form shows them."""
        return list(zip_longest(self.speaker, self.speaker_actor, fillvalue=""))

    def _fields(self, own: Correction) -> Iterator[str]:
        for name in PLAIN:
            if getattr(self, name).strip() != getattr(own, name):
                yield f"{name}={getattr(self, name)}"
        if _plain(self.evidence) != _plain(own.evidence):
            yield f"evidence={self.evidence}"

    def _participants(self, own: Correction) -> Iterator[str]:
        was = own.parties()
        for number, (actor, role, words) in enumerate(self.parties(), 1):
            if number > len(was):
                if words.strip():
                    yield f"participant.new={actor}:{role}:{words}"
                continue
            if not words.strip():
                yield f"participant.{number}="
                continue
            for name, now, then in zip(("actor", "role", "words"), (actor, role, words), was[number - 1], strict=True):
                if _plain(now) != _plain(then):
                    yield f"participant.{number}.{name}={now}"

    def _speakers(self, own: Correction) -> Iterator[str]:
        was = own.speakers()
        for number, (words, actor) in enumerate(self.speakers(), 1):
            if number > len(was):
                if words.strip():
                    yield f"speaker.new={words}"
                    yield from [f"speaker.{number}.actor={actor}"] if actor.strip() else []
                continue
            then_words, then_actor = was[number - 1]
            if not words.strip():
                yield f"speaker.{number}="
                continue
            changed = _plain(words) != _plain(then_words)
            if changed:
                yield f"speaker.{number}={words}"
            # Other words are another speaker, whose state is not known unless it is given.
            if actor.strip() != then_actor or (changed and actor.strip()):
                yield f"speaker.{number}.actor={actor}"


def _plain(words: str) -> str:
    """As a form sends it or not: breaks between lines are spaces."""
    return " ".join(words.split())
