"""DCAD: agreements on defence of two states, signed from 1980 to 2010."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.datasets.dates import iso_date
from dragoman.datasets.dyads import Dyad, dyads
from dragoman.datasets.reading import Reading
from dragoman.datasets.rows import Row
from dragoman.model import Layer, Tie

LAST_YEAR = 2010
"""DCAD looks no further: an end in this year is the end of its years, unless the agreement is known to have ended."""
ENDED = {"1": "yes", "0": "no", "-88": "unknown", "-99": "unknown"}
CATEGORIES = {
    "DCA": ("defence cooperation", ("general",)),
    "DIC": ("defence industry", ("industry",)),
    "TREX": ("exercises, training or exchanges", ("exercise", "training", "education")),
    "PROCUREMENT": ("procurement", ("arms",)),
    "RESEARCH": ("research and development", ("research",)),
    "COMMISSION": ("a joint commission", ("general",)),
}
"""What each category is called, and the matters of the codebook that it may stand for."""
TEXTS = {"Y": "English", "TE": "translated", "NE": "in another language", "N": "none"}
SOURCES = {"treaty": "treaty", "factiva": "news"}


def read(reading: Reading) -> Iterator[Tie]:
    """A tie an agreement, from its signing (for more than half DCAD knows no entry into force); more than one where the
    number of a party passed to another state while it was in force.
    """
    for row in reading.rows():
        start = _date(row, "sign")
        if start is None:
            raise row.error("no year of signing")
        for dyad in dyads(reading, row.needed("ccode1"), row.needed("ccode2"), start, _end(row)):
            yield _tie(reading, row, dyad)


def _tie(reading: Reading, row: Row, dyad: Dyad) -> Tie:
    categories = _categories(row)
    in_force = _date(row, "EIF")
    return reading.tie(
        record=row.needed("DCAid"),
        layer=Layer.agreement,
        type="agreement",
        mode="in_force" if in_force else "signed",
        source=dyad.one,
        target=dyad.other,
        directed=False,
        start=dyad.start,
        end=dyad.end,
        subject="; ".join(CATEGORIES[name][0] for name in categories),
        group=row["DCAid"],
        details=_details(row, categories, in_force),
    )


def _end(row: Row) -> str | None:
    """The year of the end, known or supposed by DCAD; None where that lies behind the last year of DCAD."""
    if _ended(row) == "yes":
        years, signed = row.whole("durationActual"), row.whole("signYear")
        if years is None or signed is None:
            raise row.error("it has ended, and `durationActual` does not say after how many years")
        return str(signed + years)
    year = row.whole("endYearEstimate")
    return str(year) if year is not None and year < LAST_YEAR else None


def _details(row: Row, categories: list[str], in_force: str | None) -> dict[str, str]:
    matters = dict.fromkeys(matter for name in categories for matter in CATEGORIES[name][1])
    term = row.whole("span")
    ended = _ended(row)
    return {
        "matter": ", ".join(matters),
        "scope": row["type"],
        "categories": ", ".join(categories),
        "in_force": in_force or "",
        "term_years": str(term) if term is not None and term > 0 else "",
        "ended": ended,
        "end_estimate": "yes" if _end(row) and ended != "yes" else "",
        "source": row["source"],
        "source_type": SOURCES.get(row["sourceType"], row["sourceType"]),
        "text": TEXTS.get(row["fullText"], row["fullText"]),
        "unts": str(row.whole("UNTS") or ""),
        "category_confidence": row["categoryConf"],
        "confidence": str(row.whole("factivaConf") or ""),
    }


def _categories(row: Row) -> list[str]:
    found = [row[column] for column in ("category1", "category2", "category3") if row[column]]
    unknown = [name for name in found if name not in CATEGORIES]
    if unknown or not found:
        raise row.error(f"`{''.join(unknown[:1])}` is no category of DCAD (they are {', '.join(CATEGORIES)})")
    return found


def _ended(row: Row) -> str:
    code = str(row.whole("terminated"))
    if code not in ENDED:
        raise row.error(f"`{row['terminated']}` under `terminated` is none of {', '.join(ENDED)}")
    return ENDED[code]


def _date(row: Row, what: str) -> str | None:
    """The date whose parts stand in three columns, cut to what is known."""
    return iso_date(row.whole(f"{what}Year"), row.whole(f"{what}Month"), row.whole(f"{what}Day"))
