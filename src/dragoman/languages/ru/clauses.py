"""What makes a Russian clause, and of what sort it is."""

from __future__ import annotations

from dragoman.languages.clauses import clauses
from dragoman.languages.shape import Clause, Sentence, Token

CONDITION = frozenset({"если", "ежели", "коли"})
PURPOSE = frozenset({"чтобы", "дабы"})
COMPLEMENT = frozenset({"что", "как", "будто", "якобы", "ли"})
RELATIVE = frozenset({"который", "где", "куда", "откуда", "когда", "чей", "кто"})


def is_predicate(token: Token, tokens: list[Token]) -> bool:
    """Whether a clause can stand around this word.

    A verb form other than a dependent infinitive, or a short adjective.
    """
    if token.form in ("Fin", "Conv", "Part"):
        return token.relation not in ("aux", "aux:pass", "cop")
    if token.form == "Inf":
        return token.relation not in ("xcomp", "csubj", "conj") or token.head < 0
    return token.short or token.relation == "root"


def clauses_of(sentence: Sentence) -> list[Clause]:
    """The clauses of a parsed sentence; sets `Token.clause`."""
    return clauses(sentence, is_predicate, kind)


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
