"""A password from whoever sits at the terminal, or from a program that hands it over on standard input."""

from __future__ import annotations

import getpass
import sys

from dragoman.errors import AccountError

READ = 4096
"""Characters of standard input that are looked at: more than any password has."""


def given(name: str, *, piped: bool) -> str:
    """The password for the account `name`: the first line of standard input where `piped`, else asked for twice.

    Raises AccountError where there is no terminal to ask at, and where the two differ. The rules for passwords are
    those of `ledger.passwords`, not told here.
    """
    if piped:
        return sys.stdin.readline(READ).rstrip("\r\n")
    if not sys.stdin.isatty():
        advice = "hand it over on standard input with --password-stdin"
        raise AccountError("no terminal to ask for the password at", source=name, advice=advice)
    first = getpass.getpass(f"password for {name}: ")
    if getpass.getpass("once more: ") != first:
        raise AccountError("the two passwords differ", source=name, advice="try again")
    return first


def operator() -> str | None:
    """Who runs the program, as the system knows them; None where it does not, as in some containers."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return None
