"""Keys find every report that could be linked: otherwise what is merged would depend on what is looked at."""

from __future__ import annotations

from itertools import combinations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from dragoman.events import Report, blocks, compare
from dragoman.events.tables import windows
from dragoman.model import Goods, Kind, Status

from .made import report, told

GOODS = [
    (),
    (Goods(designation="Leopard 1 tank", number=12),),
    (Goods(designation="танки"),),
    (Goods(designation="Bayraktar TB2"),),
]
TYPES = {
    "arms_transfer": ("supplier", "recipient"),
    "military_aid": ("donor", "recipient"),
    "exercise": ("party", "party"),
    "visit": ("visitor", "host"),
    "clash": ("source", "target"),
    "basing": ("user", "host"),
}
STATES = st.lists(st.sampled_from(["DEU", "UKR", "POL", "NATO", "ROU"]), min_size=1, max_size=3, unique=True)
LONG = st.sampled_from(["2025-03-01/2025-03-31", "2025-01-01/2025-12-31"])
DAYS = st.one_of(st.none(), st.integers(1, 28).map(lambda day: f"2025-03-{day:02}"), LONG)
MONTHS = st.sampled_from(["2025-02-27", "2025-03-05", "2025-03-20", "2025-07-01", "2026-03-05", "2025", None])


@st.composite
def reports(draw: st.DrawFn) -> Report:
    type_, (first, second) = draw(st.sampled_from(sorted(TYPES.items())))
    states = draw(STATES)
    actors = [f"{state} {first if number == 0 else second}" for number, state in enumerate(states)]
    if draw(st.booleans()):
        actors.reverse()
    return report(
        type_,
        *actors,
        day=draw(DAYS),
        published=draw(MONTHS),
        status=draw(st.sampled_from(sorted(Status))),
        mode="ordered" if type_ == "arms_transfer" and draw(st.booleans()) else None,
        place=draw(st.sampled_from([None, "POL", "UKR"])),
        goods=draw(st.sampled_from(GOODS)),
        copies=draw(st.sampled_from([None, "one"])),
    )


@settings(deadline=None, max_examples=400)
@given(reports(), reports())
@example(
    report(
        "arms_transfer", "DEU supplier", "UKR recipient", status=Status.planned, published="2024-01-01", goods=GOODS[1]
    ),
    report("arms_transfer", "DEU supplier", "UKR recipient", published="2026-01-01", goods=GOODS[1]),
)
def test_what_is_linked_shares_a_key(one: Report, other: Report) -> None:
    if compare(one, other) is not None:
        assert blocks(one) & blocks(other)


def test_every_link_among_our_stories_shares_a_key() -> None:
    linked = [(a, b) for a, b in combinations(told()[:120], 2) if compare(a, b)]
    assert len(linked) > 20
    assert all(blocks(a) & blocks(b) for a, b in linked)


def test_what_cannot_be_merged_has_no_keys() -> None:
    assert not blocks(report(kind=Kind.tie))
    assert not blocks(report("meeting", "TUR origin", kind=Kind.inference))


def test_a_report_has_few_keys() -> None:
    """A report of a pair that is dated to a year has the most: a key for each of its four weeks and each party."""
    longest = 366 + 2 * max(max(window.slack, window.lasts) for window in windows().values())
    assert max(len(blocks(one)) for one in told() if len(one.statement.actors()) == 2) <= 2 * (longest // 28 + 2)
