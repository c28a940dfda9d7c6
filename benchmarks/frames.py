"""Frame times of the network page in Chromium, for `benchmarks/web.py`: 200 states, 5,000 pairs.

A frame is the time from one call of the browser's animation clock to the next, in milliseconds: 17 where nothing is
late, at sixty frames a second. Told are the median, the 95th percentile and the longest of what a reader does: nothing
(still), dragging and zooming (moving), the years playing (playing). Chromium draws without a graphics card here.
"""

from __future__ import annotations

import random
import shutil
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import uvicorn
from rich.console import Console
from rich.table import Table

import network
from dragoman.actors import states
from dragoman.ledger import opened, ties
from dragoman.model import Tie
from dragoman.web import application

if TYPE_CHECKING:
    from playwright.sync_api import Page

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
STATES, PAIRS, SPANS = 200, 5_000, 3
SECONDS = 8.0
"""How long each is watched."""
WATCH = """() => {
  window.frames_ = []; let last = performance.now();
  const tick = (now) => { window.frames_.push(now - last); last = now; window.watching = requestAnimationFrame(tick); };
  window.watching = requestAnimationFrame(tick);
}"""
SEEN = "() => { cancelAnimationFrame(window.watching); return window.frames_.slice(2); }"


@dataclass(frozen=True, slots=True)
class Frames:
    """What a reader does, and the frames meanwhile, in milliseconds."""

    doing: str
    times: list[float]


def tell(console: Console) -> None:
    """Print them, or that there is no Chromium."""
    if CHROMIUM is None:
        console.print("Frame times: left out, Chromium is not installed (apt-get install chromium)")
        return
    table = Table(title=f"Frames of the network page, {STATES} states, {PAIRS:,} pairs (ms)")
    for heading in ("doing", "frames", "median", "95th", "longest"):
        table.add_column(heading, justify="left" if heading == "doing" else "right")
    for one in measured():
        late = statistics.quantiles(one.times, n=20)[-1]
        cells = (statistics.median(one.times), late, max(one.times))
        table.add_row(one.doing, str(len(one.times)), *(f"{cell:.0f}" for cell in cells))
    console.print(table)


def measured() -> Iterator[Frames]:
    """The frames of each doing."""
    from playwright.sync_api import sync_playwright

    with (
        tempfile.TemporaryDirectory() as folder,
        _served(Path(folder) / "frames.db") as address,
        sync_playwright() as playwright,
    ):
        switches = ["--no-sandbox", "--no-first-run", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=switches)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(f"{address}/network?year=2000")
        page.wait_for_selector("#network[data-ready]", timeout=120_000)
        page.wait_for_timeout(1500)
        for doing, act in (("still", _wait), ("moving", _move), ("playing", _play)):
            page.evaluate(WATCH)
            act(page)
            yield Frames(doing, page.evaluate(SEEN))
        browser.close()


def _wait(page: Page) -> None:
    page.wait_for_timeout(SECONDS * 1000)


def _move(page: Page) -> None:
    box = page.locator("#network").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    chance, until = random.Random(1), time.monotonic() + SECONDS
    while time.monotonic() < until:
        page.mouse.move(x, y)
        page.mouse.down()
        for step in range(12):
            page.mouse.move(x + step * chance.uniform(4, 9), y + step * chance.uniform(-6, 6))
            page.wait_for_timeout(16)
        page.mouse.up()
        for _ in range(4):
            page.mouse.wheel(0, chance.choice((-120, 120)))
            page.wait_for_timeout(40)


def _play(page: Page) -> None:
    page.locator("#play").click()
    page.wait_for_timeout(SECONDS * 1000)
    page.locator("#play").click()


@contextmanager
def _served(named: Path) -> Iterator[str]:
    """The address of the app over such a ledger, on loopback."""
    with opened(str(named), make=True) as ledger:
        with ledger.writing() as connection:
            ties.replace(connection, network.DATASET, _ties(), file="made", sha256="made")
        server = uvicorn.Server(uvicorn.Config(application(ledger), host="127.0.0.1", port=0, log_level="warning"))
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        while not server.started and thread.is_alive():
            time.sleep(0.02)
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
        server.should_exit = True
        thread.join(timeout=20)


def _ties() -> Iterator[Tie]:
    """Some ties for each pair, over 35 years."""
    chance = random.Random(1)
    pairs = chance.sample(list(combinations(sorted(states())[:STATES], 2)), PAIRS)
    for number, (a, b) in enumerate(pair for pair in pairs for _ in range(SPANS)):
        layer = chance.choice(network.LAYERS)
        first = chance.randrange(1990, 2022)
        yield Tie(
            id=f"t{number:015x}", dataset=network.REGISTER, record=str(number), layer=layer, type=layer.value,
            source=a, target=b, directed=layer not in network.UNDIRECTED, start=str(first),
            end=str(min(first + chance.randrange(12), 2024)), status=network.Status.happened,
        )  # fmt: skip


if __name__ == "__main__":
    tell(Console(width=80))
