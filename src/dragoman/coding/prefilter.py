"""The cheap first pass: one search for word beginnings decides which sentences are worth parsing.

A page without a word of defence has nothing in scope; a sentence without a trigger cannot be coded. Sentences that only
name a source ("Об этом сообщил …") are kept where they stand beside one that is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ahocorasick_rs import AhoCorasick

from ..languages import LanguagePack, Sentence
from .frames import load
from .lexicon import plain, raw_classes

TRIGGER, TOPIC, SPEECH = "trigger", "topic", "speech"

MARKS = {
    TOPIC: ("military", "defence_topic", "arms", "designation", "soldiers", "base_strict", "intel_strict", "attack_word", "war_word", "geopolitics"),
    SPEECH: ("say_verb", "source_phrase", "deny_back"),
}
"""The word classes that make a page relevant, or a sentence a source."""


@dataclass(frozen=True, slots=True)
class Prefilter:
    """Word beginnings with what each may start: a trigger, a word of defence, a reporting verb."""

    automaton: AhoCorasick
    kinds: tuple[frozenset[str], ...]

    def hits(self, text: str) -> set[str]:
        """What may begin in a text. Only beginnings of words count."""
        folded = plain(text)
        found: set[str] = set()
        for number, start, _ in self.automaton.find_matches_as_indexes(folded, overlapping=True):
            if start == 0 or not folded[start - 1].isalpha():
                found |= self.kinds[number]
        return found

    def words(self, text: str) -> list[str]:
        """The words of a text that may be triggers, in order, each once."""
        folded = plain(text)
        found: dict[str, None] = {}
        for number, start, end in self.automaton.find_matches_as_indexes(folded, overlapping=True):
            if TRIGGER not in self.kinds[number] or (start and folded[start - 1].isalpha()):
                continue
            while end < len(folded) and folded[end].isalpha():
                end += 1
            found.setdefault(text[start:end])
        return list(found)

    def relevant(self, sentences: Sequence[Sentence]) -> list[Sentence]:
        """The sentences to parse, in order; none where the page has no word of defence at all."""
        hits = [self.hits(s.text) for s in sentences]
        if not any(TOPIC in found for found in hits):
            return []
        wanted = {i for i, found in enumerate(hits) if TRIGGER in found}
        beside = {j for i in wanted for j in (i - 1, i + 1) if 0 <= j < len(hits) and SPEECH in hits[j]}
        return [sentences[i] for i in sorted(wanted | beside)]


@cache
def prefilter(pack: LanguagePack) -> Prefilter:
    """The prefilter of a pack, from the words of its frames and classes."""
    kinds: dict[str, set[str]] = {}
    for frame in load(pack.data / "frames"):
        for entry in (*frame.verbs, *frame.nouns, *frame.adjectives):
            kinds.setdefault(stem(pack, entry), set()).add(TRIGGER)
    listed = raw_classes(pack)
    for kind, names in MARKS.items():
        for entry in (entry for name in names for entry in listed.get(name, ())):
            kinds.setdefault(stem(pack, entry), set()).add(kind)
    stems = sorted(kinds)
    return Prefilter(AhoCorasick(stems), tuple(frozenset(kinds[s]) for s in stems))


def stem(pack: LanguagePack, entry: str) -> str:
    """What every form of an entry begins with; of a phrase, its first word."""
    return pack.stem(entry.split("_")[0])
