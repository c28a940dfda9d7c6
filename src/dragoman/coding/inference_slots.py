"""Roles of conclusions: who gains, through whom, whose technology. Their words may stand anywhere in the sentence.

Slots beside those of events: `holder` (whose power, will or chance it is), `helper` (who makes it possible), `maker`
(whose goods do), `origin` (whose goods), `from` (from whom one turns away), `tie` (parties of a tie or act named as a
noun), `to` (datives by the tree), `passed` (to whom goods go on), `held` (object of the verb), `seat` (place named by
an adjective), those of `inference_turns`, `inference_owners` and `inference_brokers`, `gen_of:CLASS` (owner of such a
noun), `dat_of:CLASS` (dative of such a verb), `named` (whom the trigger itself lists), `any:PREP+CASE` (anywhere in the
sentence), those that `inference_premises` fills from other statements: `premise`, `giver`, `taker`, `alone`, `before`,
`doer`, `pair`, `exercised`, and those of `inference_gaps`.
"""

from __future__ import annotations

from dragoman.coding import companions, inference_brokers, inference_owners, inference_turns, places, slots
from dragoman.coding.frames import Frame
from dragoman.coding.inference_apart import of_another, of_other_tie, of_war, teller
from dragoman.coding.inference_scope import scope
from dragoman.coding.phrases import Argument
from dragoman.coding.reading import Reading
from dragoman.coding.subjects import subject
from dragoman.model import Kind

LATE = frozenset({
    "premise", "giver", "taker", "alone", "before", "doer", "pair", "exercised",
    "rest", "earlier", "told", "speaker", "seller", "area",
})  # fmt: skip
BESIDE = 1.0
"""Below this score a third party is more likely to belong to another tie in the sentence."""

MOVERS = ("holder", "subj", "subj_any")  # slots of who moves another
PLACING = ("in_on", "from", "through")
"""Prepositions behind which a city says where: its state is meant."""

Scored = list[tuple[Argument, float]]


def fill(reading: Reading, frame: Frame, index: int) -> slots.Filled:
    """Role to arguments, as `slots.fill`; of a conclusion, each actor in one role only and none of unknown state."""
    if frame.kind is not Kind.inference:
        placed = places.fill(reading, frame, index, slots.fill(reading, frame, index))
        return companions.joined(reading, frame, index, placed)
    found = [
        (score - 0.02 * order, role, argument, slot)
        for role, names in frame.roles.items()
        for order, slot in enumerate(names)
        if not (slot in MOVERS and moves_another(reading, frame, names, index))
        for argument, score in candidates(reading, frame, slot, index)
    ]
    filled: slots.Filled = {}
    used: set[str] = set()
    shared = "party" if len(frame.roles) > 1 or frame.actors == 1 else next(iter(frame.roles))
    for score, role, argument, slot in sorted(found, key=lambda c: -c[0]):
        if role in filled and role != shared and slot != "bought" and not listed(reading, filled[role], argument):
            continue
        if role == shared and score < BESIDE and len({c for a in filled.get(role, ()) for c in a.codes}) > 1:
            continue
        group = [a for a in reading.conjuncts(argument) if a.codes and not set(a.codes) & used]
        if group and set(argument.codes) - used:
            filled.setdefault(role, []).extend(group)
            used.update(code for a in group for code in a.codes)
    return filled


def moves_another(reading: Reading, frame: Frame, names: tuple[str, ...], index: int) -> bool:
    """Whether who moves somebody towards a third is no party himself: "A pushes B closer to C"."""
    moved = next((slot for slot in ("held", "obj") if slot in names), "")
    goals = [slot for slot in names if "+" in slot and ":" not in slot]
    if not moved or (not reading.tokens[index].form and moved == "obj"):
        return False
    return bool(candidates(reading, frame, moved, index)) and any(
        candidates(reading, frame, slot, index) for slot in goals
    )


def listed(reading: Reading, found: list[Argument], argument: Argument) -> bool:
    """Whether an adjective describes a noun that is listed with one that an adjective found before describes."""
    tokens = reading.tokens
    nouns = {a.modifies for a in found if a.modifies >= 0}
    noun = argument.modifies
    joined = noun >= 0 and tokens[noun].relation == "conj" and tokens[noun].head in nouns
    return joined or any(tokens[n].relation == "conj" and tokens[n].head == noun >= 0 for n in nouns)


def candidates(reading: Reading, frame: Frame, slot: str, index: int) -> Scored:
    """The arguments with codes that fit a slot, with scores above zero."""
    name, _, rest = slot.partition(":")
    if slot in LATE:
        return []
    own = OWN.get(name)
    if own is not None:
        acting = name == "holder" and inference_owners.possessive(reading, index) is not None
        other = inference_owners.acting_on(reading, index) if acting else set()
        return [(a, s) for a, s in own(reading, index) if a.codes and not set(a.codes) & other]
    if name == "any":
        found = anywhere(reading, index, *rest.split("+"))
        named = [(a, s) for a, s in found if a.codes and a.head not in reading.sources()]
        return [(a, s) for a, s in named if not teller(reading, a) and not of_war(reading, a)]
    if name == "dat_of":
        return [(a, s) for a, s in inference_turns.datives_of(reading, rest) if a.codes]
    if name == "named":
        return [(a, 1.2) for a in reading.arguments if a.codes and a.head == index]
    if name == "whose":
        return [(a, s) for a, s in inference_owners.described(reading, index, rest) if a.codes]
    if name == "gen_of":
        nouns = [i for i, names in reading.classes.items() if rest in names]
        named = [(a, 1.1) for i in nouns for a, _ in owners(reading, i)]
        towns = [(a, 1.0) for i in nouns for a in reading.places if reading.tokens[a.head].head == i and not a.prep]
        named += [*towns, *((a, 1.1) for a in reading.arguments if a.modifies in nouns)]
        return [(a, s) for a, s in named if a.codes]
    token = reading.tokens[index]
    if slot == "gen" and not token.form:
        found = [*inference_owners.others_own(reading, index), *owners(reading, index)]
        return [(a, s) for a, s in found if a.codes]
    passive = token.voice == "Pass" or (token.voice == "Mid" and token.lemma not in frame.verbs)
    fitting = [
        (a, s)
        for a, s in slots.candidates(reading, slot, index, passive=passive)
        if a.codes and not of_other_tie(reading, a, index) and not teller(reading, a) and not of_war(reading, a)
        and not inference_turns.elsewhere(reading, slot, a, index)
    ]  # fmt: skip
    if slot != "obj" or passive:
        return fitting
    return [(a, s) for a, s in fitting if not inference_turns.called(reading, a) and not of_another(reading, a, index)]


def owners(reading: Reading, index: int) -> Scored:
    """Genitives of a noun, also over the nouns between ("the market of arms of A")."""
    found = slots.genitives(reading, index)
    taken = {id(a) for a, _ in found}
    for argument in reading.arguments:
        free = not argument.prep and argument.modifies < 0 and argument.joined < 0 and "Gen" in argument.cases
        if (
            free
            and id(argument) not in taken
            and 0 < argument.head - index <= 6
            and reading.attached(argument.head, index)
        ):
            found.append((argument, 0.95))
    return found


def anywhere(reading: Reading, index: int, prep: str, case: str) -> Scored:
    """Phrases of a preposition and case (without one: nominatives, those before the trigger first)."""
    found: Scored = []
    if reading.words.is_prep(prep, "in") and inference_turns.in_region(reading, index):
        return found
    placed = reading.places if any(reading.words.is_prep(prep, name) for name in PLACING) else []
    for argument in (*reading.arguments, *placed):
        called = reading.tokens[argument.head].relation.startswith("nsubj") if case == "Nom" else False
        apart = reading.words.is_prep(prep, "between") and argument.joined < 0 and case in argument.cases
        if argument.prep != prep or not (apart or fits(argument, case)):
            continue
        if not prep and argument.case != case and not called:
            continue
        found.append(
            (argument, 0.75 - 0.01 * abs(argument.head - index) - (0.1 if not prep and argument.head > index else 0.0))
        )
    return found


def receivers(reading: Reading, index: int) -> Scored:
    """Datives of the trigger or of the verb above it, by the tree where the form leaves the case open."""
    verbs = {index, reading.verb_above(index)}
    return [
        (a, 1.2 if reading.tokens[a.head].relation == "iobj" else 0.8)
        for a in reading.arguments
        if not a.prep
        and fits(a, "Dat")
        and reading.tokens[a.head].head in verbs
        and (a.case == "Dat" or reading.tokens[a.head].relation == "iobj")
    ]


def departures(reading: Reading, index: int) -> Scored:
    """From whom or whose things one turns away: "from A", "from A's weapons", behind the trigger."""
    return [
        (a, 1.1 - 0.02 * (a.head - index))
        for a in reading.arguments
        if reading.words.is_prep(a.prep, "away_from")
        and a.joined < 0
        and 0 < a.head - index <= 14
        and (
            a.modifies < 0
            or gear(reading, a.modifies)
            or reading.has(a.modifies, "supplier_word")
            or reading.tokens[a.modifies].quoted
        )
    ]


def fits(argument: Argument, case: str) -> bool:
    """Whether a phrase of its own stands in a case."""
    return argument.modifies < 0 and argument.joined < 0 and case in (argument.cases or (case,))


def holders(reading: Reading, index: int) -> Scored:
    """Whose power, will or chance it is: owners and subjects of the words above the trigger, the nearest first."""
    found: Scored = []
    for depth, node in enumerate(scope(reading, index)):
        token = reading.tokens[node]
        if reading.has(node, "enabling", "portend"):
            near = [a for a in reading.arguments if datives(reading, a, node)]
            hung = [(a, reading.tokens[a.head].head == node) for a in near]
            found += [(a, (1.3 if hangs else 1.1) - 0.05 * depth) for a, hangs in hung]
        if reading.has(node, "enabling", "effecting", "enabled_by"):
            found += [(a, 1.2 - 0.05 * depth) for a in helped(reading, node, index)]
        if node != index and reading.has(node, "will"):
            found += [(a, 1.15 - 0.05 * depth) for a, _ in owners(reading, node)]
            found += [(a, 1.1 - 0.05 * depth) for a in reading.arguments if a.modifies == node]
        if (
            (token.form or token.short)
            and not reading.has(node, "enabling", "effecting", "no_agent", "say_verb")
            and not summed(reading, node)
        ):
            agents = inference_owners.members(reading, node) or slots.of_subject(
                reading, node, verbal=True, passive=token.voice == "Pass"
            )
            found += [(a, 1.05 - 0.05 * depth) for a, _ in agents]
    return found


def helped(reading: Reading, node: int, index: int) -> list[Argument]:
    """Whom a verb of helping or driving has as its object, with the trigger behind him ("assists A in improving …").

    The object may hang on the infinitive behind it, and A may only describe it ("teaches A's pilots to …").
    """
    objects = {
        t.index
        for t in reading.tokens[node + 1 : index]
        if t.relation == "obj" and (t.head == node or (t.head > t.index and reading.tokens[t.head].head == node))
    }
    return [
        a
        for a in reading.arguments
        if not a.prep and node < a.head and (a.modifies in objects or (a.modifies < 0 and a.head in objects))
    ]


def summed(reading: Reading, node: int) -> bool:
    """Whether "which" takes up the whole clause before it ("…, which will strengthen …"): no actor is its subject."""
    clause = reading.clause_of(node)
    return any(
        reading.words.is_form(reading.tokens[i], "that") and reading.tokens[i].relation.startswith("nsubj")
        for i in clause
        if i < node
    )


def datives(reading: Reading, argument: Argument, node: int) -> bool:
    """Whether a bare dative belongs to the verb at `node`."""
    if argument.prep or not fits(argument, "Dat"):
        return False
    head = reading.tokens[argument.head]
    return (head.head == node and head.relation == "iobj") or (
        argument.case == "Dat" and abs(argument.head - node) <= 5
    )


def helpers(reading: Reading, index: int) -> Scored:
    """Who enables, helps or lets: the subject of such a verb above the trigger."""
    found: Scored = []
    for node in scope(reading, index):
        agent = subject(reading, node) if reading.has(node, "enabling") else None
        if agent is not None:
            found.append((agent, 0.9))
    return found


def origins(reading: Reading, index: int) -> Scored:
    """Whose weapons, technology or equipment: an adjective of such a noun, or "purchases from A"."""
    found: Scored = []
    for argument in reading.arguments:
        distance = 0.01 * abs(argument.head - index)
        if any(gear(reading, i) for i in range(argument.last + 1, argument.modifies + 1)):
            found.append((argument, 0.6 - distance))
        elif (
            reading.words.is_prep(argument.prep, "bought_from")
            and argument.first >= 2
            and reading.has(argument.first - 2, "purchase")
        ):
            found.append((argument, 0.55 - distance))
    return found


def gear(reading: Reading, index: int) -> bool:
    """Whether a noun names military goods or know-how."""
    return reading.has(
        index, "gear", "arms", "designation", "technology", "components", "licensed", "delivery", "production"
    )


def parties(reading: Reading, index: int) -> Scored:
    """Parties of ties and acts that the sentence names as nouns: "the pact of A with B", "supply of A's weapons"."""
    found: Scored = []
    for node, names in reading.classes.items():
        if names & {"pact", "relations_word", "bond", "discord"}:
            far = 0.004 * abs(node - index)
            found += [(a, 0.7 - far) for a in reading.arguments if bound(reading, a, node)]
            found += [(a, 0.66 - far) for a, _ in owners(reading, node)]
    return found


def makers(reading: Reading, index: int) -> Scored:
    """Whose goods bring the effect about: "A's radars will …", "boats from A allow …"."""
    found: Scored = []
    for argument in reading.arguments:
        noun = argument.modifies if not reading.words.is_prep(argument.prep, "from") else argument.first - 2
        noun = given_by(reading, argument) if noun < 0 or not gear(reading, noun) else noun
        if noun < 0 or not gear(reading, noun):
            continue
        head = reading.tokens[noun].head
        if any(reading.tokens[i].relation.startswith("nsubj") for i in (noun, head) if i >= 0):
            found.append((argument, 0.8))
    return found


def given_by(reading: Reading, argument: Argument) -> int:
    """The goods that a participle says are from somebody ("the drones supplied by A", "boats bought from A"), or -1."""
    verb = reading.tokens[argument.head].head
    giver = (not argument.prep and "Ins" in argument.cases) or reading.words.is_prep(argument.prep, "bought_from")
    if not giver or verb < 0 or reading.tokens[verb].form != "Part":
        return -1
    return reading.tokens[verb].head if reading.tokens[verb].relation in ("acl", "amod") else -1


def passed(reading: Reading, index: int) -> Scored:
    """To whom something is passed on: datives behind a word of handing over."""
    found: Scored = []
    for node, names in reading.classes.items():
        if "pass_on" in names:
            near = [
                a
                for a in reading.arguments
                if not a.prep and fits(a, "Dat") and a.case == "Dat" and 0 < a.head - node <= 6
            ]
            found += [(a, 1.5 - 0.05 * (a.head - node)) for a in near]
    return found


OWN = {
    "holder": holders, "helper": helpers, "maker": makers, "origin": origins, "from": departures,
    "tie": parties, "to": receivers, "passed": passed, **inference_turns.OWN,
    **inference_owners.OWN, **inference_brokers.OWN,
}  # fmt: skip


def bound(reading: Reading, argument: Argument, node: int) -> bool:
    """Whether "with A", "between A and B" belongs to the noun at `node`, or an adjective describes it or its goods."""
    if argument.modifies >= 0:
        noun = argument.modifies
        return noun == node or (0 < noun - node <= 4 and gear(reading, noun))
    if (
        reading.words.is_prep(argument.prep, "with")
        and reading.tokens[reading.tokens[argument.head].head].head == node
        and argument.head < node
    ):
        return True
    if not reading.words.is_prep(argument.prep, "tie_prepositions") or not 0 < argument.first - node <= 9:
        return False
    between = reading.tokens[node + 1 : argument.first]
    return not any(t.form in ("Fin", "Inf") or t.text in ",;:" for t in between)
