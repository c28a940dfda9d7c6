"""Clauses from the dependency tree: every predicate with the words that hang on it and on no nearer predicate."""

from __future__ import annotations

from dragoman.languages.shape import Clause, Sentence, Token

CONDITION = frozenset({"if", "unless", "provided"})
RELATIVE = frozenset({"who", "which", "that", "where", "when"})


def is_predicate(token: Token, tokens: list[Token]) -> bool:
    """Whether a clause can stand around this word.

    A verb form other than a dependent infinitive, or a nominal predicate with its copula.
    """
    if token.relation in ("aux", "aux:pass", "cop"):
        return False
    if token.form in ("Fin", "Conv", "Part"):
        return token.relation != "amod"
    if token.form == "Inf":
        return token.relation not in ("xcomp", "csubj", "conj") or token.head < 0
    return token.short or token.relation == "root" or any(t.head == token.index and t.relation == "cop" for t in tokens)


def clauses(sentence: Sentence) -> list[Clause]:
    """The clauses of a parsed sentence, each token in exactly one; sets `Token.clause`.

    A sentence without any predicate is one `main` clause.
    """
    tokens = sentence.tokens
    if not tokens:
        return []
    heads = [t.index for t in tokens if is_predicate(t, tokens)]
    heads = heads or [next((t.index for t in tokens if t.head < 0), 0)]
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
    if predicate.form == "Part":
        return "participle"
    first = {key for i in clause.tokens[:3] for key in tokens[i].keys}
    if first & CONDITION and predicate.relation == "advcl":
        return "condition"
    if predicate.relation == "advcl" and (predicate.form == "Inf" or "so" in first):
        return "purpose"
    if predicate.relation == "acl:relcl" or (first & RELATIVE and predicate.relation == "acl"):
        return "relative"
    if predicate.relation in ("ccomp", "csubj"):
        return "complement"
    return "adverbial" if predicate.relation == "advcl" else "main"
