"""The learned part as the rules coder asks for it: link the actors, then judge whether the draft stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache, cached_property

import yaml

from dragoman.coding.learned.attempt import Attempt, Reviser
from dragoman.coding.learned.candidates import Scene
from dragoman.coding.learned.features import Seen
from dragoman.coding.learned.link import decide, weigh
from dragoman.coding.learned.merits import merits
from dragoman.coding.learned.model import FOLDER, Model, load
from dragoman.errors import CodebookError


def reviser(language: str) -> Reviser:
    """The learned part for a language, or what leaves the rules alone where it was not seen to help."""
    learned = LearnedReviser(stricter().get(language, {}))
    return learned if language in (*learned.stands.languages, *stricter()) else RulesAlone()


@cache
def stricter() -> dict[str, dict[str, dict[str, float]]]:
    """The limits of languages that have their own, by model. Raises CodebookError for a limit out of range."""
    found: dict[str, dict[str, dict[str, float]]] = yaml.safe_load((FOLDER / "stricter.yaml").read_text("utf8"))
    limits = [value for models in found.values() for model in models.values() for value in model.values()]
    if not all(0.0 <= value <= 1.0 for value in limits):
        raise CodebookError("a limit is not between 0 and 1", source="learned/stricter.yaml")
    return found


class RulesAlone:
    """Lets stand what the rules let stand."""

    def revise(self, attempts: Sequence[Attempt], scene: Scene) -> list[Attempt]:
        """The attempts without a doubt, as they are."""
        return [a for a in attempts if not a.doubt]


class LearnedReviser:
    """Revises by the weights of `roles.json` and `stands.json`; `own` are limits above theirs, by model."""

    def __init__(self, own: Mapping[str, Mapping[str, float]] | None = None) -> None:
        self.own = own or {}

    @cached_property
    def roles(self) -> Model:
        """The weights for who fills which role, read on first use."""
        return self.limited("roles")

    @cached_property
    def stands(self) -> Model:
        """The weights for whether a draft is an event at all."""
        return self.limited("stands")

    def limited(self, name: str) -> Model:
        """A model with the limits of the language."""
        model = load(name)
        return replace(model, limits={**model.limits, **self.own.get(name, {})})

    def revise(self, attempts: Sequence[Attempt], scene: Scene) -> list[Attempt]:
        """The attempts that stand; of one trigger one only, the likeliest of those that the rules doubt.

        Where the rules found nobody, nothing is made up from whom the sentence names.
        """
        sure = [(self.chance(a, scene), a) for a in attempts if not a.doubt]
        likely = [a for chance, a in sure if chance >= self.stands.limits["sure"]]
        kept = [a for a in likely if not a.draft.links or not told(a, [b for b in likely if not b.draft.links])]
        taken = {a.draft.trigger for a in kept}
        named = [a for a in attempts if a.doubt and a.draft.main_actors and a.draft.trigger not in taken]
        open_ = [(self.chance(a, scene), a) for a in named]
        for chance, attempt in sorted(open_, key=lambda pair: -pair[0]):
            if told(attempt, kept) or attempt.draft.trigger in taken:
                continue
            if chance >= self.stands.limits[limit_of(attempt)]:
                kept.append(attempt)
                taken.add(attempt.draft.trigger)
        return kept

    def chance(self, attempt: Attempt, scene: Scene) -> float:
        """How probable it is that the draft, with its roles mended, tells an event; 0 without any actor."""
        seen = Seen.of(attempt.draft, scene)
        weighed = weigh(seen, self.roles)
        decide(attempt.draft, weighed, self.roles)
        return self.stands.score(merits(attempt, seen, weighed)) if attempt.draft.main_actors else 0.0


def told(attempt: Attempt, kept: Sequence[Attempt]) -> bool:
    """Whether a draft of the sentence that stands tells the same of the same actors."""
    own = attempt.draft
    return any(k.draft.frame.type == own.frame.type and own.main_actors <= k.draft.main_actors for k in kept)


def limit_of(attempt: Attempt) -> str:
    """The name of the threshold for an attempt."""
    return "actors" if attempt.doubt else "sure"
