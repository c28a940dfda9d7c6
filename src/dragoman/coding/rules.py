"""The rules coder: a document's sentences become drafts, drafts become statements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from dragoman.actors import Gazetteer, find_carriers, find_mentions, states
from dragoman.coding import (
    context,
    groups,
    inference_answers,
    inference_premises,
    inference_slots,
    inference_status,
    repeated,
    said,
    speaking,
    triggers,
)
from dragoman.coding.arguments import arguments
from dragoman.coding.build import statement
from dragoman.coding.distributed import distribute
from dragoman.coding.draft import Draft
from dragoman.coding.elided import elided
from dragoman.coding.frames import Frame
from dragoman.coding.function_words import FunctionWords, function_words
from dragoman.coding.learned import Attempt, Reviser, Scene
from dragoman.coding.lexicon import Classes, classes, raw_classes
from dragoman.coding.memory import Memory
from dragoman.coding.neural import Reader
from dragoman.coding.phrases import Argument
from dragoman.coding.prefilter import prefilter
from dragoman.coding.reading import Reading
from dragoman.coding.reference import first_person, resolve
from dragoman.coding.scopes import TALKS
from dragoman.coding.status import judge
from dragoman.coding.times import When, find
from dragoman.coding.weapons import CLASS, designations
from dragoman.languages import LanguagePack, Sentence, Token
from dragoman.model import Document, Kind, Statement

VERSION = "0.1"

NAMED = 3
"""What a mention is worth beside an adjective that only says where something comes from ("Norwegian boats")."""

AT_HOME = 4 * NAMED
"""How many mentions a minister named without a state is worth: the text counts on its reader to know whose he is."""

IMPROBABLE = "is no event by all that is known of such words"
"""Why the learned part lets a draft fall that the rules would have let stand."""


@dataclass(slots=True)
class Coded:
    """All that the coder made of a document; `explain` reads the inside."""

    readings: list[Reading] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    """How often each actor is named, references not counted."""
    drafts: list[Draft] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    rejected: dict[int, list[triggers.Rejected]] = field(default_factory=dict)
    whens: dict[int, list[When]] = field(default_factory=dict)


class RulesCoder:
    """Codes documents of one language by the frames of its pack, with what `reader` concludes beside them."""

    def __init__(self, pack: LanguagePack, reviser: Reviser, reader: Reader) -> None:
        self.pack = pack
        self.reviser = reviser
        self.reader = reader
        self.name = f"rules{reader.name}/{pack.language}@{VERSION}"

    @cached_property
    def classes(self) -> Classes:
        """Word classes of the language."""
        return classes(self.pack)

    @cached_property
    def words(self) -> FunctionWords:
        """Function words of the language."""
        return function_words(self.pack)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """Actors and carriers of the language."""
        return Gazetteer.load(self.pack.language, self.pack.keys, self.pack.cut)

    def code(self, document: Document) -> Coded:
        """Read a document: prefilter, parse, code sentence by sentence, then relate the sentences."""
        parsed = self.wanted(document)
        self.pack.parse(parsed)
        coded = Coded()
        coded.readings = self.readings(parsed, document)
        named = (a for r in coded.readings for a in r.arguments if not a.resolved)
        coded.counts.update(c for a in named for c in a.codes)
        spoken = said.listen(coded.readings, self.classes)
        for reading in coded.readings:
            first_person(reading)
            coded.drafts += self.drafts(reading, document, coded)
        coded.drafts = self.reader.complete(coded.readings, coded.drafts, self.gazetteer)
        said.attribute(spoken, coded.drafts)
        said.deny_back(coded.readings, coded.drafts)
        coded.drafts = repeated.distinct(coded.drafts)
        coded.statements = [
            statement(d, document, self.name, self.pack, coded.whens.get(d.reading.sentence.index, []))
            for d in coded.drafts
        ]
        return coded

    def wanted(self, document: Document) -> list[Sentence]:
        """The sentences of a document that are to be parsed: none where nothing can be coded from it."""
        filter_ = prefilter(self.pack)
        wanted = filter_.paragraphs(document.text, self.names_actor, document.headline)
        sentences = self.pack.split(document.text, wanted)
        return filter_.relevant(sentences, document.headline, passing=wanted is not None)

    def names_actor(self, text: str) -> bool:
        """Whether a text has the words of an actor's name, in any order: without one nothing in it can be coded."""
        words = self.pack.cut(text)
        keys = {key for word in words for key in self.pack.keys(word)}
        capital = {key for word in words if word[:1].isupper() for key in self.pack.keys(word)}
        patterns = (p for key in keys & self.gazetteer.actors.keys() for p in self.gazetteer.actors[key])
        return any(
            all(w.keys & (keys if w.case == "any" else capital) for w in p.words)
            for p in patterns
            if p.entry is not None and p.entry.form not in ("none", "city")
        )

    def readings(self, parsed: Sequence[Sentence], document: Document) -> list[Reading]:
        """Sentences with arguments and classes, references resolved in the order of the text."""
        found: list[Reading] = []
        known: set[str] = set()
        for sentence in parsed:
            mentions = find_mentions(sentence.tokens, self.gazetteer, known=known, on=document.published)
            known |= {m.person for m in mentions if m.person}
            spans = self.classes.spans(sentence.tokens)
            for index in designations(self.pack, sentence.tokens, spans):
                spans.setdefault(index, set()).add(CLASS)
            cities = [m for m in mentions if m.form == "city"]
            actors = [m for m in mentions if m.form != "city"]
            phrases = arguments(sentence, actors, find_carriers(sentence.tokens, self.gazetteer), self.words)
            places = arguments(sentence, cities, [], self.words) if cities else []
            found.append(Reading(sentence, [*phrases, *self.against(sentence)], spans, self.words, places=places))
        names = [topics(r) for r in found]
        for i, reading in enumerate(found):
            far = {
                j: abs(r.sentence.index - reading.sentence.index)
                for j, r in enumerate(found[max(0, i - 2) : i + 3], max(0, i - 2))
            }
            reading.topics = frozenset().union(*(names[j] for j, steps in far.items() if steps <= 1))
            reading.matters = frozenset().union(*(names[j] for j, steps in far.items() if steps <= 2))
            reading.before = found[i - 1] if i else None
        self.resolve(found)
        return found

    def against(self, sentence: Sentence) -> list[Argument]:
        """States that an adjective with the prefix of opposition is directed at."""
        found = []
        prefixes = tuple(raw_classes(self.pack).get("against_prefix", ()))
        for token in sentence.tokens:
            if token.pos != "ADJ" or not token.keys[-1].startswith(prefixes):
                continue
            prefix = next(p for p in prefixes if token.keys[-1].startswith(p))
            rest = token.text[len(prefix) :].lstrip("-")
            bare = replace(token, text=rest, keys=self.pack.keys(rest), index=0)
            found += [opposed(token, mention.codes) for mention in find_mentions([bare], self.gazetteer)]
        return found

    def resolve(self, readings: Sequence[Reading]) -> None:
        """Resolve references sentence by sentence; the state named most is the home of nameless ministries."""
        memory = Memory()
        counts: dict[str, int] = {}
        for reading in readings:
            for argument in reading.arguments:
                settle(argument, counts)
                weight = 1 if reading.has(argument.modifies, "arms", "designation", "gear") else NAMED
                weight = AT_HOME if argument.form == "carrier" and argument.person else weight
                for code in argument.codes:
                    counts[code] = counts.get(code, 0) + weight
        memory.named.update({c: n for c, n in counts.items() if c in states()})
        memory.homes = tuple(sorted((c for c in counts if c in states()), key=lambda c: -counts[c]))
        for place, reading in enumerate(readings):
            after = following(readings, reading) if place + 1 < len(readings) else None
            memory.ahead = groups.listed_in(after) if after is not None else ()
            resolve(reading, memory)
            memory.note(reading)

    def drafts(self, reading: Reading, document: Document, coded: Coded) -> list[Draft]:
        """The statements of one sentence, in the making."""
        rejected = coded.rejected.setdefault(reading.sentence.index, [])
        triggered = list(triggers.find(reading, triggers.index(self.pack), rejected))
        if not triggered:
            return []
        whens = find(self.pack, reading.sentence.text, document.published)
        coded.whens[reading.sentence.index] = whens
        found = [self.draft(reading, frame, index, whens) for frame, index in triggered]
        likely = [d for d in found if not context.enough(d)]
        kept: list[Draft] = []
        lacking: list[Draft] = []
        for draft in found:
            if not is_inference(draft) and any(d.trigger == draft.trigger and not is_inference(d) for d in kept):
                continue
            others = [*coded.drafts, *(d for d in likely if d is not draft)]
            context.gather(draft, following(coded.readings, reading))
            context.given(draft, found)
            context.inherit(draft, [d for d in others if d.trigger != draft.trigger or d.reading is not reading])
            speaking.wished(draft)
            inference_answers.fill(draft, following(coded.readings, reading))
            inference_premises.complete(draft, others)
            reason = context.enough(draft)
            if not reason:
                apart = inference_answers.split(draft)
                kept += [one for each in apart for single in context.pairwise(each) for one in distribute(single)]
            elif is_inference(draft):
                rejected.append(triggers.Rejected(draft.trigger, draft.frame.rule, reason))
            else:
                lacking.append(draft)
        kept = [one for draft in self.revised(reading, kept, lacking, coded) for one in elided(draft)]
        return inference_premises.single(kept)

    def revised(self, reading: Reading, kept: Sequence[Draft], lacking: Sequence[Draft], coded: Coded) -> list[Draft]:
        """The drafts of a sentence after the learned part: what stands is mended, what was in doubt judged."""
        rejected = coded.rejected[reading.sentence.index]
        attempts = [Attempt(d) for d in kept if d.frame.kind is Kind.event]
        attempts += [Attempt(d, context.enough(d)) for d in lacking]
        scene = Scene.of(coded.counts, coded.readings, reading, [*coded.drafts, *kept])
        stand = self.reviser.revise(attempts, scene) if attempts else []
        standing = {id(a.draft) for a in stand}
        for attempt in attempts:
            if id(attempt.draft) not in standing:
                reason = attempt.doubt or IMPROBABLE
                rejected.append(triggers.Rejected(attempt.draft.trigger, attempt.draft.frame.rule, reason))
        others = [d for d in kept if d.frame.kind is not Kind.event]
        return sorted([*(a.draft for a in stand), *others], key=lambda d: d.trigger)

    def draft(self, reading: Reading, frame: Frame, index: int, whens: Sequence[When]) -> Draft:
        """One trigger with its roles and status."""
        figure = triggers.figurative(reading, frame, index) if frame.figure else -1
        said_by = figure if figure >= 0 and reading.tokens[figure].form else index
        status = judge(
            reading,
            frame,
            said_by,
            future_date=any((w.future or scheduled(frame, w)) and not apart(reading, index, w) for w in whens),
        )
        judged = inference_status.judged(reading, frame, said_by, status)
        made = Draft(
            reading,
            frame,
            index,
            inference_slots.fill(reading, inference_answers.unasked(reading, frame), index),
            judged.status,
            judged.cues,
            judged.negations,
        )
        context.tidy(made)
        return made


def apart(reading: Reading, index: int, when: When) -> bool:
    """Whether a date stands in a relative clause that the trigger is outside of ("drills, which will end in June")."""
    at, _ = reading.sentence.locate(when.first, when.last)
    token = next((t for t in reading.tokens if t.start <= at < t.end), None)
    if token is None or token.clause == reading.tokens[index].clause:
        return False
    return reading.sentence.clauses[token.clause].kind == "relative"


def scheduled(frame: Frame, when: When) -> bool:
    """Whether a day makes a present tense a plan: any of a visit, one of the week of talks ("meets on Monday")."""
    undated = when.start is None
    weekly = frame.type in (*TALKS, "exercise", "novelty")
    return undated and (frame.type == "visit" or (weekly and when.weekday is not None))


def topics(reading: Reading) -> frozenset[str]:
    """The classes of a sentence, without those of a council that only employs the speaker."""
    councils = {i for i, names in reading.classes.items() if "council" in names and "Loc" in reading.tokens[i].cases}
    return frozenset(
        name for i, names in reading.classes.items() for name in names if councils.isdisjoint(range(i - 2, i + 1))
    )


def is_inference(draft: Draft) -> bool:
    """Whether a draft is a conclusion: one word may name an act and a conclusion, but not two acts."""
    return draft.frame.kind is Kind.inference


def following(readings: Sequence[Reading], reading: Reading) -> Reading | None:
    """The sentence right after, where it was read too."""
    after = next((r for r in readings if r.sentence.index == reading.sentence.index + 1), None)
    return after if after is not None and after.sentence.paragraph - reading.sentence.paragraph <= 1 else None


def opposed(token: Token, codes: tuple[str, ...]) -> Argument:
    """The argument of an adjective with a prefix of opposition."""
    argument = Argument(codes, token.index, token.index, token.index, "adjective", modifies=token.head, against=True)
    argument.case, argument.cases, argument.keys = token.case, token.cases, token.keys
    return argument


def settle(argument: Argument, counts: dict[str, int]) -> None:
    """Choose among the codes of an ambiguous name ("Brussels") the one the document speaks of, else the first."""
    if len(argument.codes) > 1 and argument.form in ("capital", "seat", "name", "adjective"):
        argument.codes = (max(argument.codes, key=lambda c: counts.get(c, 0)),)
