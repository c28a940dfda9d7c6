"""Phrases beside a conclusion that are no actors of it: of another tie, of another verb, of who only tells."""

from __future__ import annotations

from dragoman.coding.inference_scope import scope
from dragoman.coding.phrases import Argument
from dragoman.coding.reading import Reading


def of_other_tie(reading: Reading, argument: Argument, index: int) -> bool:
    """Whether a phrase with a preposition is the party of another tie ("the rapprochement … thanks to ties with A")."""
    token = reading.tokens[argument.head]
    above = token.head
    if not argument.prep or token.relation != "nmod" or above in (-1, index):
        return False
    tie = reading.has(above, "relations_word", "pact") and above not in scope(reading, index)
    return tie and index not in reading.up(above)


def of_war(reading: Reading, argument: Argument) -> bool:
    """Whether a phrase only says where a war is that something is due to ("the break driven by the war in A")."""
    above = reading.tokens[argument.head].head
    over = reading.tokens[above].head if above >= 0 and not reading.tokens[above].form else -1
    nouns = [i for i in (above, over) if i >= 0 and not reading.tokens[i].form]
    return bool(argument.prep or argument.modifies < 0) and any(reading.has(i, "conflict_word") for i in nouns)


def of_another(reading: Reading, argument: Argument, index: int) -> bool:
    """Whether a verb has another object than a phrase, or the phrase is that of another verb."""
    own = [t.index for t in reading.tokens if t.head == index and t.relation == "obj" and t.pos in ("NOUN", "PROPN")]
    listed = {b.head for b in reading.conjuncts(argument)}
    if own:
        return not listed & set(own)
    token = reading.tokens[argument.head]
    return token.relation == "obj" and token.head >= 0 and token.head != index and argument.head < index


def minded(reading: Reading, argument: Argument, verb: int) -> bool:
    """Whether "in" and a capital stand for those who think or do something there ("in A they fear that …")."""
    token = reading.tokens[verb]
    named = argument.form == "capital" and argument.modifies < 0 and reading.words.is_prep(argument.prep, "in")
    many = (token.form == "Fin" or token.short) and token.number == "Plur"
    own = [t for t in reading.tokens if t.head == verb]
    content = any(t.relation in ("ccomp", "csubj") or reading.words.is_lemma(t, "announcing") for t in own)
    return named and many and content and not any(t.relation.startswith("nsubj") for t in own)


def teller(reading: Reading, argument: Argument) -> bool:
    """Whether a phrase with a preposition says where or among whom something is told, or what he who tells leads.

    "Is believed in A", "the commander in A said".
    """
    above = reading.tokens[argument.head].head
    if not argument.prep or above < 0:
        return False
    if minded(reading, argument, above):
        return True
    telling = (a for a in reading.arguments if a.first <= above <= a.last and a is not argument)
    return above in reading.tellings or any(
        reading.tokens[a.head].relation == "nsubj" and reading.has(reading.tokens[a.head].head, "say_verb")
        for a in telling
    )
