"""Clauses from the dependency tree: every predicate with the words that hang on it and on no nearer predicate."""

from __future__ import annotations

from dragoman.languages.shape import Clause, Sentence, Token

CONDITION = frozenset({"если", "ежели", "коли"})
PURPOSE = frozenset({"чтобы", "дабы"})
COMPLEMENT = frozenset({"что", "как", "будто", "якобы", "ли"})
RELATIVE = frozenset({"который", "где", "куда", "откуда", "когда", "чей", "кто"})


def is_predicate(token: Token) -> bool:
    """Whether a clause can stand around this word.

    A verb form other than a dependent infinitive, or a short adjective.
    """
    if token.form in ("Fin", "Conv", "Part"):
        return token.relation not in ("aux", "aux:pass", "cop")
    if token.form == "Inf":
        return token.relation not in ("xcomp", "csubj", "conj") or token.head < 0
    return token.short or token.relation == "root"


def clauses(sentence: Sentence) -> list[Clause]:
    """The clauses of a parsed sentence, each token in exactly one; sets `Token.clause`.

    A sentence without any predicate is one `main` clause.
    """
    tokens = sentence.tokens
    if not tokens:
        return []
    heads = [t.index for t in tokens if is_predicate(t)] or [next((t.index for t in tokens if t.head < 0), 0)]
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


def kind(tokens: list[Token], clause: Clause) -> str:
    """What sort of clause it is, by its first words, its predicate's form and its relation."""
    predicate = tokens[clause.predicate]
    if predicate.form == "Conv":
        return "gerund"
    if predicate.form == "Part" and not predicate.short:
        return "participle"
    first = {key for i in clause.tokens[:4] for key in tokens[i].keys}
    if first & CONDITION:
        return "condition"
    if first & PURPOSE:
        return "purpose"
    if predicate.relation == "acl:relcl" or (first & RELATIVE and predicate.relation == "acl"):
        return "relative"
    if predicate.relation == "ccomp" or (predicate.relation == "csubj" and first & COMPLEMENT):
        return "complement"
    return "adverbial" if predicate.relation == "advcl" else "main"
