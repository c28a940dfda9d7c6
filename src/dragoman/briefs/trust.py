"""How far to trust a brief: what was not read, not recovered, not tested."""

from __future__ import annotations

from collections.abc import Sequence

from babel import Locale

from dragoman.briefs.grammar import joined
from dragoman.briefs.grouping import Group
from dragoman.briefs.quotes import quoted
from dragoman.briefs.sentence import Writer
from dragoman.briefs.tables import Interface
from dragoman.briefs.tested import Reach
from dragoman.model import Kind

NOWHERE = Reach()
SHOWN = 4
"""How many of the participants that were not identified are listed."""


def trust(
    groups: Sequence[Group], writer: Writer, words: Interface, coder: str, reach: Reach = NOWHERE
) -> tuple[str, ...]:
    """The notes, one sentence each. `reach` says how far the datasets reach that the text was tested against."""
    notes = [words.trust.one_report]
    if not groups:
        return tuple(notes)
    if reach.asked:
        notes.append(words.trust.tested.format(reach="; ".join(reach.asked)))
    if reach.missing:
        notes.append(words.trust.not_there.format(reach="; ".join(reach.missing)))
    if not reach.asked:
        notes.append(words.trust.unchecked)
        if any(one.best.kind is Kind.inference for one in groups):
            notes.append(words.trust.arguments)
    notes += _nameless(groups, words)
    gaps = sum(bool(writer.missing(one.best)) for one in groups)
    if gaps:
        notes.append(_counted(words.trust.missing, gaps, words))
    notes.append(words.trust.machine.format(coder=coder))
    return tuple(notes)


def _nameless(groups: Sequence[Group], words: Interface) -> list[str]:
    """Participants that the text mentions and the coder could not tell the actor of."""
    found = {
        p.span: words.trust.nameless_of.format(surface=quoted(p.surface, words), role=words.roles.get(p.role, p.role))
        for one in groups
        for report in one.reports
        for p in report.participants
        if p.actor is None
    }
    if not found:
        return []
    listed = list(found.values())
    shown = joined(listed[:SHOWN], words.list) + (" …" if len(listed) > SHOWN else "")
    return [_counted(words.trust.nameless, len(listed), words).replace("{list}", shown)]


def _counted(forms: dict[str, str], n: int, words: Interface) -> str:
    rule = Locale.parse(words.locale).plural_form(n)
    return forms.get(rule, forms["other"]).replace("{n}", str(n))
