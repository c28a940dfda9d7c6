"""Which argument fills which role of a trigger: every slot scores its candidates, the best pairs are taken first."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.coding import dealers
from dragoman.coding.described import (
    GOODS,
    attributes,
    beside,
    between_verb_and_object,
    described_object,
    describing,
    from_where,
    opposed,
    owners,
    placed,
    words_of,
)  # fmt: skip
from dragoman.coding.frames import Frame
from dragoman.coding.nearness import nearness, of_other_noun, of_purpose, of_town, taken_as_dative
from dragoman.coding.phrases import Argument
from dragoman.coding.reading import NOMINAL, Reading
from dragoman.coding.subjects import subject
from dragoman.coding.unfit import penalised, unfit, weighed
from dragoman.model import Kind

Filled = dict[str, list[Argument]]

ASIDE = ("intermediary", "origin", "place")
"""Roles beside those of giver and taker."""


@dataclass(slots=True)
class Candidate:
    """An argument that could fill a role, with how well it fits."""

    role: str
    argument: Argument
    score: float


def fill(reading: Reading, frame: Frame, index: int) -> Filled:
    """Role to the arguments that fill it, lists expanded, each argument in one role only."""
    many = shared_role(frame)
    filled: Filled = {}
    used: set[int] = set()
    for candidate in sorted(offers(reading, frame, index), key=lambda c: -c.score):
        apart = set(frame.roles[candidate.role]) <= dealers.APART
        group = [candidate.argument] if apart else reading.conjuncts(candidate.argument)
        if id(candidate.argument) in used or (candidate.role in filled and candidate.role != many):
            continue
        if not many and frame.kind is Kind.event and opposite(filled, candidate):
            continue
        free = [a for a in group if id(a) not in used]
        filled.setdefault(candidate.role, []).extend(free)
        used.update(id(a) for a in free)
    return filled


def opposite(filled: Filled, candidate: Candidate) -> bool:
    """Whether a phrase stands for an actor who has another role already: "A offered its ships" offers A nothing."""
    if candidate.role in ASIDE or not candidate.argument.codes:
        return False
    others = {
        c for role, found in filled.items() if role not in (*ASIDE, candidate.role) for a in found for c in a.codes
    }
    return set(candidate.argument.codes) <= others


def offers(reading: Reading, frame: Frame, index: int) -> list[Candidate]:
    """Every argument that a slot of the frame could take, for the role of that slot."""
    token = reading.tokens[index]
    infinitive = any(t.head == index and t.form == "Inf" for t in reading.tokens)
    bases = {token.lemma.removesuffix(suffix) for suffix in reading.words.affixes["reflexive"]} - {token.lemma}
    reflexive = token.voice == "Mid" and not bases.isdisjoint(frame.verbs) and token.lemma not in frame.verbs
    passive = token.voice == "Pass" or (reflexive and not infinitive)
    return [
        Candidate(role, argument, score - 0.01 * order - doubt(reading, role, slot, argument))
        for role, slots in frame.roles.items()
        for order, slot in enumerate(slots)
        for argument, score in candidates(reading, slot, index, passive=passive)
        if not unfit(reading, frame, role, slot, argument, index)
    ]


def doubt(reading: Reading, role: str, slot: str, argument: Argument) -> float:
    """What speaks against a phrase: it names nobody, or only says where a blow fell."""
    unnamed = 0.0 if named(reading, argument) else 0.6
    return unnamed + (0.5 if role == "target" and slot.endswith("+Loc") else 0.0)


def shared_role(frame: Frame) -> str | None:
    """The role that several phrases may fill.

    "party", or the only one of a mutual act ("an exchange of technology").
    """
    main = [r for r in frame.roles if r not in ASIDE]
    return main[0] if len(main) == 1 else "party" if "party" in main else None


def named(reading: Reading, argument: Argument) -> bool:
    """Whether a phrase, or one in its list, says which actor it is."""
    return any(a.codes for a in reading.conjuncts(argument))


def candidates(reading: Reading, slot: str, index: int, *, passive: bool) -> list[tuple[Argument, float]]:
    """The arguments that fit a slot of the trigger at `index`, with scores above zero."""
    token = reading.tokens[index]
    verbal = bool(token.form)
    passive = verbal and passive
    if slot in BY_PLACE:
        return BY_PLACE[slot](reading, index)
    if slot.startswith("from_of:"):
        return from_where(reading, index, slot.partition(":")[2])
    if slot.startswith("subj_of:"):
        return subject_of_class(reading, index, slot.partition(":")[2])
    if slot == "subj":
        return of_subject(reading, index, verbal=verbal, passive=passive)
    if slot in ("subj_adj", "obj_adj"):
        return beside(reading, index, of_object=slot == "obj_adj", passive=passive)
    if ":" in slot or slot == "origin_adj":
        return of_class(reading, slot, index)
    if slot == "gen":
        return [] if verbal else [*genitives(reading, index), *owners(reading, index)]
    if slot == "obj":
        return objects(reading, index, passive=passive) if verbal else genitives(reading, index)
    prep, case = slot.split("+") if "+" in slot else ("", {"dat": "Dat", "agent": "Ins", "ins": "Ins"}[slot])
    if prep in reading.words.case_markers:
        prep, case = "", reading.words.case_markers[prep]
    if "_" in prep:
        return [(a, s) for a in reading.arguments if a.over == prep and (s := nearness(reading, a, index)) > 0.5]
    if slot == "agent" and verbal:
        return agents(reading, index) if passive else []
    ahead = between_verb_and_object(reading, index) if slot == "dat" and verbal and not passive else []
    whose = placed(reading, index, prep, case) if prep else []
    return ahead + oblique(reading, index, prep, case) + whose


def agents(reading: Reading, index: int) -> list[tuple[Argument, float]]:
    """Who does what a passive says; also where the parser hangs him on what is to be done ("taught to fly by …")."""
    return [
        (a, s + 0.4 if index in reading.up(a.head) and not reading.attached(a.head, index) else s)
        for a, s in oblique(reading, index, "", "Ins")
    ]


def subject_above(reading: Reading, index: int) -> list[tuple[Argument, float]]:
    """The subject of the verb that governs a word, whatever else stands between."""
    verb = reading.verb_above(index)
    found = subject(reading, verb) if verb >= 0 else None
    return [(found, 0.85)] if found is not None else []


def subject_of_class(reading: Reading, index: int, name: str) -> list[tuple[Argument, float]]:
    """The subject of the verb that governs a noun, where that verb is of the class ("dealt a blow")."""
    verb = predicate(reading, index)
    return of_subject(reading, index, verbal=False, passive=False) if verb >= 0 and reading.has(verb, name) else []


def attending(reading: Reading, index: int) -> list[tuple[Argument, float]]:
    """Who does something where or when the noun says."""
    verb = reading.verb_above(index)
    return subject_above(reading, index) if verb >= 0 and adverbial(reading, index, verb) else []


def spoken_to(reading: Reading, index: int) -> list[tuple[Argument, float]]:
    """To whom somebody speaks where or when the noun says."""
    verb = reading.verb_above(index)
    return [(a, 0.8) for a in addressed(reading, verb)] if verb >= 0 and adverbial(reading, index, verb) else []


def deep_genitives(reading: Reading, index: int) -> list[tuple[Argument, float]]:
    """Genitives anywhere behind a word in its reach."""
    behind = (a for a in inside(reading, index) if a.first > index and not a.prep and a.modifies < 0)
    return [(a, 0.8) for a in behind if "Gen" in a.cases]


def named_forces(reading: Reading, index: int) -> list[tuple[Argument, float]]:
    """Troops that are named with their state."""
    forces = (a for a in inside(reading, index) if a.kind == "force")
    return [(a, 0.95) for a in forces if not a.prep or reading.words.is_prep(a.prep, "with")]


def of_class(reading: Reading, slot: str, index: int) -> list[tuple[Argument, float]]:
    """Whose things of a class are spoken of near the trigger: by their adjective, or by their genitive."""
    kind, _, name = slot.partition(":")
    if kind == "gen_of":
        return [(a, 0.85) for i in reading.reach(index) if reading.has(i, name) for a, _ in genitives(reading, i)]
    if kind == "adj":
        return describing(reading, index, *name.split("+"))
    wanted = (name,) if name else GOODS
    return [
        (a, described_object(reading, a, index, wanted))
        for a in inside(reading, index)
        if any(reading.has(i, *wanted) for i in words_of(a))
    ]


def adverbial(reading: Reading, index: int, verb: int) -> bool:
    """Whether a noun hangs on its verb directly, or over a noun of time or result ("during the visit")."""
    above = reading.tokens[index].head
    return (
        above == verb
        or (above >= 0 and reading.has(above, "occasion_noun") and reading.tokens[above].head in (verb, -1))
        or reading.tokens[index].relation in ("nsubj", "nsubj:pass", "conj", "root", "obj")
    )


def addressed(reading: Reading, verb: int) -> list[Argument]:
    """The persons in office to whom a verb's subject speaks: its dative or accusative."""
    return [
        a
        for a in reading.arguments
        if a.kind in ("office", "person")
        and not a.prep
        and reading.tokens[a.head].head == verb
        and ({"Dat", "Acc"} & set(a.cases))
    ]


BY_PLACE = {
    "subj_any": subject_above, "attending": attending, "spoken_to": spoken_to, "gen_deep": deep_genitives,
    "adj": attributes, "against": opposed, "force": named_forces, **dealers.BY_PLACE,
}  # fmt: skip
"""Slots for which the form of the trigger does not matter."""


def inside(reading: Reading, index: int) -> list[Argument]:
    """The arguments within the trigger's reach."""
    reach = set(reading.reach(index))
    return [a for a in reading.arguments if a.head in reach or a.modifies in reach]


def of_subject(reading: Reading, index: int, *, verbal: bool, passive: bool) -> list[tuple[Argument, float]]:
    """The subject of an active verb, the agent of a passive one; of a noun, the subject of the verb that governs it."""
    if verbal and passive:
        return [*oblique(reading, index, "", "Ins"), *owners_of(reading, index, "Ins")]
    if verbal and reading.tokens[index].mood == "Imp":
        return []
    if verbal:
        found = subject(reading, index)
        return [(found, 1.5)] if found is not None else owners_of(reading, index, "Nom")
    of_plan = owner(reading, index)
    if of_plan:
        return of_plan
    verb = predicate(reading, index)
    if any(reading.has(i, "cause_noun") for i in (*reading.up(index), *objects_of(reading, verb, index)) if i != verb):
        return []
    if penalised(reading, index, verb):
        return []
    if verb >= 0 and reading.has(verb, "accuse"):
        return [(a, 1.0) for a, _ in sorted(objects(reading, verb, passive=False), key=lambda c: -c[1])[:1]]
    if verb < 0 or (reading.has(verb, "no_agent") and not weighed(reading, verb, index)):
        return []
    if reading.tokens[verb].voice == "Pass":
        return [(a, s * 0.7) for a, s in oblique(reading, verb, "", "Ins")]
    found = subject(reading, verb)
    return [(found, 0.9)] if found is not None and found.head != index else []


def predicate(reading: Reading, index: int) -> int:
    """The nearest verb above a noun, or the noun itself or one above it that a copula makes the predicate; else -1."""
    for node in (index, *reading.up(index)):
        verbal = node != index and (reading.tokens[node].form or reading.tokens[node].short)
        if verbal or any(t.head == node and t.relation == "cop" for t in reading.tokens):
            return node
    return -1


def owners_of(reading: Reading, index: int, case: str) -> list[tuple[Argument, float]]:
    """Whose the subject or the doer of a verb is, where that itself is no actor ("Malian drones struck")."""
    nouns = [t.index for t in reading.tokens if t.head == index and t.case == case and t.relation in DOERS]
    nouns = [noun for noun in nouns if not reading.has(noun, "war_word")]
    free = [noun for noun in nouns if all(a.modifies >= 0 for a in reading.heads.get(noun, []))]
    return [(a, 0.85) for a in reading.arguments for noun in free if noun in a.described]


def objects_of(reading: Reading, verb: int, index: int) -> list[int]:
    """The nouns that are the object of a verb, one at `index` left out ("voiced concern at the drills")."""
    return [t.index for t in reading.tokens if t.head == verb >= 0 and t.relation == "obj" and t.index != index]


DOERS = frozenset({"nsubj", "obl", "nmod"})


def owner(reading: Reading, index: int) -> list[tuple[Argument, float]]:
    """Whose plan, decision, refusal it is, where the noun hangs on such a noun ("Macron's idea of sending troops")."""
    above = next((i for i in reading.up(index, NOMINAL) if reading.has(i, "plan_noun")), reading.tokens[index].head)
    if above < 0 or not reading.has(above, "plan_noun"):
        return []
    if any(t.head == above and reading.words.likely(t, "own") for t in reading.tokens):
        found = subject(reading, reading.verb_above(above)) if reading.verb_above(above) >= 0 else None
        return [(found, 1.0)] if found is not None else []
    return genitives(reading, above) + [(a, 1.0) for a in reading.arguments if a.modifies == above]


def objects(reading: Reading, index: int, *, passive: bool) -> list[tuple[Argument, float]]:
    """The direct object; of a passive verb its subject; of a passive participle the noun it describes."""
    if passive:
        found = subject(reading, index)
        return [(found, 1.2)] if found is not None else []
    scored = []
    for argument in reading.arguments:
        if argument.prep or argument.modifies >= 0 or argument.joined >= 0 or not {"Acc", "Gen"} & set(argument.cases):
            continue
        if ("Acc" not in argument.cases and not negated(reading, index)) or of_other_verb(reading, argument, index):
            continue
        if argument.case == "Nom" and reading.has(reading.tokens[argument.head].head, "letting"):
            continue
        scored.append((argument, nearness(reading, argument, index) + (0.2 if argument.case == "Acc" else -0.1)))
    return [(a, s) for a, s in scored if s > 0.5]


def of_other_verb(reading: Reading, argument: Argument, index: int) -> bool:
    """Whether a phrase is the object of an infinitive that a noun governs ("backed the bid to join the bloc")."""
    token = reading.tokens[argument.head]
    if token.relation != "obj" or token.head in (-1, index) or reading.tokens[token.head].form != "Inf":
        return False
    above = reading.tokens[reading.tokens[token.head].head]
    return above.pos == "NOUN" and above.index != index


def negated(reading: Reading, index: int) -> bool:
    """Whether "не" stands right before the verb (its object is then in the genitive)."""
    return index > 0 and reading.words.is_form(reading.tokens[index - 1], "not")


def genitives(reading: Reading, index: int) -> list[tuple[Argument, float]]:
    """Genitives of a noun: right behind it, or hanging on it over other genitives."""
    found = []
    for argument in reading.arguments:
        if argument.head == index and argument.last > index and argument.modifies < 0:
            found.append((argument, 1.3))
            continue
        if (
            argument.first <= index
            or argument.prep
            or argument.modifies >= 0
            or "Gen" not in argument.cases
            or argument.joined >= 0
        ):
            continue
        between = reading.tokens[index + 1 : argument.first]
        if len(between) > 6 or any(
            t.form == "Fin" or t.pos in ("ADP", "PUNCT", "CCONJ", "SCONJ", "NOUN")
            for t in between
            if t.text not in '«»"'
        ):
            continue
        close = reading.attached(argument.head, index) or not between
        found.append((argument, 1.3 if close else 0.9 - 0.05 * len(between)))
    return found


def oblique(reading: Reading, index: int, prep: str, case: str) -> list[tuple[Argument, float]]:
    """Arguments in a case, bare or with a preposition, within reach of the trigger or of the verb that governs it."""
    found = []
    for argument in reading.arguments:
        if argument.over or argument.prep != prep or case not in (argument.cases or (case,)) or argument.joined >= 0:
            continue
        if argument.modifies >= 0 and not (reading.has(argument.modifies, "place_noun") or of_town(reading, argument)):
            continue
        if case == "Ins" and not prep and of_purpose(reading, argument, index):
            continue
        score = nearness(reading, argument, index)
        odd = not prep and argument.case != case
        if odd and argument.form != "company" and len(argument.cases) < 4:
            score -= 0.3 if case == "Dat" and taken_as_dative(reading, argument, index) else 1.0
        relation, above = reading.tokens[argument.head].relation, reading.tokens[argument.head].head
        called = (case in ("Dat", "Ins") and relation == "nsubj") or (
            case == "Ins" and relation == "iobj" and argument.first < index
        )
        if odd and case == "Ins" and argument.first < index:
            score -= 0.4
        called = called or (case == "Ins" and relation in ("nmod", "iobj") and above != index and not prep)
        if odd and (called or of_other_noun(reading, argument, index)):
            continue
        if (
            not prep
            and case == "Ins"
            and not reading.tokens[index].form
            and argument.first - index > 5
            and not reading.attached(argument.head, index)
        ):
            continue
        if score > 0.5:
            found.append((argument, score))
    return found
