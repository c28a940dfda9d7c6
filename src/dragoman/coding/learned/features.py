"""What speaks for or against an actor in a role of a draft, as named features.

No word of a language and no name of an actor is a feature, but cases, prepositions, relations of the tree, word classes
of the packs. Each feature stands alone, with the side of the role, and with the group of types.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from dragoman.coding.draft import Draft
from dragoman.coding.learned.candidates import Candidate, Scene, side
from dragoman.coding.phrases import Argument
from dragoman.coding.reading import Reading
from dragoman.coding.slots import offers
from dragoman.coding.subjects import subject

GROUPS: Mapping[str, str] = {
    **dict.fromkeys(("arms_transfer", "military_aid", "aid", "technology_transfer", "training"), "transfer"),
    **dict.fromkeys(("licensed_production",), "transfer"),
    **dict.fromkeys(("meeting", "negotiation"), "talks"),
    **dict.fromkeys(("agreement", "partnership", "co_production", "intelligence_sharing", "exercise"), "mutual"),
    **dict.fromkeys(("clash", "threat", "restriction"), "hostile"),
}
"""Types that say their roles alike; a type that is not named is a group of its own."""

STEPS = 4
"""The longest way through the tree that is told step by step."""

GOVERNING = frozenset({
    "say_verb", "source_phrase", "arms", "designation", "technology", "pact", "relations_word", "place_noun",
    "delivery", "talks_word", "visit_word", "troops_word", "plan_noun", "op_called", "op_possible", "op_planned",
    "op_denied", "op_ongoing", "accuse", "no_agent", "money", "exercise_word", "military_any", "territory_word",
    "participation", "statement_noun", "purchase", "sanction_word", "attack_word", "relay_verb", "outlet_word",
    "talk_verb", "armed_group",
})  # fmt: skip
"""Classes of the word above or below a phrase that tell its part."""


@dataclass(frozen=True, slots=True)
class Sided:
    """What the rules put into the roles of a side, into others than these, and which phrases they took for it."""

    here: frozenset[str]
    other: frozenset[str]
    mine: list[Argument]


@dataclass(slots=True)
class Seen:
    """What is the same for all candidates of a draft, seen once."""

    draft: Draft
    scene: Scene
    verb: int
    acting: Argument | None
    scores: dict[tuple[str, int], float]
    named: dict[str, list[Argument]]
    ancestors: list[int]
    kept: list[Draft]
    spoken: frozenset[str]
    state: dict[str, int]
    group: str
    roles: frozenset[tuple[str, str]]
    """What the rules put in."""
    taken: list[Argument]
    """The phrases that they took."""
    main: int
    """How many actors are in it, whom it is from and where it is left out."""
    common: tuple[str, ...] = field(default=())
    sided: dict[str, Sided] = field(default_factory=dict)
    """What `by_side` found."""
    phrases: dict[int, list[str]] = field(default_factory=dict)
    """The features of a phrase, the same in every role, by its identity."""
    actors: dict[tuple[str, tuple[str, ...]], list[str]] = field(default_factory=dict)
    """Those of actors, the same in every role, by where they come from."""

    @classmethod
    def of(cls, draft: Draft, scene: Scene) -> Seen:
        """The draft in its scene."""
        reading, trigger = draft.reading, draft.trigger
        verb = trigger if reading.tokens[trigger].form else reading.verb_above(trigger)
        scores: dict[tuple[str, int], float] = {}
        for offer in offers(reading, draft.frame, trigger):
            key = offer.role, id(offer.argument)
            scores[key] = max(scores.get(key, 0.0), offer.score)
        named: dict[str, list[Argument]] = {}
        for argument in reading.arguments:
            for code in argument.codes:
                named.setdefault(code, []).append(argument)
        sides: dict[str, int] = {}
        roles = frozenset(draft.roles)
        for role, _ in roles:
            sides[side(role)] = sides.get(side(role), 0) + 1
        seen = cls(
            draft, scene, verb, subject(reading, verb) if verb >= 0 else None, scores, named,
            chain(reading, trigger), [d for d in scene.drafts if d.reading is reading and d.trigger != trigger],
            frozenset(reading.speaker), sides, GROUPS.get(draft.frame.type, draft.frame.type), roles, draft.arguments(),
            len(draft.main_actors),
        )  # fmt: skip
        seen.common = tuple(of_draft(seen))
        return seen

    def by_side(self, own: str) -> Sided:
        """What the rules put into the roles of a side."""
        found = self.sided.get(own)
        if found is None:
            here = frozenset(c for r, c in self.roles if side(r) == own)
            other = frozenset(c for r, c in self.roles if side(r) not in (own, "party") or (side(r) == "party" != own))
            mine = [a for r, arguments in self.draft.filled.items() if side(r) == own for a in arguments]
            found = self.sided[own] = Sided(here, other, mine)
        return found


def chain(reading: Reading, index: int) -> list[int]:
    """A word and its governors up the tree, nearest first."""
    found = [index]
    while len(found) < 12 and (above := reading.tokens[found[-1]].head) >= 0 and above not in found:
        found.append(above)
    return found


@dataclass(slots=True)
class Crossed:
    """The features of a candidate in his role before they are crossed: those of himself, what the rules say first, and
    those of the draft around him.
    """

    side: str
    group: str
    own: list[str]
    context: list[str]

    @property
    def rules(self) -> str:
        """What the rules say, which all others are crossed with."""
        return self.own[0]

    def spelt_out(self) -> list[str]:
        """All features."""
        first, *others = (crossings(self.side, self.group, self.rules, name) for name in self.own)
        around = (of_context(self.side, self.rules, name) for name in self.context)
        return [name for names in (first[:-1], *others, *around) for name in names]


def crossings(own: str, group: str, rules: str, name: str) -> tuple[str, str, str, str]:
    """A feature of a candidate alone, with his side, with the group of types, and with what the rules say."""
    return name, f"{own} {name}", f"{own} {group} {name}", f"{own} {rules} & {name}"


def of_context(own: str, rules: str, name: str) -> tuple[str, str]:
    """A feature of the draft with the side of a candidate, and with what the rules say."""
    return f"{own} {name}", f"{own} {rules} & {own} {name}"


def crossed(seen: Seen, candidate: Candidate) -> Crossed:
    """The features of a candidate in his role."""
    own = side(candidate.role)
    actor = seen.actors.get((candidate.source, candidate.codes))
    if actor is None:
        actor = seen.actors[candidate.source, candidate.codes] = [*of_actor(seen, candidate)]
    found = [*of_rules(seen, candidate), *actor]
    if (argument := candidate.argument) is not None:
        phrase = seen.phrases.get(id(argument))
        if phrase is None:
            phrase = [*of_phrase(seen, argument), *of_place(seen, argument), *of_tree(seen, argument)]
            seen.phrases[id(argument)] = phrase
        found += phrase
    filled = f"has={min(2, seen.state.get(own, 0))},{min(1, seen.main - seen.state.get(own, 0))}"
    return Crossed(own, seen.group, found, [*seen.common, filled, f"type={seen.draft.frame.type}"])


def of_draft(seen: Seen) -> Iterator[str]:
    """The draft itself: status, form of its word, how many actors its sentence names."""
    token = seen.draft.reading.tokens[seen.draft.trigger]
    yield f"status={seen.draft.status.value}"
    yield f"word={token.form or token.pos}{token.voice if token.form else ''}"
    yield f"actors={min(4, len(seen.named))}"


def of_rules(seen: Seen, candidate: Candidate) -> Iterator[str]:
    """What the rules say; the first is the one that all others are crossed with."""
    sided = seen.by_side(side(candidate.role))
    if candidate.argument is not None and any(a is candidate.argument for a in sided.mine):
        yield "rules=this"
    elif not sided.here.isdisjoint(candidate.codes):
        yield "rules=named_again"
    elif not sided.other.isdisjoint(candidate.codes):
        yield "rules=other_role"
    else:
        yield "rules=open"
    if candidate.argument is None:
        return
    score = seen.scores.get((candidate.role, id(candidate.argument)), 0.0)
    yield f"slot={'none' if score <= 0 else 'weak' if score < 0.75 else 'fair' if score < 1.0 else 'good'}"
    group = seen.draft.reading.conjuncts(candidate.argument)
    if len(group) > 1:
        joined = any(a is b for a in sided.mine for b in group)
        taken = any(a is b for a in seen.taken for b in group)
        yield f"list={'here' if joined else 'elsewhere' if taken else 'apart'}"


def of_actor(seen: Seen, candidate: Candidate) -> Iterator[str]:
    """The actor in document and sentence."""
    code = candidate.codes[0]
    yield f"source={candidate.source}"
    yield f"codes={min(3, len(candidate.codes))}"
    yield f"state={code in seen.scene.homes}"
    rank = seen.scene.homes.index(code) if code in seen.scene.homes else 9
    yield f"rank={min(3, rank)}"
    yield f"mentions={min(3, seen.scene.counts[code])}"
    yield f"here={min(3, len(seen.named.get(code, ())))}"
    if set(candidate.codes) & seen.spoken:
        yield "speaker"
    for other in seen.kept:
        roles = {side(r) for r, c in other.roles if c == code}
        alike = "alike" if GROUPS.get(other.frame.type, other.frame.type) == seen.group else "other"
        yield from (f"also={role} in {alike}" for role in sorted(roles))


def of_phrase(seen: Seen, argument: Argument) -> Iterator[str]:
    """The phrase: what it is made of, its case and preposition."""
    reading = seen.draft.reading
    head = reading.tokens[argument.head]
    yield f"form={argument.form}"
    yield f"kind={argument.kind or 'bare'}"
    if argument.modifies >= 0:
        yield "modifier"
        yield from (f"modifies={n}" for n in sorted(reading.classes.get(argument.modifies, set()) & GOVERNING))
    else:
        yield f"mark={argument.over or argument.prep}+{argument.case}"
    yield f"relation={head.relation}"
    yield from (name for name in ("plural", "resolved", "against") if getattr(argument, name))
    if head.quoted:
        yield "quoted"
    if argument.prep and reading.words.is_prep(argument.prep, "background"):
        yield "background"


def of_place(seen: Seen, argument: Argument) -> Iterator[str]:
    """Where the phrase stands from the trigger: side, distance, what lies between."""
    reading, trigger = seen.draft.reading, seen.draft.trigger
    where = "before" if argument.head < trigger else "after" if argument.head > trigger else "at"
    distance = abs(argument.head - trigger)
    far = next(
        (name for limit, name in ((1, "1"), (3, "3"), (6, "6"), (11, "11"), (20, "20")) if distance <= limit), "99"
    )
    yield f"place={where}"
    yield f"far={where} {far}"
    first, last = sorted((argument.head, trigger))
    between = reading.tokens[first + 1 : last]
    verbs = sum(t.form in ("Fin", "Conv") for t in between)
    yield f"verbs={min(2, verbs)}"
    yield f"marks={min(3, sum(t.text in ',;:—–(' for t in between))}"
    rivals = {c for a in reading.arguments if first < a.head < last for c in a.codes} - set(argument.codes)
    yield f"rivals={where} {min(2, len(rivals))}"
    same = reading.tokens[argument.head].clause == reading.tokens[trigger].clause
    yield f"clause={'same' if same else clause_kind(reading, argument.head)}"


def clause_kind(reading: Reading, index: int) -> str:
    """The kind of the clause of a word, empty without clauses."""
    clauses = reading.sentence.clauses
    return clauses[reading.tokens[index].clause].kind if clauses else ""


def of_tree(seen: Seen, argument: Argument) -> Iterator[str]:
    """How the tree joins the phrase with the trigger."""
    reading, trigger = seen.draft.reading, seen.draft.trigger
    if reading.attached(argument.head, trigger):
        yield "hangs=trigger"
    elif seen.verb >= 0 and reading.attached(argument.head, seen.verb):
        yield "hangs=verb"
    else:
        yield "hangs=elsewhere"
    if argument is seen.acting:
        passive = reading.tokens[seen.verb].voice == "Pass"
        yield f"acting={'passive' if passive else 'active'} {'own' if seen.verb == trigger else 'above'}"
    up = chain(reading, argument.head)
    yield f"way={way(reading, up, seen.ancestors)}"
    above = reading.tokens[argument.head].head
    if above >= 0:
        token = reading.tokens[above]
        yield f"above={token.form or token.pos}"
        yield from (f"above={name}" for name in sorted(reading.classes.get(above, set()) & GOVERNING))


def way(reading: Reading, up: list[int], down: list[int]) -> str:
    """The relations from a phrase up to the word that it shares with the trigger, and the steps down from there."""
    for steps, index in enumerate(up):
        if index in down:
            climbed = ">".join(reading.tokens[i].relation for i in up[:steps])
            below = "<".join(reading.tokens[i].relation for i in down[: down.index(index)])
            return f"{climbed}^{below}" if steps + down.index(index) <= STEPS else "long"
    return "none"
