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
    ├── ActorError             a name stands for no actor, or for several
    ├── CodebookError          a data file of the project breaks its rules (names file and line)
    ├── GoldError              an annotated passage breaks the rules (names file and line)
    ├── ModelError             a packaged model is missing or is not the pinned one
    ├── SettingsError          a setting cannot be read or is not known
    ├── RunnerError            what is to share out the work is not installed, or cannot be reached
    ├── OutputError            a result could not be written
    ├── LedgerError            the ledger cannot be opened, read or written
    │   └── NotInLedger        there is nothing of that name in it
    ├── DatasetError           a file is not the dataset that it should be (names file and row)
    ├── ReviewError            a judgement cannot be taken as it is
    ├── AccountError           an account cannot be made, changed or used as asked
    │   ├── LoginRefused       no account has that name and password
    │   └── TooOften           asked for more often than is allowed
    └── ServingError           the web app cannot be started as asked
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


class ActorError(DragomanError):
    """A name stands for no actor, or for several; `source` is the name."""


class CodebookError(DragomanError):
    """A data file of the project breaks its rules; `source` is `file:line`."""


class GoldError(DragomanError):
    """An annotated passage, or what is pinned of a set of them, breaks the rules; `source` is `file:line`."""


class ModelError(DragomanError):
    """A packaged model is missing or is not the pinned one."""


class RunnerError(DragomanError):
    """What is to share out the work is not installed, or cannot be reached."""


class OutputError(DragomanError):
    """A result could not be written."""


class SettingsError(DragomanError):
    """A setting cannot be read or is not known; `source` is the file or `settings`."""


class LedgerError(DragomanError):
    """The ledger cannot be opened, read or written; `source` is its address, without a password."""


class NotInLedger(LedgerError):
    """There is nothing of that name in the ledger."""


class DatasetError(DragomanError):
    """A file is not the dataset that it should be; `source` is `file` or `file:row`."""


class ReviewError(DragomanError):
    """A judgement cannot be taken as it is: what it names is not there, or it says nothing."""


class AccountError(DragomanError):
    """An account cannot be made, changed or used as asked; `source` is its name."""


class LoginRefused(AccountError):
    """No account has that name and password; which of the two is wrong is not told."""


class TooOften(AccountError):
    """Something was asked for more often than is allowed; `wait` is in how many seconds it may be asked again."""

    def __init__(self, what: str, *, wait: int, source: str = "") -> None:
        self.wait = wait
        super().__init__(what, source=source, advice=f"try again in {-(-wait // 60)} min")


class ServingError(DragomanError):
    """The web app cannot be started as asked: its address, its certificate, or others would be let in unasked."""
