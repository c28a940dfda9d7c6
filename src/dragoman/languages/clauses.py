"""Clauses from the dependency tree: every predicate with the words that hang on it and on no nearer predicate."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.languages.shape import Clause, Sentence, Token


def clauses(
    sentence: Sentence,
    is_predicate: Callable[[Token, list[Token]], bool],
    kind: Callable[[list[Token], Clause], str],
) -> list[Clause]:
    """The clauses of a parsed sentence, each token in exactly one; sets `Token.clause`.

    A sentence without any predicate is one `main` clause. `is_predicate` says around which words a clause can stand,
    `kind` what sort a clause is.
    """
    tokens = sentence.tokens
    if not tokens:
        return []
    heads = [t.index for t in tokens if is_predicate(t, tokens)] or [next((t.index for t in tokens if t.head < 0), 0)]
    number = {head: i for i, head in enumerate(heads)}
    for t in tokens:
        t.clause = number[owner(tokens, t.index, number, heads[0])]
    found = [Clause(i, [t.index for t in tokens if t.clause == i], head, "main") for i, head in enumerate(heads)]
    for clause in found:
        clause.kind = kind(tokens, clause)
        above = tokens[clause.predicate].head
        clause.parent = tokens[above].clause if above >= 0 else -1
    return found


def owner(tokens: list[Token], index: int, predicates: dict[int, int], default: int) -> int:
    """The nearest predicate at or above a token; a broken tree (a cycle) ends at `default`."""
    for _ in range(len(tokens)):
        if index in predicates:
            return index
        index = tokens[index].head
        if index < 0:
            break
    return default
