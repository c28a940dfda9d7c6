"""Whole runs on this machine: what comes of them, again, in pieces, after a death, with faults."""

from __future__ import annotations

import csv
import json
import os
import signal
from contextlib import closing
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dragoman.errors import OutputError
from dragoman.scale.dataset import DONE, Dataset
from dragoman.scale.orders import Done, Order, Report
from dragoman.scale.run import Phase
from dragoman.scale.runners.local import LocalRunner
from dragoman.scale.screening import LARGEST
from dragoman.scale.stages import Stage, Tally

from .conftest import DELIVERY, SIGNING, WEATHER, contents, html, made, packed, pages, record

REPRINT = (*SIGNING, "Подробности сообщит пресс-служба.")


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two archives: one article is printed in both, longer in the second."""
    folder = tmp_path_factory.mktemp("archives")
    (folder / "a.warc.gz").write_bytes(pages(SIGNING, WEATHER, host="a.example"))
    (folder / "b.warc.gz").write_bytes(pages(DELIVERY, REPRINT, WEATHER, host="b.example"))
    return folder


@pytest.fixture(scope="module")
def whole(archives: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The dataset of an undisturbed run."""
    place = tmp_path_factory.mktemp("whole") / "coded"
    outcome, looking = made(place, archives)
    assert looking.phases == [Phase.screening, Phase.copies, Phase.coding]
    assert outcome.whole.at(Stage.page) == 5
    assert outcome.whole.at(Stage.article) == 3
    assert outcome.whole.at(Stage.original) == 2
    assert outcome.parts == 2 and not looking.faults
    return place


def test_documents_and_statements_are_kept_by_language(whole: Path) -> None:
    rows = contents(whole)
    assert {row["document_source"] for row in rows["statements"]} == {"https://b.example/0", "https://b.example/1"}
    assert {str(row["file"]).split("/")[1] for row in rows["statements"]} == {"language=en", "language=ru"}
    assert {"arms_transfer", "agreement"} <= {row["type"] for row in rows["statements"]}
    for row in rows["statements"]:
        body = json.loads(str(row["body"]))
        assert body["evidence"]["text"] == row["evidence"]


def test_a_copy_stands_beside_the_longest_text_which_is_coded(whole: Path) -> None:
    rows = {row["source"]: row for row in contents(whole)["documents"]}
    copy, coded = rows["https://a.example/0"], rows["https://b.example/1"]
    assert copy["copy_of"] == coded["id"] and not copy["statements"] and copy["coder"] is None
    assert coded["copy_of"] is None and coded["statements"]
    assert coded["crawled"] == "2024-10-29T10:00:00Z"


def test_the_same_run_again_does_nothing(archives: Path, whole: Path) -> None:
    before = contents(whole)
    outcome, looking = made(whole, archives)
    assert looking.phases == [] and outcome.now == Tally()
    assert contents(whole) == before


def test_a_copy_that_comes_later_is_one_of_what_was_coded(archives: Path, tmp_path: Path) -> None:
    made(tmp_path / "coded", archives / "a.warc.gz")
    made(tmp_path / "coded", archives)
    rows = {row["source"]: row for row in contents(tmp_path / "coded")["documents"]}
    assert rows["https://a.example/0"]["copy_of"] is None
    assert rows["https://b.example/1"]["copy_of"] == rows["https://a.example/0"]["id"]


def test_a_file_that_changed_is_read_anew(tmp_path: Path) -> None:
    source, place = tmp_path / "x.warc.gz", tmp_path / "coded"
    source.write_bytes(pages(DELIVERY))
    made(place, source)
    source.write_bytes(pages(SIGNING, WEATHER))
    outcome, _ = made(place, source)
    assert outcome.parts == 1
    assert {row["file"] for row in contents(place)["statements"]} == {
        f"statements/language=ru/{next(iter(Dataset(str(place)).records(DONE)))}.parquet"
    }


def test_tables_and_articles_say_the_same_as_pages(tmp_path: Path) -> None:
    text = "\n\n".join(DELIVERY)
    row = {"id": "one", "text": text, "lang": "en", "date": "2024-10-29", "url": "https://a.example/1"}
    (tmp_path / "a.jsonl").write_text(json.dumps(row) + "\nno json\n", encoding="utf-8")
    with (tmp_path / "b.csv").open("w", newline="", encoding="utf-8") as stream:
        writer = csv.DictWriter(stream, list(row))
        writer.writeheader()
        writer.writerow(row)
    pq.write_table(pa.Table.from_pylist([row, {**row, "text": ""}]), tmp_path / "c.parquet")
    (tmp_path / "d.html").write_text(html(DELIVERY), encoding="utf-8")
    _, looking = made(
        tmp_path / "coded", tmp_path / "a.jsonl", tmp_path / "b.csv", tmp_path / "*.parquet", tmp_path / "d.html"
    )
    documents = contents(tmp_path / "coded")["documents"]
    assert len(documents) == 4 and sum(row["copy_of"] is None for row in documents) == 1
    assert {fault.offset for fault in looking.faults} == {2}
    assert {Path(fault.source).name for fault in looking.faults} == {"a.jsonl", "c.parquet"}


def test_every_sort_of_fault_is_told_once_and_the_rest_is_coded(tmp_path: Path) -> None:
    good = record(html(DELIVERY).encode(), address="https://a.example/good")
    bomb = record(b"\x1f\x8b" + b"\0" * 40, address="https://a.example/bomb", more="Content-Encoding: gzip\r\n")
    body = html(SIGNING).encode("cp1251")
    lying = record(body, address="https://a.example/lying", kind="text/html; charset=utf-8")
    binary = record(
        ("The military of Poland signed with Peru. " * 30).encode() + os.urandom(4000),
        address="https://a.example/binary",
    )
    large = record(b"<p>army</p>" * (LARGEST // 10), address="https://a.example/large")
    source = tmp_path / "faults.warc.gz"
    source.write_bytes(packed(bomb, lying, binary, large, good, good)[:-30])
    outcome, looking = made(tmp_path / "coded", source)
    rows = contents(tmp_path / "coded")
    assert {row["source"] for row in rows["documents"]} == {"https://a.example/good", "https://a.example/lying"}
    assert len(rows["faults"]) == len(looking.faults) == outcome.whole.faults == 4
    assert len({fault.offset for fault in looking.faults}) == 4
    made(tmp_path / "coded", source)
    assert contents(tmp_path / "coded") == rows


def test_another_folder_or_another_run_is_left_alone(whole: Path, archives: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match="no dataset"):
        made(tmp_path, archives)
    with Dataset(str(whole)).lock(), pytest.raises(OutputError, match="another run"):
        made(whole, archives)
    with pytest.raises(OutputError, match="made by rules"):
        Dataset(str(whole)).prepare({"ru": "other"})


def die_once(order: Order, report: Report) -> Done:
    """Kills its process over an order of which there is no mark yet."""
    mark = Path(order.dataset) / order.key
    if order.key.startswith("dies") and (not mark.exists() or order.key.endswith("always")):
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    if order.key == "raises":
        raise ValueError("no")
    report(Tally(statements=1))
    return Done(key=order.key, inputs=order.inputs, tally=Tally(statements=1))


def test_a_process_that_dies_is_replaced_and_the_order_given_out_again(tmp_path: Path) -> None:
    keys = ("one", "dies", "dies always", "raises", "two")
    orders = [Order(dataset=str(tmp_path), key=key, inputs=()) for key in keys]
    heard: list[str] = []
    with closing(LocalRunner(2)) as runner:
        results = {done.key: done for done in runner.run(die_once, orders, lambda key, _: heard.append(key))}
    assert set(results) == set(keys)
    assert {key for key, done in results.items() if done.faults} == {"dies always", "raises"}
    assert "signal 9" in results["dies always"].faults[0].what
    assert {"one", "dies", "two"} <= set(heard)


def who(order: Order, report: Report) -> Done:
    """Which process it is."""
    return Done(key=order.key, peak=os.getpid())


def test_processes_are_kept_for_the_next_work_and_one_that_died_meanwhile_is_replaced() -> None:
    orders = [Order(dataset="", key=key, inputs=()) for key in "abcdefgh"]
    with closing(LocalRunner(2)) as runner:
        first = {done.peak for done in runner.run(who, orders, lambda *_: None)}
        again = [done.peak for done in runner.run(who, orders, lambda *_: None)]
        assert set(again) <= first
        os.kill(again[0], signal.SIGKILL)
        later = [done.peak for done in runner.run(who, orders, lambda *_: None)]
        assert len(later) == len(orders)
        assert again[0] not in later
    for process in later:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)
