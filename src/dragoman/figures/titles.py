"""The titles of drawings of partners: how many there are, and with whom there are most kinds of ties."""

from __future__ import annotations

from dragoman.figures.in_force import Partner
from dragoman.figures.words import Language, name, words

NAMED = 3
"""Partners that a title has room for."""


def partners_title(template: str, found: tuple[Partner, ...], actor: str, year: int, language: Language) -> str:
    """The template of the words with its slots filled; another one where nobody was found."""
    told, shown = words(language), name(actor, language)
    if not found:
        return told.ego_none.format(actor=shown, year=year)
    most = [name(one.actor, language) for one in found if len(one.layers) == len(found[0].layers)]
    top = ", ".join(most[:NAMED]) + (" …" if len(most) > NAMED else "")
    return template.format(actor=shown, n=len(found), year=year, top=top)
