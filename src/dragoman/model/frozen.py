"""What every noun is: immutable, and strict about its fields."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """Immutable and strict about unknown fields: what crosses a room's boundary."""

    model_config = ConfigDict(frozen=True, extra="forbid")
