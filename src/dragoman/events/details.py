"""What else the reports say: place, instrument, goods, persons in office, matter."""

from __future__ import annotations

from dragoman.actors import label
from dragoman.events.likeness import Likeness
from dragoman.events.report import Report
from dragoman.events.tables import alike, thresholds
from dragoman.events.wording import listed, matters
from dragoman.events.words import fold, goods_kinds, named_goods, title_likeness, title_words
from dragoman.model import Goods, Statement


def compare_details(a: Report, b: Report, found: Likeness) -> None:
    """Weigh the details; what only one of the two tells counts for nothing."""
    one, other = a.statement, b.statement
    _places(one, other, found)
    _instruments(a, b, found)
    _goods(one.goods, other.goods, found)
    _offices(one, other, found)
    _matters(one, other, found)


def _places(one: Statement, other: Statement, found: Likeness) -> None:
    if not one.place or not other.place:
        return
    if one.place == other.place:
        found.add("same_place", f"Both place it in {label(one.place)}.")
    elif one.type in alike().placed:
        found.add("place_differs", f"One places it in {label(one.place)}, the other in {label(other.place)}.")


def _instruments(a: Report, b: Report, found: Likeness) -> None:
    """Titles in one language; those of two languages are not comparable."""
    one, other = a.statement.instrument, b.statement.instrument
    if not one or not other or a.language != b.language or not (title_words(one) and title_words(other)):
        return
    alike_by = title_likeness(one, other)
    if alike_by >= thresholds()["same_title"]:
        found.add("same_instrument", "They give the same title.")
    elif alike_by < thresholds()["other_title"]:
        found.add("instrument_differs", "Their titles have nothing in common.")
        if a.statement.type in alike().named:
            found.bar("They give different names.")


def _matters(one: Statement, other: Statement, found: Likeness) -> None:
    """What it is about; `general` is about nothing in particular."""
    mine, theirs = set(one.matter) - {"general"}, set(other.matter) - {"general"}
    shared = set(one.matter) & set(other.matter)
    if shared:
        found.add("same_matter", f"Both are about {matters(shared)}.")
    elif mine and theirs and {one.type, other.type} <= set(alike().about) and not _kindred(mine, theirs):
        found.add("matter_differs", f"One is about {matters(mine)}, the other about {matters(theirs)}.")


def _kindred(mine: set[str], theirs: set[str]) -> bool:
    return any(mine & set(group) and theirs & set(group) for group in alike().matters)


def _goods(one: tuple[Goods, ...], other: tuple[Goods, ...], found: Likeness) -> None:
    if not one or not other:
        return
    names, others = named_goods(one), named_goods(other)
    shared = sorted({a for a in names for b in others if fold(a) in fold(b) or fold(b) in fold(a)})
    kinds, other_kinds = goods_kinds(one), goods_kinds(other)
    _values(one, other, found)
    if shared:
        found.add("same_goods", f"Both name {listed(shared)}.")
        _numbers(one, other, found)
    elif names and others:
        found.add("goods_differ", f"One names {listed(names)}, the other {listed(others)}.")
    elif kinds & other_kinds:
        found.add("same_goods_kind", f"Both tell of {listed(kinds & other_kinds)}.")
        _numbers(one, other, found)
    elif kinds and other_kinds:
        found.add("goods_differ", f"One tells of {listed(kinds)}, the other of {listed(other_kinds)}.")


def _numbers(one: tuple[Goods, ...], other: tuple[Goods, ...], found: Likeness) -> None:
    """How many, and for how much: equal, rounded, told differently, or of another batch."""
    counts, others = [g.number for g in one if g.number], [g.number for g in other if g.number]
    if counts and others:
        least = min(_apart(x, y) for x in counts for y in others)
        if least == 0 and min(counts) >= thresholds()["distinctive"]:
            found.add("equal_number", f"They give the very same number, {counts[0]:g}.")
        elif least <= thresholds()["close"]:
            found.add("same_number", "They give the same number, or nearly.")
        elif least > thresholds()["apart"]:
            found.add("number_differs", f"One gives {counts[0]:g} of them, the other {others[0]:g}.")


def _values(one: tuple[Goods, ...], other: tuple[Goods, ...], found: Likeness) -> None:
    least = min(
        (_apart(g.value, h.value) for g in one for h in other if g.value and h.value and g.currency == h.currency),
        default=None,
    )
    if least is not None and least <= thresholds()["close"]:
        found.add("same_value", "They give the same sum, or nearly.")
    elif least is not None and least > thresholds()["apart"]:
        found.add("value_differs", "They give different sums.")


def _apart(x: float, y: float) -> float:
    """By which share of the greater one two amounts differ."""
    return abs(x - y) / max(abs(x), abs(y))


def _offices(one: Statement, other: Statement, found: Likeness) -> None:
    """The offices of an actor that both reports name: ministers met, or chiefs of staff."""
    for actor in sorted(set(one.actors()) & set(other.actors())):
        names, others = _persons(one, actor), _persons(other, actor)
        if names & others:
            found.add("same_person", f"Both name the same person of {label(actor)}.")
            continue
        held, kept = _held(one, actor), _held(other, actor)
        if held & kept:
            found.add("same_office", f"Both name the {sorted(held & kept)[0]} of {label(actor)}.")
        elif held and kept and not _less_exact(held, kept):
            told = f"One names the {sorted(held)[0]} of {label(actor)}, the other the {sorted(kept)[0]}."
            found.add("office_differs", told)


def _less_exact(held: set[str], kept: set[str]) -> bool:
    """Whether one report only says less: "minister" of a minister of defence."""
    return any(one in other or other in one for one in held for other in kept)


def _held(statement: Statement, actor: str) -> set[str]:
    return {p.office for p in statement.participants if p.actor == actor and p.office}


def _persons(statement: Statement, actor: str) -> set[str]:
    return {fold(p.person) for p in statement.participants if p.actor == actor and p.person}
