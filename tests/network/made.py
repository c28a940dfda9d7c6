"""Ties made by hand and at random, for networks without a ledger."""

from __future__ import annotations

from itertools import count

from hypothesis import settings
from hypothesis import strategies as st

from dragoman.model import Dataset, Layer, Party, Status, Tie

NUMBERS = count(1)
unhurried = settings(deadline=None)
"""The first example loads data files; a shared machine may take its time."""
STATES = ("AZE", "FRA", "ISR", "ITA", "MAR", "RUS", "TUR", "USA")
DIRECTED = (Layer.arms, Layer.licensed_production, Layer.technology, Layer.restriction)
TYPES = {Layer.arms: "arms_transfer", Layer.agreement: "agreement", Layer.co_production: "co_production"}
UNDIRECTED = (Layer.agreement, Layer.co_production, Layer.intelligence)


def dataset(name: str, last: int = 2024, gaps: tuple[str, ...] = ("It has gaps.",)) -> Dataset:
    return Dataset(
        name=name, title=name.upper(), version="1", terms="free", credit=f"Source: {name}", first_year=1990,
        last_year=last, gaps=gaps,
    )  # fmt: skip


def tie(
    layer: Layer,
    source: str,
    target: str,
    start: str | None = "2010",
    end: str | None = None,
    *,
    name: str = "",
    dataset: str = "made",
    mode: str | None = None,
    status: Status = Status.happened,
    weight: float | None = None,
    subject: str | None = None,
    others: tuple[tuple[str, str], ...] = (),
    group: str | None = None,
    event: str | None = None,
) -> Tie:
    directed = layer not in UNDIRECTED
    if not directed and source > target:
        source, target = target, source
    number = next(NUMBERS)
    return Tie(
        id=name or f"t{number:06}",
        dataset=dataset,
        record=str(number),
        layer=layer,
        type={Layer.arms: "arms_transfer", Layer.agreement: "agreement", Layer.co_production: "co_production"}.get(
            layer
        ),
        mode=mode,
        source=source,
        target=target,
        directed=directed,
        start=start,
        end=end,
        status=status,
        weight=weight,
        unit=None if weight is None else "TIV",
        subject=subject,
        others=tuple(Party(actor=actor, role=role) for actor, role in others),
        group=group,
        event=event,
    )


@st.composite
def dates(draw: st.DrawFn) -> str:
    """A date cut to the year, the month or the day, in a few years so that ties meet."""
    year, month, day = draw(st.integers(2008, 2014)), draw(st.integers(1, 12)), draw(st.integers(1, 28))
    return draw(st.sampled_from((f"{year}", f"{year}-{month:02}", f"{year}-{month:02}-{day:02}")))


@st.composite
def ties(draw: st.DrawFn, layers: tuple[Layer, ...] = (*DIRECTED[:3], *UNDIRECTED), states: int = 6) -> list[Tie]:
    """Up to twenty ties between a few states."""
    made = []
    for number in range(draw(st.integers(0, 20))):
        source, target = draw(st.permutations(STATES[:states]))[:2]
        start, end = sorted(draw(st.tuples(dates(), dates())))
        made.append(
            tie(
                draw(st.sampled_from(layers)),
                source,
                target,
                draw(st.sampled_from((start, None))) if number % 7 == 6 else start,
                draw(st.sampled_from((end, None))),
                name=f"r{number:03}",
                dataset=draw(st.sampled_from(("one", "two"))),
                mode=None,
                status=draw(st.sampled_from((Status.happened, Status.planned, Status.possible, Status.denied))),
                weight=draw(st.sampled_from((None, 0.5, 3.0, 20.0))),
            )
        )
    return made
