"""The starter record: facts that the project compiled, and what the list of organisations knows of their members."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from dragoman.actors import Organisation, Pledge, organisations
from dragoman.datasets.facts import Fact, fact
from dragoman.datasets.reading import Reading
from dragoman.model import Layer, Measure, Tie

LIST = "Dragoman, list of organisations (src/dragoman/actors/data/organisations.yaml)"


def read(reading: Reading) -> Iterator[Tie | Measure]:
    """The ties of every fact, then of members to their organisation and, where they promise defence, to each other."""
    for row in reading.rows():
        yield from _ties(reading, fact(row))
    for organisation in organisations().values():
        yield from _memberships(reading, organisation)
        if organisation.pledge:
            yield from _alliances(reading, organisation, organisation.pledge)


def _ties(reading: Reading, found: Fact) -> Iterator[Tie]:
    """A tie for every pair; the pairs of a fact with many parties share its key as `group`."""
    pairs = found.pairs
    details = {
        "matter": ", ".join(found.matter),
        "source": found.source,
        "address": found.address,
        "note": found.note,
    }
    for pair in pairs:
        yield reading.tie(
            record=found.key,
            layer=found.layer,
            type=found.type,
            mode=found.mode,
            status=found.status,
            source=pair.source,
            target=pair.target,
            directed=pair.directed,
            start=found.start,
            end=found.end,
            subject=found.title,
            others=found.others,
            group=found.key if len(pairs) > 1 else None,
            details=details,
        )


def _memberships(reading: Reading, organisation: Organisation) -> Iterator[Tie]:
    for state, start, end in organisation.spells():
        yield reading.tie(
            record=f"{organisation.code}/{state}/{start}",
            layer=Layer.membership,
            type="partnership",
            mode="membership",
            source=state,
            target=organisation.code,
            directed=True,
            start=start,
            end=end,
            subject=organisation.label["en"],
            details={"source": LIST},
        )


def _alliances(reading: Reading, organisation: Organisation, pledge: Pledge) -> Iterator[Tie]:
    """A tie for every two members for the time in which both were, and the promise held."""
    for one, other in combinations(organisation.spells(), 2):
        start = max(one.start, other.start, pledge.since)
        end = min((spell.end for spell in (one, other) if spell.end), default=None)
        if one.state == other.state or (end is not None and end <= start):
            continue
        yield reading.tie(
            record=f"{organisation.code}/{one.state}/{other.state}",
            layer=Layer.alliance,
            type="partnership",
            mode="alliance",
            source=one.state,
            target=other.state,
            directed=False,
            start=start,
            end=end,
            subject=pledge.title,
            group=organisation.code,
            details={"source": LIST},
        )
