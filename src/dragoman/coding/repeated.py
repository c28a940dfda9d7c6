"""Which drafts of a document say the same thing, and which of two such is kept."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coding.draft import GIVERS, Draft
from dragoman.coding.gaps import TRANSFERS, lacking
from dragoman.coding.scopes import TALKS
from dragoman.model import Kind, Status


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
            and (other.frame.mode == "money" or draft.reading.has(other.trigger, "no_agent", "money"))
        )
    if other.frame.mode == "proposed" and draft.reading.has(other.trigger, "guarantee_word"):
        return draft.trigger > other.trigger
    if other.frame.type == "restriction":
        forbidden = set(draft.codes(*GIVERS)) & set(other.codes("target"))
        return above and draft.frame.type in (*TRANSFERS, "partnership", "agreement") and not forbidden
    return other.frame.type == "threat" and draft.frame.type == "clash" and (above or draft.actors == other.actors)


def repeats(draft: Draft, other: Draft) -> bool:
    """Whether two drafts tell the same: as one event, or as one conclusion of the same sentence."""
    if draft.frame.type != other.frame.type:
        return False
    same_sentence = draft.reading is other.reading
    if draft.frame.kind is not Kind.event and not same_sentence:
        return False
    if taken_over(draft, other) or under_way(draft, other) or headlined(draft, other):
        return True
    if not same_sentence and draft.sayings and not other.sayings and not said_again(draft, other):
        return False
    if draft.main_actors == other.main_actors and (told_again(draft, other) or fulfilled(draft, other)):
        return True
    nested = draft.main_actors <= other.main_actors or other.main_actors <= draft.main_actors
    poorer = draft if len(draft.main_actors) <= len(other.main_actors) else other
    if nested and lacking(poorer) and poorer.status not in (Status.denied, Status.called_for):
        return True
    if same_sentence:
        phases = draft.frame.type in ("exercise", "visit") and draft.main_actors == other.main_actors
        return nested and (phases or compatible(draft, other))
    return nested and draft.status == other.status


def taken_over(draft: Draft, other: Draft) -> bool:
    """Whether a noun that names nobody itself has all its actors from what was told before: it means that."""
    told = 0 < draft.reading.sentence.index - other.reading.sentence.index <= 2
    if not told or draft.reading.tokens[draft.trigger].form or draft.frame.kind is not Kind.event:
        return False
    if Status.denied in (draft.status, other.status) or draft.status is Status.called_for:
        return False
    own = {c for a in draft.arguments() if not a.resolved for c in a.codes}
    return not own and draft.main_actors == other.main_actors


LASTING = frozenset({"exercise", "training", "visit"})
"""Types that last: that they have begun and will go on is one of them."""


def under_way(draft: Draft, other: Draft) -> bool:
    """Whether two sentences tell of one lasting act, of which one says that it is under way."""
    near = 0 < draft.reading.sentence.index - other.reading.sentence.index <= 2
    alike = near and draft.frame.type in LASTING and draft.main_actors <= other.main_actors and len(draft.actors) > 1
    both = {draft.status, other.status}
    if alike and draft.frame.type == "training" and other.reading.has(other.trigger, "arrive"):
        return True
    return alike and Status.ongoing in both and both <= {Status.ongoing, Status.planned, Status.happened}


def headlined(draft: Draft, other: Draft) -> bool:
    """Whether the first sentence below a headline tells the talks or the visit that the headline announced."""
    first = other.reading.sentence
    title = first.index == 0 and not first.text.rstrip().endswith((".", "!", "?", "»", '"'))
    below = title and draft.reading.sentence.index == 1 and draft.reading.sentence.paragraph == 1
    told = {draft.status, other.status} <= {Status.ongoing, Status.planned, Status.happened}
    return below and told and draft.frame.type in (*TALKS, "exercise") and draft.main_actors == other.main_actors


def fulfilled(draft: Draft, other: Draft) -> bool:
    """Whether one tells the delivery of what the other, a participle or a relative clause beside it, calls ordered."""
    if draft.reading is not other.reading or draft.frame.type != "arms_transfer":
        return False
    ordered = next((d for d in (draft, other) if d.frame.mode == "ordered"), None)
    if ordered is None or draft.frame.mode == other.frame.mode:
        return False
    token = ordered.reading.tokens[ordered.trigger]
    return token.form == "Part" or token.relation in ("acl", "acl:relcl")


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
    if draft.frame.type == "exercise" and (other.status, draft.status) == (Status.happened, Status.planned):
        return False
    noun = draft.reading.tokens[draft.trigger].form in ("", "Part") or draft.frame.type == "exercise"
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
        if fulfilled(draft, other):
            return other.frame.mode == "ordered"
        told = draft.reading is other.reading and other.frame.mode == draft.frame.mode == "troops"
        verb = draft.reading.tokens[draft.trigger].form and not other.reading.tokens[other.trigger].form
        return bool(told and verb) or (draft.status is Status.denied and other.status is Status.possible)
    return len(draft.main_actors) > len(other.main_actors)


PACKAGE = 2
"""Sentences within which an announced package and the weapons in it are told."""


def covered(draft: Draft, other: Draft) -> bool:
    """One package, one event: money beside the weapons of the same giver and taker, "production" beside its licence."""
    if draft.frame.type == "co_production" and other.frame.type == "licensed_production":
        return draft.reading is other.reading and draft.main_actors <= other.main_actors
    if draft.frame.type not in ("military_aid", "aid") or other.frame.type != "arms_transfer":
        return False
    near = abs(draft.reading.sentence.index - other.reading.sentence.index) <= PACKAGE
    return near and draft.main_actors <= other.main_actors and not absorbed(other, draft)
