"""Why a sentence was coded as it was, or was not: what every step of the rules coder saw in it."""

from __future__ import annotations

from dragoman.coding.prefilter import prefilter
from dragoman.coding.reading import Reading
from dragoman.coding.rules import Coded, RulesCoder
from dragoman.languages import Sentence
from dragoman.model import Document, Frozen, Span, Statement


class Explanation(Frozen):
    """One sentence with what was seen in it. Spans are in characters of the stored text, which `text` is cut from."""

    text: str
    span: Span
    language: str
    prefilter: tuple[str, ...]
    """The words that may be triggers."""
    parsed: bool
    """Whether the prefilter let the sentence pass: a trigger, with a word of defence near enough."""
    clauses: tuple[tuple[str, str, str], ...]
    """Kind, text, predicate of each clause."""
    mentions: tuple[tuple[str, str, str], ...]
    """Text, actor, form of each actor named; "?" for one that stayed open."""
    statements: tuple[Statement, ...]
    linked: tuple[tuple[str, str, str, float, tuple[str, ...]], ...]
    """Trigger, actor, role, probability, weightiest features of each actor that the learned part put in."""
    rejected: tuple[tuple[str, str, str], ...]
    """Trigger, rule, reason."""


def explanations(made: RulesCoder, document: Document, offset: int | None) -> list[Explanation]:
    """The explanation of the sentence at `offset` (characters of the text), of every sentence without one."""
    coded = made.code(document)
    readings = {r.sentence.start: r for r in coded.readings}
    return [
        of_sentence(made, document, coded, sentence, readings.get(sentence.start))
        for sentence in made.pack.split(document.text)
        if offset is None or sentence.start <= offset < sentence.end
    ]


def of_sentence(
    made: RulesCoder, document: Document, coded: Coded, sentence: Sentence, reading: Reading | None
) -> Explanation:
    """The explanation of one sentence; `reading` is None where it was not parsed."""
    start, end = sentence.start, sentence.end
    return Explanation(
        text=document.text[start:end],
        span=(start, end),
        language=made.pack.language,
        prefilter=tuple(prefilter(made.pack).words(sentence.text)),
        parsed=reading is not None,
        clauses=clauses(document.text, reading) if reading else (),
        mentions=mentions(document.text, reading) if reading else (),
        statements=tuple(s for s in coded.statements if start <= s.cues.trigger[0] < end),
        linked=linked(reading, coded) if reading else (),
        rejected=rejected(reading, coded) if reading else (),
    )


def clauses(text: str, reading: Reading) -> tuple[tuple[str, str, str], ...]:
    """Each clause from its first to its last word."""
    tokens = reading.tokens
    return tuple(
        (c.kind, text[tokens[c.tokens[0]].start : tokens[c.tokens[-1]].end], tokens[c.predicate].text)
        for c in reading.sentence.clauses
        if c.tokens
    )


def mentions(text: str, reading: Reading) -> tuple[tuple[str, str, str], ...]:
    """Each phrase that stands for an actor, once for each actor."""
    tokens = reading.tokens
    return tuple(
        (text[tokens[a.first].start : tokens[a.last].end], code, a.carrier or a.form)
        for a in reading.arguments
        for code in a.codes or ("?",)
    )


def linked(reading: Reading, coded: Coded) -> tuple[tuple[str, str, str, float, tuple[str, ...]], ...]:
    """The actors that the learned part put into roles of what was coded in the sentence."""
    return tuple(
        (reading.tokens[d.trigger].text, code, link.role, round(link.probability, 2), tuple(n for n, _ in link.reasons))
        for d in coded.drafts
        if d.reading is reading
        for link in d.links
        for code in link.codes
    )


def rejected(reading: Reading, coded: Coded) -> tuple[tuple[str, str, str], ...]:
    """The triggers of the sentence that came to nothing."""
    return tuple(
        (reading.tokens[r.index].text, r.rule, r.reason) for r in coded.rejected.get(reading.sentence.index, [])
    )
