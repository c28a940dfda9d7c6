"""Take the README's pictures of the web app: `python scripts/screenshots.py`, with Debian's Chromium.

Serves a ledger of its own on loopback, with the starter record and the articles of `examples/`, opens four pages of it
at 1280 pixels and writes them to `docs/images/`.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs/images"
PROGRAM = (sys.executable, "-m", "dragoman")
SWITCHES = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync")  # fmt: skip
WIDTH, HEIGHT = 1280, 860
PATIENCE = 240_000
"""Milliseconds for a page that reads models or the whole network."""
PAGES = {
    "reader": ("/documents/{key}", "#text mark.evidence"),
    "brief": ("/documents/{key}/brief", ".verdict"),
    "network": ("/network?year=2022&state=AZE", "#network[data-ready]"),
    "paths": ("/paths?from=USA&to=AZE", "article.path"),
}
"""What is shown: its address, and what has to be there."""


def main() -> int:
    """Fill, serve, open, write."""
    chromium = shutil.which("chromium")
    if chromium is None:
        print("screenshots: Chromium is not installed: apt-get install chromium", file=sys.stderr)
        return 1
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        ledger = str(Path(folder) / "news.db")
        for words in (("import", "starter"), ("add", *map(str, sorted((ROOT / "examples").glob("*.txt"))))):
            subprocess.run([*PROGRAM, *words, "--ledger", ledger], check=True, stdout=subprocess.DEVNULL)
        with served(ledger) as site, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=list(SWITCHES))
            page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light", locale="en-GB")
            page.set_default_timeout(PATIENCE)
            key = article(page, site)
            for name, (path, there) in PAGES.items():
                page.goto(site + path.format(key=key))
                page.locator(there).first.wait_for(timeout=PATIENCE)
                page.wait_for_timeout(1500)
                page.screenshot(path=IMAGES / f"{name}.png")
                print(f"docs/images/{name}.png")
            browser.close()
    return 0


def article(page: Page, site: str) -> str:
    """The key of the analysis among the examples: the article that argues most."""
    page.goto(f"{site}/?type=indirect_access")
    return str(page.locator("a[href^='/documents/']").first.get_attribute("href")).rpartition("/")[2]


@contextmanager
def served(ledger: str) -> Iterator[str]:
    """The address of the app over this ledger."""
    line = [*PROGRAM, "serve", "--port", "0", "--no-open", "--ledger", ledger]
    with subprocess.Popen(line, stderr=subprocess.PIPE, text=True) as running:
        assert running.stderr is not None
        try:
            yield next(word.rstrip(";") for word in running.stderr.readline().split() if word.startswith("http"))
        finally:
            running.terminate()


if __name__ == "__main__":
    sys.exit(main())
