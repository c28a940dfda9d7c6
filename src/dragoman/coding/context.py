"""What a draft takes from those around it, and which drafts say the same thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.coding.draft import GIVERS, TAKERS, Draft
from dragoman.coding.phrases import Argument
from dragoman.coding.reading import Reading
from dragoman.coding.slots import candidates, shared_role
from dragoman.coding.status import TALKS
from dragoman.coding.subjects import subject
from dragoman.model import Kind, Status

LOOKBACK = 30
"""Sentences in which the tie that "the cooperation with X" means may stand: an article, not a whole digest."""

TRANSFERS = frozenset({"arms_transfer", "military_aid", "aid", "training", "technology_transfer"})
"""Types with a giver and a taker that an article speaks of in one breath."""

SYMMETRIC = frozenset(
    {"meeting", "negotiation", "agreement", "exercise", "partnership", "co_production", "intelligence_sharing"}
)


def inherit(draft: Draft, others: Sequence[Draft]) -> None:
    """Fill missing roles from an enclosing draft ("a contract with A on …") or one just before it."""
    if not draft.frame.inherit or draft.frame.kind is Kind.inference:
        return
    outer = enclosing(draft, others)
    if outer is not None:
        share(draft, outer)
    for other in reversed(others):
        if other is not draft and other is not outer and lacking(draft) and related(draft, other):
            share(draft, other)
    if shared_role(draft.frame) and lacking(draft) and draft.frame.kind is Kind.event:
        of_tie(draft)
        of_dealing(draft, others)
    verb = bool(draft.reading.tokens[draft.trigger].form)
    if (
        draft.frame.type in SYMMETRIC - {"partnership"}
        and not draft.main_actors
        and (not verb or draft.frame.type == "agreement")
    ):
        adopt(draft, others, verb=verb)
    if lacking(draft) and draft.status is Status.denied:
        denier(draft)
    if lacking(draft) and draft.frame.type != "partnership" and refers(draft):
        complete(draft, others)


def denier(draft: Draft) -> None:
    """Give the one open role to who denies it: "the ministry denied a delivery to X" is about a delivery of its own."""
    reading = draft.reading
    verbs = [i for i in draft.cues if reading.has(i, "op_denied") and reading.tokens[i].form == "Fin"]
    if not verbs:
        return
    found = subject(reading, verbs[0])
    codes = found.codes if found is not None else reading.speaker
    many = shared_role(draft.frame)
    empty = [many] if many else wanted(draft)
    if len(codes) == 1 and len(empty) == 1 and codes[0] not in draft.actors:
        draft.extra[empty[0]] = (*draft.extra.get(empty[0], ()), *codes)


def of_tie(draft: Draft) -> None:
    """Give a mutual act the parties of the tie that is said to bring it ("the cooperation of A with B may lead to
    …").
    """
    reading = draft.reading
    verb = reading.verb_above(draft.trigger)
    chain = {verb, *reading.up(verb)} if verb >= 0 else set()
    ties = [t.index for t in reading.tokens if t.head in chain and reading.has(t.index, "relations_word", "pact")]
    for noun in ties:
        parties = [a for slot in reading.words.tie_slots for a, _ in candidates(reading, slot, noun, passive=False)]
        codes = tuple(dict.fromkeys(c for a in parties for b in reading.conjuncts(a) for c in b.codes))
        if len(codes) >= 2 and draft.main_actors <= set(codes):
            role = shared_role(draft.frame) or "party"
            draft.extra[role] = tuple(c for c in codes if c not in draft.main_actors)
            return


def of_dealing(draft: Draft, others: Sequence[Draft]) -> None:
    """Give a mutual act that names one party the two of the meeting or agreement told in the same sentence."""
    if draft.frame.type not in ("co_production", "agreement") or len(draft.main_actors) != 1:
        return
    for other in others:
        talks = other.reading is draft.reading and other.frame.type in ("meeting", "negotiation", "agreement")
        if talks and len(other.main_actors) == 2 and draft.main_actors <= other.main_actors:
            share(draft, other)


def refers(draft: Draft) -> bool:
    """Whether the sentence speaks of a tie told before: "this cooperation", "the cooperation with X"."""
    tokens = draft.reading.tokens
    words = draft.reading.words
    partners = {tokens[a.head].head for a in draft.reading.arguments if words.is_prep(a.prep, "with")}
    return any(
        draft.reading.has(t.index, "relations_word", "pact")
        and (t.index in partners or (t.index > 0 and draft.reading.has(t.index - 1, "demonstrative")))
        for t in tokens
    )


def complete(draft: Draft, others: Sequence[Draft]) -> None:
    """Give the one empty role of a draft to the other party of the tie that the sentence refers to."""
    many = shared_role(draft.frame)
    empty = [many] if many else wanted(draft)
    words = draft.reading.words
    beside = {c for a in draft.reading.arguments if words.is_prep(a.prep, "with") for c in a.codes}
    named = beside | draft.main_actors
    ties = [o for o in others if o.frame.type in SYMMETRIC and named <= o.main_actors]
    spoken_of = subject_before(draft, others)
    ties.reverse()
    for other in sorted(ties, key=lambda o: not spoken_of & o.main_actors):
        near = 0 < draft.reading.sentence.index - other.reading.sentence.index <= LOOKBACK
        rest = tuple(other.main_actors - draft.main_actors)
        if near and len(empty) == len(rest) == 1:
            draft.extra[empty[0]] = (*draft.extra.get(empty[0], ()), *rest)
            return


def subject_before(draft: Draft, others: Sequence[Draft]) -> frozenset[str]:
    """Whom the sentence before, of those that said something, was about: its first actor in the nominative."""
    before = [o.reading for o in others if o.reading.sentence.index < draft.reading.sentence.index]
    for argument in before[-1].arguments if before else ():
        if argument.case == "Nom" and not argument.prep and argument.modifies < 0 and argument.codes:
            return frozenset(argument.codes)
    return frozenset()


def gather(draft: Draft, following: Reading | None) -> None:
    """Let an exercise that names too few parties have the states whose troops its own or the next sentence names."""
    if draft.frame.type != "exercise":
        return
    for reading in (draft.reading, following):
        if reading is None or not lacking(draft):
            return
        troops = [
            c for a in reading.arguments if a.kind == "force" and a.modifies < 0 and not a.resolved for c in a.codes
        ]
        more = tuple(dict.fromkeys(c for c in troops if c not in draft.actors))
        draft.extra["party"] = (*draft.extra.get("party", ()), *more)


def adopt(draft: Draft, others: Sequence[Draft], *, verb: bool) -> None:
    """Let an agreement or a meeting that names nobody have the parties of the dealing told just before it.

    What is listed after an agreement is what the agreement is about, so it is planned.
    """
    if any(a.kind == "state" and not a.codes for a in draft.arguments()):
        return
    for other in reversed(others):
        distance = draft.reading.sentence.index - other.reading.sentence.index
        if (
            other is not draft
            and other.frame.kind is not Kind.inference
            and (distance > 0 or verb or other.trigger < draft.trigger)
            and 0 <= distance <= 2
            and len(other.main_actors) == 2
        ):
            draft.extra["party"] = tuple(sorted(other.main_actors))
            if (
                other.frame.type == "agreement"
                and draft.frame.type != "agreement"
                and draft.status is Status.ongoing
                and not verb
            ):
                draft.status = Status.planned
            return


def enclosing(draft: Draft, others: Sequence[Draft]) -> Draft | None:
    """The draft of the same sentence whose trigger governs this one."""
    above = set(draft.reading.up(draft.trigger))
    for other in others:
        hostile = other.frame.type in ("threat", "clash", "support", "restriction")
        if other.reading is draft.reading and other.frame.kind is Kind.event and other.trigger in above and not hostile:
            return other
    return None


def related(draft: Draft, other: Draft) -> bool:
    """Whether two drafts are of one kind of dealing and near each other: then parties may be left unsaid."""
    distance = draft.reading.sentence.index - other.reading.sentence.index
    if draft.frame.type == other.frame.type == "basing":
        return 0 < distance <= 2 and draft.codes("host") == other.codes("host")
    if draft.frame.type not in TRANSFERS or other.status is Status.denied:
        return False
    if other.frame.type in TRANSFERS:
        return 0 <= distance <= (2 if draft.actors & other.actors else 1)
    two = other.frame.type in ("meeting", "negotiation", "agreement") and len(other.main_actors) == 2
    return two and 0 <= distance <= 1 and len(draft.main_actors) == 1 and draft.main_actors <= other.main_actors


def wanted(draft: Draft) -> list[str]:
    """The roles of a draft that still lack an actor, intermediaries, origins and places left out."""
    return [r for r in draft.frame.roles if r not in ("intermediary", "origin", "place") and not draft.codes(r)]


def lacking(draft: Draft) -> bool:
    """Whether a draft lacks a party it needs."""
    if shared_role(draft.frame):
        return len(draft.main_actors) < 2
    return bool(wanted(draft))


def share(draft: Draft, other: Draft) -> None:
    """Take over actors: parties become parties; a giver stays a giver; the one that is left takes the empty role."""
    if not lacking(draft):
        return
    role = shared_role(draft.frame)
    if role:
        more = tuple(c for c in other.main_actors if c not in draft.actors)
        if more and (not draft.actors or draft.actors & other.actors):
            draft.extra[role] = (*draft.extra.get(role, ()), *sorted(more))
        return
    for role in wanted(draft):
        side = GIVERS if role in GIVERS else TAKERS
        codes = tuple(c for c in other.codes(*side) if c not in draft.actors)
        if not codes and "party" in other.frame.roles:
            rest = tuple(c for c in other.codes("party") if c not in draft.actors)
            codes = rest if len(rest) == 1 and draft.actors else ()
        if codes:
            draft.extra[role] = codes


def pairwise(draft: Draft) -> list[Draft]:
    """A tie of one state with each of several is as many ties: "ties with A and B" says nothing of A and B."""
    if draft.frame.kind is not Kind.tie or draft.extra:
        return [draft]
    parties = draft.filled.get("party", [])
    others = [a for a in parties if draft.reading.words.is_prep(a.prep, "with")]
    own = [a for a in parties if a not in others]
    codes = tuple(dict.fromkeys(c for a in others for c in a.codes))
    if len(codes) < 2 or len({c for a in own for c in a.codes}) != 1:
        return [draft]
    return [replace(draft, filled={"party": [*own, alone(others, code)]}) for code in codes]


def alone(listed: Sequence[Argument], code: str) -> Argument:
    """The phrase that names an actor, for that actor only."""
    return replace(next(a for a in listed if code in a.codes), codes=(code,))


def tidy(draft: Draft) -> None:
    """Let no actor stand on both sides; the role whose mark is weaker gives it up."""
    for giver in GIVERS:
        for taker in TAKERS:
            both = set(draft.codes(giver)) & set(draft.codes(taker))
            if both and len(draft.actors) >= 1:
                listed = set(draft.codes(giver)) > both == set(draft.codes(taker))
                weaker = any(a.modifies >= 0 or a.resolved for a in draft.filled.get(giver, ()))
                drop(draft, giver if listed or weaker else taker, both)


def drop(draft: Draft, role: str, codes: set[str]) -> None:
    """Take actors out of a role."""
    kept = [a for a in draft.filled.get(role, ()) if not set(a.codes) & codes]
    draft.filled[role] = kept
    if role in draft.extra:
        draft.extra[role] = tuple(c for c in draft.extra[role] if c not in codes)


def enough(draft: Draft) -> str:
    """Why a draft has too few actors to stand; empty where it has enough."""
    missing = [role for role in draft.frame.need if not draft.codes(role)]
    if missing:
        return f"no {missing[0]} found"
    count = len(draft.main_actors)
    required = draft.frame.actors
    if count < required and draft.frame.lone:
        words = draft.reading.classes_in(list(range(len(draft.reading.tokens))))
        required = 1 if set(draft.frame.lone) & words else required
    return "" if count >= max(required, 1) else f"{count} of {required} actors found"


def distinct(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of a document without repetition: the same type, actors and status told again is one statement."""
    kept: list[Draft] = []
    for draft in drafts:
        twin = next((k for k in kept if repeats(draft, k)), None)
        if twin is None:
            kept.append(draft)
        elif better(draft, twin):
            draft.sayings = draft.sayings or twin.sayings
            kept[kept.index(twin)] = draft
        else:
            twin.sayings = twin.sayings or draft.sayings
    return [d for d in kept if not any(covered(d, other) or absorbed(d, other) for other in kept if other is not d)]


def absorbed(draft: Draft, other: Draft) -> bool:
    """Whether another statement of the sentence is about this one's word.

    A halt of deliveries, a threat of a strike.
    """
    if draft.reading is not other.reading or draft.frame.kind is Kind.inference:
        return False
    above = other.trigger in set(draft.reading.up(draft.trigger))
    if other.frame.type == "military_aid" and draft.frame.type == "arms_transfer":
        return (
            above
            and not draft.reading.tokens[draft.trigger].form
            and draft.reading.has(other.trigger, "no_agent", "money")
        )
    if other.frame.type == "restriction":
        return above and draft.frame.type in (*TRANSFERS, "partnership", "agreement")
    return other.frame.type == "threat" and draft.frame.type == "clash" and (above or draft.actors == other.actors)


def repeats(draft: Draft, other: Draft) -> bool:
    """Whether two drafts tell the same: as one event, or as one conclusion of the same sentence."""
    if draft.frame.type != other.frame.type:
        return False
    same_sentence = draft.reading is other.reading
    if draft.frame.kind is not Kind.event and not same_sentence:
        return False
    if not same_sentence and draft.sayings and not other.sayings and not said_again(draft, other):
        return False
    if draft.main_actors == other.main_actors and told_again(draft, other):
        return True
    nested = draft.main_actors <= other.main_actors or other.main_actors <= draft.main_actors
    poorer = draft if len(draft.main_actors) <= len(other.main_actors) else other
    if nested and lacking(poorer) and poorer.status not in (Status.denied, Status.called_for):
        return True
    if same_sentence:
        phases = draft.frame.type == "exercise" and draft.main_actors == other.main_actors
        return nested and (phases or compatible(draft, other))
    return nested and draft.status == other.status


def said_again(draft: Draft, other: Draft) -> bool:
    """Whether a source only repeats what the text told just before, or denies what it held possible."""
    near = draft.reading.sentence.index - other.reading.sentence.index <= 2 and draft.frame.type not in TALKS
    return near and (draft.status is other.status or {draft.status, other.status} == {Status.denied, Status.possible})


def told_again(draft: Draft, other: Draft) -> bool:
    """Whether a later sentence takes a happening up again as a noun, or denies what one before it only supposed."""
    distance = draft.reading.sentence.index - other.reading.sentence.index
    if not 0 < distance <= 3 or draft.frame.kind is not Kind.event:
        return False
    if {draft.status, other.status} == {Status.denied, Status.possible}:
        return True
    if draft.sayings and not other.sayings:
        return False
    noun = not draft.reading.tokens[draft.trigger].form
    return (
        noun
        and draft.status not in (Status.denied, Status.called_for)
        and other.status not in (Status.denied, Status.called_for)
    )


def compatible(draft: Draft, other: Draft) -> bool:
    """Whether two statuses in one sentence may be of one happening: the same, or of one clause."""
    return (
        draft.status == other.status
        or draft.reading.tokens[draft.trigger].clause == other.reading.tokens[other.trigger].clause
        or draft.reading.tokens[draft.trigger].head == other.trigger
        or other.reading.tokens[other.trigger].head == draft.trigger
    )


def better(draft: Draft, other: Draft) -> bool:
    """Whether a draft says more than its twin: more actors, or the denial of what the twin supposes."""
    if draft.main_actors == other.main_actors:
        return draft.status is Status.denied and other.status is Status.possible
    return len(draft.main_actors) > len(other.main_actors)


def covered(draft: Draft, other: Draft) -> bool:
    """One package, one event: money beside the weapons of the same giver and taker, "production" beside its licence."""
    if draft.frame.type == "co_production" and other.frame.type == "licensed_production":
        return draft.reading is other.reading and draft.main_actors <= other.main_actors
    if draft.frame.type not in ("military_aid", "aid") or other.frame.type != "arms_transfer":
        return False
    near = abs(draft.reading.sentence.index - other.reading.sentence.index) <= 1
    return near and draft.main_actors <= other.main_actors and not absorbed(other, draft)
