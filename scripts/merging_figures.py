"""Writes the figures in docs/method/merging.md, after `<!-- figures merging -->` (`make docs`).

    python scripts/merging_figures.py     half a minute

What stands there is what `dragoman evaluate evaluation/clusters --by kind` prints.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

for name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(name, "1")

from dragoman.cli.stories import stories_text  # noqa: E402
from dragoman.coding import code  # noqa: E402
from dragoman.evaluation import copies, layers, read_stories  # noqa: E402

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs/method/merging.md"
OPEN, CLOSE = "<!-- figures merging -->", "<!-- /figures -->"


def figures() -> str:
    """The figures as the command prints them."""
    stories = read_stories(ROOT / "evaluation/clusters")
    codings = {document.id: code(document) for story in stories for document in story.documents}
    return stories_text(stories, layers(stories, codings), copies(stories), "kind", errors=0)


def main() -> int:
    """Put the figures into the page."""
    head, _, rest = PAGE.read_text("utf-8").partition(OPEN)
    _, _, tail = rest.partition(CLOSE)
    PAGE.write_text(f"{head}{OPEN}\n\n```text\n{figures().rstrip()}\n```\n\n{CLOSE}{tail}", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
