"""An archive with every sort of fault is read to its end, and each fault is told once, with the place of its record."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import pytest

from dragoman.scale.faults import Fault
from dragoman.scale.screening import LARGEST
from dragoman.scale.warc import Page, records

from .conftest import DELIVERY, SIGNING, contents, html, made, packed, record

LARGE = 100_000_000
HELD = 40_000_000
"""Bytes of memory that reading past a large body may take."""
BLOCK = b"<p>The army of Poland.</p>\n" * 40_000


def good(name: str) -> bytes:
    return record(html(DELIVERY).encode(), address=f"https://a.example/{name}")


def write_large(path: Path) -> None:
    """Put a record with a body of a hundred million bytes at the end of an archive, never held as a whole."""
    head = record(b"", address="https://a.example/large", wrong=LARGE).removesuffix(b"\r\n\r\n")
    with path.open("ab") as stored, gzip.GzipFile(fileobj=stored, mode="wb", compresslevel=1) as member:
        member.write(head)
        for start in range(0, LARGE, len(BLOCK)):
            member.write(BLOCK[: LARGE - start])
        member.write(b"\r\n\r\n")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, int]]:
    """An archive, and the places of its faults by what they are."""
    path, places = tmp_path_factory.mktemp("faults") / "faults.warc.gz", dict[str, int]()
    bomb = gzip.compress(b"<p>" + BLOCK * 50)
    assert len(BLOCK) * 50 > 5 * LARGEST > LARGEST > len(bomb)
    half = packed(good("half"))
    binary = ("The military of Poland signed with Peru. " * 30).encode() + os.urandom(4_000)
    faulty = {
        "wrong length": packed(record(html(DELIVERY).encode(), address="https://a.example/long", wrong=5_000)),
        "cut off inside": half[: len(half) // 2],
        "bomb": packed(record(bomb, address="https://a.example/bomb", more="Content-Encoding: gzip\r\n")),
        "binary": packed(record(binary, address="https://a.example/binary")),
        "large": b"",
        "cut off at the end": packed(good("end"))[:-30],
    }
    lying = record(html(SIGNING).encode("cp1251"), address="https://a.example/lying", kind="text/html; charset=utf-8")
    path.write_bytes(packed(lying))
    for number, (what, stored) in enumerate(faulty.items()):
        places[what] = path.stat().st_size
        if what == "large":
            write_large(path)
        with path.open("ab") as stream:
            stream.write(stored)
        if what == "wrong length":
            places[what] = path.stat().st_size  # what stands there is no record by the length of the one before it
        if what != "cut off at the end":
            with path.open("ab") as stream:
                stream.write(packed(good(f"good{number}")))
    return path, places


def test_every_fault_is_told_once_at_its_place(archive: tuple[Path, dict[str, int]], tmp_path: Path) -> None:
    path, places = archive
    outcome, looking = made(tmp_path / "coded", path)
    told = {fault.offset: fault.what for fault in looking.faults}
    assert {what: place in told for what, place in places.items()} == dict.fromkeys(places, True)
    assert len(looking.faults) == len(places) == outcome.whole.faults
    assert "100,0" in told[places["large"]] and "decompressed" in told[places["bomb"]]
    rows = contents(tmp_path / "coded")
    kept = {str(row["source"]).rpartition("/")[2] for row in rows["documents"]}
    assert kept >= {"lying", *(f"good{number}" for number in range(5))}
    assert ["language=ru" in str(row["file"]) for row in rows["documents"] if str(row["source"]).endswith("lying")] == [
        True
    ]
    made(tmp_path / "coded", path)
    assert contents(tmp_path / "coded") == rows


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_large_body_and_a_bomb_are_never_in_memory(archive: tuple[Path, dict[str, int]]) -> None:
    import resource

    path, _ = archive
    child = os.fork()
    if child == 0:
        before, count = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, 0
        with path.open("rb") as stream:
            for one in records(stream, str(path), LARGEST):
                count += isinstance(one, Page | Fault)
        more = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
        os._exit(0 if more < HELD and count > 8 else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
