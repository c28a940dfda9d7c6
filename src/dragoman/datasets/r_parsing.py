"""The objects in an R file, by `rdata`, with a short cut for text.

R writes a string for every cell of a column of text. `rdata` parses each anew, at some 15 microseconds: half a minute
for the votes in the UN General Assembly. Here a string that came before is taken from memory, which makes it a seventh
of that. The parser's class is no part of what `rdata` promises to keep; without it files are parsed as usual.
"""

from __future__ import annotations

from functools import cache
from typing import Any

XDR = b"X\n"
MARK = 5
"""Bytes of `RDX2` or `RDX3` and the end of the line, before the sign of the encoding."""
HEAD = 8
"""Bytes of the flags of an object and the length of a string."""
STRING = 9
"""The type of a string, in the last byte of its flags."""
ATTRIBUTES = 2
"""The flag of an object with attributes, in the byte before."""


def parsed(raw: bytes) -> Any:
    """The pairlist of what was saved in the file. Raises whatever a damaged file makes the parser stumble on."""
    import rdata

    quick = _quick()
    if quick is None or not raw.startswith(b"RDX") or raw[MARK : MARK + len(XDR)] != XDR:
        return rdata.parser.parse_data(raw).object
    rest = memoryview(raw)[MARK + len(XDR) :]
    parser = quick(rest, expand_altrep=True, altrep_constructor_dict=rdata.parser.DEFAULT_ALTREP_MAP)
    found = parser.parse_all()
    parser.check_complete()
    return found.object


@cache
def _quick() -> Any:
    """The parser that remembers strings, None where this `rdata` has no parser to build it on."""
    try:
        from rdata.parser._xdr import ParserXDR
    except ImportError:
        return None

    class Remembering(ParserXDR):
        def __init__(self, *given: Any, **named: Any) -> None:
            super().__init__(*given, **named)
            self.strings: dict[bytes, Any] = {}

        def parse_R_object(  # noqa: N802
            self, reference_list: Any = None, bytecode_rep_list: Any = None, info_int: int | None = None
        ) -> Any:
            if reference_list is None or info_int is not None:
                return super().parse_R_object(reference_list, bytecode_rep_list, info_int)
            begins = self.file.tell()
            head = self.file.read(HEAD)
            key = head
            if len(head) == HEAD and head[3] == STRING and not head[2] & ATTRIBUTES:
                key += self.file.read(max(int.from_bytes(head[4:], "big", signed=True), 0))
                if (known := self.strings.get(key)) is not None:
                    return known
            self.file.seek(begins)
            found = super().parse_R_object(reference_list, bytecode_rep_list, info_int)
            if len(key) > HEAD:
                self.strings[key] = found
            return found

    return Remembering
