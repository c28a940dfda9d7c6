"""Findings in words: the texts of `data/findings.<language>.yaml` with actors, figures and years in their slots."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from babel import Locale
from babel.numbers import format_decimal, format_percent
from pydantic import TypeAdapter

from dragoman.briefs import template
from dragoman.briefs.grammar import Grammar, Noun, joined
from dragoman.briefs.sentence import GRAMMARS
from dragoman.briefs.shape import BriefLanguage
from dragoman.briefs.tables import FOLDER, Interface, interface
from dragoman.findings.nouns import BlindSpot, Said, Told
from dragoman.model import Frozen, Layer, Verdict
from dragoman.schema.load import checked
from dragoman.schema.located import read_located

ACTORS = frozenset(
    {"a", "b", "via", "to", "old", "new", "place", "parties", "places", "partners", "top1", "top2", "top3"}
)
"""Slots that hold the codes of actors."""
SMALLEST = 0.005
"""The least share that is one per cent when it is rounded."""
SENTENCE = re.compile(r"^([«\"“]?)(\w)")


class FindingWords(Frozen):
    """The content of `findings.<language>.yaml`."""

    verdicts: dict[Verdict, str]
    verdict_notes: dict[Verdict, str]
    counted: dict[str, dict[str, str]]
    layers: dict[str, str]
    datasets: dict[str, str]
    questions: dict[str, str]
    reasons: dict[str, str]
    changes: dict[str, str]
    blind: dict[str, str]
    reach: dict[str, str]
    would: dict[str, str]


@cache
def finding_words(language: BriefLanguage) -> FindingWords:
    """The texts of a language. Raises CodebookError with file and line."""
    return checked(read_located(FOLDER / f"findings.{language}.yaml"), TypeAdapter(FindingWords))


@dataclass(slots=True, frozen=True)
class Teller:
    """Tells findings in one language."""

    language: BriefLanguage

    def question(self, said: Said) -> str:
        """A question: its key is `question.` and the name of its text."""
        return self._filled(self.words.questions[said.key.removeprefix("question.")], said)

    def reason(self, said: Said) -> str:
        """A reason, in a sentence."""
        return self._filled(self.words.reasons[said.key], said)

    def change(self, said: Said) -> str:
        """A sentence on what the news changes."""
        return self._filled(self.words.changes[said.key], said)

    def would(self, said: Said) -> str:
        """What would change a verdict."""
        return self._filled(self.words.would[said.key.removeprefix("would.")], said)

    def blind(self, spot: BlindSpot) -> str:
        """What could not be seen."""
        slots: dict[str, Told] = {"layer": spot.layer.value}
        for name in ("dataset", "since", "until"):
            if (value := getattr(spot, name)) is not None:
                slots[name] = value
        return self._filled(self.words.blind[spot.key], Said(key=spot.key, slots=slots))

    def reach(self, key: str, dataset: str, layers: Sequence[Layer], since: int, until: int) -> str:
        """How far a dataset reaches, or that it is not there, with the layers that it was or would be asked about."""
        slots: dict[str, Told] = {"dataset": dataset, "since": since, "until": until}
        slots["layers"] = tuple(layer.value for layer in layers)
        return self._part(self.words.reach[key], Said(key=key, slots=slots))

    def verdict(self, verdict: Verdict) -> str:
        """The verdict in a word or two."""
        return self.words.verdicts[verdict]

    @property
    def words(self) -> FindingWords:
        """The texts."""
        return finding_words(self.language)

    @property
    def _interface(self) -> Interface:
        return interface(self.language)

    @property
    def _grammar(self) -> Grammar:
        return GRAMMARS[self.language]

    def _filled(self, text: str, said: Said) -> str:
        """A sentence."""
        return SENTENCE.sub(lambda m: m[1] + m[2].upper(), self._part(text, said))

    def _part(self, text: str, said: Said) -> str:
        """A part of a sentence."""

        def lookup(name: str, form: str) -> str:
            return self._slot(name, form, said.slots[name]) if name in said.slots else ""

        return template.fill(text, lookup)

    def _slot(self, name: str, form: str, told: Told) -> str:
        if name in ACTORS:
            return self._actors(told).form(form)
        if form == "percent":
            return self._percent(float(str(told)))
        if form == "index":
            return format_decimal(float(str(told)), "0.00", locale=self._interface.locale)
        if form in ("layer", "layers"):
            names = [self.words.layers[layer] for layer in _several(told)]
            return joined(names, self._interface.list)
        if form == "dataset":
            return self.words.datasets.get(str(told), str(told))
        if form:
            return self._counted(form, told)
        return joined(_several(told), self._interface.list)

    def _percent(self, share: float) -> str:
        """Whole per cent; a share that would round to nothing is below one."""
        small = 0 < share < SMALLEST
        shown = format_percent(SMALLEST * 2 if small else share, "#,##0\u00a0%", locale=self._interface.locale)
        return f"<\u00a0{shown}" if small else shown

    def _actors(self, told: Told) -> Noun:
        return self._grammar.coordinate([self._grammar.actor(code) for code in _several(told)])

    def _counted(self, name: str, told: Told) -> str:
        number = int(str(told))
        forms = self.words.counted[name]
        rule = Locale.parse(self._interface.locale).plural_form(number)
        shown = format_decimal(number, locale=self._interface.locale)
        return forms.get(rule, forms["other"]).format(n=shown)


def _several(told: Told) -> Sequence[str]:
    return told if isinstance(told, tuple) else [str(told)]
