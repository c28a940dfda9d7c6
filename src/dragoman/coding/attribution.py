"""Who says it: reporting verbs, "according to", agencies, a source in brackets; chains keep their order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.coding.lexicon import Classes, matches
from dragoman.coding.phrases import ATTRIBUTIVE, Argument, preposition
from dragoman.coding.reading import Reading
from dragoman.languages import Token

SAID = frozenset({"ccomp", "xcomp"})
"""Relations of what is said to the verb that says it."""

STOPS = ("VERB", "AUX", "ADP", "SCONJ", "CCONJ", "ADV", "PRON")


@dataclass(slots=True)
class Saying:
    """One mention of a source. `first`, `last`: token indices of the speaker; `verb`: of what introduces it."""

    first: int
    last: int
    verb: int
    codes: tuple[str, ...]
    anonymous: bool = False
    backward: bool = False
    """Speaks of what was said before ("Об этом сообщил …")."""
    scope: frozenset[int] = frozenset()
    """Token indices that are said by it; empty for the whole sentence."""
    relay: bool = False
    """An outlet or agency that passes on what somebody else said."""
    source: bool = False
    """The one whom the relay names ("со ссылкой на …")."""
    closing: bool = False
    """Stands as an aside at the end of its sentence."""


def sayings(reading: Reading, classes: Classes) -> list[Saying]:
    """All sources named in a sentence, the first hand before the one that passes it on."""
    found = [*phrases(reading, classes), *verbs(reading), *brackets(reading)]
    distinct: list[Saying] = []
    for saying in found:
        if not any(s.first <= saying.last and saying.first <= s.last for s in distinct):
            distinct.append(saying)
    return sorted(distinct, key=lambda s: (s.relay, not s.source, s.first))


def phrases(reading: Reading, classes: Classes) -> Iterator[Saying]:
    """ "According to X", "with reference to X"."""
    tokens = reading.tokens
    for index, names in reading.classes.items():
        if "source_phrase" not in names:
            continue
        after = index + phrase_length(tokens, index, classes)
        if after < len(tokens) and tokens[after].pos == "ADP":
            after += 1
        if after >= len(tokens) or tokens[after].text in ",.":
            continue
        last = phrase_end(tokens, after, reading)
        grounds = any(reading.has(i, "ground_noun") for i in range(after, last + 1))
        if last >= after and (not grounds or speaks(reading, after, last)):
            yield saying(reading, after, last, index, source=reading.words.is_form(tokens[index], "with_reference"))


def phrase_length(tokens: list[Token], index: int, classes: Classes) -> int:
    """How many words the introducing phrase has."""
    lengths = [
        len(words)
        for key in tokens[index].keys
        for words, name in classes.phrases.get(key, ())
        if name == "source_phrase" and matches(tokens, index, words)
    ]
    return max(lengths, default=1)


def verbs(reading: Reading) -> Iterator[Saying]:
    """Reporting verbs with their subject, or with the institution in which it was said."""
    tokens = reading.tokens
    for index, names in reading.classes.items():
        token = tokens[index]
        if not (names & {"say_verb"} or issues(reading, index)) or not reports(token):
            continue
        span = speaker_span(reading, index)
        if span is None:
            continue
        first, last = span
        if thought(reading, index) or not speaks(reading, first, last) or hands_over(reading, index, first):
            continue
        if acts(reading, index):
            continue
        said = saying(reading, first, last, index)
        said.backward = backward(reading, index)
        aside = closing(reading, index, first)
        said.closing = aside and all(t.pos == "PUNCT" for t in tokens[max(last, index) + 1 :])
        said.scope = frozenset() if said.backward or aside else content(reading, index, first, last)
        if names_it(reading, index):
            said.scope = frozenset(t.index for t in reading.tokens if index in climbing(reading.tokens, t.index))
        yield said


def reports(token: Token) -> bool:
    """Whether a verb, or the short form of an adjective ("is sure"), stands so that it tells what somebody said."""
    return token.form in ("Fin", "Conv") or (token.short and (token.form == "Part" or token.pos == "ADJ"))


def issues(reading: Reading, index: int) -> bool:
    """Whether a verb makes a statement only with the noun for it ("made a statement", "came out with a statement")."""
    return reading.has(index, "issue_verb") and any(
        reading.has(t.index, "statement_noun")
        and (t.head == index or reading.tokens[t.index].clause == reading.tokens[index].clause)
        for t in reading.tokens[max(0, index - 4) : index + 6]
    )


def thought(reading: Reading, verb: int) -> bool:
    """Whether a passive tells what others say of its subject ("Kenya is believed to have sent …")."""
    below = [t for t in reading.tokens if t.head == verb]
    passive = any(t.relation == "nsubj:pass" for t in below)
    return passive and any(t.relation == "xcomp" and t.form == "Inf" for t in below)


def hands_over(reading: Reading, verb: int, speaker: int) -> bool:
    """Whether a verb that can mean "to report" means "to hand over": its object follows, no "that" and no aside."""
    if not reading.has(verb, "relay_verb") or closing(reading, verb, speaker):
        return False
    after = reading.tokens[verb + 1 :]
    return any(t.head == verb and t.relation in ("obj", "iobj") for t in after) and not any(
        reading.words.is_form(t, "that") for t in after
    )


def acts(reading: Reading, verb: int) -> bool:
    """Whether a verb that may report does something to a thing here ("rejected an offer", "concluded an exercise")."""
    below = [t for t in reading.tokens if t.head == verb]
    if reading.has(verb, "acts_on") and any(t.relation == "obj" and t.pos == "NOUN" for t in below):
        return True
    if not reading.has(verb, "acts_too"):
        return False
    told = any(t.relation in SAID and t.form == "Fin" for t in below)
    return not told and not any(reading.has(t.index, "rumour", "back_word", "statement_noun") for t in below)


def climbing(tokens: list[Token], index: int) -> Iterator[int]:
    """A word and all that governs it, whatever the relations."""
    seen: set[int] = set()
    while index >= 0 and index not in seen:
        yield index
        seen.add(index)
        index = tokens[index].head


def names_it(reading: Reading, verb: int) -> bool:
    """Whether a verb only gives a thing its name: "launched what the ministry called a massive strike"."""
    return any(reading.words.is_form(t, "named_so") and t.head == verb and t.index < verb for t in reading.tokens)


def speaks(reading: Reading, first: int, last: int) -> bool:
    """Whether words can name somebody who speaks: an actor, an outlet, a person, a name; no mere thing."""
    inside = range(first, last + 1)
    if reading.has(first, "act_noun") or reading.has(last, "warship"):
        return False
    if any(first <= a.first <= last and (a.kind or a.form != "adjective") for a in reading.arguments if a.modifies < 0):
        return True
    return any(is_name(reading, i) for i in inside)


def is_name(reading: Reading, index: int) -> bool:
    """Whether a word belongs to the name of a source: an outlet, a document, a person, Latin letters, quotation."""
    token = reading.tokens[index]
    listed = reading.has(index, "outlet_word", "anonymous", "document_word")
    latin = token.text.isascii() and token.text[:1].isupper()
    listed = listed or reading.has(index, "witness")
    return listed or token.animate or token.pos in ("PROPN", "X", "PRON") or latin or token.quoted


def speaker_span(reading: Reading, verb: int) -> tuple[int, int] | None:
    """The words that name the speaker of a reporting verb."""
    tokens = reading.tokens
    if tokens[verb].lemma.endswith(reading.words.affixes["reflexive"]):
        place = institution(reading, verb)
        if place is None:
            return document_place(reading, verb)
        return place.first, max(place.last, phrase_end(tokens, place.last, reading))
    head = next((t.index for t in tokens if t.head == verb and t.relation.startswith("nsubj") and not t.quoted), -1)
    if any(reading.words.is_form(t, "that") for t in tokens[verb + 1 : max(verb, head)]):
        head = -1
    if head >= 0 and reading.words.is_lemma(tokens[head], "relative") and tokens[head].pos in ("PRON", "DET"):
        return described(reading, verb)
    if head >= 0 and not reading.words.is_lemma(tokens[head], "demonstrative"):
        last = phrase_end(tokens, head, reading)
        return phrase_start(tokens, head), min(last, verb - 1) if head < verb else last
    following = [
        a
        for a in reading.arguments
        if verb < a.first <= verb + 3 and not a.prep and "Nom" in a.cases and a.modifies < 0
    ]
    if following:
        return following[0].first, max(following[0].last, phrase_end(tokens, following[0].head, reading))
    place = institution(reading, verb)
    if place is not None:
        return place.first, max(place.last, phrase_end(tokens, place.last, reading))
    return latin_after(reading, verb)


def described(reading: Reading, verb: int) -> tuple[int, int] | None:
    """The words that "who" stands for, where the verb of a relative clause tells what somebody said."""
    noun = reading.tokens[verb].head
    if noun < 0 or not reading.tokens[verb].relation.startswith("acl"):
        return None
    return phrase_start(reading.tokens, noun), phrase_end(reading.tokens, noun, reading)


def institution(reading: Reading, verb: int) -> Argument | None:
    """ "Said in the ministry": a verb without a subject and an institution in the locative near it."""
    near = [
        a for a in reading.arguments
        if reading.words.is_prep(a.prep, "in") and "Loc" in a.cases
        and (a.kind in ("institution", "office", "force") or a.form in ("seat", "organisation", "capital"))
        and abs(a.head - verb) <= 8 and reading.tokens[a.head].clause == reading.tokens[verb].clause
    ]  # fmt: skip
    return min(near, key=lambda a: abs(a.head - verb)) if near else None


def document_place(reading: Reading, verb: int) -> tuple[int, int] | None:
    """ "It is said on the site of …", "in the press release": an outlet or a document in the locative near the verb."""
    tokens = reading.tokens
    near = [
        t.index
        for t in tokens
        if reading.has(t.index, "outlet_word", "document_word")
        and "Loc" in t.cases
        and 0 < abs(t.index - verb) <= 6
        and reading.words.is_prep(preposition(tokens, t.index, reading.words), "in_on")
    ]
    found = min(near, key=lambda i: abs(i - verb)) if near else -1
    return (phrase_start(tokens, found), phrase_end(tokens, found, reading)) if found >= 0 else None


def latin_after(reading: Reading, verb: int) -> tuple[int, int] | None:
    """An outlet whose name shows no case: Latin letters or quotation marks right after the verb."""
    tokens = reading.tokens
    i = verb + 1
    while i < len(tokens) and (tokens[i].text in '«"' or reading.has(i, "outlet_word")):
        i += 1
    if i >= len(tokens) or not (tokens[i].text[:1].isupper() or reading.has(i, "outlet_word")):
        return None
    return verb + 1, phrase_end(tokens, i, reading)


def phrase_start(tokens: list[Token], head: int) -> int:
    """The first word of the noun phrase around `head`: its adjectives and numerals before it."""
    i = head
    while (
        i > 0
        and (
            tokens[i - 1].pos in ("ADJ", "DET", "NUM", "PROPN")
            or tokens[i - 1].text in '«"'
            or (tokens[i - 1].relation in ATTRIBUTIVE and tokens[i - 1].head > i - 1)
        )
        and not tokens[i - 1].short
    ):
        i -= 1
    return i


def phrase_end(tokens: list[Token], start: int, reading: Reading) -> int:
    """The last word of a noun phrase that starts or is headed at `start`: up to a comma, a verb, a conjunction."""
    i = start
    while i + 1 < len(tokens):
        following = tokens[i + 1]
        if inside_name(tokens, i + 1):
            i += 1
            continue
        if (
            following.text in ",.;:!?()—–-…"
            or following.form in ("Fin", "Conv")
            or (following.text == "»" and not opened(tokens, start, i))
        ):
            break
        if following.pos in STOPS and not (
            reading.words.is_form(following, "title_prepositions") and titled(reading, i + 1)
        ):
            break
        i += 1
    return i


def inside_name(tokens: list[Token], index: int) -> bool:
    """Whether a full stop or hyphen stands inside a name, without spaces ("Vesti.az")."""
    if tokens[index].text not in ".-" or index + 1 >= len(tokens) or index == 0:
        return False
    return tokens[index - 1].end == tokens[index].start and tokens[index].end == tokens[index + 1].start


def opened(tokens: list[Token], start: int, end: int) -> bool:
    """Whether a quotation mark opens between two words and is not closed."""
    return any(t.text == "«" for t in tokens[max(0, start - 1) : end + 1])


def titled(reading: Reading, index: int) -> bool:
    """Whether a preposition continues a title ("посол Украины в Германии Андрей …"): a name follows soon."""
    named = any(t.pos == "PROPN" and t.animate for t in reading.tokens[index + 2 : index + 7])
    return named and not reading.words.is_form(reading.tokens[index], "and")


def saying(reading: Reading, first: int, last: int, verb: int, *, source: bool = False) -> Saying:
    """A Saying for the words `first` to `last`."""
    codes = next((a.codes for a in reading.arguments if a.codes and first <= a.first <= last), ())
    inside = range(first, last + 1)
    return Saying(
        first, last, verb, codes,
        anonymous=any(reading.has(i, "anonymous") for i in inside),
        relay=any(reading.has(i, "outlet_word") for i in inside) and not codes,
        source=source,
    )  # fmt: skip


def backward(reading: Reading, verb: int) -> bool:
    """Whether the verb speaks of what stands before: "об этом", "такое заявление", "with this statement …"."""
    clause = reading.clause_of(verb)
    if any(reading.words.is_form(reading.tokens[i], "that_or_so_that") for i in range(verb, len(reading.tokens))):
        return False
    if not reading.has(verb, "say_verb"):
        return True
    return not reading.has(verb, "comment_verb") and any(points_back(reading, i) for i in clause)


def points_back(reading: Reading, index: int) -> bool:
    """Whether a demonstrative stands for what was said: alone, or with a noun for a statement."""
    token = reading.tokens[index]
    if not reading.words.likely(token, "demonstrative"):
        return False
    after = next((t.index for t in reading.tokens[index + 1 : index + 3] if t.pos in ("NOUN", "PROPN")), -1)
    noun = after >= 0 and reading.tokens[after].case == token.case and reading.tokens[after].number == token.number
    return not noun or reading.has(after, "statement_noun")


def closing(reading: Reading, verb: int, speaker: int) -> bool:
    """Whether the reporting frame closes or opens the sentence as an aside ("…, сообщает X"; "Как передаёт X, …")."""
    tokens = reading.tokens
    if any(reading.words.is_form(tokens[i], "as") for i in range(max(0, verb - 2), verb)):
        return True
    before = tokens[max(0, min(verb, speaker) - 1)]
    if before.text not in ',—–-»"' or min(verb, speaker) <= 2:
        return False
    said = SAID | {"obj"} if reading.has(verb, "relay_verb") else SAID
    return speaker > verb or not any(t.head == verb and t.relation in said for t in tokens[verb + 1 :])


def content(reading: Reading, verb: int, first: int, last: int) -> frozenset[int]:
    """What a reporting verb that leads says: all that follows it, its own speaker left out.

    One in a relative clause ("about which … told") says all that stands before, one behind its topic ("of the decision
    to … told") what stands before as well.
    """
    start = min(verb, first)
    for i in reading.clause_of(verb):
        token = reading.tokens[i]
        about = reading.words.is_prep(preposition(reading.tokens, i, reading.words), "subject_matter")
        if not (0 < i < verb < first and about and "Loc" in token.cases):
            continue
        if reading.words.is_lemma(token, "relative"):
            return frozenset(range(i))
        start = 0
    beside = own_acts(reading, verb)
    return frozenset(i for i in range(start, len(reading.tokens)) if not first <= i <= last and i not in beside)


def own_acts(reading: Reading, verb: int) -> set[int]:
    """The words of what somebody does besides blaming another ("accused Chad of raids and imposed sanctions")."""
    acts = {
        t.index for t in reading.tokens
        if t.head == verb and t.relation == "conj" and t.form == "Fin" and t.index > verb
    }  # fmt: skip
    if not acts or not reading.has(verb, "blame_verb"):
        return set()
    return {t.index for t in reading.tokens if acts & set(climbing(reading.tokens, t.index))}


def brackets(reading: Reading) -> Iterator[Saying]:
    """A source in brackets at the end of a sentence: "(Минобороны …)"."""
    tokens = reading.tokens
    opening = next((t.index for t in reversed(tokens) if t.text == "("), -1)
    if opening < 0 or not any(t.text == ")" for t in tokens[opening:]):
        return
    closing_at = next(t.index for t in tokens[opening:] if t.text == ")")
    inside = range(opening + 1, closing_at)
    if len(tokens) - closing_at > 3 or not 0 < len(inside) <= 6:
        return
    named = any(a.first in inside and a.kind == "institution" for a in reading.arguments)
    if (named and len(inside) > 1) or any(reading.has(i, "outlet_word") for i in inside):
        yield saying(reading, opening + 1, closing_at - 1, opening)
