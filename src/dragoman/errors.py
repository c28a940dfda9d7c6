"""Everything that can go wrong for a user, in one tree.

Each error says what happened, with which input, and what to do about it. A command prints the message
on one line and exits with code 2; a traceback is a defect.

    DragomanError
    ├── SourceError            an input could not be read
    │   ├── SourceMissing      no such file, or the address answers with an error
    │   ├── SourceRefused      reading it is not allowed (private address, too many redirects, scheme)
    │   ├── SourceTooLarge     over the size limit
    │   ├── SourceTimeout      took longer than the time limit
    │   ├── SourceEmpty        nothing to read in it
    │   └── SourceNotText      a binary file, or bytes that no known encoding explains
    ├── LanguageError
    │   └── LanguageUnsupported   no language pack for the text
    ├── CodebookError          a data file of the project breaks its rules (names file and line)
    ├── GoldError              an annotated passage breaks the rules (names file and line)
    ├── ModelError             a packaged model is missing or is not the pinned one
    └── OutputError            a result could not be written
"""

from __future__ import annotations


class DragomanError(Exception):
    """Something the user can act on.

    `what` happened, `source` is the input it happened with, `advice` says what to do.
    """

    def __init__(self, what: str, *, source: str = "", advice: str = "") -> None:
        self.what = what
        self.source = source
        self.advice = advice
        super().__init__(self.line)

    @property
    def line(self) -> str:
        """The message on one line: `SOURCE: what happened; what to do`."""
        head = f"{self.source}: {self.what}" if self.source else self.what
        return f"{head}; {self.advice}" if self.advice else head


class SourceError(DragomanError):
    """An input could not be read."""


class SourceMissing(SourceError):
    """No such file, or the address answers with an error."""


class SourceRefused(SourceError):
    """Reading this input is not allowed."""


class SourceTooLarge(SourceError):
    """The input is over the size limit."""


class SourceTimeout(SourceError):
    """The input took longer than the time limit."""


class SourceEmpty(SourceError):
    """There is nothing to read in the input."""


class SourceNotText(SourceError):
    """The input is binary, or in an encoding that cannot be told."""


class LanguageError(DragomanError):
    """The language of a text is in the way."""


class LanguageUnsupported(LanguageError):
    """There is no language pack for the text."""


class CodebookError(DragomanError):
    """A data file of the project breaks its rules; `source` is `file:line`."""


class GoldError(DragomanError):
    """An annotated passage, or what is pinned of a set of them, breaks the rules; `source` is `file:line`."""


class ModelError(DragomanError):
    """A packaged model is missing or is not the pinned one."""


class OutputError(DragomanError):
    """A result could not be written."""
