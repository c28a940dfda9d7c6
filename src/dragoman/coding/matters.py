"""What an agreement is about: the values of `matter` whose words stand in its title or behind its noun."""

from __future__ import annotations

from functools import cache

from pydantic import RootModel

from dragoman.coding.lexicon import plain
from dragoman.coding.listed import Words, read
from dragoman.coding.reading import Reading
from dragoman.errors import CodebookError
from dragoman.languages import LanguagePack
from dragoman.schema import codebook


class MatterLists(RootModel[dict[str, Words]]):
    """The shape of `matters.yaml`."""


@cache
def known(pack: LanguagePack) -> dict[str, str]:
    """Lemma to matter, from the pack's `matters.yaml`. Raises CodebookError for a value that the codebook has not."""
    path = pack.data / "matters.yaml"
    listed = read(path, MatterLists).root
    unknown = sorted(set(listed) - set(codebook().matters))
    if unknown:
        raise CodebookError(f"unknown matter {unknown[0]!r}", source=path.name, advice="see schema/matters.yaml")
    return {plain(pack, word): matter for matter, words in listed.items() for word in words}


def matters(pack: LanguagePack, reading: Reading, trigger: int) -> tuple[str, ...]:
    """The matters named from the pact's noun on, in order; `general` only where nothing more special is said."""
    pact = next(
        (i for i in sorted(reading.reach(trigger), key=lambda i: abs(i - trigger)) if reading.has(i, "pact")), trigger
    )
    found: dict[str, None] = {}
    for token in reading.tokens[pact + 1 : pact + 16]:
        if token.form == "Fin":
            break
        if token.lemma in known(pack):
            found.setdefault(known(pack)[token.lemma])
    special = tuple(m for m in found if m != "general")
    return special or tuple(found)
