"""The brief of a document: what happened, who says so and how sure they are, each line with its quote.

`brief` makes it from a Coding, `render` shows it as Markdown, HTML, JSON or text for a terminal. Every sentence is
generated from a statement by the data in `data/`; none is copied from the article, and none is firmer than its status.
"""

from dragoman.briefs.compose import brief
from dragoman.briefs.render import FORMATS, BriefFormat, render
from dragoman.briefs.shape import Brief, BriefLanguage, Item, Quote, Section

__all__ = ["FORMATS", "Brief", "BriefFormat", "BriefLanguage", "Item", "Quote", "Section", "brief", "render"]
