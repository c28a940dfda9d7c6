"""The title of an agreement: what stands in quotation marks, or "agreement on …" as far as it goes."""

from __future__ import annotations

from dragoman.coding.reading import Reading

LONGEST = 25
"""Words in a title; what is longer is a quotation."""


def instrument(reading: Reading, trigger: int, text: str) -> str | None:
    """The title in the stored text, None where the agreement has only its kind."""
    pact = next((i for i in order(reading, trigger) if reading.has(i, "pact")), -1)
    if pact < 0:
        return None
    tokens = reading.tokens
    if tokens[pact].quoted:
        title = [t for t in tokens if t.quoted and t.clause == tokens[pact].clause]
        return quoted(reading, pact, text) if not any(t.form == "Fin" for t in title) else None
    if pact + 2 < len(tokens) and tokens[pact + 1].text in '«“„"' and tokens[pact + 2].quoted:
        return quoted(reading, pact + 2, text)
    end = pact
    while end + 1 < len(tokens) and end - pact < LONGEST and not stops(reading, end + 1, pact):
        end += 1
    return text[tokens[pact].start : tokens[end].end] if end > pact else None


def order(reading: Reading, trigger: int) -> list[int]:
    """The words in the trigger's reach, nearest first."""
    return sorted(reading.reach(trigger), key=lambda i: abs(i - trigger))


def quoted(reading: Reading, pact: int, text: str) -> str:
    """The whole quotation around the noun."""
    tokens = reading.tokens
    first = last = pact
    while first > 0 and tokens[first - 1].quoted:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1].quoted:
        last += 1
    return text[tokens[first].start : tokens[last].end]


def stops(reading: Reading, index: int, pact: int) -> bool:
    """Whether a word ends an unquoted title: a verb, a mark, the parties ("между", "с")."""
    token = reading.tokens[index]
    if token.form or token.text in ',.;:()—–«»"' or reading.words.is_form(token, "parties_begin"):
        return True
    if index == pact + 1:
        return not reading.words.is_form(token, "subject_matter")
    return token.pos == "ADP" and (
        token.keys[-1] == reading.tokens[pact + 1].keys[-1] or leads_to_place(reading, index)
    )


def leads_to_place(reading: Reading, index: int) -> bool:
    """Whether a preposition says where it was signed: it stands before the bare name of a place."""
    return any(
        a.first == index + 1 and a.codes and not a.kind and a.modifies < 0 and reading.words.is_prep(a.prep, "in_on")
        for a in reading.arguments
    )
