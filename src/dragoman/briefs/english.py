"""English: possessives, number, and Latin spellings of names written in Cyrillic."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from dragoman.actors.names import label
from dragoman.briefs.grammar import Noun, joined
from dragoman.briefs.persons import latin
from dragoman.briefs.shape import BriefLanguage
from dragoman.briefs.tables import interface, names, offices
from dragoman.model import Participant

_OTHER = re.compile(r"[^\W\d_A-Za-z\u00c0-\u024f]")


class English:
    """The grammar of an English brief."""

    language: BriefLanguage = "en"

    def actor(self, code: str) -> Noun:
        """A name with its article."""
        row = names("en").get(code)
        return _noun(row["name"], row["agreement"]) if row else _noun(label(code, "en"))

    def person(self, participant: Participant) -> Noun:
        """`Azerbaijan's defence minister Hasanov`, as far as the parts are known."""
        name = latin(participant)
        known = offices().get(participant.office or "")
        office = known.en if known else participant.office
        state = self.actor(participant.actor) if participant.actor else None
        if state and office:
            return _noun(" ".join(filter(None, [state.form("pos"), office, name])))
        if office:
            return _noun(f"{office} {name}" if name else f"an unnamed {office}")
        return _noun(f"{name} ({state.form('')})" if state else name)

    def representatives(self, actors: Noun) -> Noun:
        """`representatives of A and B`."""
        return _noun(f"representatives of {actors.form('')}", "pl")

    def coordinate(self, nouns: Sequence[Noun]) -> Noun:
        """A list of several is a plural."""
        if len(nouns) == 1:
            return nouns[0]
        return _noun(joined([noun.form("") for noun in nouns], interface("en").list), "pl")

    def verb(self, forms: Sequence[str], agrees: str) -> Mapping[str, str]:
        """`base`, `present`, `past`, `participle`, `ing`, and `be` and `have` in the present."""
        base, third, past, participle, ing = forms[:5]
        plural = agrees == "pl"
        plurals = forms[5:] or (base, past)
        return {
            "base": base,
            "present": plurals[0] if plural else third,
            "past": plurals[-1] if plural else past,
            "participle": participle,
            "ing": ing,
            "be": "are" if plural else "is",
            "have": "have" if plural else "has",
        }

    def foreign(self, text: str) -> bool:
        """Whether it has letters that are not Latin."""
        return bool(_OTHER.search(text))


def _noun(text: str, agrees: str = "sg") -> Noun:
    possessive = f"{text}’" if text.endswith("s") else f"{text}’s"
    return Noun({"": text, "pos": possessive, "in": f"in {text}"}, agrees)
