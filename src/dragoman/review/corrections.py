"""A correction as a reviewer writes it: `status=planned`, `participant.2.actor=MAR`, `speaker=`.

    kind, type, mode, status, polarity, place, instrument, matter
                              a value; nothing takes it away
    time                      an ISO date or two: 2024-05, 2024-05-13/2024-05-20
    participant.N.FIELD       actor, role, person, office, or words: how the text names it
    participant.N=            takes the participant out
    participant.new=ACTOR:ROLE:WORDS
                              one more, with the words of the text that name it
    speaker=WORDS             who says so, in the words of the text; speaker.N, speaker.new where there are several
    speaker.actor=ACTOR       the state or organisation that it speaks for
    evidence=WORDS            the words of the text that say it
    speaker=                  nobody: the outlet says it in its own voice

Numbers count from 1, in the order of the statement before the correction.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable

from dragoman.errors import ReviewError
from dragoman.model import Kind, Statement
from dragoman.review.checks import check
from dragoman.review.draft import NEW, Draft
from dragoman.review.times import time_of
from dragoman.schema import codebook

CODES = ("place",)
PLAIN = ("kind", "type", "mode", "status", "polarity", "place", "instrument", "matter", "time")


def corrected(statement: Statement, text: str, settings: Iterable[str]) -> Statement:
    """The statement after these corrections; `text` is its document's.

    Raises ReviewError where one cannot be read, where nothing changes, and where the result is nothing that the
    codebook has.
    """
    made = drafted(statement, text, settings)
    if made == statement:
        raise ReviewError("the correction changes nothing", advice="accept the statement, or give another value")
    check(made, text)
    return made


def drafted(statement: Statement, text: str, settings: Iterable[str]) -> Statement:
    """The statement after these corrections, whether or not the codebook has such a one: more may follow.

    Raises ReviewError where one cannot be read.
    """
    draft = Draft(statement, text)
    for setting in settings:
        _apply(draft, setting)
    return _of_kind(draft.made(), draft)


def change(before: Statement, after: Statement) -> str:
    """The fields that differ, with their new values, as the `change` of a judgement."""
    old, new = before.model_dump(mode="json"), after.model_dump(mode="json")
    return json.dumps({name: value for name, value in new.items() if value != old[name]}, ensure_ascii=False)


def _apply(draft: Draft, setting: str) -> None:
    path, equals, value = setting.partition("=")
    name, *rest = (part.strip() for part in path.split("."))
    apply = FIELDS.get(name)
    if not equals or apply is None:
        known = ", ".join(FIELDS)
        raise ReviewError(f"{setting!r} is no correction", advice=f"write FIELD=VALUE; the fields are {known}")
    if not apply(draft, [name, *rest], value.strip()):
        raise ReviewError(f"{path.strip()!r} is no field", advice=f"write {USAGE.get(name, f'{name}=VALUE')}")


def _plain(draft: Draft, path: list[str], value: str) -> bool:
    name = path[0]
    if name == "time":
        draft.given[name] = time_of(value, draft.before.time)
    elif name == "matter":
        draft.given[name] = tuple(part.strip() for part in value.split(",") if part.strip())
    else:
        draft.given[name] = (value.upper() if name in CODES else value) or None
    return len(path) == 1


def _participant(draft: Draft, path: list[str], value: str) -> bool:
    match path[1:]:
        case ["new"]:
            actor, _, rest = value.partition(":")
            role, _, words = rest.partition(":")
            if not role.strip() or not words.strip():
                raise ReviewError(f"{value!r} is no participant", advice=f"write participant.{NEW}=ACTOR:ROLE:WORDS")
            draft.add_participant(actor.strip().upper() or None, role.strip(), words)
        case [number] if not value:
            draft.drop_participant(number)
        case [number, name]:
            draft.correct_participant(number, name, value)
        case _:
            return False
    return True


def _speaker(draft: Draft, path: list[str], value: str) -> bool:
    match path[1:]:
        case [] if not value:
            draft.silence(None)
        case []:
            draft.say("1", value)
        case ["actor"]:
            draft.speak_for("1", value.upper() or None)
        case [number] if not value:
            draft.silence(number)
        case [number]:
            draft.say(number, value)
        case [number, "actor"]:
            draft.speak_for(number, value.upper() or None)
        case _:
            return False
    return True


def _evidence(draft: Draft, path: list[str], value: str) -> bool:
    draft.rest_on(value)
    return len(path) == 1


def _of_kind(made: Statement, draft: Draft) -> Statement:
    """A new type brings its (first) kind along where it cannot have the old one and none was given."""
    entry = codebook().types.get(made.type)
    if entry is None or made.kind in entry.kinds or "kind" in draft.given:
        return made
    kind = entry.kinds[0]
    polarity = made.polarity if kind is Kind.inference else None
    return made.model_copy(update={"kind": kind, "polarity": polarity})


FIELDS: dict[str, Callable[[Draft, list[str], str], bool]] = {
    **dict.fromkeys(PLAIN, _plain),
    "participant": _participant,
    "speaker": _speaker,
    "evidence": _evidence,
}
USAGE = {
    "participant": f"participant.N.actor=ACTOR, participant.N= or participant.{NEW}=ACTOR:ROLE:WORDS",
    "speaker": f"speaker=WORDS, speaker.{NEW}=WORDS, speaker.actor=ACTOR or speaker=",
}
