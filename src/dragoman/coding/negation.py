"""Which word a negation belongs to: "not" before or on it, on its helper, or on its subject or object."""

from __future__ import annotations

from dragoman.coding.reading import Reading
from dragoman.languages import Token


def negated(reading: Reading, node: int) -> int | None:
    """The index of the negation of a word: "не" before it, or hanging on it; None if there is none."""
    for token in reading.tokens[:node]:
        close = token.index >= node - 2 and (token.index == node - 1 or token.head == node)
        if not reading.words.is_form(token, "negation") or not (close or token.head == node):
            continue
        if conceding(reading, token.index):
            continue
        if not reading.words.is_form(reading.tokens[token.index + 1], "not_only"):
            return token.index
    if node and reading.has(node, "op_denied") and reading.words.is_form(reading.tokens[node - 1], "impossible"):
        return node - 1
    helped = negated_helper(reading, node)
    return helped if helped is not None else negated_noun(reading, node)


def conceding(reading: Reading, negation: int) -> bool:
    """Whether a negation stands behind "if" and before no verb: "if not the market, the habit" denies nothing."""
    if negation == 0 or not reading.words.is_form(reading.tokens[negation - 1], "if"):
        return False
    return negation + 1 < len(reading.tokens) and not reading.tokens[negation + 1].form


def negated_helper(reading: Reading, node: int) -> int | None:
    """The negation of the auxiliary of a passive ("was not signed"), None if there is none."""
    for token in reading.tokens[1:]:
        before = reading.tokens[token.index - 1]
        if token.head == node and token.relation in ("aux", "aux:pass", "cop") and reading.words.is_form(before, "not"):
            return before.index
    return None


def negated_noun(reading: Reading, node: int) -> int | None:
    """The negative determiner of the subject or object of a verb ("no tanks were sent"), None if there is none."""
    return next(
        (
            t.index
            for t in reading.tokens
            if t.pos == "DET" and reading.words.is_form(t, "negation") and noun_of(reading, t, node)
        ),
        None,
    )


def noun_of(reading: Reading, token: Token, node: int) -> bool:
    """Whether a determiner stands with the subject or object of a verb ("no tanks were sent", "lets no tanks pass")."""
    noun = reading.tokens[token.head] if token.head >= 0 else None
    if noun is None or noun.head < 0 or noun.relation not in ("nsubj", "nsubj:pass", "obj"):
        return False
    above = reading.tokens[noun.head]
    let = above.head == node and above.relation in ("ccomp", "xcomp") and above.form == "Inf"
    return noun.head == node or (let and noun.relation == "nsubj")


def asked_not(reading: Reading, node: int) -> bool:
    """Whether somebody is asked not to do what an infinitive says ("called on A not to sell"): that stays a request."""
    token = reading.tokens[node]
    return token.form == "Inf" and 0 <= token.head < node and reading.has(token.head, "op_called")


def sinks(reading: Reading, node: int) -> bool:
    """Whether a verb that may mean "to give up" tells of a lower number here ("imports dropped by half")."""
    return reading.has(node, "sinks") and not any(
        t.head == node and t.relation in ("obj", "nsubj:pass") for t in reading.tokens
    )


def concession(reading: Reading, index: int) -> bool:
    """Whether an "if" only concedes: a negation and no verb behind it ("if not the market, the habit")."""
    return (
        index + 1 < len(reading.tokens)
        and reading.words.is_form(reading.tokens[index + 1], "not")
        and conceding(reading, index + 1)
    )
