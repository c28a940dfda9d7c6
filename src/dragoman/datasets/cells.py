"""Values of workbooks and statistical files as text, the one form in which importers see a cell."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

NO_VALUE = ("NAType", "NaTType")
"""How pandas calls a missing value of a whole number, and of a time."""


def as_text(value: Any) -> str:
    """Nothing and NaN are empty, a whole figure has no decimals, a date is ISO 8601."""
    if value is None or type(value).__name__ in NO_VALUE or value != value:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, datetime):
        midnight = (value.hour, value.minute, value.second) == (0, 0, 0)
        return value.date().isoformat() if midnight else value.isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    try:
        number = float(value)
    except (TypeError, ValueError):
        return str(value)
    if isinstance(value, bool) or type(value).__name__ == "bool_":
        return str(bool(value))
    return str(int(number)) if number.is_integer() and abs(number) < 1e15 else repr(number)
