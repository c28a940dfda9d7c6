"""A page of its own: no script, no file beside it, everything escaped."""

from __future__ import annotations

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from dragoman.briefs.render.lines import dateline, offsets, quoted, reasons, verdict
from dragoman.briefs.shape import Brief, Illustration
from dragoman.briefs.tables import interface

_WEB = ("http://", "https://")


def page(brief: Brief) -> str:
    """The whole page."""
    return _template().render(
        brief=brief,
        dateline=dateline,
        quoted=quoted,
        offsets=offsets,
        reasons=reasons,
        verdict=verdict,
        is_link=_is_link,
        words=interface(brief.language),
        drawn=_drawn,
    )


def _drawn(illustration: Illustration) -> Markup:
    """The figure as it is: it was made here, and what an article brings stands in it as escaped text."""
    return Markup(illustration.svg)


@cache
def _template() -> Template:
    loader = PackageLoader("dragoman.briefs", "data")
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template("brief.html.j2")


def _is_link(line: str) -> bool:
    return line.startswith(_WEB) and not any(letter.isspace() for letter in line)
