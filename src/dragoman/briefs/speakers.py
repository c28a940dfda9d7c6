"""Who says it, and how firmly, in words."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.briefs.grammar import Grammar
from dragoman.briefs.quotes import quoted
from dragoman.briefs.tables import Interface
from dragoman.model import Attribution, Kind, Statement


def said_by(statement: Statement, grammar: Grammar, words: Interface) -> str:
    """`according to «…» (Azerbaijan), via …`; the outlet, or the author of an argument, where nobody is named."""
    if not statement.attribution:
        return words.said_by["author" if statement.kind is Kind.inference else "outlet"]
    named = [_speaker(one, grammar, words) for one in statement.attribution]
    chain = named[0]
    for following in named[1:]:
        chain = words.said_by["via"].format(speaker=chain, next=following)
    return words.said_by["speaker"].format(speaker=chain)


def hedge(statement: Statement, words: Interface) -> str:
    """How firmly; an argument is always marked as one."""
    label = words.hedges[statement.kind][statement.status]
    return f"{words.argument}, {label}" if statement.kind is Kind.inference else label


def standing(hedged: str, speakers: str, words: Interface) -> str:
    """`Reported as fact; in the outlet's own voice.`; an argument of the author needs no second mention of him."""
    own = hedged.startswith(words.argument) and speakers == words.said_by["author"]
    text = hedged if own else f"{hedged}; {speakers}"
    return text[:1].upper() + text[1:] + "."


def all_of(labels: Sequence[str]) -> str:
    """Those who say it, each once."""
    return "; ".join(dict.fromkeys(labels))


def _speaker(one: Attribution, grammar: Grammar, words: Interface) -> str:
    """The words of the text, in quotation marks where they are in another language than the brief."""
    text = " ".join(one.speaker.split())
    shown = quoted(text, words) if grammar.foreign(text) else text
    shown = shown or "…"
    state = grammar.actor(one.actor).form("") if one.actor else ""
    if not state or state.casefold() in text.casefold():
        return shown
    return words.said_by["with_state"].format(speaker=shown, state=state)
