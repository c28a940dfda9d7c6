"""SIPRI's trade register as a row per deal with comments: what was delivered, what is still to come, and who else
had a hand in it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.datasets.reading import Reading
from dragoman.datasets.rows import Row
from dragoman.datasets.sipri import UNIT, dyad
from dragoman.datasets.sipri_comments import LEFT, LOCAL, Told, read_comment
from dragoman.model import Layer, Measure, Party, Status, Tie

PATIENCE = 10
"""Years before the last delivery of the file since when an order that is not (all) delivered counts as planned."""
ABANDONED = "ordered long before the end of the file and never delivered"
PARTY_ROLES = ("intermediary", "origin", "donor")


@dataclass(slots=True, frozen=True)
class Deal:
    """A row with both of its actors."""

    row: Row
    key: str
    source: str
    target: str
    ordered_in: int
    years: tuple[int, ...]
    told: Told


def read(reading: Reading) -> Iterator[Tie | Measure]:
    """Up to two ties a row: what was delivered, and with status `planned` what was ordered and not yet delivered."""
    deals = list(_deals(reading))
    last = max((deal.years[-1] for deal in deals if deal.years), default=0)
    for deal in deals:
        reading.last = deal.row.where
        if deal.years:
            yield _delivered(reading, deal)
        rest = _outstanding(deal.row)
        if rest is None:
            continue
        if deal.ordered_in >= last - PATIENCE:
            yield _planned(reading, deal)
        elif not deal.years:
            reading.skip(ABANDONED)


def _deals(reading: Reading) -> Iterator[Deal]:
    keys: Counter[str] = Counter()
    for row in reading.rows():
        ordered_in = row.whole("Year of order")
        if ordered_in is None:
            raise row.error("no year of the order")
        years = _years(row)
        on = str(years[0] if years else ordered_in)
        supplier, recipient = row.needed("Supplier"), row.needed("Recipient")
        source, target = dyad(reading, supplier, recipient, on)
        key = f"{supplier}/{recipient}/{ordered_in}/{row['Weapon designation']}"
        keys[key] += 1
        if source and target:
            key += f"#{keys[key]}" if keys[key] > 1 else ""
            told = _told(reading, row["Comments"], source, target)
            yield Deal(row, key, source, target, ordered_in, years, told)


def _told(reading: Reading, comment: str, source: str, target: str) -> Told:
    told = read_comment(comment, source, target, reading.by_name)
    for name, count in told.rules.items():
        reading.tally.explained[name] += count
    if told.left:
        reading.tally.explained[LEFT] += told.left
    return told


def _years(row: Row) -> tuple[int, ...]:
    texts = [text.strip() for text in row["Year(s) of delivery"].split(";") if text.strip()]
    if not all(re.fullmatch(r"\d{4}(\.0)?", text) for text in texts):
        raise row.error(f"`{row['Year(s) of delivery']}` are no years of delivery")
    return tuple(sorted(int(text[:4]) for text in texts))


def _outstanding(row: Row) -> float | None:
    """How many are still to come; None where all has come. An order of an unknown number is open until one comes."""
    ordered, delivered = row.decimal("Number ordered"), row.decimal("Number delivered") or 0.0
    if ordered is None:
        return 0.0 if delivered == 0 else None
    return ordered - delivered if ordered > delivered else None


def _delivered(reading: Reading, deal: Deal) -> Tie:
    weight = deal.row.decimal("SIPRI TIV of delivered weapons")
    mode = "donated" if deal.source in deal.told.roles.get("donor", ()) else "delivered"
    start, end = str(deal.years[0]), str(deal.years[-1])
    return _tie(reading, deal, "", start, end, Status.happened, mode, weight)


def _planned(reading: Reading, deal: Deal) -> Tie:
    """What is ordered and has not come, with the TIV that it will have."""
    whole = deal.row.decimal("SIPRI TIV for total order")
    delivered = deal.row.decimal("SIPRI TIV of delivered weapons") or 0.0
    weight = round(whole - delivered, 4) if whole and whole > delivered else None
    return _tie(reading, deal, "/planned", str(deal.ordered_in), None, Status.planned, "ordered", weight)


def _tie(
    reading: Reading,
    deal: Deal,
    suffix: str,
    start: str,
    end: str | None,
    status: Status,
    mode: str,
    weight: float | None,
) -> Tie:
    local = LOCAL in deal.told.roles
    return reading.tie(
        record=deal.key + suffix,
        layer=Layer.licensed_production if local else Layer.arms,
        type="licensed_production" if local else "arms_transfer",
        mode=None if local else mode,
        source=deal.source,
        target=deal.target,
        directed=True,
        start=start,
        end=end,
        status=status,
        weight=weight,
        unit=UNIT,
        subject=deal.row.text("Weapon designation"),
        others=_others(deal),
        group=deal.key,
        details=_details(deal),
    )


def _others(deal: Deal) -> tuple[Party, ...]:
    """Third actors by role. Where a third state passes the thing on inside its product, the supplier is the origin."""
    found = [Party(actor=actor, role=role) for role in PARTY_ROLES for actor in deal.told.roles.get(role, ())]
    if "intermediary" in deal.told.roles and deal.told.inside:
        found.append(Party(actor=deal.source, role="origin"))
    return tuple(found)


def _details(deal: Deal) -> dict[str, str]:
    row = deal.row
    roles = deal.told.roles
    sure = {f"possible_{role}": found for role, found in roles.items()}
    doubtful = {
        role: " ".join(actor for actor in found if actor not in sure.get(role, ()))
        for role, found in roles.items()
        if role.startswith("possible_")
    }
    return {
        "description": row["Weapon description"],
        "condition": row["status"].lower(),
        "ordered": row["Number ordered"],
        "ordered_estimate": "yes" if row["Number ordered ?"] else "",
        "ordered_in": str(deal.ordered_in),
        "ordered_in_estimate": "yes" if row["Year of order ?"] else "",
        "delivered": row["Number delivered"],
        "delivered_estimate": "yes" if row["Number delivered ?"] else "",
        "delivered_in": " ".join(map(str, deal.years)),
        "tiv_unit": row["SIPRI TIV per unit"],
        "local_production": "yes" if LOCAL in deal.told.roles else "",
        "comment": row["Comments"],
        **doubtful,
    }
