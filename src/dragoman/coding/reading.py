"""A sentence as the coder holds it: tokens, arguments and word classes, with the steps up the tree that are trusted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from dragoman.coding.function_words import FunctionWords
from dragoman.coding.phrases import Argument, marks, preposition
from dragoman.languages import Sentence, Token

CONTINUES = frozenset({
    "nsubj", "nsubj:pass", "obj", "iobj", "obl", "nmod", "xcomp", "ccomp", "csubj", "csubj:pass", "conj", "appos",
    "advmod", "amod", "aux", "aux:pass", "cop", "fixed", "flat", "flat:name", "obl:agent", "nummod", "nummod:gov",
    "case",
})  # fmt: skip
"""Relations across which a governor still has scope; a relative clause, a participle, a parenthesis end it."""

HELPERS = frozenset({"aux", "aux:pass", "cop"})
"""Relations of the small verbs that make a form of the verb they hang on."""

NOMINAL = frozenset({"conj", "appos", "nmod", "flat", "flat:name", "amod", "nummod", "nummod:gov", "fixed"})


@dataclass(frozen=True, slots=True)
class Near:
    """The words in a trigger's reach, and their classes with and without its own."""

    words: list[int]
    classes: frozenset[str]
    others: frozenset[str]


@dataclass(slots=True)
class Reading:
    """One parsed sentence with what was found in it."""

    sentence: Sentence
    arguments: list[Argument]
    classes: dict[int, set[str]]
    words: FunctionWords
    speaker: tuple[str, ...] = ()
    """Whom "we" stands for in this sentence."""
    tellings: frozenset[int] = frozenset()
    """Verbs that only say who reports ("as … reports"): no act."""
    topics: frozenset[str] = frozenset()
    """Classes in this sentence and its neighbours."""
    matters: frozenset[str] = frozenset()
    """Classes in this sentence and in the two before and after it: what a conclusion is drawn from may stand there."""
    heads: dict[int, list[Argument]] = field(default_factory=dict)
    openings: dict[int, int] = field(default_factory=dict)
    """What `announced` found for each clause."""
    whole: frozenset[str] | None = None
    """The classes of all its words, worked out once (`everywhere`)."""
    cited: frozenset[int] | None = None
    """The words of phrases that name a source, worked out once (`sources`)."""
    titled: frozenset[int] | None = None
    """The words of the titles of those in office, kept by `coding.triggers`."""
    reached: dict[int, list[int]] = field(default_factory=dict)
    """What `reach` found for each word."""
    nearby: dict[int, Near] = field(default_factory=dict)
    """What `coding.triggers` found in the reach of each word."""
    governed: dict[int, tuple[int, ...]] = field(default_factory=dict)
    """What `up` found for each word, as far as scope goes."""
    places: list[Argument] = field(default_factory=list)
    """Cities: they say where, and stand for their state in the roles of a place only (`coding.places`)."""
    before: Reading | None = None
    """The sentence read before it."""
    tokens: list[Token] = field(init=False, repr=False)
    """The words of the sentence."""

    def __post_init__(self) -> None:
        self.tokens = self.sentence.tokens
        for argument in self.arguments:
            self.widen(argument)
            self.heads.setdefault(argument.head, []).append(argument)

    def widen(self, argument: Argument) -> None:
        """Let a noun that only relays ("для нужд армии") pass its preposition on; "со стороны" is one of its own."""
        before = argument.first - 1
        while before > 0 and (self.tokens[before].pos in ("ADJ", "DET", "NUM") or marks(self.tokens[before])):
            before -= 1
        if (
            before < 0
            or argument.prep
            or argument.modifies >= 0
            or self.tokens[before].form
            or not self.has(before, "transparent", "compound_preposition")
        ):
            return
        prep = preposition(self.tokens, before, self.words)
        if not prep and not self.has(before, "transparent"):
            return
        noun = self.tokens[before]
        if self.has(before, "compound_preposition"):
            argument.over = f"{prep}_{noun.keys[-1]}"
        argument.prep, argument.case, argument.cases = prep, noun.case, noun.cases
        argument.first = argument.head = before

    def has(self, index: int, *names: str) -> bool:
        """Whether the word at `index` is of one of these classes."""
        classes = self.classes.get(index)
        return classes is not None and not classes.isdisjoint(names)

    def up(self, index: int, through: frozenset[str] = CONTINUES) -> Iterator[int]:
        """The governors of a word, nearest first, as long as the relations continue the scope."""
        if through is not CONTINUES:
            return self.climb(index, through)
        if index not in self.governed:
            self.governed[index] = tuple(self.climb(index, through))
        return iter(self.governed[index])

    def climb(self, index: int, through: frozenset[str]) -> Iterator[int]:
        """The governors of a word, looked up anew."""
        tokens, seen = self.tokens, {index}
        while self.continues(index, through):
            index = tokens[index].head
            if index < 0 or index in seen:
                return
            seen.add(index)
            yield index

    def continues(self, index: int, through: frozenset[str]) -> bool:
        """Whether what governs a word has scope over it; a gerund behind its main verb shares its modality."""
        token = self.tokens[index]
        if token.form == "Conv":
            return through is CONTINUES and 0 <= token.head < index
        if self.is_content(index):
            return through is CONTINUES
        return token.relation in through or token.relation.split(":")[0] in through

    def is_content(self, index: int) -> bool:
        """Whether a clause says what "that" before it announces ("accuses A of that it …").

        Then what governs "that" has scope.
        """
        opening = self.announced(index)
        return 0 < opening < index

    def announced(self, index: int) -> int:
        """Where "that" opens the clause of a word, if "that which" stands before it; -1 if not. Worked out once."""
        number = self.tokens[index].clause
        if number not in self.openings:
            first = next((i for i in self.clause_of(index) if self.words.is_form(self.tokens[i], "content")), -1)
            before = {t.lemma for t in self.tokens[max(0, first - 2) : first]} if first > 0 else set()
            self.openings[number] = -1 if self.words.lemmas["announcing"].isdisjoint(before) else first
        return self.openings[number]

    def attached(self, index: int, to: int) -> bool:
        """Whether a noun hangs on `to`, directly or through the nouns that carry it."""
        if self.tokens[index].head == to:
            return True
        return any(above == to or self.tokens[above].head == to for above in self.up(index, NOMINAL))

    def sources(self) -> frozenset[int]:
        """The words of phrases that name a source, to the next comma.

        "According to British intelligence" is no intelligence passed on.
        """
        if self.cited is None:
            found: set[int] = set()
            for index in (i for i, names in self.classes.items() if "source_phrase" in names):
                stop = (t.index for t in self.tokens[index:] if t.pos == "PUNCT")
                found |= set(range(index, next(stop, index + 1)))
            self.cited = frozenset(found)
        return self.cited

    def heads_under(self, index: int) -> list[Argument]:
        """The arguments that hang on a word."""
        return [a for a in self.arguments if self.tokens[a.head].head == index]

    def verb_above(self, index: int) -> int:
        """The nearest verb or predicate that governs a noun, -1 if none."""
        for above in self.up(index):
            if self.tokens[above].form or self.tokens[above].short:
                return above
        return -1

    def clause_of(self, index: int) -> list[int]:
        """Indices of the words in the same clause."""
        if not self.sentence.clauses:
            return list(range(len(self.tokens)))
        return self.sentence.clauses[self.tokens[index].clause].tokens

    def reach(self, index: int) -> list[int]:
        """The words that a trigger may take as its objects.

        Its clause for a verb, its phrase and that of its verb for a noun.
        """
        if index in self.reached:
            return self.reached[index]
        token = self.tokens[index]
        if token.form or token.short:
            described = [token.head] if token.relation == "acl:relcl" and token.head >= 0 else []
            found = sorted({*described, *self.span(index, before=14, after=16)})
        else:
            found = sorted({*self.participles(index), *self.span(index, before=4, after=12)})
        self.reached[index] = found
        return found

    def participles(self, index: int) -> list[int]:
        """The participles before a noun that describe it over what stands between ("the pact signed by A and B")."""
        token = self.tokens[index]
        before = [t for t in self.tokens[max(0, index - 12) : index] if t.form == "Part" and t.case == token.case]
        return [t.index for t in before if t.head == index or token.head == t.index]

    def span(self, index: int, before: int, after: int) -> list[int]:
        """Words around `index` up to another finite verb or a strong mark, at most so many to each side."""
        found = [index]
        for step, count in ((-1, before), (1, after)):
            i = index + step
            while 0 <= i < len(self.tokens) and abs(i - index) <= count:
                token = self.tokens[i]
                if token.text == ";" or (token.form in ("Fin", "Conv") and not self.linked(i, index)):
                    break
                if self.turns(i, index, step):
                    break
                found.append(i)
                i += step
        return sorted(found)

    def turns(self, i: int, index: int, step: int) -> bool:
        """Whether a comma and "and", "but", "while" part the word from a clause with a subject of its own here."""
        if (
            self.tokens[i].text != ","
            or i + 1 >= len(self.tokens)
            or not self.words.is_form(self.tokens[i + 1], "new_clause")
        ):
            return False
        opens = (t for t in self.tokens[i + 1 : i + 6] if t.relation.startswith("nsubj"))
        return any((t.head != index) == (step > 0) for t in opens)

    def linked(self, one: int, other: int) -> bool:
        """Whether one of two words hangs directly on the other, or both on the same infinitive chain.

        An auxiliary belongs to its verb, also where that is joined to another ("…, and troops were sent").
        """
        a, b = self.tokens[one], self.tokens[other]
        if (a.relation in HELPERS and a.head == other) or (b.relation in HELPERS and b.head == one):
            return True
        if a.relation == "conj" or b.relation == "conj":
            return False
        return (
            a.head == other
            or b.head == one
            or (a.relation in ("aux", "aux:pass", "cop", "xcomp") and a.clause == b.clause)
        )

    def classes_in(self, indices: list[int]) -> set[str]:
        """All classes of these words."""
        return set().union(*[self.classes[i] for i in indices if i in self.classes])

    def everywhere(self) -> frozenset[str]:
        """The classes of all words of the sentence."""
        if self.whole is None:
            self.whole = frozenset().union(*self.classes.values())
        return self.whole

    def conjuncts(self, argument: Argument) -> list[Argument]:
        """The argument with the rest of the list it starts or continues."""
        group = [argument]
        for other in self.arguments:
            if other.joined >= 0 and any(self.arguments[other.joined] is member for member in group):
                group.append(other)
        first = argument
        while first.joined >= 0:
            first = self.arguments[first.joined]
            group.insert(0, first)
        return group
