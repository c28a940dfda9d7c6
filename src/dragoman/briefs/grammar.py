"""What a sentence needs of a language: names in the right form, lists, verbs that agree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from dragoman.briefs.shape import BriefLanguage
from dragoman.model import Participant


@dataclass(slots=True, frozen=True)
class Noun:
    """A name or a list of names: `forms` has `""` (the form of a subject) and the other forms of the language."""

    forms: Mapping[str, str]
    agrees: str

    def form(self, name: str) -> str:
        """In this form; as a subject where the language has no such form."""
        return self.forms.get(name, self.forms[""])


class Grammar(Protocol):
    """A language in which briefs are printed."""

    language: BriefLanguage

    def actor(self, code: str) -> Noun:
        """The name of a state, organisation or region; an unknown code as it is."""

    def person(self, participant: Participant) -> Noun:
        """A person or an office, with its state."""

    def representatives(self, actors: Noun) -> Noun:
        """Those who act for states that are named without a person."""

    def coordinate(self, nouns: Sequence[Noun]) -> Noun:
        """A list: A, B and C."""

    def verb(self, forms: Sequence[str], agrees: str) -> Mapping[str, str]:
        """The forms of a verb that a manner may ask for, agreeing with `agrees`."""

    def foreign(self, text: str) -> bool:
        """Whether these words are in another script than the brief, and are therefore shown as a quotation."""


def joined(texts: Sequence[str], marks: Mapping[str, str]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    if len(texts) < 3:
        return marks["two"].join(texts)
    return marks["comma"].join(texts[:-1]) + marks["last"] + texts[-1]
