"""Reads the comments of SIPRI's trade register by a small grammar (`data/grammars/sipri-comments.yaml`)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import as_file, files
from typing import Literal

from pydantic import Field, ValidationError

from dragoman.actors.states import forms
from dragoman.errors import CodebookError
from dragoman.model import Frozen
from dragoman.schema.located import read_located

GRAMMAR = "sipri-comments.yaml"
ADVICE = "correct the grammar (docs/datasets.md says how)"
LEFT = "names another state, and no rule reads it"
LOCAL = "local"
NEAR = 25
"""Characters on both sides of what a rule read in which a word takes it back."""
JOIN = r"(?:, | and | or |/| and/or )"
Resolve = Callable[[str], str | None]


class Example(Frozen):
    """A comment between two states, and what has to be read out of it."""

    text: str
    supplier: str
    recipient: str
    expect: dict[str, tuple[str, ...]]


class Rule(Frozen):
    """One way in which comments speak of a third state."""

    name: str
    pattern: str
    role: Literal["intermediary", "origin", "donor"] | None = None
    made: bool = False
    inside: bool = False
    means: Literal["supplier", "recipient"] | None = None
    examples: tuple[Example, ...] = Field(min_length=1)


class Grammar(Frozen):
    """The rules in their order, with the words that take a role back."""

    doubt: str
    undone: str
    names: dict[str, str]
    people: dict[str, str]
    rules: tuple[Rule, ...]


@dataclass(slots=True, frozen=True)
class Matcher:
    """A grammar as regular expressions."""

    rules: tuple[tuple[Rule, re.Pattern[str]], ...]
    doubt: re.Pattern[str]
    undone: re.Pattern[str]
    mention: re.Pattern[str]
    listed: re.Pattern[str]
    """The semicolon in "Denmark; Germany and Norway", where it is a comma."""
    called: dict[str, str]
    """A name or adjective in a comment, to the name under which the state is known."""


@dataclass(slots=True)
class Told:
    """What a comment tells: states by role (`possible_…` where it is in doubt, `local` where it is made in the
    recipient), how often each rule read something, and how many states are named that no rule reads. `inside`: the
    thing is a part of what a third state makes.
    """

    roles: dict[str, dict[str, None]] = field(default_factory=dict)
    rules: Counter[str] = field(default_factory=Counter)
    left: int = 0
    inside: bool = False

    def add(self, role: str, actor: str) -> None:
        """A state in a role, once."""
        self.roles.setdefault(role, {})[actor] = None


def read_comment(comment: str, supplier: str, recipient: str, resolve: Resolve) -> Told:
    """Read one comment of a deal. `resolve` turns the name of a state into its code."""
    told = Told()
    matcher = _matcher()
    for part in re.split(r";\s*", matcher.listed.sub(", ", comment)):
        taken: list[tuple[int, int]] = []
        for rule, pattern in matcher.rules:
            for found in pattern.finditer(part):
                _apply(rule, found, part, taken, told, (supplier, recipient), resolve)
        for mention in matcher.mention.finditer(part):
            if not _within(mention.span(), taken) and resolve(matcher.called[mention[0]]) not in (supplier, recipient):
                told.left += 1
    return told


def _apply(
    rule: Rule,
    found: re.Match[str],
    part: str,
    taken: list[tuple[int, int]],
    told: Told,
    parties: tuple[str, str],
    resolve: Resolve,
) -> None:
    matcher = _matcher()
    if rule.means:
        told.rules[rule.name] += 1
        told.add(*((LOCAL, parties[1]) if rule.means == "recipient" else (rule.role or "donor", parties[0])))
        return
    span = found.span("who")
    if _within(span, taken):
        return
    taken.append(span if rule.role or rule.made else found.span())
    told.rules[rule.name] += 1
    around = part[max(0, found.start() - NEAR) : found.end() + NEAR]
    if not (rule.role or rule.made) or matcher.undone.search(around):
        return
    doubtful = " or " in found["who"] or matcher.doubt.search(part[: span[0]]) is not None
    for mention in matcher.mention.finditer(found["who"]):
        actor = resolve(matcher.called[mention[0]])
        if actor is None:
            continue
        role = LOCAL if rule.made and actor == parties[1] else rule.role or "intermediary"
        if role == LOCAL or actor not in parties or (role == "donor" and actor == parties[0]):
            told.add(f"possible_{role}" if doubtful and role != LOCAL else role, actor)
            told.inside = told.inside or (rule.inside and not doubtful)


def _within(span: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in taken)


@cache
def grammar() -> Grammar:
    """The grammar. Raises CodebookError with file and line where it breaks the rules."""
    with as_file(files("dragoman.datasets") / "data/grammars" / GRAMMAR) as path:
        file = read_located(path)
    try:
        return Grammar.model_validate(file.content)
    except ValidationError as error:
        first = error.errors()[0]
        raise file.error(first["msg"], [*first["loc"]], ADVICE) from error


@cache
def _matcher() -> Matcher:
    read = grammar()
    names = _plain("names") | read.names
    people = _plain("adjectives") | read.people
    one, of = _any(names), _any(people)
    slots = {"{states}": rf"(?P<who>{one}(?:{JOIN}{one})*)", "{people}": rf"(?P<who>{of})"}
    return Matcher(
        rules=tuple((rule, _compiled(rule, slots)) for rule in read.rules),
        doubt=re.compile(read.doubt),
        undone=re.compile(read.undone),
        mention=re.compile(_any(names | people)),
        listed=re.compile(rf"(?<=\w); (?={one}(?:; {one})* and {one})"),
        called={**people, **names},
    )


def _compiled(rule: Rule, slots: dict[str, str]) -> re.Pattern[str]:
    text = rule.pattern
    for slot, pattern in slots.items():
        text = text.replace(slot, pattern)
    try:
        return re.compile(text)
    except re.error as error:
        raise CodebookError(f"the pattern of `{rule.name}` is none ({error})", source=GRAMMAR, advice=ADVICE) from error


def _any(texts: dict[str, str]) -> str:
    longest_first = sorted(texts, key=lambda text: (-len(text), text))
    return rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)"


def _plain(kind: Literal["names", "adjectives"]) -> dict[str, str]:
    """Every English name (or adjective) of a state, without marks, with the state's first name."""
    found = {}
    for called in forms("en").values():
        for text in getattr(called, kind):
            found[text.lstrip("=!")] = called.names[0].lstrip("=!")
    return found
