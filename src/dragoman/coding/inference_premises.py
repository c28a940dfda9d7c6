"""What a conclusion takes from the statement it is drawn from, and which of two conclusions says the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.coding import inference_turns
from dragoman.coding.draft import GIVERS, TAKERS, Draft
from dragoman.coding.inference_gaps import GAPS, certain, tells
from dragoman.coding.inference_scope import scope
from dragoman.coding.inference_slots import LATE
from dragoman.coding.tense import by_tense
from dragoman.model import Kind, Polarity, Status

JOINT = frozenset({"exercise", "training"})
"""Types of events that make forces able to work together."""

UNFIT = frozenset({"clash", "threat", "support", "negotiation", "other"})
"""Types of events from which no first is concluded."""


def complete(draft: Draft, others: Sequence[Draft]) -> None:
    """Fill the open roles of a conclusion from the statement it is drawn from, else from the sentence before."""
    if draft.frame.kind is not Kind.inference:
        return
    if draft.frame.type == "capability":
        regiven(draft, others)
    shared = "party" if len(draft.frame.roles) > 1 else next(iter(draft.frame.roles))
    for role, names in draft.frame.roles.items():
        for slot in names:
            if slot not in LATE or (
                draft.codes(role) and not (role == shared and len(draft.main_actors) < draft.frame.actors)
            ):
                continue
            codes = tuple(code for code in late(draft, slot, others) if code not in draft.actors)
            if codes:
                draft.extra[role] = (*draft.extra.get(role, ()), *codes)
    if draft.frame.type == "counterweight":
        allied(draft, others)
    if draft.frame.type == "novelty":
        date(draft, others)
        if draft.status is Status.ongoing:
            draft.status = Status.happened


def allied(draft: Draft, others: Sequence[Draft]) -> None:
    """Add to who counters somebody the other side of what he does for it ("supplies A with missiles to counter B")."""
    above = scope(draft.reading, draft.trigger)[1:]
    own, target = set(draft.codes("party")), set(draft.codes("target"))
    for base in others:
        serves = base.reading is draft.reading and base.trigger in above and base.frame.kind is Kind.event
        if serves and own and own < base.main_actors and not base.main_actors & target:
            draft.extra["party"] = (*draft.extra.get("party", ()), *sorted(base.main_actors - own))
            return


def regiven(draft: Draft, others: Sequence[Draft]) -> None:
    """Take "its" that was read as the giver for the taker: "A sent howitzers to B, strengthening its defences"."""
    owners = draft.filled.get("beneficiary", [])
    if not owners or not all(a.form == "pronoun" for a in owners):
        return
    own = set(draft.codes("beneficiary"))
    for base in premises(draft, [o for o in others if o.reading is draft.reading]):
        takers = base.codes(*TAKERS)
        if takers and own <= set(base.codes(*GIVERS)):
            del draft.filled["beneficiary"]
            draft.extra["beneficiary"] = takers
            return


def late(draft: Draft, slot: str, others: Sequence[Draft]) -> tuple[str, ...]:
    """The actors that a slot takes from beside the trigger's own phrase."""
    if slot in GAPS and not (slot == "rest" and draft.frame.type == "novelty"):
        return GAPS[slot](draft, others)
    if slot == "before":
        return topic(draft, others)
    if slot == "pair":
        return two(draft, others)
    if slot == "doer":
        if "sport_word" in draft.reading.everywhere():
            return ()
        acting = inference_turns.doers(draft.reading, draft.trigger)
        return tuple(dict.fromkeys(code for argument in acting for code in certain(argument)))
    bases = list(premises(draft, others))
    if slot == "rest" and draft.frame.type == "novelty" and not (bases or acts(draft)):
        return ()
    if slot in GAPS:
        return GAPS[slot](draft, others)
    if slot == "alone":
        known = bool(bases) or draft.frame.type != "novelty"
        return left(draft) if known else ()
    for base in bases:
        if slot == "exercised" and base.frame.type not in JOINT:
            continue
        found = given(base, slot)
        if set(found) - draft.actors:
            return found
    return ()


def acts(draft: Draft) -> bool:
    """Whether a first is one of an act: one that its clause names, or that the verb nearest to it says."""
    reading, token = draft.reading, draft.reading.tokens[draft.trigger]
    beside = {inference_turns.nearest_verb(reading, draft.trigger), token.head, *reading.clause_of(draft.trigger)}
    if token.pos == "ADJ":
        beside |= {t.index for t in reading.tokens if t.head == token.head >= 0 and t.relation.startswith("acl")}
    verb = inference_turns.nearest_verb(reading, draft.trigger)
    told = reading.has(verb, "say_verb", "believe", "regard", "reveal", "occur", "grow", "shrink", "become", "manage")
    told = told or reading.has(verb, "modal_word")
    return (not told and bool(reading.tokens[verb].form)) or any(
        i >= 0 and reading.has(i, "act_deed", "act_word") for i in beside
    )


def two(draft: Draft, others: Sequence[Draft]) -> tuple[str, ...]:
    """The two actors of the sentence where it names just two, else of the one before; none beside one of its own."""
    if draft.main_actors:
        return ()
    before = next((o.reading for o in others if o.reading.sentence.index == draft.reading.sentence.index - 1), None)
    for reading in (draft.reading, before):
        named = dict.fromkeys(c for a in reading.arguments for c in certain(a)) if reading is not None else {}
        if named:
            return tuple(named) if len(named) == 2 else ()
    return ()


def left(draft: Draft) -> tuple[str, ...]:
    """The one actor that the sentence names beside those of the draft; of a first, also those of one list."""
    reading = draft.reading
    rest = [
        a
        for a in reading.arguments
        if a.codes and a.codes[0] not in draft.actors and not (a.kind == "company" or tells(reading, a))
    ]
    listed = {c for a in rest[:1] for b in reading.conjuncts(a) for c in b.codes[:1]} - draft.actors
    one = len(listed) == 1 or draft.frame.type == "novelty"
    return tuple(sorted(listed)) if listed and one and {a.codes[0] for a in rest} <= listed else ()


def given(base: Draft, slot: str) -> tuple[str, ...]:
    """What a premise gives to a slot; a deed that is only asked for has no giver yet."""
    if slot in ("premise", "exercised"):
        return tuple(sorted(base.main_actors))
    if slot == "giver":
        return () if base.status is Status.called_for else base.codes(*GIVERS)
    return base.codes(*TAKERS)


def premises(draft: Draft, others: Sequence[Draft]) -> Iterator[Draft]:
    """Events and ties of the same sentence, the nearest first; then those of the sentence before."""
    usable = [o for o in others if o.frame.kind is not Kind.inference and o.main_actors]
    if draft.frame.type == "capability":
        usable = [o for o in usable if o.frame.type not in UNFIT]
    if draft.frame.type == "novelty":
        usable = [o for o in usable if o.frame.type not in UNFIT and first_of(draft, o)]
    here = [o for o in usable if o.reading is draft.reading]
    yield from sorted(here, key=lambda o: abs(o.trigger - draft.trigger))
    back = draft.reading.sentence.index - 1
    yield from (o for o in reversed(usable) if o.reading.sentence.index == back)


def first_of(draft: Draft, act: Draft) -> bool:
    """Whether "for the first time" stands with the act itself; "the first state which …" with any of its sentence."""
    if act.reading is not draft.reading:
        return False
    tokens = draft.reading.tokens
    verb = inference_turns.nearest_verb(draft.reading, draft.trigger)
    beside = (
        tokens[draft.trigger].clause == tokens[act.trigger].clause
        or act.trigger in scope(draft.reading, draft.trigger)
        or act.trigger in draft.reading.clause_of(verb)
    )
    return beside or tokens[draft.trigger].pos == "ADJ"


def topic(draft: Draft, others: Sequence[Draft]) -> tuple[str, ...]:
    """Whom the sentence before was about: its first nominative actor."""
    for other in reversed(others):
        if 1 <= draft.reading.sentence.index - other.reading.sentence.index <= 2:
            named = [
                a for a in other.reading.arguments if a.codes and a.case == "Nom" and not a.prep and a.modifies < 0
            ]
            return named[0].codes if named else ()
    return ()


def date(draft: Draft, others: Sequence[Draft]) -> None:
    """A first is as sure as the act that is the first; one that is going on has been made."""
    become = Status.happened if "neg" in draft.reading.classes.get(draft.trigger, ()) else became(draft)
    if become is not None:
        draft.status, draft.cues, draft.negations = become, [], []
        return
    base = next(premises(draft, others), None)
    if base is None:
        token = draft.reading.tokens[draft.trigger]
        if draft.status is Status.possible and not draft.cues:
            draft.status = Status.planned
        if token.pos == "ADJ" and draft.status is Status.ongoing and draft.reading.verb_above(token.index) < 0:
            draft.status = Status.happened
        return
    draft.status, draft.cues, draft.negations = base.status, [*base.cues], [*base.negations]
    token = base.reading.tokens[base.trigger]
    undone = base.status is Status.denied and (token.form or not token.relation.startswith("nsubj"))
    told = base.status is Status.denied or base.reading.verb_above(base.trigger) < 0
    if not token.form and told and base.status in (Status.ongoing, Status.denied) and not undone:
        draft.status, draft.cues, draft.negations = Status.happened, [], []


def became(draft: Draft) -> Status | None:
    """The status of "has become the first state to …": that of becoming, whatever is only promised after it."""
    reading = draft.reading
    if reading.tokens[draft.trigger].pos != "ADJ" or "state_word" not in draft.frame.near:
        return None
    verb = next((n for n in scope(reading, draft.trigger)[1:] if reading.has(n, "become")), -1)
    return by_tense(reading, verb) if verb >= 0 else None


def single(drafts: Sequence[Draft]) -> list[Draft]:
    """A sentence's drafts with each conclusion once: one a word, and of two alike the fuller, then the less certain."""
    kept: list[Draft] = []
    for i, draft in enumerate(drafts):
        if draft.frame.kind is not Kind.inference:
            kept.append(draft)
            continue
        if any(same_word(d, draft) for d in drafts[:i] if d.frame.kind is Kind.inference):
            continue
        rivals = [k for k in kept if k.frame.kind is Kind.inference and alike(k, draft)]
        if all(weight(draft) > weight(k) for k in rivals):
            kept = [k for k in kept if k not in rivals]
            kept.append(draft)
    return [draft for draft in kept if not any(builds_on(other, draft) for other in kept)]


def builds_on(one: Draft, other: Draft) -> bool:
    """Whether what `other` tells is only the premise of what `one` concludes, or the prize that rivals strive for."""
    types = (one.frame.type, other.frame.type)
    if types == ("rival_interest", "influence") and one.trigger in scope(one.reading, other.trigger)[1:]:
        return set(other.codes("beneficiary")) <= one.actors
    return types == ("third_party_gain", "closer_relations") and set(other.codes("party")) <= set(one.codes("party"))


def same_word(one: Draft, other: Draft) -> bool:
    """Whether two drafts hang on one word, or the later on a word that the earlier negates ("not to depend")."""
    step = other.trigger - one.trigger
    parted = one.frame is other.frame and one.actors != other.actors and Status.denied in (one.status, other.status)
    return (step == 0 and not parted) or (step == 1 and one.reading.has(one.trigger, "neg"))


def alike(one: Draft, other: Draft) -> bool:
    """Whether two drafts draw the same conclusion."""
    nested = one.main_actors <= other.main_actors or other.main_actors <= one.main_actors
    return (
        nested
        and one.frame.type == other.frame.type
        and one.frame.polarity == other.frame.polarity
        and (one.status == other.status or one.main_actors == other.main_actors)
    )


def weight(draft: Draft) -> tuple[int, bool, int]:
    """What decides between two drafts of one conclusion: actors, a route that closes, doubt."""
    closed = draft.frame.type == "indirect_access" and draft.frame.polarity is Polarity.loss
    return len(draft.actors), closed, -list(Status).index(draft.status)
