"""Lines that every format shows alike."""

from __future__ import annotations

from dragoman.briefs.quotes import shown
from dragoman.briefs.shape import Brief, Quote
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
