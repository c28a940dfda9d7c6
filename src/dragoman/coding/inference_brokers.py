"""Through whom something passes to others: who is named as the way, whose firms are, who bought it before.

Slots: `via` (through whom), `handler` (who had the goods before), `dealer` (from whom), `arrived` (where they turn up).
"""

from __future__ import annotations

from dragoman.coding import slots
from dragoman.coding.inference_scope import scope
from dragoman.coding.inference_turns import locus, turned
from dragoman.coding.phrases import Argument
from dragoman.coding.reading import Reading
from dragoman.coding.subjects import antecedent
from dragoman.languages import Token

Scored = list[tuple[Argument, float]]


def brokers(reading: Reading, index: int) -> Scored:
    """Through whom: "through A", "by the mediation of A", "the mediator A", "made in A", "A's firms, through which"."""
    found = [(a, s) for a in (*reading.arguments, *reading.places) if (s := brokered(reading, a)) > 0]
    return [*found, *relays(reading), *helping(reading), *guides(reading, index)]


def guides(reading: Reading, index: int) -> Scored:
    """Who is or becomes the guide or mediator of what the trigger names ("A serves as a guide of B's approach")."""
    nouns = [i for i in scope(reading, index)[1:3] if reading.has(i, "broker")]
    return [found for noun in nouns for found in turned(reading, noun)]


def brokered(reading: Reading, argument: Argument) -> float:
    """How plainly a phrase is marked as the one through whom something passes."""
    tokens = reading.tokens
    first = argument.head
    if argument.modifies >= 0 and any(reading.has(i, "broker") for i in argument.described):
        return 1.3
    while tokens[first].relation == "conj" and 0 <= tokens[first].head < first:
        first = tokens[first].head
    before = tokens[max(0, min(first, argument.first) - 4) : argument.head]
    if reading.words.is_prep(argument.prep, "through") or argument.over.endswith(reading.words.affixes["mediation"]):
        return 1.6
    if any(reading.has(t.index, "broker") for t in before) and (
        tokens[argument.head].lemma in reading.words.lemmas["face"] or reading.words.is_prep(argument.prep, "in_from")
    ):
        return 1.3
    if reading.words.is_prep(argument.prep, "thanks_to") or relayed(reading, argument):
        return 0.8
    if reading.words.is_prep(argument.prep, "in") and any(
        reading.has(t.index, "made") and t.form == "Part" for t in before
    ):
        return 1.1
    return 0.0


def relayed(reading: Reading, argument: Argument) -> bool:
    """Whether "through which" takes up this phrase."""
    for token in reading.tokens[argument.last + 1 : argument.last + 8]:
        before = reading.tokens[token.index - 1]
        if token.lemma in reading.words.lemmas["which"] and reading.words.is_form(before, "through"):
            return antecedent(reading, token.index) is argument
    return False


def relays(reading: Reading) -> Scored:
    """Whose the firms or channels are "through which" something passes: where they are, what is such a one."""
    found: Scored = []
    for noun in relay_nouns(reading):
        own = [(a, 1.4) for a, _ in slots.genitives(reading, noun)]
        own += [(a, 1.4) for a in reading.arguments if a.modifies == noun]
        clause = set(reading.clause_of(noun))
        own = own or [(a, 1.3) for a, _ in locus(reading, noun) if a.head in clause]
        found += own or turned(reading, noun)
    return found


def relay_nouns(reading: Reading) -> list[int]:
    """The nouns for what something passes through that "through which" takes up."""
    found = []
    for token in reading.tokens[1:]:
        passing = token.lemma in reading.words.lemmas["which"] and reading.words.is_form(
            reading.tokens[token.index - 1], "through"
        )
        verb = next((t for t in reading.tokens if t.relation == "acl:relcl" and t.index > token.index), None)
        if passing and verb is not None and reading.has(verb.head, "relay_noun", "front_word"):
            found.append(verb.head)
    return found


def helping(reading: Reading) -> Scored:
    """By whose help, or whose firms' help, something is got: "with the help of A", "of firms from A"."""
    return [(a, 1.0) for a in reading.arguments if any(helped_by(reading, i) for i in (a.first, a.modifies, above(a)))]


def above(argument: Argument) -> int:
    """The noun that a phrase with a preposition describes, -1 for others."""
    return argument.first - 2 if argument.prep else -1


def helped_by(reading: Reading, first: int) -> bool:
    """Whether "with the help of" stands right before a word, its adjectives aside."""
    place = first - 1
    while place > 0 and reading.tokens[place].pos == "ADJ":
        place -= 1
    return place > 0 and reading.has(place, "by_help") and reading.tokens[place - 1].pos == "ADP"


def handlers(reading: Reading, index: int) -> Scored:
    """Who bought or was given the goods before they go on: "arms bought by A may get to B", "shells that A buys"."""
    hung = [(a, verb) for verb in dealings(reading) for a in hanging(reading, verb.index) if not a.prep]
    given = [(a, 1.3) for a, verb in hung if a.case == "Dat" and verb.form == "Part"]
    return given or [(a, 1.2) for a, verb in hung if a.case == ("Ins" if verb.form == "Part" else "Nom")]


def dealers(reading: Reading, index: int) -> Scored:
    """Who sold the goods that go on: "arms bought in A", "sold by A to B"."""
    hung = [(a, verb) for verb in dealings(reading) for a in hanging(reading, verb.index)]
    given = {verb.index for a, verb in hung if not a.prep and a.case == "Dat"}
    return [
        (a, 1.2)
        for a, verb in hung
        if reading.words.is_prep(a.prep, "bought_from")
        or (reading.words.is_prep(a.prep, "in_on") and a.case == "Loc")
        or (verb.index in given and not a.prep and a.case == "Ins")
    ]


def dealings(reading: Reading) -> list[Token]:
    """The verbs that describe goods as bought, got or sold before."""
    return [
        t for t in reading.tokens
        if t.relation in ("acl", "acl:relcl", "amod") and t.head >= 0 and reading.has(t.index, "handled")
        and reading.has(t.head, "arms", "gear", "designation", "technology", "components")
    ]  # fmt: skip


def hanging(reading: Reading, verb: int) -> list[Argument]:
    """The actors in the clause that a verb opens."""
    clause = {i for i in reading.clause_of(verb) if i > verb or reading.tokens[verb].form == "Fin"}
    return [a for a in reading.arguments if a.modifies < 0 and a.head in clause]


def arrived(reading: Reading, index: int) -> Scored:
    """Where goods are said to turn up: places that hang on the trigger."""
    return [
        (a, 1.1)
        for a in reading.arguments
        if reading.tokens[a.head].head == index and reading.words.is_prep(a.prep, "in_on")
    ]


OWN = {"via": brokers, "handler": handlers, "dealer": dealers, "arrived": arrived}
