"""Finds the names of a gazetteer in the tokens of a sentence, longest first, from left to right."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from dragoman.actors.compounds import compound_mentions
from dragoman.actors.gazetteer import QUOTES, Gazetteer, Pattern, fold
from dragoman.actors.generic import Generic
from dragoman.actors.mentions import Carrier, Mention
from dragoman.actors.people import resolve
from dragoman.actors.tables import rows
from dragoman.languages.shape import Token

_FUNCTION_WORDS = frozenset({"ADP", "ADV", "AUX", "CCONJ", "DET", "PART", "PRON", "SCONJ"})


def find_mentions(
    tokens: Sequence[Token], gazetteer: Gazetteer, *, known: Collection[str] = (), on: str | None = None
) -> list[Mention]:
    """The actors that the tokens of a sentence name, in order.

    `known` are the persons (English names) whose full name stood earlier in the document, `on` the ISO date of the
    document: both decide what a surname alone means.
    """
    reading = Reading(tokens, gazetteer, set(known), on, Sequenced(tokens))
    found: list[Mention] = []
    place = 0
    while place < len(reading.places):
        size, mentions = reading.at(place)
        found.extend(mentions)
        reading.known.update(mention.person for mention in mentions if mention.person)
        reading.taken.update(range(place, place + size) if mentions else ())
        place += max(size, 1)
    return found


def find_carriers(tokens: Sequence[Token], gazetteer: Gazetteer) -> list[Carrier]:
    """The offices, institutions, forces, states and persons that the tokens name without saying whose, in order."""
    sentence = Sequenced(tokens)
    found: list[Carrier] = []
    place = 0
    while place < len(sentence.places):
        pattern = next(sentence.matches(place, gazetteer.carriers), None)
        if pattern is None or pattern.generic is None:
            place += 1
            continue
        if pattern.generic.kind != "none":
            start, end = sentence.span(place, len(pattern.words))
            found.append(Carrier(start, end, pattern.generic.kind, pattern.generic.normal, pattern.generic.usual))
        place += len(pattern.words)
    return found


def find_hints(tokens: Sequence[Token], gazetteer: Gazetteer) -> list[Mention]:
    """What the tokens hint at without naming it, in order: `code` is a region, a state, or HERE for one not named."""
    sentence = Sequenced(tokens)
    found: list[Mention] = []
    place = 0
    while place < len(sentence.places):
        pattern = next(sentence.matches(place, gazetteer.hints), None)
        size = len(pattern.words) if pattern else 1
        if pattern and pattern.entry and pattern.entry.codes:
            start, end = sentence.span(place, size)
            found.append(Mention(start, end, pattern.entry.codes, pattern.entry.form, entry=pattern.entry.id))
        place += size
    return found


class Sequenced:
    """The tokens of a sentence without quotation marks: a name may stand in them or not."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        """`places` are the indices of the tokens that can match, `keys` their keys."""
        self.tokens = tokens
        self.places = [index for index, token in enumerate(tokens) if token.text not in QUOTES]
        self.keys = [_keys(tokens[index]) for index in self.places]

    def span(self, place: int, size: int) -> tuple[int, int]:
        """The token indices of `size` places from `place` on, end exclusive."""
        return self.places[place], self.places[place + size - 1] + 1

    def matches(self, place: int, index: dict[str, list[Pattern]]) -> Iterator[Pattern]:
        """The patterns that match from a place on, the longest first, then by rank; those of a key come so."""
        by_key = [index[key] for key in self.keys[place] if key in index]
        if not by_key:
            return
        patterns = by_key[0]
        if len(by_key) > 1:
            together = (pattern for group in by_key for pattern in group)
            patterns = sorted(together, key=lambda p: (-len(p.words), p.rank))
        after = self.keys[place + 1] if place + 1 < len(self.keys) else ()
        for pattern in patterns:
            if len(pattern.words) > 1 and pattern.words[1].keys.isdisjoint(after):
                continue  # as the thirty names that begin with "the" do, at nearly every "the"
            if self._fits(pattern, place):
                yield pattern

    def _fits(self, pattern: Pattern, place: int) -> bool:
        if place + len(pattern.words) > len(self.places):
            return False
        first = self.tokens[self.places[place]].text
        if pattern.wary and (place == 0 or (first.isupper() and len(first) > 1)):
            return False
        if pattern.generic and not self._carries(pattern.generic, place, len(pattern.words)):
            return False
        for at, word in enumerate(pattern.words, place):  # asked a thousand times an article
            if word.keys.isdisjoint(self.keys[at]) or not _written(self.tokens[self.places[at]].text, word.case):
                return False
        return True

    def _carries(self, generic: Generic, place: int, size: int) -> bool:
        """Whether the word at a place may begin a carrier: no function word, no verb, no attribute of a noun."""
        token = self.tokens[self.places[place]]
        if generic.kind != "none" and (token.pos in _FUNCTION_WORDS or token.form in ("Fin", "Inf")):
            return False
        if generic.kind != "none" and token.form == "Part" and token.pos == "VERB" and token.relation == "acl":
            return False
        if generic.kind != "none" and size == 1 and token.pos == "ADJ" and token.relation == "amod":
            return False
        if generic.unless and fold(token.text) in generic.unless:
            return False
        return not (generic.substantive and (token.relation == "amod" or self._before_noun(place)))

    def _before_noun(self, place: int) -> bool:
        if place + 1 >= len(self.places):
            return False
        token, after = self.tokens[self.places[place]], self.tokens[self.places[place + 1]]
        return after.pos in ("NOUN", "ADJ") and after.case == token.case and after.number == token.number


@dataclass(slots=True)
class Reading:
    """One pass over a sentence: what is known of persons so far, and which places are taken by mentions."""

    tokens: Sequence[Token]
    gazetteer: Gazetteer
    known: set[str]
    on: str | None
    sentence: Sequenced
    taken: set[int] = field(default_factory=set)

    @property
    def places(self) -> list[int]:
        """Indices of the tokens that can match."""
        return self.sentence.places

    def at(self, place: int) -> tuple[int, list[Mention]]:
        """How many places the best name from here on takes, and what it mentions."""
        for pattern in self.sentence.matches(place, self.gazetteer.actors):
            size = len(pattern.words)
            if pattern.entry is None or pattern.entry.form == "none":
                return size, []
            mention = self._mention(pattern, place)
            if mention:
                return size, [mention]
        found = compound_mentions(self.tokens, self.gazetteer, self.places[place])
        return (found[0].end_token - found[0].start_token if found else 1), found

    def _mention(self, pattern: Pattern, place: int) -> Mention | None:
        entry = pattern.entry
        if entry is None:
            return None
        start, end = self.sentence.span(place, len(pattern.words))
        if entry.person is None:
            if entry.form == "demonym" and pattern.words[0].case == "any" and self._named(place):
                return None
            return Mention(start, end, entry.codes, entry.form, entry=entry.id)
        if entry.person.surname and self._follows_name(place):
            return None
        told = resolve(entry.person, on=self.on, known=self.known)
        if told is None:
            return None
        tenure, serving = told
        office = tenure.office if serving else None
        return Mention(start, end, (tenure.code,), "person", office, tenure.person, entry.id)

    def _named(self, place: int) -> bool:
        """Whether a capital letter inside the sentence shows that the word is a proper name ("Чехов")."""
        text = self.tokens[self.places[place]].text
        return place > 0 and text[:1].isupper() and not (text.isupper() and len(text) > 1)

    def _follows_name(self, place: int) -> bool:
        """Whether the word before looks like a given name: then it is somebody else of that surname."""
        if place == 0 or place - 1 in self.taken:
            return False
        before = self.tokens[self.places[place - 1]]
        if before.text in titles():
            return False
        if not before.text[:1].isupper() or (place == 1 and before.pos not in ("", "PROPN")):
            return False
        carriers = find_carriers(self.tokens, self.gazetteer)
        return not any(carrier.start_token <= self.places[place - 1] < carrier.end_token for carrier in carriers)


@cache
def titles() -> frozenset[str]:
    """Words of address before a surname ("Mr"): no given names. Raises CodebookError."""
    return frozenset(name for row in rows("titles.tsv", "language", "names") for name in row.several("names"))


def _keys(token: Token) -> tuple[str, ...]:
    return _folded(token.keys) or (fold(token.text),)


@lru_cache(maxsize=50_000)
def _folded(keys: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(fold, keys)))


def _written(text: str, case: str) -> bool:
    if case == "any":
        return True
    return text[:2].isupper() if case == "capitals" else text[:1].isupper()
