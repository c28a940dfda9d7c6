"""Compounds written as one word: "американо-турецкий", "Россия–НАТО" name two actors."""

from __future__ import annotations

from dragoman.actors.gazetteer import Gazetteer, Pattern, fold
from dragoman.actors.mentions import Mention
from dragoman.languages.shape import Token

_WHOLE = frozenset({"name", "organisation", "capital", "adjective", "collective", "seat"})


def compound_mentions(token: Token, gazetteer: Gazetteer, place: int) -> list[Mention]:
    """A mention for each part of a compound; none unless every part is an actor."""
    for key in dict.fromkeys(fold(key) for key in (*token.keys, token.text)):
        parts = key.split("-")
        if len(parts) < 2 or not all(parts):
            continue
        if parts[-1] in gazetteer.joined:
            named = _last("-".join(parts[:-1]), gazetteer)
            return [Mention(place, place + 1, named.codes, "adjective", entry=named.entry)] if named else []
        found = [_first(part, gazetteer) for part in parts[:-1]] + [_last(parts[-1], gazetteer)]
        mentions = [mention for mention in found if mention]
        if len(mentions) == len(parts):
            return [Mention(place, place + 1, m.codes, m.form, entry=m.entry) for m in mentions]
    return []


def _first(part: str, gazetteer: Gazetteer) -> Mention | None:
    code = gazetteer.combining.get(part)
    if code:
        return Mention(0, 1, (code,), "adjective", entry=f"combining:{part}")
    return _last(part, gazetteer)


def _last(part: str, gazetteer: Gazetteer) -> Mention | None:
    for pattern in gazetteer.actors.get(part, []):
        if _single(pattern) and pattern.entry:
            return Mention(0, 1, pattern.entry.codes, pattern.entry.form, entry=pattern.entry.id)
    return None


def _single(pattern: Pattern) -> bool:
    return len(pattern.words) == 1 and pattern.entry is not None and pattern.entry.form in _WHOLE
