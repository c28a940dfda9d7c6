"""The codebook in memory: look-ups by name, with a clear answer to a name that it does not have."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from dragoman.errors import CodebookError
from dragoman.model import Frozen, Kind, Layer, Polarity, Precision, Status
from dragoman.schema.entries import BriefLanguage, Entry, Label, Layers, Matter, Role, Side, StatementType, StatusEntry
from dragoman.schema.equivalents import Plover

Found = TypeVar("Found")
Value = TypeVar("Value", bound=StrEnum)


class Codebook(Frozen):
    """All that a Statement can say, checked on load; treat its tables as read-only."""

    types: dict[str, StatementType]
    roles: dict[str, Role]
    statuses: dict[Status, StatusEntry]
    kinds: dict[Kind, Entry]
    polarities: dict[Polarity, Entry]
    matters: dict[str, Matter]
    precisions: dict[Precision, Entry]
    layers: dict[str, Layers]

    def type_of(self, name: str) -> StatementType:
        """The type of this name; CodebookError if there is none."""
        return _known(self.types, name, "type")

    def label(self, name: str, language: BriefLanguage) -> str:
        """What a reader calls `name`: a type, else a role, status, kind, polarity, matter or precision.

        A few names are both a type and a matter (`exercise`): the type wins; `matters[name].label` has the other.
        """
        shared: tuple[Mapping[str, Entry], ...] = (
            self.roles, _by_name(self.statuses), _by_name(self.kinds), _by_name(self.polarities),
            self.matters, _by_name(self.precisions),
        )  # fmt: skip
        if name in self.types:
            return self.types[name].label.in_(language)
        for table in shared:
            if name in table:
                return table[name].label.in_(language)
        raise _unknown(name, "label")

    def mode_label(self, statement_type: str, mode: str, language: BriefLanguage) -> str:
        """What a reader calls a mode of a type."""
        return _known(self.type_of(statement_type).modes, mode, f"mode of {statement_type}").label.in_(language)

    def role_label(self, statement_type: str, role: str, language: BriefLanguage) -> str:
        """What a reader calls a role in this type."""
        own: Label | None = _known(self.type_of(statement_type).roles, role, f"role of {statement_type}").label
        return (own or _known(self.roles, role, "role").label).in_(language)

    def role_side(self, role: str, statement_type: str | None = None) -> Side:
        """Where a role stands in a dyad: in general, or in this type where it differs (the host of an exercise)."""
        if statement_type is not None:
            here = self.type_of(statement_type).roles.get(role)
            if here is not None and here.side is not None:
                return here.side
        return _known(self.roles, role, "role").side

    def layer(self, statement_type: str, mode: str | None = None) -> Layer | None:
        """The layer of the network for a tie of this type and mode, None where it has no place in any."""
        entry = self.type_of(statement_type)
        if mode is not None:
            _known(entry.modes, mode, f"mode of {statement_type}")
        found = self.layers.get(statement_type)
        return found.modes.get(mode or "", found.layer) if found else None

    def plover(self, statement_type: str, status: Status, mode: str | None = None) -> Plover | None:
        """The PLOVER event of such a statement, None where PLOVER has none (inferences, `other`)."""
        return self.type_of(statement_type).equivalents.plover_for(status, mode)

    def cameo_root(self, statement_type: str, status: Status, mode: str | None = None) -> str | None:
        """The CAMEO root code of such a statement, two digits, None where CAMEO has none."""
        return self.type_of(statement_type).equivalents.cameo_for(status, mode)

    def factbank(self, status: Status) -> str:
        """The FactBank value of a status: `CT+`, `PS+`, `CT-` or `U`."""
        return self.statuses[status].factbank


def _by_name(table: Mapping[Value, Found]) -> dict[str, Found]:
    return {str(value): entry for value, entry in table.items()}


def _known(table: Mapping[str, Found], name: str, what: str) -> Found:
    if name not in table:
        raise _unknown(name, what, tuple(table))
    return table[name]


def _unknown(name: str, what: str, known: tuple[str, ...] = ()) -> CodebookError:
    advice = f"it has {', '.join(sorted(known))}" if known else ""
    return CodebookError(f"the codebook has no {what} {name!r}", advice=advice)
