"""Whose name stands under a judgement."""

from __future__ import annotations

import getpass

from dragoman.errors import ReviewError


def reviewer_named(given: str | None = None) -> str:
    """The name as given, of the settings, or of the system's user. Raises ReviewError where there is none."""
    from dragoman.settings import settings

    named = " ".join((given if given is not None else settings().reviewer or "").split())
    if named:
        return named
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError) as error:
        advice = "give one with --reviewer, or as `reviewer` in the settings"
        raise ReviewError("the system has no name for you", advice=advice) from error
