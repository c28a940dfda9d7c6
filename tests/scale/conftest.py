"""Web archives of our own texts, made for the tests that need them."""

from __future__ import annotations

import gzip
import importlib.util
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType

import pytest

from dragoman.scale.dataset import Dataset
from dragoman.scale.faults import Fault
from dragoman.scale.inputs import inputs
from dragoman.scale.orders import Done, Order
from dragoman.scale.parts import rows_of
from dragoman.scale.run import Outcome, Phase, run
from dragoman.scale.runners.local import LocalRunner
from dragoman.scale.runners.protocol import Runner
from dragoman.scale.stages import Tally

ROOT = Path(__file__).resolve().parents[2]
SIGNING = (
    "Министры обороны Вьетнама и Чехии подписали в Праге соглашение о военном сотрудничестве.",
    "Чехия поставит Вьетнаму двенадцать учебных самолётов, сообщило министерство обороны.",
    "Военные двух стран проведут совместные учения весной, переговоры шли два года.",
)
DELIVERY = (
    "Spain delivered six howitzers to Peru on Monday, the defence ministry in Lima said.",
    "The Peruvian army chief and the Spanish ambassador signed the papers in the port of Callao.",
    "Spain will also train Peruvian soldiers in the use of the weapon, under an agreement of last year.",
)
WEATHER = (
    "A storm front will cross the coast on Thursday, with gusts of ninety kilometres an hour.",
    "Commuters face delays while engineers replace a signal box damaged by lightning.",
)


def html(paragraphs: Sequence[str], charset: str = "utf-8") -> str:
    """A page with an article."""
    body = "".join(f"<p>{one}</p>\n" for one in paragraphs)
    return (
        f'<!DOCTYPE html><html><head><meta charset="{charset}"><title>{paragraphs[0][:40]}</title></head><body>'
        f"<ul><li><a href='/a'>News</a></li></ul><article><h1>{paragraphs[0][:40]}</h1>{body}</article></body></html>"
    )


def record(
    body: bytes,
    *,
    address: str = "https://news.example/1",
    kind: str = "text/html; charset=utf-8",
    status: str = "200 OK",
    more: str = "",
    wrong: int = 0,
) -> bytes:
    """A response as an archive stores it; `wrong` is added to the length that it declares."""
    block = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\n"
        f"WARC-Date: 2024-10-29T10:00:00Z\r\nWARC-Target-URI: {address}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(block) + wrong}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def packed(*blocks: bytes) -> bytes:
    """Records as members of a gzip file."""
    return b"".join(gzip.compress(block, 1) for block in blocks)


def pages(*articles: Sequence[str], host: str = "news.example") -> bytes:
    """An archive with a page for each article."""
    return packed(*(record(html(one).encode(), address=f"https://{host}/{i}") for i, one in enumerate(articles)))


class Looking:
    """Looks on at a run and remembers."""

    def __init__(self) -> None:
        self.phases: list[Phase] = []
        self.orders: list[int] = []
        self.faults: list[Fault] = []
        self.results: list[Done] = []

    def begin(self, phase: Phase, orders: Sequence[Order]) -> None:
        self.phases.append(phase)
        self.orders.append(len(orders))

    def hear(self, key: str, tally: Tally) -> None:
        assert key and tally

    def done(self, done: Done) -> None:
        self.results.append(done)

    def fault(self, fault: Fault) -> None:
        self.faults.append(fault)


def made(place: Path | str, *sources: Path | str, runner: Runner | None = None) -> tuple[Outcome, Looking]:
    """A dataset of these sources, and who looked on."""
    looking = Looking()
    given = inputs([str(one) for one in sources], allow_private=True)
    return run(given, Dataset(str(place)), runner or LocalRunner(1), looking), looking


def contents(place: Path | str) -> dict[str, list[dict[str, object]]]:
    """Every row of every table of a dataset, in an order that does not hang on how it was made."""
    dataset = Dataset(str(place))
    found: dict[str, list[dict[str, object]]] = {}
    for table in ("documents", "statements", "faults"):
        rows = [
            {"file": name.removeprefix(dataset.path()).lstrip("/"), **row}
            for name in dataset.parts(table)
            for row in rows_of(dataset, name)
        ]
        found[table] = sorted(rows, key=repr)
    return found


@pytest.fixture(scope="session")
def make_warcs() -> ModuleType:
    """The generator of the benchmarks."""
    folder = ROOT / "benchmarks/scale"
    spec = importlib.util.spec_from_file_location("make_warcs", folder / "make_warcs.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["make_warcs"] = module
    spec.loader.exec_module(module)
    return module


Crawl = Callable[[str, int, int], list[Path]]


@pytest.fixture(scope="session")
def crawl(make_warcs: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Crawl:
    """Makes archives: a name for the folder, how many pages, in how many files. A tenth of the pages is relevant."""

    def make(name: str, count: int, files: int) -> list[Path]:
        maker = make_warcs.Maker(seed=7, relevant=0.1, near=0.05, copies=0.3)
        found: list[Path] = make_warcs.write(tmp_path_factory.mktemp(name), pages=count, files=files, maker=maker)
        return found

    return make
