"""The slots of a clause, filled from a statement: who is named how, in which form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.briefs import goods
from dragoman.briefs.dates import interval
from dragoman.briefs.grammar import Grammar, Noun
from dragoman.briefs.tables import Frame, Interface, Things, names
from dragoman.model import Participant, Statement

NAMINGS = ("people", "rep")


@dataclass(slots=True)
class Slots:
    """Everything that a clause can ask of a statement."""

    statement: Statement
    frame: Frame
    grammar: Grammar
    words: Interface

    def text(self, name: str, form: str) -> str:
        """The text of a slot in a form (`rep.with`: representatives, after "with"); empty where nothing is known."""
        parts = form.split(".") if form else []
        naming = next((part for part in parts if part in NAMINGS), "")
        case = next((part for part in parts if part not in NAMINGS), "")
        noun = self.noun(name, naming)
        if noun is not None:
            return noun.form(case)
        return self._other(name)

    def noun(self, name: str, naming: str = "") -> Noun | None:
        """The participants that a slot stands for, None if there are none (or if it is no slot for participants)."""
        if name == "place":
            return self._place()
        found = self._participants(name)
        nouns = self._nouns(found, naming)
        return self.grammar.coordinate(nouns) if nouns else None

    def has_people(self) -> bool:
        """Whether a person or an office is named."""
        return any(p.person or p.office for p in self.statement.participants)

    def count(self, role: str) -> int:
        """How many in this role can be named."""
        return len(self._nouns(self._participants(role), ""))

    def _participants(self, name: str) -> list[Participant]:
        if name == "anyone":
            return list(self.statement.participants)
        if name in ("first", "others", "members", "bloc"):
            return self._parties(name)
        return [p for p in self.statement.participants if p.role == name]

    def _parties(self, name: str) -> list[Participant]:
        parties = _distinct([p for p in self.statement.participants if p.role == "party" and _nameable(p)])
        if name in ("members", "bloc"):
            kinds = names("en")
            return [p for p in parties if (kinds.get(p.actor or "", {}).get("kind") == "body") == (name == "bloc")]
        ordered = sorted(parties, key=lambda p: not (p.person or p.office))
        if not ordered:
            return []
        first = [p for p in ordered if p.actor == ordered[0].actor] if ordered[0].actor else ordered[:1]
        return first if name == "first" else [p for p in ordered if p not in first]

    def _nouns(self, participants: Sequence[Participant], naming: str) -> list[Noun]:
        named = [p for p in _distinct(participants) if _nameable(p)]
        if not naming:
            return self._states(named)
        people = [self.grammar.person(p) for p in named if p.person or p.office]
        bare = self._states([p for p in named if not (p.person or p.office)])
        if naming == "rep" and bare:
            bare = [self.grammar.representatives(self.grammar.coordinate(bare))]
        return people + bare

    def _states(self, participants: Sequence[Participant]) -> list[Noun]:
        """By actor, each once; a person whose state is not known by name."""
        codes = dict.fromkeys(p.actor for p in participants if p.actor)
        return [self.grammar.actor(code) for code in codes] + [
            self.grammar.person(p) for p in participants if not p.actor
        ]

    def _place(self) -> Noun | None:
        codes = self.statement.actors("place") or ((self.statement.place,) if self.statement.place else ())
        if not codes:
            return None
        return self.grammar.coordinate([self.grammar.actor(code) for code in codes])

    def _other(self, name: str) -> str:
        """The slots that are not for participants, and lists in parentheses."""
        lists = {
            "topics": (self.words.topics, "matter", ""),
            "signatories": (self.words.signatories, "signatory", "people"),
            "made": (self.words.made, "origin", ""),
            "technology": (self.words.technology, "origin", ""),
        }
        if name not in lists:
            return self._thing(name)
        pattern, slot, form = lists[name]
        text = self.text(slot, form) or (self._signing_parties() if name == "signatories" else "")
        return pattern.format(list=text) if text else ""

    def _signing_parties(self) -> str:
        """Ministers who are named as the parties themselves."""
        signing = [p for p in self.statement.participants if p.role == "party" and (p.person or p.office)]
        nouns = self._nouns(signing, "people")
        return self.grammar.coordinate(nouns).form("") if nouns else ""

    def _thing(self, name: str) -> str:
        noun = self.frame.things or Things(plain=self.frame.act)
        statement, grammar, words = self.statement, self.grammar, self.words
        match name:
            case "act":
                return self.frame.act
            case "goods":
                return goods.things(statement, noun, grammar, words)
            case "items":
                return goods.listed(statement, grammar, words)
            case "sum":
                return goods.sums(statement, words)
            case "deal":
                return goods.deal(statement, noun, words)
            case "title":
                return goods.title(statement, words)
            case "time":
                return interval(statement.time, words)
            case "matter" | "topic":
                return goods.topics(statement, grammar, words)
        return ""


def _nameable(participant: Participant) -> bool:
    return bool(participant.actor or participant.person or participant.office)


def _distinct(participants: Sequence[Participant]) -> list[Participant]:
    """Each actor and person once: a bare state gives way to its own minister in the same list."""
    kept: dict[tuple[str | None, str | None, str | None], Participant] = {}
    for one in participants:
        kept.setdefault((one.actor, one.office, one.person), one)
    spoken_for = {p.actor for p in kept.values() if p.actor and (p.person or p.office)}
    with_name = {(p.actor, p.office) for p in kept.values() if p.person}
    return [
        p
        for p in kept.values()
        if (p.person or p.office or p.actor not in spoken_for) and (p.person or (p.actor, p.office) not in with_name)
    ]
