"""What a draft takes from those around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.actors import organisations
from dragoman.coding import speaking
from dragoman.coding.draft import GIVERS, TAKERS, Draft
from dragoman.coding.gaps import HOSTILE, SYMMETRIC, TRANSFERS, lacking, share, wanted
from dragoman.coding.inference_gaps import unfounded
from dragoman.coding.phrases import Argument
from dragoman.coding.reading import Reading
from dragoman.coding.slots import candidates, shared_role
from dragoman.coding.two_sides import take_sides
from dragoman.model import Kind, Status

LOOKBACK = 30
"""Sentences in which the tie that "the cooperation with X" means may stand: an article, not a whole digest."""


def inherit(draft: Draft, others: Sequence[Draft]) -> None:
    """Fill missing roles from an enclosing draft ("a contract with A on …") or one just before it."""
    taken_up(draft, others)
    if not draft.frame.inherit or draft.frame.kind is Kind.inference:
        return
    outer = enclosing(draft, others)
    if outer is not None:
        share(draft, outer)
    for other in reversed(others):
        if other is not draft and other is not outer and lacking(draft) and related(draft, other):
            share(draft, other)
    take_sides(draft, others)
    if draft.frame.type in TRANSFERS and len(wanted(draft)) == 1:
        of_partner(draft)
    if shared_role(draft.frame) and lacking(draft) and draft.frame.kind is Kind.event:
        of_tie(draft)
        of_dealing(draft, others)
        of_contract(draft, others)
    verb = bool(draft.reading.tokens[draft.trigger].form)
    if (
        draft.frame.type in SYMMETRIC - {"partnership"}
        and not draft.main_actors
        and (not verb or draft.frame.type == "agreement")
    ):
        adopt(draft, others, verb=verb)
    if lacking(draft) and draft.status is Status.denied:
        speaking.denier(draft)
    if draft.frame.type in ("meeting", "exercise") and lacking(draft):
        of_visit(draft, others)
    speaking.take(draft)
    of_pact_before(draft, others)
    if lacking(draft) and draft.frame.type != "partnership" and refers(draft):
        complete(draft, others)


def taken_up(draft: Draft, others: Sequence[Draft]) -> None:
    """Give a hostile act that is denied the target of the accusation before it ("it denies that it plans to …")."""
    if draft.frame.type not in HOSTILE or draft.status is not Status.denied or not lacking(draft):
        return
    for other in reversed(others):
        near = 0 < draft.reading.sentence.index - other.reading.sentence.index <= 2
        alike = other.frame.type == draft.frame.type and set(draft.codes("source")) & set(other.codes("source"))
        if near and alike and not draft.codes("target"):
            draft.extra["target"] = other.codes("target")
            return


def of_visit(draft: Draft, others: Sequence[Draft]) -> None:
    """Give a meeting that "this visit" will bring the visitor and the host of the visit told before."""
    reading = draft.reading
    meant = [t.index for t in reading.tokens[1:] if reading.has(t.index, "visit_word") and not t.form]
    visits = [
        o for o in others if o.frame.type == "visit" and 0 <= reading.sentence.index - o.reading.sentence.index <= 3
    ]
    if visits and any(reading.has(i - 1, "demonstrative") for i in meant):
        share(draft, visits[-1])


def of_pact_before(draft: Draft, others: Sequence[Draft]) -> None:
    """Give an agreement that names one party the other of the agreement told before ("the contract must be …")."""
    for other in reversed(others):
        near = 0 < draft.reading.sentence.index - other.reading.sentence.index <= 3
        if draft.frame.type == other.frame.type == "agreement" and near and len(other.main_actors) == 2:
            if lacking(draft) and draft.main_actors <= other.main_actors:
                share(draft, other)
            return


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


def of_partner(draft: Draft) -> None:
    """Give the open role of what a pact is about to the one with whom it is ("the contract with A to supply …")."""
    reading = draft.reading
    before = reversed([t for t in reading.tokens[max(0, draft.trigger - 8) : draft.trigger] if not t.form])
    pacts = [i for i in (*reading.up(draft.trigger), *(t.index for t in before)) if reading.has(i, "pact")]
    for pact in pacts:
        beside = [
            c
            for a in reading.arguments
            if reading.words.is_prep(a.prep, "with") and reading.attached(a.head, pact)
            for b in reading.conjuncts(a)
            for c in b.codes
        ]
        if beside and not set(beside) & draft.actors:
            draft.extra[wanted(draft)[0]] = tuple(dict.fromkeys(beside))
            return


def of_dealing(draft: Draft, others: Sequence[Draft]) -> None:
    """Give a mutual act that names one party the two of the meeting or agreement told in the same sentence."""
    if draft.frame.type not in ("co_production", "agreement") or len(draft.main_actors) != 1:
        return
    for other in others:
        talks = other.reading is draft.reading and other.frame.type in ("meeting", "negotiation", "agreement")
        if talks and len(other.main_actors) == 2 and draft.main_actors <= other.main_actors:
            share(draft, other)


def of_contract(draft: Draft, others: Sequence[Draft]) -> None:
    """Give an agreement that names one party the other of what it is about ("a contract to supply the army of A")."""
    if draft.frame.type != "agreement" or len(draft.main_actors) != 1:
        return
    reading = draft.reading
    for other in others:
        if other.reading is not reading or other.frame.type not in (*TRANSFERS, "co_production", "licensed_production"):
            continue
        about = any(reading.has(i, "pact") for i in reading.up(other.trigger))
        if about and len(other.main_actors) == 2 and draft.main_actors <= other.main_actors:
            share(draft, other)
            return


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


def given(draft: Draft, found: Sequence[Draft]) -> None:
    """Let goods that come somewhere be from whom the participle behind them says ("the jets donated by A arrived in
    B").
    """
    tokens = draft.reading.tokens
    if draft.frame.type != "arms_transfer" or not tokens[draft.trigger].form:
        return
    for other in found:
        goods = tokens[other.trigger].head
        behind = other.frame.type == draft.frame.type and tokens[other.trigger].form == "Part" and goods >= 0
        if behind and tokens[goods].head == draft.trigger and tokens[goods].relation.startswith("nsubj"):
            share(draft, other)


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
            and other.frame.type not in HOSTILE
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
        apart = other.frame.type in (*HOSTILE, "support")
        if other.reading is draft.reading and other.frame.kind is Kind.event and other.trigger in above and not apart:
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
    if draft.frame.mode == "membership":
        of_defence(draft)
    named = {role for found in (draft.filled, draft.extra) for role in found}
    for giver in (role for role in GIVERS if role in named):
        for taker in (role for role in TAKERS if role in named):
            both = set(draft.codes(giver)) & set(draft.codes(taker))
            if both and len(draft.actors) >= 1:
                listed = set(draft.codes(giver)) > both == set(draft.codes(taker))
                weaker = any(a.modifies >= 0 or a.resolved for a in draft.filled.get(giver, ()))
                drop(draft, giver if listed or weaker else taker, both)


def of_defence(draft: Draft) -> None:
    """Leave out of what is joined the unions that are no pact of defence, where such a pact is joined as well."""
    bodies = [organisations()[c] for c in draft.codes("party") if c in organisations()]
    if any(body.pledge for body in bodies):
        drop(draft, "party", {body.code for body in bodies if not body.pledge})


def drop(draft: Draft, role: str, codes: set[str]) -> None:
    """Take actors out of a role."""
    kept = [a for a in draft.filled.get(role, ()) if not set(a.codes) & codes]
    draft.filled[role] = kept
    if role in draft.extra:
        draft.extra[role] = tuple(c for c in draft.extra[role] if c not in codes)


def at_home(draft: Draft) -> bool:
    """Whether forces or a ministry conclude a contract and no other side is spoken of: a purchase at home."""
    reading = draft.reading
    own = [a for a in draft.arguments() if a.codes and a.kind in ("institution", "force")]
    dealt = [t for t in reading.tokens if t.pos == "ADP" and reading.words.is_form(t, "dealt_with")]
    with_own = [
        a
        for a in reading.arguments
        if a.codes and reading.words.is_prep(a.prep, "dealt_with") and set(a.codes) <= draft.main_actors
    ]
    beside = len(dealt) > len(with_own)
    contract = any(reading.has(i, "contract") for i in reading.reach(draft.trigger))
    return draft.frame.type == "agreement" and contract and bool(own) and not beside and not draft.extra


def enough(draft: Draft) -> str:
    """Why a draft has too few actors to stand; empty where it has enough."""
    missing = [role for role in draft.frame.need if not draft.codes(role)]
    if missing:
        return f"no {missing[0]} found"
    count = len(draft.main_actors)
    if count == 1 and at_home(draft):
        return "a contract at home"
    if unfounded(draft):
        return "no tie of states that it could follow from"
    required = draft.frame.actors
    if count < required and draft.frame.lone:
        words = draft.reading.classes_in(list(range(len(draft.reading.tokens))))
        required = 1 if set(draft.frame.lone) & words else required
    return "" if count >= max(required, 1) else f"{count} of {required} actors found"
