"""Passwords: which are taken, and how they are kept.

Kept is an Argon2id hash with the parameters of RFC 9106 for machines with little memory (64 MiB, three passes, four
lanes), which are the defaults of argon2-cffi. Length is what is asked for, not kinds of characters: rules of that kind
make passwords harder to remember, not harder to guess (NIST SP 800-63B).
"""

from __future__ import annotations

import threading
import unicodedata
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from dragoman.errors import AccountError

SHORTEST = 12
LONGEST = 256
"""Characters. The hash of a password of any length takes the same time, but reading it does not."""
DISTINCT = 5
"""Different characters that a password has at least: `111111111111` is none."""
AT_ONCE = 2
"""Hashes that are worked out at the same time: each takes 64 MiB, and a flood of logins must not take the machine."""

_HASHER = PasswordHasher()
_TURNS = threading.BoundedSemaphore(AT_ONCE)


def check(password: str, name: str) -> None:
    """Raise AccountError, with the reason, for a password that is not taken for the account `name`."""
    given = _normal(password)
    if len(given) < SHORTEST:
        raise AccountError(f"the password is too short ({len(given)} characters)", source=name, advice=ADVICE)
    if len(given) > LONGEST:
        raise AccountError("the password is too long", source=name, advice=f"give {LONGEST} characters at most")
    if len(set(given)) < DISTINCT:
        raise AccountError("the password repeats a few characters", source=name, advice=ADVICE)
    if name.casefold() in given.casefold() and len(given) - len(name) < SHORTEST:
        raise AccountError("the password is the name with little more", source=name, advice=ADVICE)


ADVICE = f"give {SHORTEST} characters or more, several words are easiest to remember"


def hashed(password: str) -> str:
    """The hash to keep of a password, with its salt and parameters."""
    with _TURNS:
        return _HASHER.hash(_normal(password))


def matches(kept: str | None, password: str) -> bool:
    """Whether this is the password of which `kept` is the hash.

    For an account that is not there (`kept` is None) it takes as long: the time does not tell which names exist.
    """
    given = _normal(password[: LONGEST + 1])
    with _TURNS:
        try:
            return _HASHER.verify(kept or _of_nobody(), given) and kept is not None
        except (VerificationError, InvalidHashError):
            return False


def is_outdated(kept: str) -> bool:
    """Whether a hash was made with other parameters than new ones are."""
    return _HASHER.check_needs_rehash(kept)


@cache
def _of_nobody() -> str:
    return _HASHER.hash("no account has this password")


def _normal(password: str) -> str:
    """The same characters, typed in whatever order of accent and letter on whatever keyboard, give the same hash."""
    return unicodedata.normalize("NFKC", password)
