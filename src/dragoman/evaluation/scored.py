"""Passages with what was coded in them, each alternative reading taken where the coding fits it better."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace

from dragoman.evaluation.gold import Passage, scored_annotations
from dragoman.evaluation.matching import strict
from dragoman.evaluation.said import UNSCORED, Said, coded
from dragoman.model import Coding, Kind


@dataclass(frozen=True, slots=True)
class Scored:
    """One passage for one kind: what is annotated, what was coded, whether nothing is to be coded."""

    passage: Passage
    kind: Kind
    gold: tuple[Said, ...]
    coded: tuple[Said, ...]
    negative: bool
    grounded: int
    """How many of all coded statements have the stored text as their evidence."""
    statements: int


def scored(pairs: Iterable[tuple[Passage, Coding]]) -> list[Scored]:
    """Every passage for each kind that it is annotated for."""
    return [one(passage, coding, kind) for passage, coding in pairs for kind in passage.annotated]


def one(passage: Passage, coding: Coding, kind: Kind) -> Scored:
    """A passage for one kind."""
    gold, found = readings(passage, kind, coded(coding.statements, kind))
    text = passage.document.text
    grounded = sum(
        bool(s.evidence.text) and text[s.evidence.start : s.evidence.end] == s.evidence.text for s in coding.statements
    )
    negative = not passage.annotated[kind]
    return Scored(passage, kind, tuple(gold), tuple(found), negative, grounded, len(coding.statements))


def readings(passage: Passage, kind: Kind, found: list[Said]) -> tuple[list[Said], list[Said]]:
    """Annotated and coded statements after the alternatives: one that was coded replaces what it stands for.

    What may be coded or not is taken out of the coded ones.
    """
    gold, alternatives = scored_annotations(passage, kind)
    for alternative in alternatives:
        reading = alternative.said(kind)
        hit = next((c for c in found if strict(reading, c)), None)
        if hit is None:
            continue
        if not alternative.instead_of:
            found = [c for c in found if c is not hit]
            continue
        for index in alternative.instead_of[1:]:
            gold[index] = gold[index].model_copy(update={"type": "other"})
        gold[alternative.instead_of[0]] = alternative
    return [a.said(kind) for a in gold if a.type not in UNSCORED], found


def split_of(identity: str) -> str:
    """`unread` for a third of all passages, by the SHA-256 of the id; `seen` for the rest."""
    value = int(hashlib.sha256(identity.encode()).hexdigest(), 16)
    return "unread" if value % 3 == 0 else "seen"


def only(rows: Iterable[Scored], *, type: str | None = None, status: str | None = None) -> list[Scored]:
    """The rows with the statements of one type or status alone."""

    def kept(said: Said) -> bool:
        return type in (None, said.type) and status in (None, said.status)

    return [replace(row, gold=tuple(filter(kept, row.gold)), coded=tuple(filter(kept, row.coded))) for row in rows]
