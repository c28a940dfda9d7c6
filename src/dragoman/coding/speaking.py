"""What a draft takes from who speaks of it: his own state in the open role, his wish in place of a doubt."""

from __future__ import annotations

from dragoman.actors import states
from dragoman.coding.draft import GIVERS, Draft
from dragoman.coding.gaps import SYMMETRIC, TRANSFERS, lacking, wanted
from dragoman.coding.slots import shared_role
from dragoman.coding.subjects import subject
from dragoman.model import Kind, Status


def take(draft: Draft) -> None:
    """Fill the one open role of a draft with the state that speaks of it, where that is how such acts are told."""
    if draft.frame.type in TRANSFERS and draft.main_actors and lacking(draft):
        by_speaker(draft)
    if draft.frame.type in SYMMETRIC and len(draft.main_actors) == 1:
        with_speaker(draft)
    if draft.frame.type == "basing" and draft.status is Status.planned and lacking(draft):
        by_commander(draft)


def denier(draft: Draft) -> None:
    """Give the one open role to who denies it: "the ministry denied a delivery to X" is about a delivery of its own."""
    reading = draft.reading
    verbs = [i for i in draft.cues if reading.has(i, "op_denied") and reading.tokens[i].form == "Fin"]
    if not verbs or reading.has(verbs[0], "dative_control"):
        return
    found = subject(reading, verbs[0])
    codes = found.codes if found is not None else reading.speaker
    many = shared_role(draft.frame)
    empty = [many] if many else wanted(draft)
    if len(codes) == 1 and len(empty) == 1 and codes[0] not in draft.actors:
        draft.extra[empty[0]] = (*draft.extra.get(empty[0], ()), *codes)


def by_speaker(draft: Draft) -> None:
    """Give the one open role to the state that speaks ("the minister of A said that B will deliver …").

    Unnamed officials of a state rather speak of what two others do.
    """
    reading = draft.reading
    inside = reading.sentence.clauses[reading.tokens[draft.trigger].clause].kind == "complement"
    named = {c for a in reading.arguments for c in a.codes if c in states()}
    empty = wanted(draft)
    speaker = set(reading.speaker) & named - draft.actors
    crowd = any(a.kind == "person" and a.plural and set(a.codes) == speaker for a in reading.arguments)
    if inside and not crowd and len(empty) == len(speaker) == 1 and named <= draft.actors | speaker:
        draft.extra[empty[0]] = tuple(speaker)


def by_commander(draft: Draft) -> None:
    """Let troops without a state that are to go to another be those of the state whose official says so."""
    reading = draft.reading
    inside = reading.sentence.clauses[reading.tokens[draft.trigger].clause].kind == "complement"
    speaker = [c for c in reading.speaker if c in states() and c not in draft.actors]
    if inside and wanted(draft) == ["user"] and len(speaker) == 1 and not reading.has(draft.trigger, "host_verb"):
        draft.extra["user"] = tuple(speaker)


def with_speaker(draft: Draft) -> None:
    """Give a mutual act "with X" the state that speaks of it ("the premier said the pact with X …")."""
    reading, role = draft.reading, shared_role(draft.frame) or "party"
    inside = reading.sentence.clauses[reading.tokens[draft.trigger].clause].kind == "complement"
    beside = all(reading.words.is_prep(a.prep, "with") for a in draft.filled.get(role, ()))
    speaker = [c for c in reading.speaker if c in states() and c not in draft.actors]
    named = {c for a in reading.arguments if a.head < draft.trigger for c in a.codes}
    if inside and beside and not draft.extra and len(speaker) == 1 and named <= {*speaker, *draft.actors}:
        draft.extra[role] = tuple(speaker)


def wished(draft: Draft) -> None:
    """Call for what one state hopes that another will do; what it means to do itself stays as it is."""
    doers = set(draft.codes(*GIVERS))
    verbs = [i for i in draft.cues if draft.reading.has(i, "wish")]
    if draft.status is not Status.possible or not verbs or not doers or draft.frame.kind is not Kind.event:
        return
    wisher = subject(draft.reading, verbs[0])
    if wisher is not None and wisher.codes and not set(wisher.codes) & doers:
        draft.status = Status.called_for
