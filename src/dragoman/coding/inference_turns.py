"""Slots of conclusions about what becomes of a state: what it is turned into, what region it is part of."""

from __future__ import annotations

from dragoman.coding import slots
from dragoman.coding.inference_scope import scope
from dragoman.coding.phrases import Argument
from dragoman.coding.reading import Reading
from dragoman.coding.subjects import subject

Scored = list[tuple[Argument, float]]


def turned(reading: Reading, index: int) -> Scored:
    """What is, becomes or is made that which the trigger names: "X becomes a hub", "makes a base of X"."""
    found = [(a, 1.3) for a in reading.arguments if reading.tokens[a.head].head == index and called(reading, a)]
    verb = reading.verb_above(index)
    if verb < 0:
        return found
    objects = [
        (a, s) for a, s in slots.objects(reading, verb, passive=False) if a.head != index and not called(reading, a)
    ]
    made_of = [(a, 1.25) for a in reading.arguments if reading.words.is_prep(a.prep, "from") and nigh(a, verb)]
    if made_of or objects:
        return [*found, *made_of, *[(a, s + 0.2) for a, s in objects]]
    agent = subject(reading, verb)
    return [*found, (agent, 1.2)] if agent is not None else found


def authors(reading: Reading, index: int) -> Scored:
    """Whose deed it is that has the effect: owners of the noun that is the subject ("A's decision", "the aid of A")."""
    nouns = [
        t.index
        for node in scope(reading, index)
        for t in reading.tokens
        if t.head == node and t.relation.startswith("nsubj") and not any(a.head == t.index for a in reading.arguments)
    ]
    owned = [(a, 0.9) for noun in nouns for a, _ in slots.genitives(reading, noun)]
    return [*owned, *[(a, 0.88) for noun in nouns for a in reading.arguments if a.modifies == noun]]


def datives_of(reading: Reading, name: str) -> Scored:
    """Datives of a verb of a class: whom one hinders."""
    return [
        (a, 1.35 - 0.02 * (a.head - node))
        for node, names in reading.classes.items()
        if name in names and reading.tokens[node].form
        for a in reading.arguments
        if not a.prep and a.modifies < 0 and a.case == "Dat" and 0 < a.head - node <= 6
    ]


def delivered(reading: Reading, index: int) -> Scored:
    """To whom something is said to come or be handed, also under "if": "if the radars reach A"."""
    return [
        (a, 0.7)
        for node, names in reading.classes.items()
        if names & {"pass_on", "arrive"} and reading.tokens[node].form
        for a in reading.arguments
        if a.modifies < 0 and 0 < a.head - node <= 5
        and ((reading.words.is_prep(a.prep, "in_on") and "Acc" in a.cases) or (not a.prep and a.case == "Dat"))
    ]  # fmt: skip


def called(reading: Reading, argument: Argument) -> bool:
    """Whether the tree makes a phrase the subject of the predicate noun that it hangs on."""
    return not argument.prep and reading.tokens[argument.head].relation.startswith("nsubj")


def nigh(argument: Argument, verb: int) -> bool:
    """Whether a phrase stands within a few words behind a verb."""
    return argument.joined < 0 and 0 < argument.head - verb <= 6


def locus(reading: Reading, index: int) -> Scored:
    """Where: places with a preposition of place, also named by an adjective ("in the Polish port")."""
    return [
        (a, 0.9 - 0.01 * abs(a.head - index))
        for a in reading.arguments
        if reading.words.is_prep(a.prep, "in_on") and a.case == "Loc"
    ]


def regions(reading: Reading, index: int) -> Scored:
    """What "in the region" stands for: the one group of states that the sentence names."""
    groups = [a for a in reading.arguments if a.form == "collective"]
    return [(groups[0], 1.0)] if in_region(reading, index) and len(groups) == 1 else []


def in_region(reading: Reading, index: int) -> bool:
    """Whether "in the region" stands behind a word: then no other place of the sentence is where."""
    return any(reading.has(t.index, "region_word") and t.case == "Loc" for t in reading.tokens[index : index + 7])


def elsewhere(reading: Reading, slot: str, argument: Argument, index: int) -> bool:
    """Whether a place that stands before a word is another than its own "in the region"."""
    return slot.startswith("in+") and argument.head < index and in_region(reading, index)


def favoured(reading: Reading, index: int) -> Scored:
    """In whose favour: phrases that a noun of favour relays ("in favour of A")."""
    return [(a, 1.2) for a in reading.arguments if reading.has(a.head, "favour_word") and a.head > index]


def itself(reading: Reading, index: int) -> Scored:
    """The subject of a verb without an object: who joins something moves himself, who draws another in does not."""
    token = reading.tokens[index]
    if not token.form or any(t.head == index and t.relation == "obj" for t in reading.tokens):
        return []
    agent = subject(reading, index)
    return [(agent, 1.1)] if agent is not None else []


def doers(reading: Reading, index: int) -> list[Argument]:
    """All whom the clause of the trigger names as doing something or having it done to them, tellers left out.

    With an adjective ("the first state to …") also those of the clause that describes its noun.
    """
    noun = reading.tokens[index].head
    index = index if reading.tokens[index].pos == "ADJ" else nearest_verb(reading, index)
    described = [t.index for t in reading.tokens if t.head == noun and t.relation in ("acl", "acl:relcl")]
    clause = {i for node in (index, *described) for i in reading.clause_of(node)}
    return [
        a
        for a in reading.arguments
        if a.head in clause
        and reading.tokens[a.head].head not in reading.tellings
        and not circumstance(reading, a)
        and (at_base(reading, a) or (a.modifies < 0 and (not a.prep or reading.words.is_prep(a.prep, "dealt_with"))))
    ]


def circumstance(reading: Reading, argument: Argument) -> bool:
    """Whether a phrase hangs on a noun that only says when or why: "since the invasion of A"."""
    above = [i for i in reading.up(argument.head) if reading.tokens[i].relation.startswith("obl")]
    return (
        any(t.head == i and t.pos == "ADP" for i in above[:1] for t in reading.tokens)
        and not argument.prep
        and (not at_base(reading, argument))
    )


def at_base(reading: Reading, argument: Argument) -> bool:
    """Whether a phrase says whose base, field or port something is done at."""
    noun = argument.modifies if argument.modifies >= 0 else reading.tokens[argument.head].head
    return noun >= 0 and reading.has(noun, "base_object") and reading.tokens[noun].case in ("Loc", "Acc")


def nearest_verb(reading: Reading, index: int) -> int:
    """The finite verb nearest to an adverb with no comma between them; the adverb itself where there is none."""
    verbs = [t.index for t in reading.tokens if t.form == "Fin" and not comma(reading, t.index, index)]
    return min(verbs, key=lambda i: abs(i - index), default=index)


def comma(reading: Reading, one: int, other: int) -> bool:
    """Whether a comma stands between two words."""
    first, last = sorted((one, other))
    return any(t.text == "," for t in reading.tokens[first:last])


def possessors(reading: Reading, index: int) -> Scored:
    """Who has something, before the trigger: "A has one aim: …"."""
    return [(a, 0.8) for a in reading.arguments if reading.words.is_prep(a.prep, "at") and a.head < index]


def there(reading: Reading, index: int) -> Scored:
    """Who is meant by "in A" with a verb in the plural that has no subject ("in A they rub their hands")."""
    verb = index if reading.tokens[index].form else reading.verb_above(index)
    acted = any(t.head == verb and t.relation.startswith("nsubj") for t in reading.tokens)
    if verb < 0 or reading.tokens[verb].number != "Plur" or acted:
        return []
    return [
        (a, 1.4 - 0.01 * abs(a.head - verb))
        for a in reading.arguments
        if reading.words.is_prep(a.prep, "in_on") and a.case == "Loc" and reading.tokens[a.head].head == verb
    ]


def seats(reading: Reading, index: int) -> Scored:
    """Places named by an adjective: "a role in European security"."""
    return [
        (a, 0.7)
        for a in reading.arguments
        if a.modifies >= 0 and reading.words.is_prep(a.prep, "in_on") and 0 < a.head - index <= 5
    ]


def held(reading: Reading, index: int) -> Scored:
    """The object of the verb that governs the trigger: "turns A into …"."""
    verb = reading.verb_above(index)
    return slots.objects(reading, verb, passive=False) if verb >= 0 else []


def furnished(reading: Reading, index: int) -> Scored:
    """Whom a verb of providing gives what the trigger names behind "with": "provides A with a foothold"."""
    token = reading.tokens[index]
    given = token.relation == "obl" and token.head >= 0 and reading.has(token.head, "furnishing")
    return slots.objects(reading, token.head, passive=False) if given else []


OWN = {
    "held": held, "furnished": furnished,
    "turned": turned, "locus": locus, "self": itself, "author": authors,
    "possessor": possessors, "region": regions, "favour": favoured, "delivered": delivered, "there": there,
    "seat": seats,
}  # fmt: skip
