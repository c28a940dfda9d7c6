"""The words around a statement with its parts marked: by styles in a terminal, by brackets where there are none."""

from __future__ import annotations

import re

from rich.text import Text

from dragoman.cli.reviewing.pages import CONTROL
from dragoman.review.marking import Mark, Part, Passage

STYLES = {
    Part.evidence: "bold",
    Part.trigger: "bold underline",
    Part.status: "bold yellow",
    Part.negation: "bold red",
    Part.participant: "bold underline cyan",
    Part.speaker: "bold magenta",
}
SIGNS = {
    Part.trigger: "!",
    Part.status: "?",
    Part.negation: "-",
    Part.speaker: "@",
}
"""What stands behind the opening bracket of a part; participants have their number there, evidence has braces."""
SPACES = re.compile(r"\s+")
LEGEND = "{evidence} [!what] [1:who] [?how sure] [-not] [@who says so]"


def marked(passage: Passage, *, styled: bool) -> Text:
    """The passage on one line, to be wrapped."""
    made = Text("…" if passage.before else "")
    open_marks: tuple[Mark, ...] = ()
    for piece in passage.pieces:
        if not styled:
            made.append(_closing(open_marks, piece.marks) + _opening(open_marks, piece.marks))
        made.append(CONTROL.sub(" ", piece.text), style=_style(piece.marks) if styled else "")
        open_marks = piece.marks
    if not styled:
        made.append(_closing(open_marks, ()))
    made.append("…" if passage.after else "")
    return _on_one_line(made)


def legend(*, styled: bool) -> Text:
    """What the marks mean."""
    if not styled:
        return Text(LEGEND)
    made = Text()
    for part, word in (
        (Part.evidence, "evidence"),
        (Part.trigger, "what"),
        (Part.participant, "who"),
        (Part.status, "how sure"),
        (Part.negation, "not"),
        (Part.speaker, "who says so"),
    ):
        made.append(word, style=STYLES[part]).append("  ")
    made.rstrip()
    return made


def _style(marks: tuple[Mark, ...]) -> str:
    return " ".join(dict.fromkeys(word for mark in marks for word in STYLES[mark.part].split()))


def _opening(before: tuple[Mark, ...], now: tuple[Mark, ...]) -> str:
    return "".join(_sign(mark) for mark in now if mark not in before)


def _sign(mark: Mark) -> str:
    if mark.part is Part.evidence:
        return "{"
    return f"[{mark.number}:" if mark.part is Part.participant else f"[{SIGNS[mark.part]}"


def _closing(before: tuple[Mark, ...], now: tuple[Mark, ...]) -> str:
    return "".join("}" if mark.part is Part.evidence else "]" for mark in reversed(before) if mark not in now)


def _on_one_line(text: Text) -> Text:
    """Every run of white space as one space, with the styles of the words kept."""
    made = Text()
    at = 0
    for space in SPACES.finditer(text.plain):
        made.append_text(text[at : space.start()]).append(" ")
        at = space.end()
    return made.append_text(text[at:])
