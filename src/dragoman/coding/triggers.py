"""Which words of a sentence name a type: frames whose conditions hold around them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dragoman.coding.barred import barred
from dragoman.coding.frames import Frame, load
from dragoman.coding.inference_scope import under
from dragoman.coding.lexicon import Phrase, matches, phrase, plain
from dragoman.coding.reading import Near, Reading
from dragoman.coding.subjects import subject
from dragoman.languages import LanguagePack, Token
from dragoman.model import Kind

VERBAL = ("VERB", "AUX", "ADJ")


@dataclass(frozen=True, slots=True)
class Index:
    """Frames by the lemma of their trigger, in order of precedence."""

    verbs: dict[str, tuple[Frame, ...]]
    nouns: dict[str, tuple[Frame, ...]]
    phrases: dict[str, tuple[tuple[Phrase, Frame], ...]]


@dataclass(frozen=True, slots=True)
class Rejected:
    """A trigger that was not coded, and why: what `explain` shows."""

    index: int
    rule: str
    reason: str


@cache
def index(pack: LanguagePack) -> Index:
    """The frames of a pack by trigger."""
    verbs: dict[str, list[Frame]] = {}
    nouns: dict[str, list[Frame]] = {}
    phrases: dict[str, list[tuple[Phrase, Frame]]] = {}
    for frame in load(pack.data / "frames"):
        for entry in frame.verbs:
            verbs.setdefault(plain(pack, entry), []).append(frame)
        for entry in (*frame.nouns, *frame.adjectives):
            if "_" not in entry:
                nouns.setdefault(plain(pack, entry), []).append(frame)
                continue
            words = phrase(pack, entry)
            for key in words[0]:
                phrases.setdefault(key, []).append((words, frame))
    return Index(
        {key: tuple(found) for key, found in verbs.items()},
        {key: tuple(found) for key, found in nouns.items()},
        {key: tuple(found) for key, found in phrases.items()},
    )


def find(reading: Reading, known: Index, rejected: list[Rejected]) -> Iterator[tuple[Frame, int]]:
    """(frame, token index) for every trigger whose conditions hold, those of one word in order of precedence.

    Which of them stands is known when the roles are filled.
    """
    for token in reading.tokens:
        if token.relation in ("aux", "aux:pass"):
            continue
        for frame in frames_of(reading, known, token):
            place = carrying(reading, frame, known, token)
            reason = failing(reading, frame, place)
            if reason:
                rejected.append(Rejected(place, frame.rule, reason))
                continue
            yield frame, place


def carrying(reading: Reading, frame: Frame, known: Index, token: Token) -> int:
    """The word of a fixed phrase that the others only describe ("route" of "transit route"), else the trigger."""
    last = max(
        (
            token.index + len(words) - 1
            for key in token.keys
            for words, other in known.phrases.get(key, ())
            if other is frame and at(reading, token, words)
        ),
        default=token.index,
    )
    node = token.index
    describing = ("compound",) if frame.type == "novelty" else ("compound", "amod")
    while reading.tokens[node].relation in describing and node < reading.tokens[node].head <= last:
        node = reading.tokens[node].head
    return node


def frames_of(reading: Reading, known: Index, token: Token) -> list[Frame]:
    """The frames that a word may trigger, by its form."""
    fixed = (frame for key in token.keys for words, frame in known.phrases.get(key, ()) if at(reading, token, words))
    found = list({frame.rule: frame for frame in fixed}.values())
    named = nominal(known, token)
    if not token.form and token.pos not in ("VERB", "AUX"):
        return [*found, *named]
    suffixes = reading.words.affixes["reflexive"]
    if token.lemma not in known.verbs and not token.lemma.endswith(suffixes) and (token.pos == "VERB" or not named):
        return found
    intends = any(t.head == token.index and t.form == "Inf" and not aim(reading, t) for t in reading.tokens)
    lets = reading.has(token.index, "permit_verb")
    if intends and reading.has(token.index, "letting"):
        return found
    if intends and not lets and reading.has(token.index, "op_planned", "op_possible", "op_called"):
        own = known.verbs.get(token.lemma, ())
        return [*found, *(f for f in own if f.infinitive or (f.type == "threat" and not f.ahead))]
    reflexive = not intends and not reading.has(token.index, "middle")
    verbal = verb_frames(known, token.lemma, suffixes, reflexive=reflexive)
    return [*found, *(verbal or (() if token.pos == "VERB" else named))]


def aim(reading: Reading, infinitive: Token) -> bool:
    """Whether an infinitive only says what a verb's object is for ("pledged tanks to help defend the coast").

    Not of verbs whose object is the one who acts ("urged the neighbour to send tanks").
    """
    verb = infinitive.head
    if reading.has(verb, "object_control", "op_called"):
        return False
    objects = [t for t in reading.tokens if t.head == verb and t.relation == "obj" and verb < t.index]
    return any(o.index < infinitive.index and o.pos in ("NOUN", "NUM") for o in objects)


def at(reading: Reading, token: Token, words: Phrase) -> bool:
    """Whether a fixed phrase begins at a word."""
    return matches(reading.tokens, token.index, words)


def verb_frames(known: Index, lemma: str, suffixes: tuple[str, ...], *, reflexive: bool) -> tuple[Frame, ...]:
    """The frames of a verb; a reflexive ("поставляется") has those of its base, unless it goes on with an
    infinitive.
    """
    own = known.verbs.get(lemma, ())
    if own or not (reflexive and lemma.endswith(suffixes)):
        return own
    return known.verbs.get(next(lemma.removesuffix(s) for s in suffixes if lemma.endswith(s)), ())


def nominal(known: Index, token: Token) -> tuple[Frame, ...]:
    """The frames of a noun or adjective, by its likely lemma or its form in the plural."""
    if token.pos in ("ADP", "CCONJ", "SCONJ", "PART", "PUNCT"):
        return ()
    return known.nouns.get(token.lemma) or known.nouns.get(token.keys[-1], ())


def failing(reading: Reading, frame: Frame, index: int) -> str:
    """Why the conditions of a frame do not hold at a word; empty where they do."""
    reason = lacking(reading, frame) or barred(reading, frame, index)
    if not reason and frame.figure and figurative(reading, frame, index) < 0:
        return f"no word of {' | '.join(frame.figure)} with it"
    return reason or unmet(reading, frame, index)


def lacking(reading: Reading, frame: Frame) -> str:
    """Which of the classes that a frame asks for are nowhere in the sentence, and not told by those around it either:
    this is asked first, since it is quickly seen and most frames fall by it.
    """
    there = reading.everywhere() | JOINT
    if frame.clause and not any(option <= there for option in options(frame.clause)):
        return f"no word of {' | '.join(frame.clause)} in the sentence"
    there = there | reading.topics | PERSONAL
    if frame.near and not any(option <= there for option in options(frame.near)):
        return f"no word of {' | '.join(frame.near)} in its reach"
    return ""


def unmet(reading: Reading, frame: Frame, index: int) -> str:
    """Which of the classes that a frame asks for, or bars, is the reason why it does not hold."""
    around = near(reading, index)
    own = around.words
    everywhere = reading.everywhere()
    if frame.type == "co_production" and "joint_word" not in everywhere and several(reading, index):
        everywhere |= JOINT
    if frame.infinitive and not any(t.head == index and t.form == "Inf" for t in reading.tokens):
        return "governs no infinitive"
    if frame.ahead and not looks_ahead(reading, index):
        return "does not look ahead"
    reach = in_reach(reading, frame, index, around, everywhere | reading.topics)
    if frame.near and not any(option <= reach for option in options(frame.near)):
        return f"no word of {' | '.join(frame.near)} in its reach"
    if frame.clause and not any(option <= everywhere for option in options(frame.clause)):
        return f"no word of {' | '.join(frame.clause)} in the sentence"
    if frame.topic and not spoken_about(reading, frame):
        return f"no word of {' | '.join(frame.topic)} in or beside the sentence"
    if frame.under and not under(reading, index, frame.under):
        return f"no word of {' | '.join(frame.under)} above it"
    if not frame.without:
        return ""
    if around.classes.isdisjoint(frame.without):
        return ""
    aims = {t.index for t in reading.tokens if t.head == index and t.form == "Inf" and aim(reading, t)}
    left_out = (
        offices(reading)
        | under_blow(reading, index, own)
        | ({i for i in own if aims & {i, *reading.up(i)}} if aims else set())
        | telling(reading, index, own)
        | ({i for i in own if joined_to_goods(reading, i)} if frame.type == "arms_transfer" else set())
    )
    bare = reading.classes_in([i for i in own if i not in left_out and i != index])
    if frame.kind is Kind.inference and not bare.isdisjoint(MILITARY) and "sport_word" not in everywhere:
        bare = bare - CIVIL
    if frame.without and set(frame.without) & bare:
        return f"a word of {' | '.join(sorted(set(frame.without) & bare))} in its reach"
    return ""


def spoken_about(reading: Reading, frame: Frame) -> bool:
    """Whether the matter that a frame asks for is spoken of here or beside; of a conclusion, a little further off."""
    if frame.kind is not Kind.inference:
        return not reading.topics.isdisjoint(frame.topic)
    return not reading.matters.isdisjoint((*frame.topic, "of_forces"))


def figurative(reading: Reading, frame: Frame, index: int) -> int:
    """The word that makes a figure of speech with the trigger: one that has it in its scope, else the nearest; -1."""
    near = [i for i, names in reading.classes.items() if names & set(frame.figure) and abs(i - index) <= 12]
    above = set(reading.up(index))
    parted = [i for i in near if any(t.text == ";" for t in reading.tokens[min(i, index) : max(i, index)])]
    fitting = [i for i in near if i not in parted]
    return min(fitting, key=lambda i: (i not in above, abs(i - index)), default=-1)


@cache
def options(listed: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    """The classes that each of these options asks for together (`a&b`)."""
    return tuple(frozenset(option.split("&")) for option in listed)


CIVIL = frozenset({"energy_word"})
"""Classes of words of trade and politics, which bar a conclusion where nothing military is said in the same breath."""

MILITARY = frozenset({"military_any", "military_adj", "military", "arms", "designation"})
"""Classes of words that make "political and military influence" a matter of defence."""


def near(reading: Reading, index: int) -> Near:
    """The words in a trigger's reach that name no source, worked out once for all frames that it may trigger."""
    found = reading.nearby.get(index)
    if found is None:
        cited = reading.sources()
        words = [i for i in reading.reach(index) if i not in cited]
        others = frozenset(reading.classes_in([i for i in words if i != index]))
        classes = others | reading.classes.get(index, frozenset()) if index in words else others
        found = reading.nearby[index] = Near(words, classes, others)
    return found


def in_reach(reading: Reading, frame: Frame, index: int, around: Near, spoken_of: frozenset[str]) -> set[str]:
    """The classes in a trigger's reach, with those that "them", "the batch" or a person's name stand for."""
    own = around.words
    reach = set(around.classes if frame.kind is Kind.inference else around.others)
    if frame.kind is Kind.event and "price_noun" in spoken_of:
        own = [i for i in own if i == index or not paid_with(reading, i, index)]
        reach = reading.classes_in([i for i in own if i != index])
    if frame.type == "arms_transfer":
        reach = moved(reading, index, own)
    elif frame.type in OF_FORCES:
        apart = offices(reading) | under_blow(reading, index, own)
        reach = reading.classes_in([i for i in own if i != index and i not in apart])
    goods, men = GOODS & spoken_of, SOLDIERS & spoken_of
    again = bool(goods or (men and frame.type == "basing")) and pronoun_object(reading, index)
    if goods and (again or "goods_again" in reach or unsaid(reading, frame, index)):
        reach |= goods
    if again and frame.type == "basing":
        reach |= men
    if any(a.form == "person" and a.codes and a.head in own for a in reading.arguments):
        reach |= PERSONAL
    if "men_again" in reach:
        reach |= men
    return reach


def paid_with(reading: Reading, i: int, index: int) -> bool:
    """Whether a word only says what is given in return ("supplies shells in exchange for technology")."""
    path = [i, *reading.up(i)]
    below = path[: path.index(index)] if index in path else []
    return any(reading.has(node, "price_noun") for node in below)


def under_blow(reading: Reading, index: int, own: list[int]) -> set[int]:
    """The words of whom a blow is meant for ("missiles for strikes on towns and troops"): they are moved nowhere."""
    blows = [i for i in own if i != index and reading.has(i, "blow") and not reading.tokens[i].form]
    return {i for i in own if any(blow in reading.up(i) and blow != i for blow in blows)} if blows else set()


def joined_to_goods(reading: Reading, index: int) -> bool:
    """Whether a word only comes along with weapons ("sent arms and advisers")."""
    token = reading.tokens[index]
    return token.relation == "conj" and token.head >= 0 and reading.has(token.head, "arms", "designation")


def several(reading: Reading, index: int) -> bool:
    """Whether two states or more are the subject of a verb: what they build, they build together."""
    found = subject(reading, index) if reading.tokens[index].form else None
    return found is not None and len({c for a in reading.conjuncts(found) for c in a.codes}) > 1


def offices(reading: Reading) -> frozenset[int]:
    """The words of the titles of those in office: "the navy's commander" is no navy."""
    if reading.titled is None:
        held = (a for a in reading.arguments if a.kind == "office")
        reading.titled = frozenset(i for a in held for i in range(a.first, a.last + 1))
    return reading.titled


GOODS = frozenset({"arms", "designation"})
SOLDIERS = frozenset({"soldiers"})
"""What "them" or "the batch" may stand for."""

JOINT = frozenset({"joint_word"})
"""The class of a word that says together, which several who build something need not say."""

PERSONAL = frozenset({"visit_word", "office_word", "official_word"})
"""Classes that a person in office who is only named belongs to as well."""

OF_FORCES = frozenset({"basing", "training"})
"""Types about forces: the one of an office ("the navy's commander") is not there itself."""


def telling(reading: Reading, index: int, own: list[int]) -> set[int]:
    """Who tells what a verb says, with the verb of telling: no part of what is told ("the minister said he …")."""
    token = reading.tokens[index]
    if token.relation != "ccomp" or token.head < 0 or not reading.has(token.head, "say_verb"):
        return set()
    if token.head < index:
        return {i for i in own if i <= token.head}
    return {i for i in own if i == token.head or (i > index and reading.verb_above(i) == token.head)}


def looks_ahead(reading: Reading, index: int) -> bool:
    """Whether a verb is in the future, or an infinitive of an aim or one that a word of doubt or plan governs."""
    token = reading.tokens[index]
    if token.form == "Inf":
        above = list(reading.up(index))[:2]
        return any(reading.has(i, "op_possible", "op_planned", "op_called", "op_denied") for i in above) or any(
            t.head == index and reading.words.is_form(t, "so_that") for t in reading.tokens
        )
    return token.form == "Fin" and (token.tense == "Fut" or (token.tense == "Pres" and token.aspect == "Perf"))


def moved(reading: Reading, index: int, own: list[int]) -> set[str]:
    """The classes in a trigger's reach without what stands behind "against", "because of" and the like."""
    words = reading.words
    apart = {t.head for t in reading.tokens if t.pos == "ADP" and words.is_form(t, "apart") and t.head >= 0}
    left = [i for i in own if i != index and not any(node in apart for node in (i, *within(reading, i, index)))]
    return reading.classes_in(left)


def within(reading: Reading, i: int, index: int) -> list[int]:
    """The governors of a word below the trigger."""
    found = []
    for node in reading.up(i):
        if node == index or reading.tokens[node].form:
            break
        found.append(node)
    return found


def unsaid(reading: Reading, frame: Frame, index: int) -> bool:
    """Whether a word of delivery leaves open what is delivered ("deliveries begin in May"): what was named before."""
    if frame.type != "arms_transfer":
        return False
    token = reading.tokens[index]
    things = ("obj", "nsubj:pass", "nsubj") if token.form else ("nmod",)
    below = [t for t in reading.tokens if t.head == index and t.relation in things]
    told = [t for t in below if t.pos in ("NOUN", "PROPN", "PRON")]
    if not token.form:
        told = [t for t in told if t.case in ("Gen", "") and t.index > index]
    named = {a.head for a in reading.arguments if a.modifies < 0 and a.form != "adjective"}
    return reading.has(index, "delivered_bare") and all(t.index in named for t in told)


def pronoun_object(reading: Reading, index: int) -> bool:
    """Whether a verb has "them", "it" or a bare number as its object: then what is moved was named before."""
    return any(
        t.pos == "PRON" and reading.words.is_form(t, "them_it") and (t.head == index or 0 < t.index - index <= 2)
        for t in reading.tokens
    ) or any(bare_number(reading, t) for t in reading.tokens if t.head == index)


def bare_number(reading: Reading, token: Token) -> bool:
    """Whether a number stands as an object without the noun that it counts ("two more will come from …")."""
    if token.pos != "NUM" or token.relation != "obj" or not token.text.isalpha():
        return False
    return not any(t.head == token.index and t.pos in ("NOUN", "PROPN") for t in reading.tokens)
