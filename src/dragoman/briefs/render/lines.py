"""Lines that every format shows alike."""

from __future__ import annotations

from dragoman.briefs.quotes import shown
from dragoman.briefs.shape import Brief, Checked, Item, Quote
from dragoman.briefs.tables import interface


def dateline(brief: Brief) -> str:
    """Outlet and date, the reader, the counts."""
    counts = interface(brief.language).list["comma"].join(brief.counts)
    return " · ".join(filter(None, [brief.dateline, brief.coder, counts]))


def quoted(quote: Quote, brief: Brief) -> str:
    """The words in quotation marks; marks of their own at the ends are not doubled."""
    return interface(brief.language).quote.format(text=shown(quote))


def offsets(quote: Quote) -> str:
    """`[12-48]`: where the evidence stands in the text."""
    return f"[{quote.span[0]}-{quote.span[1]}]"


def quotes(item: Item, brief: Brief) -> tuple[str, ...]:
    """What stands under a sentence: every quote with its place. Of a claim that was tested, where several places make
    it, the first, and only the places of the others.
    """
    if not item.checked or len(item.quotes) == 1:
        return tuple(f"{quoted(quote, brief)} {offsets(quote)}" for quote in item.quotes)
    first, *rest = item.quotes
    places = " ".join(offsets(quote) for quote in rest)
    return (f"{quoted(first, brief)} {offsets(first)}, {interface(brief.language).also} {places}",)


def verdict(checked: Checked) -> str:
    """The verdict, as the beginning of a paragraph."""
    return f"{checked.label[:1].upper()}{checked.label[1:]}."


def reasons(checked: Checked, brief: Brief) -> str:
    """Why the verdict is what it is, and what could not be seen, as one paragraph."""
    unseen = f"{interface(brief.language).cannot_see} {' '.join(checked.blind_spots)}" if checked.blind_spots else ""
    return " ".join(filter(None, [*checked.reasons, unseen]))
