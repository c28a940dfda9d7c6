"""What a page says of itself, before it becomes a Document."""

from __future__ import annotations

from dataclasses import dataclass

PARAGRAPH = "\n\n"
"""Between two paragraphs of `Document.text`, whatever the source was (rows keep their own text)."""


@dataclass(slots=True)
class Page:
    """The body's paragraphs and the facts around it; the fields mean what they mean in `Document`."""

    paragraphs: list[str]
    headline: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    views: int | None = None

    @property
    def text(self) -> str:
        """The paragraphs as one text."""
        return PARAGRAPH.join(self.paragraphs)
