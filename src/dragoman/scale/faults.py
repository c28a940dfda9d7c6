"""What could not be read, and where: each fault is kept once, and the work goes on behind it."""

from __future__ import annotations

from dragoman.model import Frozen


class Fault(Frozen):
    """Something that was passed over. `offset` is in bytes of the stored file, or the number of the row in a table."""

    source: str
    offset: int | None
    what: str
    advice: str = ""

    @property
    def line(self) -> str:
        """The fault on one line, as errors are told."""
        where = self.source if self.offset is None else f"{self.source}@{self.offset}"
        return f"{where}: {self.what}; {self.advice}" if self.advice else f"{where}: {self.what}"
