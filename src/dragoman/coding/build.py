"""From draft to Statement: spans in the stored text, evidence, participants, time, goods, confidence."""

from __future__ import annotations

import hashlib
from functools import cache

from dragoman.actors import tenures
from dragoman.coding import dated
from dragoman.coding.attribution import Saying
from dragoman.coding.draft import Draft
from dragoman.coding.goods import goods
from dragoman.coding.instruments import instrument
from dragoman.coding.matters import matters
from dragoman.coding.phrases import Argument
from dragoman.coding.reading import Reading
from dragoman.coding.times import When
from dragoman.languages import LanguagePack, Token
from dragoman.model import Attribution, Cues, Document, Evidence, Kind, Participant, Span, Statement, Status


def statement(draft: Draft, document: Document, coder: str, pack: LanguagePack, whens: list[When]) -> Statement:
    """The Statement of a draft."""
    people = participants(draft, document.text, pack.language)
    start, end = evidence_span(draft)
    text = document.text[start:end]
    frame = draft.frame
    key = f"{document.id}|{frame.rule}|{start}|{end}|{draft.trigger}|{sorted(draft.roles)}"
    return Statement(
        id=hashlib.sha256(key.encode()).hexdigest()[:16],
        kind=frame.kind,
        type=frame.type,
        mode=frame.mode,
        status=draft.status,
        polarity=frame.polarity,
        participants=people,
        instrument=instrument(draft.reading, draft.trigger, document.text) if frame.type == "agreement" else None,
        matter=frame.matter or (matters(pack, draft.reading, draft.trigger) if frame.type == "agreement" else ()),
        goods=goods(pack, draft.reading, draft.trigger)
        if frame.type in ("arms_transfer", "technology_transfer", "military_aid")
        else (),
        time=dated.time(draft, whens, document.published),
        place=place(draft),
        attribution=tuple(attribution(r, s, document.text) for r, s in draft.sayings),
        evidence=Evidence(start=start, end=end, text=text),
        cues=Cues(
            trigger=span(draft.reading, draft.trigger, draft.trigger),
            status=tuple(span(draft.reading, i, i) for i in draft.cues),
            negation=tuple(span(draft.reading, i, i) for i in draft.negations),
        ),
        confidence=confidence(draft),
        coder=coder,
        rule=frame.rule,
    )


def place(draft: Draft) -> str | None:
    """The state in which it happens: a name or city in the locative in the trigger's clause, if it is said."""
    clause = set(draft.reading.clause_of(draft.trigger))
    for argument in (*draft.reading.arguments, *draft.reading.places):
        located = (
            draft.reading.words.is_prep(argument.prep, "in_on")
            and argument.case == "Loc"
            and argument.form in ("name", "capital", "city")
        )
        if located and argument.head in clause and not argument.kind and len(argument.codes) == 1:
            return argument.codes[0]
    return None


def span(reading: Reading, first: int, last: int) -> Span:
    """The span in the stored text of tokens `first` to `last`."""
    return reading.tokens[first].start, reading.tokens[last].end


def participants(draft: Draft, text: str, language: str) -> tuple[Participant, ...]:
    """Every actor in its role, once each, with the words that stand for it.

    Actors from the context have the trigger's span.
    """
    found: dict[tuple[str, str], Participant] = {}
    for role, arguments in draft.filled.items():
        for argument in arguments:
            for code in argument.codes:
                found.setdefault((role, code), participant(draft, role, code, argument, text, language))
    trigger = span(draft.reading, draft.trigger, draft.trigger)
    for role, codes in draft.extra.items():
        for code in codes:
            surface = text[trigger[0] : trigger[1]]
            found.setdefault((role, code), Participant(actor=code, role=role, surface=surface, span=trigger))
    return tuple(found.values())


def participant(draft: Draft, role: str, code: str, argument: Argument, text: str, language: str) -> Participant:
    """One participant with its surface."""
    start, end = span(draft.reading, argument.first, argument.last)
    return Participant(
        actor=code,
        role=role,
        surface=text[start:end],
        office=argument.office,
        person=person(argument, language),
        span=(start, end),
    )


@cache
def names_in(language: str) -> dict[str, str]:
    """English name to the name in a language, of everybody in the table of offices; none where it has no such names."""
    spelt = {"ru": {t.person: t.person_ru for t in tenures() if t.person_ru}}
    return spelt.get(language, {})


def person(argument: Argument, language: str) -> str | None:
    """The person's name: of somebody on record in the language of the text and in full, else as written."""
    return names_in(language).get(argument.person, argument.person) if argument.person else None


def evidence_span(draft: Draft) -> Span:
    """The shortest run of the sentence that holds trigger, participants and cues, widened to the trigger's clause."""
    tokens = draft.reading.tokens
    inside = [draft.trigger, *draft.cues, *draft.negations]
    inside += [i for a in draft.arguments() for i in (a.first, a.last)]
    clause = (
        draft.reading.sentence.clauses[tokens[draft.trigger].clause].tokens if draft.reading.sentence.clauses else []
    )
    inside += [i for i in clause if abs(i - draft.trigger) <= 10 and tokens[i].pos != "PUNCT"]
    inside += rest_of_phrase(tokens, draft.trigger)
    first, last = min(inside), max(inside)
    while last > draft.trigger and tokens[last].pos in LOOSE:
        last -= 1
    while first < draft.trigger and tokens[first].pos in ("PUNCT", "CCONJ"):
        first += 1
    return span(draft.reading, first, last)


LOOSE = ("PUNCT", "CCONJ", "SCONJ", "ADP", "PART")
"""Words with which no quotation should end."""


def rest_of_phrase(tokens: list[Token], trigger: int) -> list[int]:
    """The words from the trigger to the next mark or finite verb, at most twelve: its object, to be read with it."""
    found = []
    for token in tokens[trigger + 1 : trigger + 13]:
        if token.text in ",;:.—–()!?" or token.form == "Fin":
            break
        found.append(token.index)
    return found


def attribution(reading: Reading, saying: Saying, text: str) -> Attribution:
    """A source as a field of a Statement."""
    start, end = span(reading, saying.first, saying.last)
    return Attribution(
        speaker=unquoted(text[start:end]),
        actor=saying.codes[0] if saying.codes else None,
        span=(start, end),
        verb=reading.tokens[saying.verb].lemma or None,
    )


def unquoted(words: str) -> str:
    """A name without the quotation marks around the whole of it."""
    inner = words[1:-1]
    marked = len(words) > 2 and words[0] + words[-1] in ("«»", '""', "“”")
    return inner if marked and not set(inner) & set('«»"“”') else words.strip('"')


def confidence(draft: Draft) -> float:
    """From 0 to 1: less for every role left open, for actors from the context, for a status that a cue had to decide.

    The weights are judged by hand, not learnt; they order statements, they are no probabilities. What the network read
    has no more than its likelihood.
    """
    score = 0.9
    roles = [r for r in draft.frame.roles if r not in ("intermediary", "origin", "place")]
    if "party" in roles:
        score -= 0.15 if len(draft.main_actors) < 2 else 0.0
    else:
        score -= 0.1 * sum(1 for r in roles if not draft.codes(r))
    score -= 0.1 * bool(draft.extra) + 0.1 * any(a.resolved for a in draft.arguments())
    score -= 0.1 if draft.frame.kind is Kind.inference else 0.0
    score -= 0.05 if draft.status in (Status.possible, Status.planned) and not draft.cues else 0.0
    return round(max(0.1, min(draft.likelihood, score)), 2)
