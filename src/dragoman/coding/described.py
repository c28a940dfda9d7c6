"""States that only describe a noun: which slots they fill for the trigger that the noun belongs to."""

from __future__ import annotations

from dataclasses import replace

from dragoman.coding.nearness import nearness
from dragoman.coding.phrases import Argument, preposition
from dragoman.coding.reading import Reading

GOODS = ("arms", "designation", "technology", "components", "licence", "licensed", "production", "plant")


def attributes(reading: Reading, index: int) -> list[tuple[Argument, float]]:
    """Adjectives of states that a noun has, and names that stand before it."""
    return [(a, 1.4) for a in reading.arguments if index in nouns_of(a) and not a.against]


def owners(reading: Reading, index: int) -> list[tuple[Argument, float]]:
    """Genitives that stand before their noun ("Kenya's offer")."""
    bodies = [(a, 1.5) for a in reading.arguments if a.modifies < 0 and owner_of(reading, a, index)]
    return [*bodies, *((a, s + 0.1) for a, s in attributes(reading, index) if owns(reading, a))]


def owner_of(reading: Reading, argument: Argument, index: int) -> bool:
    """Whether a body of a state is the owner that stands before a noun ("the Kenyan navy's overhaul")."""
    head = reading.tokens[argument.head]
    return head.relation == "nmod:poss" and head.head == index and bool(argument.kind)


def owns(reading: Reading, argument: Argument) -> bool:
    """Whether a name stands as the owner of the noun behind it."""
    return any(t.relation == "nmod:poss" for t in reading.tokens[argument.first : argument.last + 1])


def nouns_of(argument: Argument) -> tuple[int, ...]:
    """The nouns that an adjective or a name before them describes, be they actors with it or not."""
    carried = argument.form == "adjective" and argument.modifies < 0
    return argument.described or (tuple(range(argument.first + 1, argument.head + 1)) if carried else ())


def words_of(argument: Argument) -> tuple[int, ...]:
    """The nouns that a name before them describes, with what stands between: a name of two words is known by its
    first ("Chinese air-defence systems").
    """
    nouns = nouns_of(argument)
    between = range(argument.first + 1, nouns[0]) if nouns and argument.form == "adjective" else ()
    return (*between, *nouns)


def made_by(reading: Reading, argument: Argument) -> bool:
    """Whether a phrase says who makes the goods: the genitive or the adjective of "production" behind them."""
    make = argument.modifies if argument.modifies >= 0 else reading.tokens[argument.head].head
    behind = make >= 0 and reading.has(make, "production") and reading.tokens[make].case == "Gen" and not argument.prep
    return behind and reading.has(reading.tokens[make].head, *GOODS)


def described_object(reading: Reading, argument: Argument, index: int, wanted: tuple[str, ...]) -> float:
    """How well an adjective of the trigger's goods fits: best the owner of what is its object, and no goods."""
    score = 0.95 if reading.tokens[argument.first].relation == "nmod:poss" else 0.85
    direct = any(reading.tokens[i].head == index and reading.tokens[i].relation == "obj" for i in nouns_of(argument))
    return score + 0.4 if direct and not set(wanted) & set(GOODS) else score


def beside(reading: Reading, index: int, *, of_object: bool, passive: bool) -> list[tuple[Argument, float]]:
    """States that describe the subject or the object of a verb where that is no actor ("Omani missiles hit …").

    Of a passive verb its subject is the object, its agent the subject; a participle has the noun that it describes.
    """
    token = reading.tokens[index]
    if of_object == passive:
        wanted = {t.index for t in reading.tokens if t.head == index and t.relation in ("nsubj", "nsubj:pass")}
        wanted |= {token.head} if token.relation in ("acl", "acl:relcl") else set()
    elif of_object:
        wanted = {t.index for t in reading.tokens if t.head == index and t.relation == "obj"}
    else:
        wanted = {t.index for t in reading.tokens if t.head == index and "Ins" in t.cases}
    wanted |= {t.index for t in reading.tokens if t.relation == "conj" and t.head in wanted}
    return [(a, 1.3) for a in reading.arguments if wanted & set(a.described)]


def describing(reading: Reading, index: int, prep: str, case: str) -> list[tuple[Argument, float]]:
    """States that describe the noun behind a preposition ("sanctions on Omani firms")."""
    near = [
        (a, nearness(reading, a, index) - 0.2)
        for a in reading.arguments
        if a.modifies >= 0
        and a.prep == prep
        and a.first > index
        and not a.against
        and {case, "Gen"} & set(a.cases or (case,))
    ]
    return [(a, s) for a, s in near if s > 0.5]


def between_verb_and_object(reading: Reading, index: int) -> list[tuple[Argument, float]]:
    """A name right behind the verb that the parser takes for a part of the object ("sold Kenya patrol boats").

    Abbreviations stand for adjectives there ("sold US missiles").
    """
    return [
        (a, 1.2)
        for a in reading.arguments
        if a.described
        and a.first == index + 1
        and reading.tokens[a.first].pos == "PROPN"
        and reading.tokens[a.first].relation == "compound"
        and not reading.tokens[a.first].text.isupper()
    ]


def placed(reading: Reading, index: int, prep: str, case: str) -> list[tuple[Argument, float]]:
    """Whose a place is, or its name, where it stands with the preposition: "in a port of Oman", "at X base"."""
    found = []
    for argument in reading.arguments:
        noun = reading.tokens[argument.head].head
        called = reading.tokens[argument.head].relation == "appos"
        owned = "Gen" in argument.cases or called
        if argument.prep or argument.modifies >= 0 or not owned or not 0 <= noun < argument.first:
            continue
        token = reading.tokens[noun]
        if case not in token.cases or not reading.has(noun, "place_noun", "base_object", "school"):
            continue
        if reading.has(index, "base_object") or preposition(reading.tokens, noun, reading.words) != prep:
            continue
        alike = replace(argument, head=noun, first=noun, prep=prep, case=case, cases=(case,))
        score = nearness(reading, alike, index)
        if score > 0.5:
            found.append((argument, score - 0.05))
    return found


def from_where(reading: Reading, index: int, name: str) -> list[tuple[Argument, float]]:
    """Where things of a class in the trigger's reach are or come from ("sanctions on three firms from A")."""
    nouns = [i for i in reading.reach(index) if reading.has(i, name)]
    placed = [a for a in reading.arguments if a.joined < 0 and reading.words.is_prep(a.prep, "in_from")]
    return [(a, 0.8) for a in placed if any(reading.tokens[a.head].head == i for i in nouns)]


def opposed(reading: Reading, index: int) -> list[tuple[Argument, float]]:
    """States that an adjective turns a noun against."""
    return [(a, 1.4) for a in reading.arguments if a.modifies == index and a.against]
