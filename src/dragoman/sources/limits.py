"""How much, how long and how far reading a source may go."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.errors import SourceTooLarge


@dataclass(frozen=True, slots=True)
class Limits:
    """`size` in bytes after decompression; `connect` and `whole` in seconds; `redirects` is how many are followed."""

    size: int = 20 * 1024 * 1024
    connect: float = 10.0
    whole: float = 30.0
    redirects: int = 5

    def check(self, size: int, source: str) -> None:
        """Raise SourceTooLarge when `size` bytes are too many."""
        if size > self.size:
            raise SourceTooLarge(
                f"larger than the limit of {self.size / 1024 / 1024:g} MB",
                source=source,
                advice="save the article alone, or split the file",
            )


DEFAULT_LIMITS = Limits()
