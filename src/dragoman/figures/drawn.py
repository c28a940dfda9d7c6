"""Figures out of the record: a question, the answer of the network or the ties of the ledger, and its drawing."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from dragoman.errors import NotInLedger
from dragoman.figures.changed import changed
from dragoman.figures.drawing import Drawing
from dragoman.figures.ego import ego
from dragoman.figures.leg_needs import leg_needs
from dragoman.figures.supplier_shares import supplier_shares
from dragoman.figures.timeline import timeline
from dragoman.figures.words import Language
from dragoman.figures.world import world
from dragoman.ledger import ties
from dragoman.ledger.selection import Selection
from dragoman.model import Tie, What
from dragoman.network import Network, change, paths, suppliers
from dragoman.network.loading import confined


def of_suppliers(
    network: Network, recipient: str, size: int, since: int | None, until: int | None, language: Language
) -> Drawing:
    """The shares of suppliers in windows of `size` years; the network has the layers of deliveries at least."""
    return supplier_shares(suppliers(network, recipient, size=size, since=since, until=until), language)


def of_path(
    network: Network, beneficiary: str, origin: str, what: What, via: Sequence[str], as_of: str, language: Language
) -> Drawing:
    """The path through these intermediaries or, without any, the best one. Raises NotInLedger where there is none."""
    found = paths(network, beneficiary, origin, what=what, as_of=as_of, via=via, limit=1)
    if not found.paths:
        said = f"no way through a third state leads from {origin} to {beneficiary} on the record of {found.as_of}"
        raise NotInLedger(said, advice="name an intermediary with --via to see what is missing")
    return leg_needs(found, found.paths[0], language)


def of_partners(connection: Connection, actor: str, year: int, language: Language) -> Drawing:
    """The ego network at the end of a year."""
    return ego(_ties_of(connection, actor, year), actor, year, ties.imported(connection).values(), language)


def of_world(connection: Connection, actor: str, year: int, language: Language) -> Drawing:
    """The map at the end of a year."""
    return world(_ties_of(connection, actor, year), actor, year, ties.imported(connection).values(), language)


def of_two(connection: Connection, a: str, b: str, since: str | None, until: str, language: Language) -> Drawing:
    """The timeline of two: the ties that reach into the time from `since` to `until`."""
    asked = Selection(actors=(a, b), since=since, until=until)
    datasets = ties.imported(connection).values()
    return timeline(ties.chosen(connection, asked), a, b, int(until[:4]), datasets, language, only=confined(connection))


def of_event(network: Network, key: str, language: Language) -> Drawing:
    """What an event changes, or the fact that a tie tells of, by its whole key. Raises NotInLedger."""
    return changed(change(network, key), language)


def _ties_of(connection: Connection, actor: str, year: int) -> list[Tie]:
    return list(ties.chosen(connection, Selection(actors=(actor,), until=str(year))))
