"""The cheap first pass: one look-up a word decides which sentences are worth parsing.

A sentence without a trigger cannot be coded, and a page without a word of defence has nothing in scope. On a page that
is about something else, a trigger counts only near a word of defence. Sentences that only name a source ("Об этом
сообщил …") are kept where they stand beside one that is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.coding.frames import load
from dragoman.coding.function_words import FunctionWords, function_words
from dragoman.coding.lexicon import plain, raw_classes
from dragoman.coding.weapons import weapons
from dragoman.languages import LanguagePack, Sentence, paragraphs

TRIGGER, TOPIC, SPEECH = "trigger", "topic", "speech"

MARKS = {
    TOPIC: (
        "military",
        "defence_topic",
        "arms",
        "intel_strict",
        "attack_word",
        "war_word",
        "force_in",
    ),
    SPEECH: ("say_verb", "source_phrase", "deny_back"),
}
"""The word classes that make a page relevant, or a sentence a source."""

WORD = re.compile(r"\w+(?:-\w+)*")
NEAR = 1
"""Sentences from a word of defence within which a trigger counts on a page about something else."""
SNIPPET = 3
"""Sentences up to which a text is an excerpt, whose topic may stand in what was cut off: a trigger is enough there."""
EXCERPT = 1_000
"""Characters up to which a text with a word of defence is an excerpt too, however many lines it is set in."""
MAINLY = 0.5
"""Share of paragraphs with a word of defence from which on all are split.

In an article on defence nearly all have one.
"""
ABOUT = 0.1
"""Share of sentences with a word of defence from which on the whole page counts as being about defence."""


@dataclass(frozen=True, slots=True)
class Prefilter:
    """Word forms with what each may be: a trigger, a word of defence, a reporting verb."""

    kinds: dict[str, frozenset[str]]
    letters: FunctionWords
    """How words are spelt to be compared."""

    def hits(self, text: str) -> frozenset[str]:
        """What the words of a text may be."""
        found = (self.kinds[word] for word in WORD.findall(self.letters.plain(text)) if word in self.kinds)
        return frozenset().union(*found)

    def words(self, text: str) -> list[str]:
        """The words of a text that may be triggers, in order, each once."""
        return list(
            dict.fromkeys(w for w in WORD.findall(text) if TRIGGER in self.kinds.get(self.letters.plain(w), ()))
        )

    def paragraphs(
        self, text: str, names_actor: Callable[[str], bool], headline: str | None = None
    ) -> frozenset[int] | None:
        """The numbers of the paragraphs to split into sentences; None for all, where the page is about defence.

        Kept are those with a word of defence and an actor, and one behind them that names a source.
        """
        spans = paragraphs(text)
        hits = [self.hits(text[start:end]) for start, end in spans]
        topics = {i for i, found in enumerate(hits) if TOPIC in found}
        if (
            len(hits) <= SNIPPET
            or (topics and len(text) <= EXCERPT)
            or len(topics) >= MAINLY * len(hits)
            or TOPIC in self.hits(headline or "")
        ):
            return None
        topics = {i for i in topics if names_actor(text[slice(*spans[i])])}
        return frozenset(topics | {i for i, found in enumerate(hits) if SPEECH in found and i - 1 in topics})

    def relevant(
        self, sentences: Sequence[Sentence], headline: str | None = None, *, passing: bool = False
    ) -> list[Sentence]:
        """The sentences to parse, in order; none where the page has no word of defence at all.

        `passing` says that these are the paragraphs of a page about something else that mention defence.
        """
        hits = [self.hits(s.text) for s in sentences]
        topics = [i for i, found in enumerate(hits) if TOPIC in found]
        mainly = len(sentences) <= SNIPPET or len(topics) >= ABOUT * len(hits) or TOPIC in self.hits(headline or "")
        about = mainly and not passing
        if not topics and not about:
            return []
        close = {j for i in topics for j in range(i - NEAR, i + NEAR + 1)}
        wanted = {i for i, found in enumerate(hits) if TRIGGER in found and (about or i in close)}
        beside = {j for i in wanted for j in (i - 1, i + 1) if 0 <= j < len(hits) and SPEECH in hits[j]}
        answers = {i + 1 for i in wanted if i + 1 < len(hits) and sentences[i].text.rstrip('»”" ').endswith("?")}
        return [sentences[i] for i in sorted(wanted | beside | answers)]


@cache
def prefilter(pack: LanguagePack) -> Prefilter:
    """The prefilter of a pack, from every form of the words of its frames and classes."""
    kinds: dict[str, set[str]] = {}
    common = function_words(pack).forms["everywhere"]

    def note(entry: str, kind: str) -> None:
        for form in pack.forms(longest(entry, common)):
            kinds.setdefault(form, set()).add(kind)

    for frame in load(pack.data / "frames"):
        for entry in (*frame.verbs, *frame.nouns, *frame.adjectives):
            note(entry, TRIGGER)
    listed = raw_classes(pack)
    for kind, names in MARKS.items():
        entries = sorted((e for name in names for e in listed.get(name, ())), key=lambda e: "_" in e)
        for entry in entries:
            if "_" in entry and any(kind in kinds.get(plain(pack, word), ()) for word in entry.split("_")):
                continue  # "военный врач" is found by "военный"; "врач" alone says nothing
            note(entry, kind)
    for weapon in weapons(pack).values():
        if not weapon.wary:
            kinds.setdefault(plain(pack, longest(weapon.name.replace(" ", "_"))), set()).add(TOPIC)
    return Prefilter({form: frozenset(found) for form, found in kinds.items()}, function_words(pack))


def longest(entry: str, common: Collection[str] = ()) -> str:
    """The word by which an entry is looked for: of a phrase its longest, the rarest by rule of thumb, and none that
    stands in any text unless it has no other.
    """
    words = entry.split("_")
    return max([word for word in words if word not in common] or words, key=len)
