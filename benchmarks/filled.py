"""A large ledger for `benchmarks/web.py`: documents with their statements and events, and ties of a dataset."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from pathlib import Path

import lookups
from sqlalchemy import func, select

import ledger as made
import network
from dragoman.findings.nouns import Finding, Said
from dragoman.ledger import Ledger, bulk, imports, opened, ties
from dragoman.ledger import findings as kept
from dragoman.ledger.rows import tie_of
from dragoman.ledger.tables import metadata
from dragoman.model import Kind, Layer, Party, Status, Tie, Verdict
from dragoman.network.days import iso


def fill(named: Path, documents: int, count: int) -> None:
    """Documents with four statements each, an event and a tie of each statement, and a dataset's ties up to `count`."""
    with opened(str(named), make=True) as ledger:
        for done in bulk.load(ledger, (made.arrival(number) for number in range(documents))):
            tell(done, documents)
        with ledger.reading() as connection:
            keys = list(connection.execute(select(metadata.tables["statements"].c.key)).scalars())
        lookups.happenings(ledger, keys)
        rest = max(count - len(keys), 1)
        with ledger.writing() as connection:
            ties.replace(connection, network.DATASET, of_dataset(rest), file="made", sha256="made")
            ties.describe(connection, network.DATASET, rows=rest, report={})
        claim(ledger)


def claim(ledger: Ledger) -> None:
    """Of every document one claim, argued and put to the record: its first statement, taken as an argument."""
    rows = metadata.tables["statements"]
    with ledger.reading() as connection:
        state = imports.state(connection)
        first = connection.execute(select(rows.c.document, func.min(rows.c.key)).group_by(rows.c.document)).all()
    for begin in range(0, len(first), lookups.AT_ONCE):
        with ledger.writing() as connection:
            for document, key in first[begin : begin + lookups.AT_ONCE]:
                kept.keep(connection, document, [_finding(document, key)], record=state)


def _finding(document: str, key: str) -> kept.KeptFinding:
    chance = random.Random(document)
    pair = chance.sample(made.STATES, 2)
    found = Finding(
        id=f"f{key}",
        type="closer_relations",
        kind=Kind.inference,
        status=chance.choice((Status.possible, Status.happened)),
        statements=(key,),
        parties=(Party(actor=pair[0], role="beneficiary"), Party(actor=pair[1], role="partner")),
        question=Said(key="closer_relations"),
        verdict=chance.choice(list(Verdict)),
    )
    return kept.KeptFinding(
        key=found.id,
        document=document,
        quoted=chance.random() < 0.5,
        body=found.model_dump_json(),
        **found.model_dump(include={"kind", "type", "status", "verdict", "parties", "statements"}),
    )


def of_dataset(count: int) -> Iterator[Tie]:
    """Ties of 200 states over 35 years, as the benchmark of the network makes them."""
    found = network.made(200, count)
    for number in range(count):
        layer = network.LAYERS[found.layer[number]]
        last = int(found.last[number])
        yield Tie(
            id=f"t{number:015x}",
            dataset=network.REGISTER,
            record=str(number),
            layer=layer,
            type=layer.value,
            source=found.actors[found.source[number]],
            target=found.actors[found.target[number]],
            directed=layer not in network.UNDIRECTED,
            start=iso(int(found.first[number])),
            end=iso(last) if last else None,
            status=tuple(network.Status)[found.status[number]],
            weight=float(found.weight[number]) if layer is Layer.arms else None,
            unit="TIV" if layer is Layer.arms else None,
        )


def tell(done: int, of: int) -> None:
    """How far it is, at a terminal."""
    if sys.stderr.isatty():
        print(f"\r{done:,} of {of:,} documents", end="\n" if done >= of else "", file=sys.stderr, flush=True)


def some(ledger: Ledger, number: int) -> tuple[list[str], list[str], list[Tie]]:
    """Keys of documents and events, and ties, spread over the whole ledger."""
    found = []
    table = metadata.tables["ties"]
    with ledger.reading() as connection:
        for name, column in (("documents", "key"), ("events", "key"), ("ties", "id")):
            keys = sorted(connection.execute(select(metadata.tables[name].c[column])).scalars())
            found.append(keys[:: max(len(keys) // number, 1)][:number])
        chosen = connection.execute(select(table).where(table.c.id.in_(found[2])).order_by(table.c.id))
        return found[0], found[1], [tie_of(row) for row in chosen]


def states(number: int) -> list[str]:
    """States that the documents tell of."""
    return [made.STATES[n % len(made.STATES)] for n in range(number)]


def words(number: int) -> list[str]:
    """Words of the documents."""
    return sorted(set(made.WORDS))[:number]
