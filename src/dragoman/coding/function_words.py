"""Prepositions, conjunctions, pronouns, particles of a language, by what the mechanisms of the coder need them for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dragoman.coding.listed import Listed, Words, read
from dragoman.errors import CodebookError
from dragoman.languages import LanguagePack, Token

FORMS = frozenset({
    "negation", "not", "article", "indefinite", "not_only", "before_noun_stops", "and", "and_or", "list_goes_on",
    "and_but", "new_clause",
    "condition_goes_on", "if", "in_case", "that", "so_that", "that_or_so_that", "content", "as", "would", "impossible",
    "with_reference", "title_prepositions", "subject_matter", "parties_begin", "with", "with_or_without",
    "through", "thanks_to", "from",
    "away_from", "in", "in_on", "in_from", "bought_from", "tie_prepositions", "for", "background", "them_it",
    "others_own",
    "pronoun_after_preposition", "dealt_with", "contrast", "between", "at", "dash", "whose", "whether", "apart",
    "voted_for", "addressing", "dealing", "together", "named_so", "near_place", "of_make", "on_matter", "everywhere",
})  # fmt: skip
LEMMAS = frozenset({
    "demonstrative", "announcing", "third_person", "person_pronoun", "thing_pronoun", "speaker_pronoun",
    "first_person", "relative", "which", "own", "must", "face", "state_noun", "peer_noun", "alliance_noun", "bloc_noun",
    "guest_noun", "host_noun", "managed", "both_aspects", "local", "where", "placing", "rank", "rank_of",
})  # fmt: skip
AFFIXES = frozenset({"reflexive", "both_two", "three_and_more", "with_preposition", "mediation"})


@dataclass(frozen=True, slots=True, eq=False)
class FunctionWords:
    """The function words of a language; an unknown list name is a defect and raises KeyError."""

    forms: Mapping[str, frozenset[str]]
    lemmas: Mapping[str, frozenset[str]]
    affixes: Mapping[str, tuple[str, ...]]
    letters: Mapping[int, str]
    """Letters that stand for one another, to the one that they are read as (a table for str.translate)."""
    variants: Mapping[str, str]
    joints: tuple[tuple[str, ...], ...]
    spelled_out: tuple[tuple[str, ...], ...]
    tie_slots: tuple[str, ...]
    case_markers: Mapping[str, str]
    """Prepositions that only show a case, to that case: a noun behind one has no preposition."""
    whereabouts: Mapping[str, tuple[str, str]]
    """Adverbs of place, as they stand, to the preposition and the case that they stand for."""
    source_ends_paragraph: bool
    """Whether news names the source of a whole paragraph at its end."""

    def plain(self, text: str) -> str:
        """Casefolded, letters that stand for one another as one: as `Token.keys` are."""
        return text.casefold().translate(self.letters)

    def is_form(self, token: Token, name: str) -> bool:
        """Whether a word as it stands is in a list."""
        return token.keys[-1] in self.forms[name]

    def is_prep(self, prep: str, name: str) -> bool:
        """Whether the preposition of an argument is in a list."""
        return prep in self.forms[name]

    def is_lemma(self, token: Token, name: str) -> bool:
        """Whether any lemma of a word is in a list."""
        return not self.lemmas[name].isdisjoint(token.keys)

    def likely(self, token: Token, name: str) -> bool:
        """Whether the likely lemma of a word is in a list."""
        return token.keys[0] in self.lemmas[name]


class FunctionWordLists(Listed):
    """The shape of `function_words.yaml`."""

    forms: dict[str, Words]
    lemmas: dict[str, Words]
    affixes: dict[str, Words]
    letters: dict[str, str]
    variants: dict[str, str]
    joints: tuple[str, ...]
    spelled_out: tuple[str, ...]
    tie_slots: tuple[str, ...]
    case_markers: dict[str, str]
    whereabouts: dict[str, str]
    source_ends_paragraph: bool


@cache
def function_words(pack: LanguagePack) -> FunctionWords:
    """The function words of a pack. Raises CodebookError that names the file for a missing or unknown list."""
    path = pack.data / "function_words.yaml"
    listed = read(path, FunctionWordLists)
    for group, names in (("forms", FORMS), ("lemmas", LEMMAS), ("affixes", AFFIXES)):
        differing = sorted(names ^ set(getattr(listed, group)))
        if differing:
            raise CodebookError(f"{group}: {differing[0]!r} is missing or unknown", source=path.name)
    return FunctionWords(
        {name: frozenset(words) for name, words in listed.forms.items()},
        {name: frozenset(words) for name, words in listed.lemmas.items()},
        listed.affixes,
        {ord(old): new for old, new in listed.letters.items()},
        listed.variants,
        tuple(tuple(joint.split()) for joint in listed.joints),
        tuple(tuple(phrase.split()) for phrase in listed.spelled_out),
        listed.tie_slots,
        listed.case_markers,
        {word: (slot.partition("+")[0], slot.partition("+")[2]) for word, slot in listed.whereabouts.items()},
        listed.source_ends_paragraph,
    )
