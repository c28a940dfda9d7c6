"""A statement as a sentence of the brief: a clause of its type, in the manner of its status."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.briefs import template
from dragoman.briefs.dates import over
from dragoman.briefs.english import English
from dragoman.briefs.grammar import Grammar, joined
from dragoman.briefs.russian import Russian
from dragoman.briefs.shape import BriefLanguage
from dragoman.briefs.slots import NAMINGS, Slots
from dragoman.briefs.tables import Clause, Frame, Interface, Manner, Sentences, interface, sentences
from dragoman.model import Kind, Polarity, Statement, Status

GRAMMARS: dict[BriefLanguage, Grammar] = {"en": English(), "ru": Russian()}


@dataclass(slots=True, frozen=True)
class Writer:
    """Writes the sentences of one brief. `published` is the document's date, where it has one."""

    language: BriefLanguage
    published: str | None = None

    def sentence(self, statement: Statement) -> str:
        """The whole sentence with its full stop: hedged unless the statement is happened or ongoing."""
        clause, slots = self._choose(statement)
        return _finished(self._told(statement, clause, slots, self._manner(statement)) + self._unnamed(slots))

    def headline(self, statement: Statement) -> str:
        """The gist without details, in the present where it happened; hedged as the sentence is."""
        people = tuple(p.model_copy(update={"person": None, "office": None}) for p in statement.participants if p.actor)
        matter = tuple(name for name in statement.matter if name in self._words.cooperation)
        bare = {"participants": people, "instrument": None, "time": None, "place": None, "goods": (), "matter": matter}
        plain = statement.model_copy(update=bare)
        clause, slots = self._choose(plain)
        manner = self._manner(plain)
        if plain.status is Status.happened and plain.kind is not Kind.inference:
            manner = manner.model_copy(update={"verb": self._sentences.headline})
        return _capital(self._told(plain, clause, slots, manner))

    def missing(self, statement: Statement) -> tuple[str, ...]:
        """The roles that a reader expects and that nobody is named in."""
        slots = self._choose(statement)[1]
        return tuple(role for role, least in slots.frame.core.items() if slots.count(role) < least)

    @property
    def _sentences(self) -> Sentences:
        return sentences(self.language)

    @property
    def _words(self) -> Interface:
        return interface(self.language)

    def _choose(self, statement: Statement) -> tuple[Clause, Slots]:
        """The first clause that fits."""
        frame = self._sentences.frames.get(statement.type) or self._sentences.frames["other"]
        slots = Slots(statement, frame, GRAMMARS[self.language], self._words)
        for clause in (*_candidates(statement, frame), *self._sentences.fallback):
            if _fits(clause, statement, slots):
                return clause, slots
        return self._sentences.fallback[-1], slots

    def _manner(self, statement: Statement) -> Manner:
        manners = self._sentences.statuses
        return (manners.inference if statement.kind is Kind.inference else manners.event)[statement.status]

    def _told(self, statement: Statement, clause: Clause, slots: Slots, manner: Manner) -> str:
        passive = not clause.agent and manner.agentless is not None
        subject, form = _subject(clause)
        verb = self._verb(statement, clause, slots, manner)

        def lookup(name: str, asked: str) -> str:
            if name == "verb":
                return verb
            if name == subject and manner.subject and clause.agent and clause.agrees is None:
                return slots.text(name, ".".join(filter(None, [form, manner.subject])))
            if name == "place" and statement.place and _told_already(statement, clause):
                return ""
            return slots.text(name, asked)

        tail = self._sentences.tail if "{place" not in clause.text else "{clause}[ {time}]"
        clause_text = template.fill(clause.text, lookup)
        whole = template.fill(tail, lambda name, asked: clause_text if name == "clause" else lookup(name, asked))
        wrap = (manner.agentless_wrap or manner.wrap) if passive else manner.wrap
        arguer = self._words.arguers["speaker" if statement.attribution else "author"]
        return template.fill(wrap, lambda name, _: whole if name == "clause" else arguer)

    def _verb(self, statement: Statement, clause: Clause, slots: Slots, manner: Manner) -> str:
        forms = slots.grammar.verb(self._sentences.verbs[clause.verb], self._agreement(clause, slots))
        pattern = manner.verb
        if not clause.agent and manner.agentless is not None:
            pattern = manner.agentless
        elif manner.standing and (clause.simple or statement.kind is Kind.tie):
            pattern = manner.standing
        elif manner.earlier and over(statement.time, self.published):
            pattern = manner.earlier
        return template.fill(pattern, lambda name, _: forms[name])

    def _agreement(self, clause: Clause, slots: Slots) -> str:
        if clause.agrees == "thing":
            return "m" if slots.statement.instrument else slots.frame.agrees
        if clause.agrees:
            return clause.agrees
        subject, form = _subject(clause)
        noun = slots.noun(subject, form if form in NAMINGS else "")
        if noun is not None:
            return noun.agrees
        if subject == "goods" and slots.frame.things:
            return slots.frame.things.agrees
        return slots.frame.agrees

    def _unnamed(self, slots: Slots) -> str:
        """` (supplier not named)`, where the sentence names somebody at all."""
        roles = [role for role, least in slots.frame.core.items() if slots.count(role) < least]
        if not roles or slots.noun("anyone") is None:
            return ""
        named = joined([self._words.unnamed_of[role] for role in roles], self._words.list)
        return " " + self._words.unnamed.format(roles=named)


def _candidates(statement: Statement, frame: Frame) -> tuple[Clause, ...]:
    if statement.polarity is Polarity.loss and "loss" in frame.modes:
        return frame.modes["loss"]
    default = frame.modes["default"]
    return (*frame.modes.get(statement.mode or "default", ()), *default)


def _fits(clause: Clause, statement: Statement, slots: Slots) -> bool:
    if (clause.only and statement.status not in clause.only) or (clause.kinds and statement.kind not in clause.kinds):
        return False
    if clause.people and not slots.has_people():
        return False
    wanted = (*template.required(clause.text), *clause.with_)
    return all(name == "verb" or slots.text(name, "") for name in wanted)


def _subject(clause: Clause) -> tuple[str, str]:
    """The first slot of the text that is not the verb, with its naming."""
    match = template.first(clause.text)
    return match if match else ("act", "")


def _told_already(statement: Statement, clause: Clause) -> bool:
    """Whether the place is a participant that the clause names."""
    roles = set(template.slots(clause.text))
    return any(p.actor == statement.place and (p.role in roles or p.role == "party") for p in statement.participants)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _finished(text: str) -> str:
    return _capital(text) + ("" if text.endswith((".", "…")) else ".")
