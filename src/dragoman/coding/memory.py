"""What a document has spoken of so far: whom "they", "the two countries", "the ministry" can mean."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from dragoman.actors import organisations
from dragoman.coding.phrases import NAMED, Argument
from dragoman.coding.reading import Reading

PLACES = frozenset({"name", "capital", "city"})
"""Forms of names by which a place is meant."""


@dataclass(slots=True)
class Memory:
    """What a document has spoken of so far, sentence by sentence."""

    homes: tuple[str, ...] = ()
    """The states of the document, those it names most first: for ministries and armies without a name."""
    counts: Counter[str] = field(default_factory=Counter)
    recent: list[str] = field(default_factory=list)
    """Actors in order of mention, the latest last."""
    subject: tuple[str, ...] = ()
    thing: bool = False
    """Whether the subject of the last sentence was no actor but a thing: then "it" means that."""
    person: tuple[str, ...] = ()
    """The state of the last subject who was somebody: whom "he" and "she" mean where they mean no thing."""
    speaker: tuple[str, ...] = ()
    """Who spoke last: whom "he added" means."""
    group: tuple[str, ...] = ()
    """The actors listed last, in one list: whom "these countries", "they" mean."""
    group_at: int = -1
    """The number of the sentence of that list."""
    ahead: tuple[str, ...] = ()
    """The actors that the next sentence lists, where it only says who was meant ("these are A, B and C")."""
    group_acts: bool = False
    """Whether that list was a subject."""
    named: Counter[str] = field(default_factory=Counter)
    """How often the whole document names each state: whom "the two countries" of its first words mean."""
    firm: tuple[str, ...] = ()
    """The home of the company named last."""
    bodies: list[str] = field(default_factory=list)
    """The organisations named, the latest last."""
    place: tuple[str, ...] = ()
    """The last state that something took place in."""
    place_at: int = -1
    """The number of the sentence of that place."""
    spot: tuple[str, ...] = ()
    """The state of the last place, a town as well: what "there" means."""
    spot_at: int = -9
    """The number of the sentence of that place."""
    visitor: tuple[str, ...] = ()
    """Who was last told to be in a state that is not his own: the guest of that place."""
    offices: dict[str, tuple[str, ...]] = field(default_factory=dict)
    men: dict[str, tuple[tuple[str, ...], int]] = field(default_factory=dict)
    """Words for people or troops that were named with their state: that state, and the number of the sentence."""

    def at_home(self, usual: str) -> bool:
        """Whether the document is about another state than `usual`, of which somebody in office was named."""
        told = {code for codes in self.offices.values() for code in codes}
        return self.homes[:1] != (usual,) and not told.isdisjoint(self.homes[:1])

    def note(self, reading: Reading) -> None:
        """Remember what a sentence named, after it was coded."""
        for argument in reading.arguments:
            for code in argument.codes:
                self.counts[code] += 1
                self.recent.append(code)
                if code in organisations():
                    self.bodies.append(code)
            if argument.codes and "company" in (argument.form, argument.kind):
                self.firm = argument.codes
            if located(reading, argument):
                self.place, self.place_at = argument.codes, reading.sentence.index
            if argument.codes and argument.carrier and not argument.resolved:
                self.offices[argument.carrier] = argument.codes
            if argument.codes and argument.case == "Nom" and not argument.prep and argument.modifies < 0:
                self.subject = argument.codes
                if somebody(argument):
                    self.person = argument.codes
                if reading.has(reading.tokens[argument.head].head, "say_verb"):
                    self.speaker = argument.codes
        self.note_men(reading)
        spots = [a for a in (*reading.arguments, *reading.places) if a.form in PLACES and located(reading, a)]
        if spots:
            self.spot, self.spot_at = max(spots, key=lambda a: a.last).codes, reading.sentence.index
        self.note_visitor(reading)
        self.note_group(reading)
        self.recent = self.recent[-20:]
        main = [t.index for t in reading.tokens if t.relation.startswith("nsubj") and reading.tokens[t.head].head < 0]
        self.thing = bool(main) and main[0] not in reading.heads

    def note_visitor(self, reading: Reading) -> None:
        """Remember who came to or is in another state: the first actor of the sentence beside a place of another."""
        if self.place_at != reading.sentence.index or len(self.place) != 1:
            return
        acting = [
            a
            for a in reading.arguments
            if a.codes and a.case == "Nom" and not a.prep and a.modifies < 0 and self.place[0] not in a.codes
        ]
        self.visitor = acting[0].codes if acting else ()

    def note_men(self, reading: Reading) -> None:
        """Remember of which state people were said to be."""
        for argument in reading.arguments:
            nouns = [i for i in argument.described if reading.tokens[i].animate]
            nouns += [argument.head] if argument.kind == "force" else []
            if argument.codes and not argument.resolved and not argument.against:
                for noun in nouns:
                    self.men[reading.tokens[noun].lemma] = argument.codes, reading.sentence.index

    def note_group(self, reading: Reading) -> None:
        """Remember the last list of a sentence; one that is a subject before all others."""
        for argument in reading.arguments:
            listed = tuple(dict.fromkeys(c for a in reading.conjuncts(argument) for c in a.codes))
            if len(listed) < 2 or argument.joined >= 0:
                continue
            acting = argument.case == "Nom" and not argument.prep and argument.modifies < 0
            if self.group_at == reading.sentence.index and self.group_acts and not acting:
                continue
            self.group, self.group_at, self.group_acts = listed, reading.sentence.index, acting

    def listed_before(self, reading: Reading) -> tuple[str, ...]:
        """The list of the sentence before; empty where there was none."""
        return self.group if 0 <= reading.sentence.index - self.group_at <= 1 else ()

    @property
    def pair(self) -> tuple[str, ...]:
        """The last two actors named, the two that "both sides" can mean; empty where only one has been named."""
        return self.last_states(2) if len(self.counts) >= 2 else ()

    def last_states(self, count: int, without: frozenset[str] = frozenset()) -> tuple[str, ...]:
        """The last actors named, each once, the latest last."""
        distinct = [c for c in dict.fromkeys(reversed(self.recent)) if c not in without]
        return tuple(reversed(distinct[:count]))


def located(reading: Reading, argument: Argument) -> bool:
    """Whether a phrase names the state in which something takes place."""
    named = argument.form in (*NAMED, "city") and not argument.kind and argument.modifies < 0
    return named and bool(argument.codes) and reading.words.is_prep(argument.prep, "in_on")


def somebody(argument: Argument) -> bool:
    """Whether a phrase names a person: by name, by office, as somebody's counterpart."""
    return argument.form == "person" or argument.kind in ("office", "person")
