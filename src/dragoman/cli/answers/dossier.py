"""The dossier as a page, and as rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.cli.answers import parts
from dragoman.cli.answers.page import Grid, Items, Page, Paragraph, Part, Section
from dragoman.cli.answers.supply import supply_sections
from dragoman.cli.answers.writing import Row
from dragoman.network import Dossier, Gap, LayerTies, OpenQuestion, Told

PARTNERS = 15
GAPS = {
    Gap.unrecorded: "no dataset in this ledger records such ties of these states",
    Gap.none: "none in {named}, aiming at every case",
    Gap.silent: "none in {named}, not aiming at every case",
    Gap.ended: "the record ends years before: {named}",
    Gap.few: "too few deliveries to conclude on concentration from: {named}",
}


def dossier_page(answer: Dossier) -> Page:
    """Layer by layer, then events, supply, and what is not on record."""
    return Page(
        title=f"Dossier: {' and '.join(map(parts.name, answer.actors))}, by the record of {answer.as_of}",
        lead=[Paragraph(line) for line in _lead(answer)],
        sections=[
            *(Section(parts.layer(one.layer).capitalize(), list(_layer(one))) for one in answer.layers),
            Section("Events that were read", [Items([_event(one) for one in answer.events])] if answer.events else []),
            *(_renamed(section) for section in (supply_sections(answer.supply) if answer.supply else [])),
            Section("What they supplied to each other", list(_exchange(answer))),
            Section("Open questions", list(_questions(answer))),
            parts.sources(answer.scope, {rest.dataset for one in answer.layers for rest in one.rests_on}),
        ],
    )


def dossier_rows(answer: Dossier) -> list[Row]:
    """A row for each partner, layer and dataset; of two, for each layer and dataset."""
    found: list[Row] = []
    for layer in answer.layers:
        groups = [(one.actor, one.rests_on) for one in layer.partners] or [(answer.actors[-1], layer.rests_on)]
        found += [
            {
                "layer": rest.layer.value, "actor": answer.actors[0], "partner": partner, "dataset": rest.dataset,
                "ties": rest.ties, "first": rest.years.first, "last": rest.years.last,
            }
            for partner, rests_on in groups
            for rest in rests_on
        ]  # fmt: skip
    return found


def _lead(answer: Dossier) -> Iterator[str]:
    if not answer.layers:
        yield "No tie is on record. That does not say that there is none: see the open questions."
    if answer.undated:
        yield f"{parts.count(answer.undated, 'tie')} without a date left out."


def _renamed(section: Section) -> Section:
    return Section(f"Arms supply: {section.title[0].lower()}{section.title[1:]}", section.parts)


def _layer(one: LayerTies) -> Iterator[Part]:
    still = ", ".join(f"{count:,} ({dataset})" for dataset, count in one.standing.items()) or "none"
    yield Paragraph(f"{one.years}: {parts.rested(one.rests_on)}. Still standing: {still}.")
    for trend in one.trends:
        yield Paragraph(
            f"Trend in {trend.dataset}: {trend.before.value:.0f} began in {trend.before.years}, "
            f"{trend.now.value:.0f} in {trend.now.years}."
        )
    if one.partners:
        rows = [
            (partner.actor, str(partner.years), " or ".join(f"{r.ties:,} ({r.dataset})" for r in partner.rests_on))
            for partner in one.partners[:PARTNERS]
        ]
        yield Grid(("with", "years", "ties"), rows)
        if len(one.partners) > PARTNERS:
            yield Paragraph(f"and {len(one.partners) - PARTNERS} more")
    yield Items(
        [f"{parts.arrow(tie.source, tie.target, directed=tie.directed)}: {parts.cited(tie)}" for tie in one.latest]
    )


def _event(one: Told) -> str:
    kind = f"{(one.type or one.layer.value).replace('_', ' ')}{f', {one.mode}' if one.mode else ''}"
    about = f" «{one.subject}»" if one.subject else ""
    return f"{one.date or 'no date'} {' - '.join(one.parties)}: {kind}{about} [{one.key}]"


def _exchange(answer: Dossier) -> Iterator[Grid]:
    rows = [
        (f"{one.supplier} > {one.share.actors[-1]}", str(one.share.years), parts.percent(one.share.value),
         parts.volume(one.volume.value), str(one.deliveries))
        for one in answer.exchange
    ]  # fmt: skip
    if rows:
        yield Grid(("who", "years", "share", "TIV", "rows"), rows)


def _questions(answer: Dossier) -> Iterator[Part]:
    """Layer by layer what is not on record, then what the datasets that were silent cannot tell."""
    by_layer: dict[str, list[OpenQuestion]] = {}
    for one in answer.questions:
        by_layer.setdefault(parts.layer(one.layer), []).append(one)
    if by_layer:
        yield Items([f"{name}: {'; '.join(_gaps(asked))}" for name, asked in by_layer.items()])
    silent = {one.dataset: one.cannot_tell for one in answer.questions if one.dataset}
    if silent:
        yield Paragraph("What these datasets cannot tell:")
        told: set[str] = set()
        items: list[str | tuple[str, Sequence[str]]] = []
        for dataset, gaps in silent.items():
            items.append((dataset, [gap for gap in gaps if gap not in told]))
            told.update(gaps)
        yield Items(items)


def _gaps(asked: Sequence[OpenQuestion]) -> Iterator[str]:
    """The open questions of a layer, those of one kind together."""
    for gap, text in GAPS.items():
        own = [one for one in asked if one.gap is gap]
        named = ", ".join(f"{one.dataset} ({one.years})" if one.years else f"{one.dataset}" for one in own)
        if own:
            yield text.format(named=named)
