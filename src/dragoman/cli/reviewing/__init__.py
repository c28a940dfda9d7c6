"""`dragoman review`: what was coded, judged by people."""

from dragoman.cli.reviewing.group import app

__all__ = ["app"]
