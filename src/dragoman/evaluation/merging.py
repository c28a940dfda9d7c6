"""How well merging does on stories: B-cubed on annotated and on coded statements beside the baselines, and copies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from dragoman.evaluation.baselines import METHODS, Labels
from dragoman.evaluation.bcubed import BCubed, Share, bcubed, shares
from dragoman.evaluation.labelled import Labelled, annotated, coded, documents
from dragoman.evaluation.scored import split_of
from dragoman.evaluation.stories import Story
from dragoman.events import Signed, copy_groups, signature
from dragoman.model import Coding

MERGED = "merged"
ANNOTATED = "annotated"


@dataclass(frozen=True, slots=True)
class Layer:
    """One set of reports, merged in every way. `found` and `shares` are by the name of the way, then by key."""

    name: str
    labelled: Labelled
    found: Mapping[str, Labels]
    shares: Mapping[str, Mapping[str, Share]]

    def figures(self, method: str, keys: Iterable[str] | None = None) -> BCubed:
        """The figures of a way over all statements, or over some."""
        own = self.shares[method]
        return bcubed(own.values() if keys is None else (own[key] for key in keys if key in own))


@dataclass(frozen=True, slots=True)
class Copies:
    """Pairs of near-duplicate documents: how many there are, were found, and were found rightly."""

    gold: int
    found: int
    right: int

    @property
    def precision(self) -> float | None:
        """The share of the found pairs that are right; None where none was found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """The share of the pairs that were found; None where there are none."""
        return self.right / self.gold if self.gold else None


def layer(name: str, labelled: Labelled, *, known_alone: bool = False) -> Layer:
    """Merge a set of reports in every way. With `known_alone`, only what is both annotated and coded is compared."""
    found = {method: put_together(labelled.reports) for method, put_together in METHODS.items()}
    gold = dict(labelled.happening)
    if known_alone:
        both = {report.key for report in labelled.reports} & set(gold)
        gold = {key: label for key, label in gold.items() if key in both}
        found = {method: {k: v for k, v in labels.items() if k in both} for method, labels in found.items()}
    return Layer(name, labelled, found, {method: shares(labels, gold) for method, labels in found.items()})


def layers(stories: Sequence[Story], codings: Mapping[str, Coding]) -> list[Layer]:
    """The statements as annotated; as coded, where missed and surplus ones count; as coded, where both are there.

    `codings` are by the id of the document.
    """
    of_coder = coded(stories, codings)
    return [
        layer(ANNOTATED, annotated(stories)),
        layer("coded", of_coder),
        layer("coded and annotated", of_coder, known_alone=True),
    ]


def copies(stories: Sequence[Story]) -> Copies:
    """Which documents are taken for copies of each other, against which are."""
    gold = _pairs(
        {f"{story.story}/{r.id}": f"{story.story}/{r.copy_of or r.id}" for story in stories for r in story.reports}
    )
    found = _pairs(copy_groups(Signed(d.id, signature(d.text), d.published) for d in documents(stories)))
    return Copies(len(gold), len(found), len(gold & found))


def splits(layer: Layer) -> dict[str, list[str]]:
    """The keys of all statements of a layer, surplus ones too, by the split of their story."""
    found: dict[str, list[str]] = {}
    for key in layer.shares[MERGED]:
        found.setdefault(split_of(key.rpartition("/")[0]), []).append(key)
    return dict(sorted(found.items()))


def groups(stories: Sequence[Story], by: str) -> dict[str, list[str]]:
    """The keys of the annotated statements by `kind`, `lang`, `split`, `status` or `type`, sorted by name.

    A story of several kinds counts under each; `lang` is that of all reports of the happening.
    """
    found: dict[str, list[str]] = {}
    labelled = annotated(stories)
    by_name = {story.story: story for story in stories}
    languages: dict[str, set[str]] = {}
    for report in labelled.reports:
        languages.setdefault(labelled.happening[report.key], set()).add(report.language or "und")
    for report in labelled.reports:
        story = by_name[report.document.rpartition("/")[0]]
        names = {
            "kind": story.kinds,
            "lang": (" and ".join(sorted(languages[labelled.happening[report.key]])),),
            "split": (split_of(story.story),),
            "status": (report.statement.status.value,),
            "type": (report.statement.type,),
        }[by]
        for name in names:
            found.setdefault(name, []).append(report.key)
    return dict(sorted(found.items()))


def pinned(found: Iterable[Layer], pairs: Copies) -> dict[str, float]:
    """Every figure that is pinned, as `layer.figure`."""
    made: dict[str, float | None] = {}
    for one in found:
        name, whole = one.name.replace(" ", "_"), one.figures(MERGED)
        made[f"{name}.f1"] = whole.f1
        made[f"{name}.unread.f1"] = one.figures(MERGED, splits(one).get("unread", ())).f1
        if one.name == ANNOTATED:
            made |= {f"{name}.precision": whole.precision, f"{name}.recall": whole.recall}
    made |= {"copies.precision": pairs.precision, "copies.recall": pairs.recall}
    return {name: value for name, value in made.items() if value is not None}


def _pairs(groups_of: Mapping[str, str]) -> set[tuple[str, str]]:
    together: dict[str, list[str]] = {}
    for name, group in groups_of.items():
        together.setdefault(group, []).append(name)
    return {pair for names in together.values() for pair in combinations(sorted(names), 2)}
