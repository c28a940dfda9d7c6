"""Brokers as a page, and as rows."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.cli.answers import parts
from dragoman.cli.answers.page import Grid, Page, Paragraph, Part, Section
from dragoman.cli.answers.writing import Row
from dragoman.network import Broker, Brokerage, Brokers, RoleCounts, groupings

ALL = "all layers together"
NOT_TOLD = (
    "A tie that no dataset records is missing here too, and with it who stands between by it: `dragoman datasets NAME` "
    "says what each cannot tell."
)


def brokers_page(answer: Brokers) -> Page:
    """A section for each layer, with its windows one after the other."""
    ends = f" between {' and '.join(map(parts.name, answer.between))}" if answer.between else ""
    by_layer: dict[str, list[Brokerage]] = {}
    for table in answer.tables:
        by_layer.setdefault(_named(table), []).append(table)
    return Page(
        title=f"Who stands{ends or ' between others'}, by the record of {answer.as_of}",
        lead=[Paragraph(line) for line in _lead(answer)],
        sections=[
            *(
                Section(name, [part for table in tables for part in _table(answer, table)])
                for name, tables in by_layer.items()
            ),
            Section("What the figures mean", [Paragraph(line) for line in _meanings(answer)] if answer.tables else []),
            Section("What the record cannot tell", [Paragraph(line) for line in parts.unseen(answer.scope, NOT_TOLD)]),
            parts.sources(answer.scope, {rest.dataset for table in answer.tables for rest in table.rests_on}),
        ],
    )


def brokers_rows(answer: Brokers) -> list[Row]:
    """A row for each broker in each layer and window."""
    return [
        {
            "layer": table.layer.value if table.layer else "all", "first": table.years.first, "last": table.years.last,
            "states": table.states, "pairs": table.pairs, "uncertain_pairs": table.uncertain,
            "rank": one.rank, "actor": one.actor, "contacts": one.contacts,
            **_figures(one), **one.roles.model_dump(),
        }
        for table in answer.tables
        for one in table.brokers
    ]  # fmt: skip


def _figures(one: Broker) -> Row:
    found: dict[str, object] = {}
    for measured in (one.betweenness, one.constraint, one.share_between):
        if measured:
            name = measured.name
            found |= {name: measured.value, f"{name}_low": measured.low, f"{name}_high": measured.high}
    return found


def _named(table: Brokerage) -> str:
    return parts.layer(table.layer) if table.layer else ALL


def _lead(answer: Brokers) -> Iterator[str]:
    if not answer.tables:
        yield "No tie of these layers is on record in these years."
    elif answer.between:
        yield "Ranked by their share of the shortest ways between the two."


def _table(answer: Brokers, table: Brokerage) -> Iterator[Part]:
    unsure = f", {table.uncertain:,} more by ties that are not sure" if table.uncertain else ""
    yield Paragraph(f"{table.years}: {table.states} states, {parts.count(table.pairs, 'pair')} tied{unsure}.")
    if short := _short(answer, table):
        yield Paragraph(f"These years are not covered to their end by {short}.")
    if answer.between:
        a, b = answer.between
        away = f"{parts.count(table.distance, 'tie')} away from" if table.distance else "not linked to"
        yield Paragraph(f"{a} is {away} {b}.")
    if not table.brokers:
        yield Paragraph("Nobody stands between them." if answer.between else "Nobody stands between two others.")
        return
    second = "share" if answer.between else "constraint"
    heads = ("", "state", second, "betweenness", "ties to", "coo/con/gat/rep/lia")
    yield Grid(heads, [_row(answer, one) for one in table.brokers])


def _short(answer: Brokers, table: Brokerage) -> str:
    """The datasets of a table that end before its years do."""
    used = {rest.dataset for rest in table.rests_on}
    ends = {one.name: one.last_year for one in answer.scope.datasets if one.name in used and one.first_year}
    return ", ".join(f"{name} (to {last})" for name, last in ends.items() if last < table.years.last)


def _row(answer: Brokers, one: Broker) -> tuple[str, ...]:
    return (
        str(one.rank),
        one.actor,
        parts.between(one.share_between if answer.between else one.constraint) or "-",
        parts.between(one.betweenness, 3),
        str(one.contacts),
        "/".join(str(getattr(one.roles, name)) for name in RoleCounts.model_fields),
    )


def _meanings(answer: Brokers) -> Iterator[str]:
    grouping = groupings()[answer.division]
    yield (
        "betweenness: share of the shortest ways between two others that lead through the state, over all pairs "
        "(Freeman 1977). constraint: how far its contacts are tied to each other, low where it bridges what is apart "
        "(Burt 1992)."
    )
    yield (
        "coordinator/consultant/gatekeeper/representative/liaison: pairs without a tie of their own that it stands "
        f"between, by {grouping.label.en} (Gould and Fernandez 1989); a state in none is a group of its own."
    )
    yield (
        f"The figures are those of the ties that are sure; in brackets, where they differ, the middle "
        f"{answer.interval:.0%} of {answer.draws} draws in which uncertain ties are there or not (seed {answer.seed})."
    )
