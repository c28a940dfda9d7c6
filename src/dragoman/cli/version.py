"""`dragoman version`: what is installed."""

from __future__ import annotations

import platform

import typer

from dragoman.version import __version__


def version() -> None:
    """Print the version, and the languages that can be read.

    \b
    Example:
      dragoman version
    """
    from dragoman.languages import supported

    typer.echo(f"dragoman {__version__} (Python {platform.python_version()}; reads: {', '.join(supported())})")
