"""The figures on the page of the method of merging are those that the program prints."""

from __future__ import annotations

from pathlib import Path

from dragoman.cli.stories import copies_line, heading, table
from dragoman.evaluation import copies, read_stories
from dragoman.evaluation.baselines import METHODS
from dragoman.evaluation.labelled import annotated
from dragoman.evaluation.merging import MERGED, groups, layer

ROOT = Path(__file__).resolve().parents[2]


def test_the_page_of_merging_has_the_figures_of_today() -> None:
    """Those on annotated statements; those of the coder are measured by `dragoman evaluate`, which takes longer."""
    page = (ROOT / "docs/method/merging.md").read_text("utf-8")
    stories = read_stories(ROOT / "evaluation/clusters")
    found = layer("annotated", annotated(stories))
    by_kind = [(name, found.figures(MERGED, keys)) for name, keys in groups(stories, "kind").items()]
    wholly = table([(method, found.figures(method)) for method in METHODS])
    for told in (heading(stories, found), wholly, table(by_kind), copies_line(copies(stories))):
        assert told.rstrip() in page, "make docs"
