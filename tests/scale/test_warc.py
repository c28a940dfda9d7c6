"""Web archives: what is a page, and that any fault is told once, with its place, while the rest is read."""

from __future__ import annotations

import gzip
import io
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.scale.faults import Fault
from dragoman.scale.warc import Page, Record, Skipped, records

from .conftest import packed, record

LARGEST = 100_000
BODIES = [f"<p>{chr(97 + i) * 500}</p>".encode() for i in range(5)]


def blocks() -> list[bytes]:
    return [record(body, address=f"https://news.example/{i}") for i, body in enumerate(BODIES)]


def read(data: bytes) -> list[Record]:
    return list(records(io.BytesIO(data), "x.warc.gz", LARGEST))


def split(found: list[Record]) -> tuple[list[str], list[Fault]]:
    names = [one.address.rpartition("/")[2] for one in found if isinstance(one, Page)]
    return names, [one for one in found if isinstance(one, Fault)]


def members() -> list[bytes]:
    return [packed(block) for block in blocks()]


def test_pages_have_their_address_body_character_set_date_and_offset() -> None:
    data = b"".join(members())
    found = [one for one in read(data) if isinstance(one, Page)]
    assert [one.body for one in found] == BODIES
    assert found[1].address == "https://news.example/1"
    assert (found[1].charset, found[1].crawled) == ("utf-8", "2024-10-29T10:00:00Z")
    assert data[found[1].offset :].startswith(b"\x1f\x8b") and found[1].offset == len(members()[0])


def test_an_archive_may_be_plain_or_compressed_in_one_piece() -> None:
    assert split(read(b"".join(blocks())))[0] == list("01234")
    assert split(read(gzip.compress(b"".join(blocks()))))[0] == list("01234")


@pytest.mark.parametrize(
    ("kind", "status"), [("image/jpeg", "200 OK"), ("text/html", "404 Not Found"), ("application/json", "200 OK")]
)
def test_what_is_no_page_is_skipped(kind: str, status: str) -> None:
    assert all(isinstance(one, Skipped) for one in read(packed(record(b"x", kind=kind, status=status))))


def test_a_cut_off_end_is_one_fault() -> None:
    names, faults = split(read(b"".join(members())[:-60]))
    assert names == list("0123")
    assert len(faults) == 1 and faults[0].offset == sum(map(len, members()[:4]))


def test_a_damaged_member_is_one_fault_and_the_next_is_read() -> None:
    parts = members()
    parts[1] = parts[1][:60] + b"\0" * 60 + parts[1][120:]
    names, faults = split(read(b"".join(parts)))
    assert names == list("0234")
    assert [fault.offset for fault in faults] == [len(parts[0])]


def test_a_member_that_breaks_off_is_one_fault() -> None:
    parts = members()
    parts[2] = parts[2][: len(parts[2]) // 2]
    names, faults = split(read(b"".join(parts)))
    assert names == list("0134") and len(faults) == 1


@pytest.mark.parametrize("wrong", [300, -300])
@pytest.mark.parametrize("pack", [packed, lambda block: block])
def test_a_wrong_length_is_one_fault_and_the_next_is_read(wrong: int, pack: type) -> None:
    parts = blocks()
    parts[1] = record(BODIES[1], address="https://news.example/1", wrong=wrong)
    names, faults = split(read(b"".join(pack(part) for part in parts)))
    assert [name for name in names if name != "1"] == list("0234")
    assert len(faults) == 1


def test_rubbish_between_records_is_one_fault() -> None:
    parts = members()
    names, faults = split(read(parts[0] + b"rubbish\r\n" * 40 + parts[2] + parts[3]))
    assert names == list("023") and len(faults) == 1


def test_rubbish_alone_is_one_fault_and_nothing_is_none() -> None:
    names, faults = split(read(b"this is no archive\n" * 100))
    assert names == [] and [fault.offset for fault in faults] == [0]
    assert read(b"") == []


def test_a_fault_in_one_piece_of_gzip_costs_the_rest() -> None:
    whole = gzip.compress(b"".join(blocks()))
    names, faults = split(read(whole[: len(whole) // 2]))
    assert len(names) < 5 and len(faults) == 1


def test_a_body_over_the_limit_is_a_fault() -> None:
    large = record(b"x" * (LARGEST + 1), address="https://news.example/large")
    names, faults = split(read(packed(large) + b"".join(members())))
    assert names == list("01234")
    assert "100,0" in faults[0].what and faults[0].offset == 0


def test_a_bomb_is_a_fault_and_is_not_unpacked() -> None:
    bomb = gzip.compress(b"<p>" + b"x" * 50_000_000)
    assert len(bomb) < LARGEST
    names, faults = split(read(packed(record(bomb, more="Content-Encoding: gzip\r\n")) + members()[0]))
    assert names == ["0"] and "decompressed" in faults[0].what


def test_compressed_and_chunked_bodies_are_undone() -> None:
    body = BODIES[0]
    stored = {
        "Content-Encoding: gzip\r\n": gzip.compress(body),
        "Content-Encoding: deflate\r\n": zlib.compress(body),
        "Transfer-Encoding: chunked\r\n": b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body),
        "Content-Encoding: gzip\r\nX-Why: the header was left over\r\n": body,
        "Transfer-Encoding: Chunked\r\n": body,
    }
    for header, raw in stored.items():
        found = [one for one in read(packed(record(raw, more=header))) if isinstance(one, Page)]
        assert [one.body for one in found] == [body], header


def test_a_compression_that_is_not_read_is_a_fault() -> None:
    names, faults = split(read(packed(record(b"\x8b\x02\x80brotli\x03", more="Content-Encoding: br\r\n"))))
    assert names == [] and "br" in faults[0].what


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_damage_leaves_what_is_whole_before_it(data: st.DataObject) -> None:
    whole = b"".join(members())
    place = data.draw(st.integers(0, len(whole) - 1))
    damage = data.draw(st.binary(min_size=1, max_size=40))
    found = read(whole[:place] + damage + whole[place + len(damage) :])
    names, _ = split(found)
    before = sum(1 for i in range(5) if sum(map(len, members()[: i + 1])) <= place)
    assert names[: max(0, before - 1)] == list("01234")[: max(0, before - 1)]


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_to_their_end(raw: bytes) -> None:
    assert len([one for one in read(raw) if isinstance(one, Fault)]) <= 1 + raw.count(b"WARC/1.")
