"""How an explanation of a sentence is shown: plain text, 80 columns, a label in front of each thing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from textwrap import wrap
from typing import TYPE_CHECKING

from dragoman.model import Participant, Statement

if TYPE_CHECKING:
    from dragoman.coding import Explanation

WIDTH = 80
LABEL = 12
"""Columns of the label in front of a line."""


def explained(explanation: Explanation) -> str:
    """The explanation of one sentence, ending with an empty line."""
    start, end = explanation.span
    lines = [
        *_block("", explanation.text, indent=0),
        *_line("place", f"{start}-{end}, language {explanation.language}"),
        *_line("prefilter", _prefilter(explanation.prefilter, parsed=explanation.parsed)),
        *_list("clause", (f"{kind}, predicate «{word}»: {text}" for kind, text, word in explanation.clauses)),
        *_list("actor", (f"{code} «{text}» ({form})" for text, code, form in explanation.mentions)),
    ]
    for statement in explanation.statements:
        lines += _statement(statement, explanation.text, start)
    lines += _list(
        "linked",
        (
            f"{code} as {role} of «{text}», learned ({chance:.2f}): {'; '.join(reasons)}"
            for text, code, role, chance, reasons in explanation.linked
        ),
    )
    lines += _list("rejected", (f"«{text}» by {rule}: {reason}" for text, rule, reason in explanation.rejected))
    if not explanation.statements:
        lines += _line("coded", "nothing")
    return "\n".join([*lines, ""])


def _prefilter(hits: Sequence[str], *, parsed: bool) -> str:
    told = ", ".join(f"«{hit}»" for hit in hits)
    if parsed:
        return told or "none, read because it stands beside one and names a source"
    return f"{told}; no word of defence near, so it was not parsed" if hits else "no trigger, so it was not parsed"


def _statement(statement: Statement, sentence: str, start: int) -> list[str]:
    parts = [statement.kind.value, statement.type, statement.mode, statement.status.value, statement.polarity]
    told = " / ".join(str(part) for part in parts if part)

    def words(spans: Iterable[tuple[int, int]]) -> str:
        return ", ".join(f"«{sentence[a - start : b - start]}» [{a}-{b}]" for a, b in spans)

    cues = statement.cues
    return [
        *_line("coded", f"{told} (confidence {statement.confidence:.2f})"),
        *_line("rule", statement.rule, indent=2),
        *_line("trigger", words([cues.trigger]), indent=2),
        *(_line("status", words(cues.status), indent=2) if cues.status else []),
        *(_line("negation", words(cues.negation), indent=2) if cues.negation else []),
        *_list("role", map(_participant, statement.participants), indent=2),
        *_list("said by", (f"{a.speaker} ({a.actor or 'no state'})" for a in statement.attribution), indent=2),
    ]


def _participant(participant: Participant) -> str:
    named = ", ".join(part for part in (participant.office, participant.person) if part)
    start, end = participant.span
    return (
        f"{participant.role} {participant.actor or 'unknown'} «{participant.surface}» [{start}-{end}] {named}".strip()
    )


def _list(label: str, items: Iterable[str], indent: int = 0) -> list[str]:
    return [line for item in items for line in _line(label, item, indent=indent)]


def _line(label: str, text: str, indent: int = 0) -> list[str]:
    return _block(" " * indent + label, text, indent=LABEL)


def _block(label: str, text: str, indent: int) -> list[str]:
    """`text` wrapped behind its label, every line at the same column; words longer than a line are cut."""
    head = label.ljust(indent)
    return wrap(" ".join(text.split()), WIDTH, initial_indent=head, subsequent_indent=" " * indent) or [head]
