"""A page of its own: no script, no file beside it, everything escaped."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from dragoman.briefs.render.lines import dateline, offsets, quoted
from dragoman.briefs.shape import Brief

_WEB = ("http://", "https://")


def page(brief: Brief) -> str:
    """The whole page."""
    return _template().render(brief=brief, dateline=dateline, quoted=quoted, offsets=offsets, is_link=_is_link)


@cache
def _template() -> Template:
    loader = PackageLoader("dragoman.briefs", "data")
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("brief.html.j2")


def _is_link(line: str) -> bool:
    return line.startswith(_WEB) and not any(letter.isspace() for letter in line)
