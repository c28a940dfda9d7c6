"""What speaks for or against a draft being an event at all, as named features."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.coding.learned.attempt import Attempt
from dragoman.coding.learned.candidates import side
from dragoman.coding.learned.features import GOVERNING, Seen, clause_kind
from dragoman.coding.learned.link import Weighed

STAIRS = (0.2, 0.35, 0.5, 0.65, 0.8, 0.9, 0.96)
"""Probabilities from which on a feature holds: an actor is weighed by how many of these he reaches."""

DEFENCE = frozenset({"military_any", "defence_topic", "arms", "designation", "troops_word", "military", "war_word"})


def merits(attempt: Attempt, seen: Seen, weighed: Sequence[Weighed]) -> list[str]:
    """All features of an attempt whose roles have been mended; `seen` is how it was before."""
    draft = attempt.draft
    found = [*of_word(attempt, seen), *of_actors(attempt, seen, weighed), *of_topic(attempt), *of_scene(attempt, seen)]
    doubt = f"doubt={'actors' if attempt.doubt else 'none'}"
    head = [doubt, f"type={draft.frame.type}", f"{doubt} {seen.group}", f"{doubt} {draft.frame.type}"]
    return [
        *head,
        f"rule={draft.frame.rule}",
        *found,
        *(f"{doubt} {f}" for f in found),
        *(f"{seen.group} {f}" for f in found),
    ]


def of_word(attempt: Attempt, seen: Seen) -> Iterator[str]:
    """The trigger: its form, what governs it, its clause, how sure the text is of it."""
    draft, reading = attempt.draft, attempt.draft.reading
    token = reading.tokens[draft.trigger]
    yield f"word={token.form or token.pos} {token.voice if token.form else ''} {token.tense}"
    yield f"relation={token.relation}"
    yield f"status={draft.status.value}"
    yield f"clause={clause_kind(reading, draft.trigger)}"
    if token.quoted:
        yield "quoted"
    if draft.negations:
        yield "negated"
    above = {n for i in reading.up(draft.trigger) for n in reading.classes.get(i, set())}
    yield from (f"under={name}" for name in sorted(above & GOVERNING))
    before = [t for t in reading.tokens if t.head == draft.trigger and t.pos == "ADP"]
    if before and not token.form:
        yield f"prep={'background' if reading.words.is_form(before[0], 'background') else 'other'}"
    if draft.trigger and reading.has(draft.trigger - 1, "demonstrative"):
        yield "this"


def of_actors(attempt: Attempt, seen: Seen, weighed: Sequence[Weighed]) -> Iterator[str]:
    """Who is in it: how many, by whom put in, how likely the least likely and the likeliest outside."""
    draft = attempt.draft
    actors = draft.main_actors
    best: dict[str, float] = {}
    for one in weighed:
        for code in one.candidate.codes:
            best[code] = max(best.get(code, 0.0), one.probability)
    least = min((best.get(c, 0.5) for c in actors), default=0.0)
    rest = max((p for c, p in best.items() if c not in actors), default=0.0)
    yield from (f"least>{step}" for step in STAIRS if least > step)
    yield from (f"rest>{step}" for step in STAIRS if rest > step)
    yield f"count={min(3, len(actors))}"
    yield f"by rules={min(3, sum(seen.state.values()))}"
    yield f"sides={'+'.join(sorted({side(r) for r, _ in draft.roles}))}"
    yield f"linked={len(draft.links) > 0}"
    yield f"lacks={max(0, draft.frame.actors - len(actors))}"
    own = draft.arguments()
    if own and all(a.modifies >= 0 for a in own):
        yield "modifiers only"
    if own and all(a.resolved for a in own):
        yield "resolved only"
    if not own:
        yield "context only"


def of_topic(attempt: Attempt) -> Iterator[str]:
    """Whether the text is about defence, and what is in the trigger's reach."""
    draft, reading = attempt.draft, attempt.draft.reading
    here = reading.classes_in(list(range(len(reading.tokens))))
    yield f"defence here={bool(here & DEFENCE)}"
    yield f"defence near={bool(reading.topics & DEFENCE)}"
    reach = reading.classes_in([i for i in reading.reach(draft.trigger) if i != draft.trigger])
    yield from (f"reach={name}" for name in sorted(reach & (GOVERNING | DEFENCE)))


def of_scene(attempt: Attempt, seen: Seen) -> Iterator[str]:
    """The drafts around it, and where in the text it stands."""
    draft = attempt.draft
    yield f"beside={min(2, len({d.trigger for d in seen.kept}))}"
    yield f"named={min(4, len(seen.named))}"
    yield f"sentence={min(4, draft.reading.sentence.index)}"
    for other in seen.scene.drafts:
        if other.trigger == draft.trigger and other.reading is draft.reading:
            continue
        if other.frame.type == draft.frame.type:
            where = "here" if other.reading is draft.reading else "before"
            yield f"told {where}={other.main_actors == draft.main_actors}"
