"""What is found in a sentence: mentions of actors, and carriers that need one."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.actors.entries import Form
from dragoman.actors.generic import CarrierKind


@dataclass(slots=True)
class Mention:
    """Tokens `[start_token, end_token)` that stand for an actor. More than one code: the text has to decide."""

    start_token: int
    end_token: int
    codes: tuple[str, ...]
    form: Form
    office: str | None = None
    person: str | None = None
    entry: str = ""


@dataclass(slots=True)
class Carrier:
    """Tokens `[start_token, end_token)` that name an office, institution, force, state or person, not whose."""

    start_token: int
    end_token: int
    kind: CarrierKind
    normal: str
    usual: str = ""
