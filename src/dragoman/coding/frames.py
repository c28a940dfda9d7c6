"""Frames: which words name which type, and how each role is marked. Data of the language packs, checked on load."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError, field_validator

from dragoman.errors import CodebookError
from dragoman.model import Kind, Polarity, Status
from dragoman.schema import codebook
from dragoman.schema.located import read_located


class Frame(BaseModel):
    """One way to say one type. Word lists are written as one string with spaces, `_` joins a fixed phrase.

    `roles` maps a role to its slots: `subj obj dat agent gen adj`, a preposition with a case (`с+Ins`), `force` (troops
    that are named with their state), `adj:on+Obl` (the adjective of a noun behind that preposition), `attending` and
    `spoken_to` (of a noun that says where or when: who does something there, and to whom he speaks), `adj_of:CLASS` and
    `gen_of:CLASS` (the adjective, the genitive of a noun of that class), `origin_adj` (the adjective of goods),
    `subj_adj` and `obj_adj` (the adjective of the subject, of the object, where that is no actor).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    rule: str
    type: str
    kind: Kind = Kind.event
    mode: str | None = None
    polarity: Polarity | None = None
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    """Classes of which one must stand in the trigger's reach (its own phrase and objects); `a&b` asks for both."""
    clause: tuple[str, ...] = ()
    """Classes of which one must stand in the trigger's sentence."""
    figure: tuple[str, ...] = ()
    """Classes of which one must stand in the sentence: with its word the trigger makes a figure of speech ("sits on a
    needle"). That word says when, and is no operator of status."""
    topic: tuple[str, ...] = ()
    """Classes of which one must stand in the sentence or beside it."""
    without: tuple[str, ...] = ()
    """Classes of which none may stand in the trigger's reach."""
    under: tuple[str, ...] = ()
    """Classes of which one must govern the trigger or describe it.

    `moved` holds where no actor is the subject of that word.
    """
    roles: dict[str, tuple[str, ...]]
    need: tuple[str, ...] = ()
    """Roles without which nothing is coded."""
    actors: int = 1
    """How many different actors must be recovered."""
    lone: tuple[str, ...] = ()
    """Classes of which one in the sentence makes a single recovered actor enough."""
    ahead: bool = False
    """Whether it holds only of a verb that looks ahead ("will attack", "may attack"), with the frame's own status."""
    status: Status | None = None
    """The status of a noun that no verb says more about, or of a verb whose tense says nothing."""
    standing: bool = False
    """Whether a noun stands for what is in force, of which the verb beside it need not say anything."""
    infinitive: bool = False
    """Whether the verb must govern an infinitive, which says what is to be done ("agreed to hold drills")."""
    direct: bool = False
    """Whether the verb's own object must be an actor: a minister is received otherwise than a law."""
    inherit: bool = True
    """Whether missing roles may come from the governing verb and from an enclosing frame."""
    matter: tuple[str, ...] = ()
    examples: tuple[str, ...]

    @field_validator(
        "verbs",
        "nouns",
        "adjectives",
        "phrases",
        "near",
        "clause",
        "figure",
        "topic",
        "without",
        "under",
        "need",
        "lone",
        "matter",
        mode="before",
    )
    @classmethod
    def words(cls, value: Any) -> Any:
        """Let a list be written as words with spaces."""
        return tuple(value.split()) if isinstance(value, str) else value

    @field_validator("roles", mode="before")
    @classmethod
    def slots(cls, value: Any) -> Any:
        """Let the slots of a role be written as words with spaces."""
        if not isinstance(value, dict):
            return value
        return {role: tuple(slots.split()) if isinstance(slots, str) else slots for role, slots in value.items()}


@cache
def load(folder: Path) -> tuple[Frame, ...]:
    """All frames of a pack, in the order of the files' names: where two fit the same word, the first wins.

    Raises CodebookError naming file and line.
    """
    found: list[Frame] = []
    for path in sorted(folder.glob("*.yaml")):
        located = read_located(path)
        if not isinstance(located.content, list):
            raise located.error("the file holds no list of frames")
        for number, entry in enumerate(located.content):
            found.append(checked(entry, f"{path.name}:{located.lines[(number,)]}"))
    return tuple(found)


def checked(entry: Any, where: str) -> Frame:
    """One entry as a Frame that names only what the codebook has."""
    try:
        frame = Frame.model_validate(entry)
    except ValidationError as error:
        first = error.errors()[0]
        raise CodebookError(f"{'.'.join(map(str, first['loc']))}: {first['msg']}", source=where) from error
    book = codebook()
    if frame.type not in book.types:
        raise CodebookError(f"unknown type {frame.type!r}", source=where, advice="see schema/types/")
    modes = book.types[frame.type].modes
    if frame.mode is not None and frame.mode not in modes:
        raise CodebookError(f"{frame.type} has no mode {frame.mode!r}", source=where, advice="see schema/types/")
    unknown = set(frame.roles) - set(book.roles)
    if unknown:
        raise CodebookError(f"unknown role {sorted(unknown)[0]!r}", source=where, advice="see schema/roles.yaml")
    return frame
