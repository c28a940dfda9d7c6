"""The commands: they parse the line, call the rooms and print; nothing is decided here.

A room is imported inside the command that needs it, so that help and mistakes answer at once.
"""

from __future__ import annotations

import typer

from dragoman.cli.brief import brief
from dragoman.cli.code import code
from dragoman.cli.evaluate import evaluate
from dragoman.cli.explain import explain
from dragoman.cli.failures import OneLine
from dragoman.cli.threads import one_thread
from dragoman.cli.version import version

__all__ = ["app"]

app = typer.Typer(
    name="dragoman",
    cls=OneLine,
    help="""Reads defence-diplomacy news: who did what with whom, who says so and how sure they are.

    Every line of a brief and every coded statement points to the words it stands on.""",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
)
one_thread()
for command in (brief, code, evaluate, explain, version):
    app.command()(command)
