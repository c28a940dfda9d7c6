"""A statement while it is being corrected: its participants and speakers keep their numbers until it is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from pydantic import ValidationError

from dragoman.errors import ReviewError
from dragoman.model import Attribution, Evidence, Participant, Span, Statement
from dragoman.review.words import located

NEW = "new"
FIELDS = ("actor", "role", "person", "office", "words")
"""What can be given of a participant."""


@dataclass(slots=True)
class Draft:
    """The statement `before`, and what is given in the place of its fields; `text` is its document's.

    A participant or speaker that was taken out is None in its place.
    """

    before: Statement
    text: str
    given: dict[str, object] = field(default_factory=dict)
    participants: list[Participant | None] = field(default_factory=list)
    speakers: list[Attribution | None] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.participants = list(self.before.participants)
        self.speakers = list(self.before.attribution)

    def made(self) -> Statement:
        """The corrected statement. Raises ReviewError where a value is none of its field."""
        told: dict[str, object] = {
            **self.before.model_dump(),
            **self.given,
            "participants": tuple(p for p in self.participants if p),
            "attribution": tuple(s for s in self.speakers if s),
        }
        try:
            return Statement.model_validate(told)
        except ValidationError as error:
            first = error.errors()[0]
            name = ".".join(str(part) for part in first["loc"])
            raise ReviewError(f"{name}: {first['msg'].lower()}", advice="give another value") from error

    def add_participant(self, actor: str | None, role: str, words: str) -> None:
        """One more participant, whom the text names with these words."""
        surface, span = self._located(words)
        self.participants.append(Participant(actor=actor, role=role, surface=surface, span=span))

    def correct_participant(self, number: str, name: str, value: str) -> None:
        """Another value in the field of a participant; nothing where it is empty."""
        place = _place(number, self.participants, "participant")
        held = self.participants[place]
        if held is None or name not in FIELDS:
            raise ReviewError(f"a participant has no field {name!r}", advice=f"its fields are {', '.join(FIELDS)}")
        if name == "role" and not value:
            raise ReviewError("a participant has a role", advice=f"take it out with participant.{number}=")
        if name == "words":
            surface, span = self._located(value)
            told: dict[str, object] = {"surface": surface, "span": span}
        else:
            told = {name: (value.upper() if name == "actor" else value) or None}
        self.participants[place] = held.model_copy(update=told)

    def drop_participant(self, number: str) -> None:
        """Take a participant out."""
        self.participants[_place(number, self.participants, "participant")] = None

    def say(self, number: str, words: str) -> None:
        """Let somebody else say it, named by words of the text: in the place of a speaker, or one more (`new`)."""
        speaker, span = self._located(words)
        said = Attribution(speaker=speaker, span=span)
        if number == NEW or (number == "1" and not any(self.speakers)):
            self.speakers.append(said)
        else:
            self.speakers[_place(number, self.speakers, "speaker")] = said

    def speak_for(self, number: str, actor: str | None) -> None:
        """The state or organisation that a speaker speaks for."""
        place = _place(number, self.speakers, "speaker")
        held = self.speakers[place]
        self.speakers[place] = held and held.model_copy(update={"actor": actor})

    def silence(self, number: str | None) -> None:
        """Take a speaker out, or all of them."""
        if number is None:
            self.speakers = []
        else:
            self.speakers[_place(number, self.speakers, "speaker")] = None

    def rest_on(self, words: str) -> None:
        """Other words of the text as evidence, such as a trigger can stand in."""
        found, span = self._located(words)
        cues, trigger = self.before.cues, self.before.cues.trigger
        self.given["evidence"] = Evidence(start=span[0], end=span[1], text=found)
        if not span[0] <= trigger[0] < trigger[1] <= span[1]:
            self.given["cues"] = cues.model_copy(update={"trigger": span})

    def _located(self, words: str) -> tuple[str, Span]:
        evidence = self.before.evidence
        return located(words, self.text, (evidence.start, evidence.end))


def _place(number: str, held: Sequence[object], what: str) -> int:
    """Where the numbered one stands. Raises ReviewError where there is none of that number."""
    there = [str(place) for place, one in enumerate(held, 1) if one is not None]
    if number not in there:
        known = f"there is {', '.join(there)}" if there else f"add one with {what}.{NEW}="
        raise ReviewError(f"no {what} {number!r} is there", advice=known)
    return int(number) - 1
