"""A correction in a dialogue: fields are given a line each, tried at once, and shown before they are kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dragoman.cli.reviewing.asking import Asker
from dragoman.cli.reviewing.keys import FIELDS
from dragoman.errors import ReviewError
from dragoman.model import Kind, Polarity, Statement, Status
from dragoman.review.corrections import corrected, drafted
from dragoman.review.history import differences
from dragoman.schema import codebook

Tell = Callable[[str], None]
PROMPT = "field=value> "


def correction(statement: Statement, text: str, given: str, asker: Asker, tell: Tell) -> Statement | None:
    """The statement as the reviewer wants it; None where the correction is given up.

    A line that cannot be read is told and forgotten. A field that does not fit the others yet (the roles of another
    type) stays, and the correction is taken once all fits.
    """
    settings: list[str] = []
    after: Statement | None = None
    if not given:
        tell(FIELDS)
    answer = given or asker.line(PROMPT)
    while True:
        if answer == "!":
            return None
        if not answer:
            if after is not None or not settings:
                return after
            tell("  it does not fit yet: give one more field, or ! to give it up")
        elif "=" not in answer:
            tell(values(answer.rstrip("?").strip(), drafted(statement, text, settings)))
        elif _readable(statement, text, [*settings, answer], tell):
            settings.append(answer)
            after = _fitting(statement, text, settings, tell)
        answer = asker.line(PROMPT)


def values(field: str, statement: Statement) -> str:
    """What a field may be, for a statement of this type."""
    entry = codebook().types.get(statement.type)
    known: dict[str, Sequence[str]] = {
        "kind": list(entry.kinds if entry else Kind),
        "type": sorted(codebook().types),
        "mode": list(entry.modes if entry else ()) or ["none"],
        "status": list(Status),
        "polarity": list(Polarity),
        "role": list(entry.roles if entry else ()),
        "matter": sorted(codebook().matters),
    }
    found = known.get(field.rpartition(".")[2])
    return f"  {', '.join(found)}" if found else FIELDS


def _readable(statement: Statement, text: str, settings: list[str], tell: Tell) -> bool:
    try:
        drafted(statement, text, settings)
    except ReviewError as error:
        tell(f"  {error.line}")
        return False
    return True


def _fitting(statement: Statement, text: str, settings: list[str], tell: Tell) -> Statement | None:
    try:
        after = corrected(statement, text, settings)
    except ReviewError as error:
        tell(f"  not yet: {error.line}")
        return None
    for one in differences(statement, after):
        tell(f"  {one.field}: {one.before or 'nothing'} → {one.after or 'nothing'}")
    return after
