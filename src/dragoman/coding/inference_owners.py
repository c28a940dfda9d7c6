"""Roles of conclusions that owners fill: whose weapons depend on another, whose plants goods reach.

Slots: `whose:PREP` (owner of the noun behind a preposition, with `obj` of the object), `proprietor` (owner of the
subject), `reached` (whom goods get to), `predicate` (who the trigger is said to be), `failing` (who delivers no more),
`bought` (from whom one buys beside it), `served` (whose forces something goes to).
"""

from __future__ import annotations

from dragoman.coding.inference_scope import scope
from dragoman.coding.phrases import Argument
from dragoman.coding.reading import Reading
from dragoman.coding.subjects import subject
from dragoman.languages import Token

Scored = list[tuple[Argument, float]]


def described(reading: Reading, index: int, prep: str) -> Scored:
    """Adjectives and owners of a noun behind a preposition ("reliance on A's weapons"), with `obj` of the object.

    What is done with somebody's help, or lacks it, may stand before the trigger ("with A's help … is building up").
    """
    if prep == "obj":
        objects = [t.index for t in reading.tokens if t.head == index and t.relation == "obj"]
        return [(a, 1.3) for a in reading.arguments if a.modifies in objects]
    first = -12 if reading.words.is_prep(prep, "with_or_without") else 1
    return [
        (a, 0.9 - 0.02 * abs(a.modifies - index))
        for a in reading.arguments
        if a.modifies >= 0
        and a.prep == prep
        and first <= a.modifies - index <= 12
        and not (reading.words.is_prep(prep, "for") and reading.has(a.modifies, "gear"))
    ]


def served(reading: Reading, index: int) -> Scored:
    """Whose forces or plants something goes to ("a conduit to A's militia"); whose goods it leads to is another."""
    words = reading.words.forms["tie_prepositions"] | reading.words.forms["for"]
    found = [(a, s) for prep in sorted(words) for a, s in described(reading, index, prep)]
    return [(a, s) for a, s in found if not reading.has(a.modifies, "gear", "arms", "technology", "components")]


def bought(reading: Reading, index: int) -> Scored:
    """From whom one buys beside the trigger: "diversifies its suppliers, ordering jets from A and French radars"."""
    found: Scored = []
    for argument in reading.arguments:
        goods = argument.modifies
        if goods >= 0 and not reading.has(goods, "gear", "arms", "designation"):
            continue
        if goods < 0 and not reading.words.is_prep(argument.prep, "bought_from"):
            continue
        path = list(reading.up(goods if goods >= 0 else argument.head))[:5]
        buying = next((i for i in path if reading.has(i, "purchase_verb" if goods >= 0 else "purchase_act")), -1)
        apart = (
            buying >= 0
            and index not in path[: path.index(buying)]
            and (reading.tokens[buying].form or index not in reading.up(buying))
        )
        if apart and buying != index and not behind(reading, path) and not bygone(reading, buying, index):
            found.append((argument, 1.6))
    return found


def bygone(reading: Reading, buying: int, index: int) -> bool:
    """Whether one bought what one no longer does: "for decades A bought from B; today it looks to C"."""
    token = reading.tokens[buying]
    tied = buying in reading.up(index) or reading.tokens[index].clause == token.clause
    past = (
        token.form == "Fin"
        and token.tense == "Past"
        and not any(t.head == buying and t.relation == "aux" for t in reading.tokens)
    )
    return past and not tied and reading.tokens[index].tense == "Pres"


def behind(reading: Reading, path: list[int]) -> bool:
    """Whether the buying is what one did before: "after years of buying from A, it looks to B"."""
    below = (t for t in reading.tokens if t.head in path and t.pos in ("ADP", "SCONJ"))
    return any(reading.words.is_form(t, "background") and t.index < min(path) for t in below)


def members(reading: Reading, verb: int) -> Scored:
    """Who is named of a group that is the subject ("A's customers, including B and C, want to …")."""
    nouns = [t.index for t in reading.tokens if t.head == verb and t.relation.startswith("nsubj")]
    openers = {start[0] for start in reading.words.spelled_out if len(start) == 1}
    named = [a for a in reading.arguments if reading.tokens[a.head].head in nouns and a.prep in openers]
    return [(b, 1.2) for a in named for b in reading.conjuncts(a) if b.codes]


def proprietors(reading: Reading, index: int) -> Scored:
    """Whose things the trigger is said of: "A's weapons depend on …", "all of A's weapons", "A's industry, reliant"."""
    path = scope(reading, index)
    found: Scored = []
    for argument in reading.arguments:
        noun = argument.modifies
        if noun >= 0 and reading.tokens[noun].relation == "nmod":
            noun = reading.tokens[noun].head
        token = reading.tokens[noun]
        if argument.modifies >= 0 and (noun in path[1:] or (token.relation.startswith("nsubj") and token.head in path)):
            found.append((argument, 1.0))
    return found


def reached(reading: Reading, index: int) -> Scored:
    """Whom goods get to: the object of a verb of arriving, or whose it is ("reach A's plants")."""
    found: Scored = []
    for argument in reading.arguments:
        noun = reading.tokens[argument.modifies if argument.modifies >= 0 else argument.head]
        if noun.relation == "obj" and reading.has(noun.head, "get_to"):
            found.append((argument, 1.1))
    return found


def predicated(reading: Reading, index: int) -> Scored:
    """Who the subject is said to be: "the winner is A"."""
    token = reading.tokens[index]
    return [(a, 1.2) for a in reading.arguments if token.relation.startswith("nsubj") and a.head == token.head]


def others_own(reading: Reading, index: int) -> Scored:
    """Whose a noun is that "his, her, their" of another than the subject describes ("sold A jets, raising its power").

    Only in languages that have another word for what is the subject's own.
    """
    pronoun = possessive(reading, index)
    if pronoun is None:
        return []
    acting = acting_on(reading, index)
    before = [
        a
        for a in reading.arguments
        if a.last < pronoun.index and a.codes and a.modifies < 0 and not set(a.codes) & acting and not a.resolved
    ]
    if not before:
        return []
    nearest = ([a for a in before if not a.prep] or before)[-1]
    meant = reading.conjuncts(nearest) if pronoun.number == "Plur" else [nearest]
    return [(a, 1.35) for a in meant if a.codes]


def possessive(reading: Reading, index: int) -> Token | None:
    """The possessive of the third person that stands before a noun and its adjectives, None if there is none."""
    for token in reversed(reading.tokens[max(0, index - 4) : index]):
        if reading.words.is_form(token, "others_own"):
            return token
        if token.pos not in ("ADJ", "ADV") and token.form != "Part":
            return None
    return None


def acting_on(reading: Reading, index: int) -> set[str]:
    """The actors that are subjects of the verbs above a noun."""
    agents = (subject(reading, node) for node in scope(reading, index)[1:] if reading.tokens[node].form)
    return {code for agent in agents if agent is not None for b in reading.conjuncts(agent) for code in b.codes}


def failing(reading: Reading, index: int) -> Scored:
    """Who fails or refuses to do something in another clause: why one turns elsewhere ("after A failed to deliver")."""
    clause = reading.tokens[index].clause
    verbs = [
        t.index
        for t in reading.tokens
        if t.form and t.clause != clause and (reading.has(t.index, "fail_word") or unable(reading, t.index))
    ]
    agents = [(subject(reading, verb), verb) for verb in verbs]
    return [(a, 0.7 - 0.01 * abs(verb - index)) for a, verb in agents if a is not None and not a.resolved]


def unable(reading: Reading, verb: int) -> bool:
    """Whether it is denied that a verb can or will be done ("cannot deliver", "would not sell")."""
    beside = [t for t in reading.tokens if t.head == verb]
    return any(reading.has(t.index, "neg") for t in beside) and reading.has(verb, "supply_verb", "op_possible")


OWN = {
    "bought": bought,
    "failing": failing,
    "served": served,
    "proprietor": proprietors,
    "reached": reached,
    "predicate": predicated,
}
