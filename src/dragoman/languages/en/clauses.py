"""What makes an English clause, and of what sort it is."""

from __future__ import annotations

from collections.abc import Container

from dragoman.languages.clauses import clauses
from dragoman.languages.shape import Clause, Sentence, Token

CONDITION = frozenset({"if", "unless", "provided"})
RELATIVE = frozenset({"who", "which", "that", "where", "when"})


def is_predicate(token: Token, joined: Container[int]) -> bool:
    """Whether a clause can stand around this word.

    A verb form other than a dependent infinitive, or a nominal predicate with its copula: `joined` are those that have
    one.
    """
    if token.relation in ("aux", "aux:pass", "cop"):
        return False
    if token.form in ("Fin", "Conv", "Part"):
        return token.relation != "amod"
    if token.form == "Inf":
        return token.relation not in ("xcomp", "csubj", "conj") or token.head < 0
    return token.short or token.relation == "root" or token.index in joined


def clauses_of(sentence: Sentence) -> list[Clause]:
    """The clauses of a parsed sentence; sets `Token.clause`."""
    joined = {token.head for token in sentence.tokens if token.relation == "cop"}
    return clauses(sentence, lambda token, _: is_predicate(token, joined), kind)


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
