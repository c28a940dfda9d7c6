from __future__ import annotations

import pytest

from dragoman.errors import AccountError
from dragoman.ledger import passwords

GOOD = "three otters on a raft"


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("elevenchars", "too short"),
        ("", "too short"),
        ("abababababababab", "repeats"),
        ("x" * 300, "too long"),
        ("Rana-Aliyeva-1", "the name"),
    ],
)
def test_passwords_that_are_not_taken(password: str, why: str) -> None:
    with pytest.raises(AccountError, match=why) as caught:
        passwords.check(password, "rana-aliyeva")
    assert password not in caught.value.line or not password


@pytest.mark.parametrize(
    "password", [GOOD, "двенадцать выдр на плоту", "rana-aliyeva likes melons", "q" * 240 + "wert"]
)
def test_passwords_that_are_taken(password: str) -> None:
    passwords.check(password, "rana-aliyeva")


def test_only_the_password_itself_matches_its_hash() -> None:
    kept = passwords.hashed(GOOD)
    assert kept.startswith("$argon2id$")
    assert GOOD not in kept
    assert passwords.hashed(GOOD) != kept
    assert passwords.matches(kept, GOOD)
    assert not passwords.matches(kept, GOOD + " ")
    assert not passwords.matches(None, "no account has this password")
    assert not passwords.matches("not a hash", GOOD)
    assert not passwords.is_outdated(kept)
    assert passwords.is_outdated(kept.replace("m=65536", "m=8192"))


def test_however_an_accent_is_typed() -> None:
    assert passwords.matches(passwords.hashed("caf\u00e9 by the harbour"), "cafe\u0301 by the harbour")
