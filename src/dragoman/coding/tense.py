"""What tense, aspect and helpers of a verb say of a happening."""

from __future__ import annotations

from dragoman.coding.reading import Reading
from dragoman.languages import Token
from dragoman.model import Status


def by_tense(reading: Reading, index: int) -> Status:
    """Past is happened, present ongoing, future planned; an auxiliary counts before the word itself."""
    token = reading.tokens[index]
    helpers = [t for t in reading.tokens if t.head == index and t.relation in ("aux", "aux:pass", "cop")]
    if any(t.tense == "Fut" for t in helpers):
        return Status.planned
    if token.form == "Inf":
        above = reading.verb_above(index)
        return by_tense(reading, above) if above >= 0 and above != index else Status.planned
    done = reading.verb_above(index) if token.form == "Conv" else -1
    if 0 <= done < index and by_tense(reading, done) is Status.planned:
        return Status.planned
    if reading.has(index, "op_ongoing") and token.tense != "Fut":
        return Status.ongoing
    shifted = token.form == "Fin" and token.tense == "Pres"
    past = any(t.tense == "Past" for t in helpers) and not shifted
    if reading.words.is_lemma(token, "both_aspects") and token.tense in ("Pres", "Fut"):
        return Status.ongoing
    placed = token.short or (token.form == "Part" and token.voice == "Pass")
    if placed and not past and reading.words.is_lemma(token, "placing"):
        return Status.ongoing
    return by_form(token, past_helper=past)


def by_form(token: Token, *, past_helper: bool) -> Status:
    """The status of a verb form without auxiliaries."""
    if past_helper or token.tense == "Past":
        return Status.happened
    if token.form == "Conv" and token.tense != "Fut":
        return Status.happened if token.aspect == "Perf" else Status.ongoing
    if token.tense == "Fut" or (token.tense == "Pres" and token.aspect == "Perf" and token.form == "Fin"):
        return Status.planned
    return Status.happened if token.short and token.voice == "Pass" else Status.ongoing


def of_infinitive(reading: Reading, index: int) -> Status:
    """The status of an infinitive: by its own future ("will, together with X, send"), by the noun it hangs on, else
    by the verb above it.
    """
    head = reading.tokens[index].head
    if 0 <= head < index and reading.has(head, "wish_noun"):
        return Status.possible
    ahead = any(t.head == index and t.relation == "aux" and t.tense == "Fut" for t in reading.tokens)
    if ahead or (0 <= head < index and reading.has(head, "pact")):
        return Status.planned
    above = reading.verb_above(index)
    if above >= 0 and reading.tokens[index].aspect == "Perf" and permitted(reading, above):
        return Status.planned
    pending = any(t.head in (above, index) and reading.has(t.index, "not_yet") for t in reading.tokens)
    return Status.planned if above < 0 or pending else by_tense(reading, above)


def permitted(reading: Reading, verb: int) -> bool:
    """Whether a verb in the present tense lets what is not done yet be done ("a law that allows to station troops")."""
    return reading.has(verb, "permit_verb") and reading.tokens[verb].tense == "Pres"


def concluded_before(reading: Reading, index: int) -> bool:
    """Whether a participle behind a pact says that it was concluded ("under the contract signed in May it will …")."""
    return any(
        t.head == index
        and t.index > index
        and t.form == "Part"
        and t.tense == "Past"
        and reading.has(t.index, "concluded")
        for t in reading.tokens
    )
