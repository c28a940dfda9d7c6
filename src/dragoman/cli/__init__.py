"""The commands: they parse the line, call the rooms and print; nothing is decided here.

A room is imported inside the command that needs it, so that help and mistakes answer at once.
"""

from __future__ import annotations

import typer

from dragoman.cli.add import add
from dragoman.cli.brief import brief
from dragoman.cli.brokers import brokers
from dragoman.cli.change import change
from dragoman.cli.claims import claims
from dragoman.cli.code import code
from dragoman.cli.datasets import datasets
from dragoman.cli.dossier import dossier
from dragoman.cli.evaluate import evaluate
from dragoman.cli.events import events
from dragoman.cli.explain import explain
from dragoman.cli.export import export
from dragoman.cli.failures import OneLine
from dragoman.cli.figure import figure
from dragoman.cli.importing import import_
from dragoman.cli.load import load
from dragoman.cli.paths import paths
from dragoman.cli.precedents import precedents
from dragoman.cli.recode import recode
from dragoman.cli.reviewing import app as review
from dragoman.cli.search import search
from dragoman.cli.serve import serve
from dragoman.cli.show import show
from dragoman.cli.sql import sql
from dragoman.cli.suppliers import suppliers
from dragoman.cli.test import test
from dragoman.cli.ties import ties
from dragoman.cli.users import app as user
from dragoman.cli.version import version
from dragoman.threads import one_thread

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
COMMANDS = (
    brief,
    code,
    explain,
    evaluate,
    add,
    recode,
    load,
    sql,
    datasets,
    import_,
    test,
    ties,
    events,
    claims,
    search,
    show,
    paths,
    precedents,
    suppliers,
    brokers,
    change,
    dossier,
    figure,
    export,
    serve,
    version,
)
for command in COMMANDS:
    app.command(command.__name__.strip("_"))(command)
app.add_typer(review, name="review")
app.add_typer(user, name="user")
