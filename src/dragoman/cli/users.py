"""`dragoman user`: the accounts of the web app."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.cli.failures import tell
from dragoman.cli.importing import Format
from dragoman.cli.options import LedgerAddress
from dragoman.cli.output import screen
from dragoman.cli.passwords import given, operator
from dragoman.model import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from dragoman.ledger.audit import Person
    from dragoman.model import Account

app = typer.Typer(rich_markup_mode=None, no_args_is_help=True)

Name = Annotated[
    str,
    typer.Argument(metavar="NAME", show_default=False, help="The account: up to 64 letters, digits and . _ - @"),
]
AsRole = Annotated[
    Role,
    typer.Option(
        "--role",
        metavar="ROLE",
        help="reader: sees everything; reviewer: adds and judges too; admin: sees the audit log too.",
    ),
]
NewRole = Annotated[Role, typer.Argument(metavar="ROLE", show_default=False, help=f"One of {', '.join(Role)}.")]
Piped = Annotated[
    bool, typer.Option("--password-stdin", help="Take the password from the first line of standard input.")
]
Form = Annotated[Format, typer.Option("--format", help="json: for a program.")]


@app.callback()
def user() -> None:
    """Make and change the accounts of the web app.

    As soon as there is one, `dragoman serve` asks everybody to log in. What is done
    to accounts stands in the audit log. docs/web-security.md tells more.
    """


@app.command()
def add(name: Name, role: AsRole = Role.reader, piped: Piped = False, ledger: LedgerAddress = None) -> None:
    """Make an account.

    The password is asked for twice. It has to have 12 characters or more; several
    words are easiest to remember. The name stands under judgements.

    \b
    Examples:
      dragoman user add Rana --role reviewer
      pass show desk/li | dragoman user add Li --password-stdin
    """
    from dragoman.ledger import accounts, opened

    with opened(ledger, make=True) as kept:
        with kept.reading() as connection:
            accounts.check_free(connection, name)
        hashed = _hashed(name, piped=piped)
        with kept.noting() as connection:
            made = accounts.add(connection, name, role, hashed, _by())
    print(f"{kept.name}: {made.name} is a new account ({made.role})")


@app.command("list")
def list_(form: Form = Format.text, ledger: LedgerAddress = None) -> None:
    """Tell which accounts there are.

    \b
    Examples:
      dragoman user list
      dragoman user list --format json --ledger news.db
    """
    from dragoman.ledger import accounts, opened

    with opened(ledger) as kept, kept.reading() as connection:
        found = accounts.every(connection)
    if form is Format.json:
        told = json.dumps([account.model_dump() for account in found], ensure_ascii=False, indent=2)
        screen().write(f"{told}\n")
    else:
        screen().writelines(f"{line}\n" for line in _lines(found, kept.name))


@app.command()
def role(name: Name, role: NewRole, ledger: LedgerAddress = None) -> None:
    """Give an account other rights, from its next request on.

    \b
    Example:
      dragoman user role Rana admin
    """
    from dragoman.ledger import accounts, opened

    with opened(ledger) as kept, kept.noting() as connection:
        changed = accounts.set_role(connection, name, role, _by())
        left = accounts.every(connection)
    print(f"{kept.name}: {changed.name} is {changed.role} now")
    _warn(left)


@app.command()
def password(name: Name, piped: Piped = False, ledger: LedgerAddress = None) -> None:
    """Give an account another password, and end its sessions.

    \b
    Examples:
      dragoman user password Rana
      pass show desk/li | dragoman user password Li --password-stdin
    """
    from dragoman.ledger import accounts, opened

    with opened(ledger) as kept:
        with kept.reading() as connection:
            found = accounts.find(connection, name)
        hashed = _hashed(found.name, piped=piped)
        with kept.noting() as connection:
            accounts.set_password(connection, name, hashed, _by())
    print(f"{kept.name}: {found.name} has another password; whoever was logged in as {found.name} is not any more")


@app.command()
def remove(name: Name, ledger: LedgerAddress = None) -> None:
    """Take an account away, and end its sessions.

    Its judgements and its lines in the audit log stay.

    \b
    Example:
      dragoman user remove Rana
    """
    from dragoman.ledger import accounts, opened

    with opened(ledger) as kept, kept.noting() as connection:
        gone = accounts.remove(connection, name, _by())
        left = accounts.every(connection)
    print(f"{kept.name}: {gone.name} is no account any more")
    _warn(left)


def _hashed(name: str, *, piped: bool) -> str:
    """The hash of the password that is given for this account. Raises AccountError for one that is not taken."""
    from dragoman.ledger import passwords

    word = given(name, piped=piped)
    passwords.check(word, name)
    return passwords.hashed(word)


def _by() -> Person:
    from dragoman.ledger.audit import Person

    return Person(operator())


def _warn(left: Sequence[Account]) -> None:
    if not left:
        tell("no account is left: the app asks nobody to log in, and serves this machine only")
    elif all(account.role is not Role.admin for account in left):
        tell("no admin is left: nobody can see the audit log")


def _lines(found: Sequence[Account], name: str) -> Iterator[str]:
    from dragoman.cli.columns import table

    if not found:
        yield f"{name}: no accounts; make one with `dragoman user add NAME`"
        return
    rows = [(account.name, account.made_at[:10], account.changed_at[:10], account.role) for account in found]
    yield from table(("name", "made on", "password set on", "role"), rows)
