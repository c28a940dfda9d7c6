"""Which source each statement has, and what the source does to its status."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from dragoman.coding.attribution import Saying, sayings
from dragoman.coding.draft import Draft
from dragoman.coding.lexicon import Classes
from dragoman.coding.reading import Reading
from dragoman.model import Kind, Polarity, Status

HOSTILE = frozenset({"clash", "threat"})


Spoken = list[tuple[Reading, list[Saying]]]
"""Every sentence with the sources that it names."""


def listen(readings: Sequence[Reading], classes: Classes) -> Spoken:
    """The sources of every sentence.

    Tells each sentence who "we" is in it: its own speaker, or the one who ends the quotation.
    """
    found = [(reading, sayings(reading, classes)) for reading in readings]
    later: tuple[str, ...] = ()
    for reading, spoken in reversed(found):
        reading.tellings = frozenset(s.verb for s in spoken if not s.scope and not s.backward)
        own = next((s.codes for s in spoken if s.codes and not s.backward), ())
        if own:
            later = own
        reading.speaker = own or later
        if opens_quote(reading) and not own:
            later = ()
    for (before, spoken), (reading, _) in pairwise(found):
        if not reading.speaker and adjacent(before, reading):
            reading.speaker = next((s.codes for s in spoken if s.codes and not s.backward), ())
    return found


def attribute(found: Spoken, drafts: Sequence[Draft]) -> None:
    """Give every draft the sources of its own sentence, or of a neighbouring one that speaks of it or for it."""
    for reading, spoken in found:
        for draft in drafts:
            if draft.reading is reading:
                draft.sayings += [(reading, s) for s in spoken if covers(s, draft)]
    for position, (reading, spoken) in enumerate(found):
        back = [s for s in spoken if s.backward]
        if position and (back or closes_quote(reading)):
            before = found[position - 1][0]
            for draft in drafts:
                if draft.reading is before and not draft.sayings and adjacent(before, reading):
                    draft.sayings += [(reading, s) for s in (back or spoken)]
        told = back or [s for s in spoken if s.closing and (s.relay or not s.codes)]
        if told and (back or reading.words.source_ends_paragraph):
            same_breath(found, position, told, drafts)
        if position and goes_on(reading, found[position - 1][0], spoken):
            carry(found[position - 1], reading, drafts)
    for draft in drafts:
        hedge(draft)


def same_breath(found: Spoken, position: int, told: Sequence[Saying], drafts: Sequence[Draft]) -> None:
    """A source at the end of a paragraph stands for the sentences of it before, up to one with a source of its own."""
    reading = found[position][0]
    for before, spoken in reversed(found[:position]):
        if spoken or before.sentence.paragraph != reading.sentence.paragraph:
            return
        for draft in drafts:
            if draft.reading is before and not draft.sayings:
                draft.sayings += [(reading, s) for s in told]


def goes_on(reading: Reading, before: Reading, spoken: Sequence[Saying]) -> bool:
    """Whether a sentence without a source goes on with the speech of the one before it.

    Inside its quotation marks, as a quotation of its own, or by a word that ties it on ("besides", "perhaps").
    """
    if spoken or not adjacent(before, reading) or before.sentence.paragraph != reading.sentence.paragraph:
        return False
    text = before.sentence.text
    if text.count("«") > text.count("»") or reading.sentence.text.lstrip("—–- ").startswith(("«", "“", '"')):
        return True
    return any(reading.has(i, "goes_on") for i in range(min(2, len(reading.tokens))))


def carry(before: tuple[Reading, list[Saying]], reading: Reading, drafts: Sequence[Draft]) -> None:
    """Let the sources of one sentence stand for the drafts of the next."""
    for draft in drafts:
        if draft.reading is reading and not draft.sayings:
            draft.sayings += [(before[0], s) for s in before[1] if not s.backward]


def covers(saying: Saying, draft: Draft) -> bool:
    """Whether a source of the same sentence says what the draft codes."""
    if saying.first <= draft.trigger <= saying.last or draft.trigger == saying.verb:
        return draft.trigger == saying.verb and draft.frame.kind is not Kind.event
    if saying.backward:
        return False
    return not saying.scope or draft.trigger in saying.scope


def closes_quote(reading: Reading) -> bool:
    """Whether a quotation that began in an earlier sentence ends here."""
    marks = [t.text for t in reading.tokens]
    return marks.count("»") > marks.count("«")


def opens_quote(reading: Reading) -> bool:
    """Whether a quotation begins in a sentence."""
    return any(t.text == "«" for t in reading.tokens)


def adjacent(before: Reading, after: Reading) -> bool:
    """Whether two sentences stand next to each other."""
    return after.sentence.index - before.sentence.index == 1


def hedge(draft: Draft) -> None:
    """Unnamed sources, and one side's account of the other's hostile act, make what is told as done possible.

    Who only tells that his own men were attacked accuses nobody.
    """
    if draft.status in (Status.denied, Status.called_for):
        return
    anonymous = (
        bool(draft.sayings)
        and all(s.anonymous for _, s in draft.sayings if not s.relay)
        and any(s.anonymous for _, s in draft.sayings)
    )
    if (anonymous and draft.frame.type not in ("visit",)) or blamed(draft):
        draft.status = Status.possible
    speakers = {c for _, s in draft.sayings for c in s.codes}
    if (
        draft.frame.type in HOSTILE
        and speakers
        and draft.codes("source")
        and not speakers & set(draft.codes("source"))
        and draft.status in (Status.happened, Status.ongoing)
    ):
        draft.status = Status.possible


def blamed(draft: Draft) -> bool:
    """Whether one accuses a state of what it gains for itself, or says himself that a tie is directed at him."""
    if draft.frame.kind is not Kind.inference or draft.frame.polarity is not Polarity.gain:
        return False
    if target := set(draft.codes("target")):
        told_by = {c for r, s in draft.sayings if not s.relay and spoken(r, s) for c in s.codes}
        return draft.status in (Status.planned, Status.ongoing) and not target.isdisjoint(told_by)
    return any(r.has(s.verb, "accuse") for r, s in draft.sayings)


def spoken(reading: Reading, saying: Saying) -> bool:
    """Whether a person or an office speaks, not an outlet."""
    return not any(reading.has(i, "outlet_word") for i in range(saying.first, saying.last + 1)) and any(
        a.kind in ("office", "person", "institution") or a.form in ("person", "seat", "capital")
        for a in reading.arguments
        if saying.first <= a.head <= saying.last
    )


def called_false(draft: Draft) -> bool:
    """Whether its own sentence calls it false.

    "… ; the capital called this a lie", "called the news of … an invention".
    """
    reading = draft.reading
    words = [i for i, names in reading.classes.items() if "deny_back" in names]
    if words and any(reading.has(i, "rumour") for i in reading.up(draft.trigger)):
        return True
    if any(reading.has(i, "rumour") and in_text_of(reading, i) for i in words if i < draft.trigger):
        return True
    if by_which(reading, draft.trigger, words):
        return True
    return any(about_before(reading, draft.trigger, index) for index in words if index > draft.trigger)


def in_text_of(reading: Reading, index: int) -> bool:
    """Whether what follows stands in something called false by its name: "according to (the text of) the fake"."""
    path = [index, *reading.up(index)]
    return any(t.head in path and reading.has(t.index, "in_text_of") for t in reading.tokens[:index])


def by_which(reading: Reading, trigger: int, words: Sequence[int]) -> bool:
    """Whether it is told by a report that is called false before: "denied reports according to which …"."""
    for token in (reading.tokens[i] for i in reading.clause_of(trigger)):
        if token.lemma in reading.words.lemmas["which"] and reading.has(token.index - 1, "in_text_of"):
            told = [t.index for t in reading.tokens[: token.index] if reading.has(t.index, "rumour", "statement_noun")]
            return any(i < noun <= i + 3 for i in words for noun in told)
    return False


def about_before(reading: Reading, trigger: int, index: int) -> bool:
    """Whether a word of denial in a later clause has "this", "the report" beside it."""
    if of_other_thing(reading, index):
        return False
    near = range(max(trigger + 1, index - 4), min(index + 4, len(reading.tokens)))
    apart = any(reading.tokens[i].text in ",;—" for i in range(trigger, index))
    if apart and any(
        t.head == index and t.relation == "obj" and reading.words.is_lemma(t, "which") for t in reading.tokens
    ):
        return True
    return apart and any(reading.has(i, "back_word") for i in near if i != index)


def of_other_thing(reading: Reading, index: int) -> bool:
    """Whether a word of denial describes a noun that is no report ("lured them with a false promise")."""
    token = reading.tokens[index]
    noun = token.head if token.relation == "amod" else -1
    return noun >= 0 and not reading.has(noun, "rumour", "back_word", "statement_noun")


def says_what(reading: Reading, index: int) -> bool:
    """Whether a verb of denial has its own "that …": then it denies that, and not what was told before."""
    return any(t.head == index and t.relation in ("ccomp", "csubj") and t.form for t in reading.tokens)


def given_up(draft: Draft) -> bool:
    """Whether a later verb of the sentence gives up the plan told before it ("meant to buy tanks, but dropped that
    idea").
    """
    reading = draft.reading
    if draft.status not in (Status.planned, Status.possible, Status.called_for):
        return False
    refusing = (t for t in reading.tokens[draft.trigger :] if t.form == "Fin" and reading.has(t.index, "op_denied"))
    verbs = {t.index for t in refusing if not reading.words.is_form(reading.tokens[t.index - 1], "not")}
    plans = [t.index for t in reading.tokens if t.head in verbs and reading.has(t.index, "plan_noun")]
    return any(reading.has(i - 1, "demonstrative") for i in plans)


def deny_back(readings: Sequence[Reading], drafts: Sequence[Draft]) -> None:
    """A sentence that denies "this report" denies what the sentence before it told."""
    for draft in drafts:
        if draft.frame.kind is Kind.event and (called_false(draft) or given_up(draft)):
            draft.status = Status.denied
    for before, reading in pairwise(readings):
        if not adjacent(before, reading):
            continue
        words = [i for i, names in reading.classes.items() if names & {"deny_back", "doubt_back"}]
        status = Status.denied if any(reading.has(i, "deny_back") for i in words) else Status.possible
        about = any("back_word" in names for names in reading.classes.values())
        own = any(d.reading is reading and d.frame.kind is Kind.event for d in drafts)
        if not words or not about or own or any(says_what(reading, i) for i in words):
            continue
        apart = before.sentence.paragraph != reading.sentence.paragraph
        if apart and not any("demonstrative" in names for names in reading.classes.values()):
            continue
        for draft in drafts:
            if draft.reading is before and draft.frame.kind is not Kind.inference:
                draft.status = status
