#!/usr/bin/env python3
"""Write the columns of the tables into docs/exports.md: `python scripts/exports_page.py`.

The rest of the page is written by hand; a test holds that the columns are those of `exports/data/columns.yaml`.
"""

from __future__ import annotations

import re
from pathlib import Path

from dragoman.exports.descriptor import columns_table
from dragoman.exports.forms import TableName

PAGE = Path(__file__).parent.parent / "docs" / "exports.md"


def page(text: str) -> str:
    """The page with the columns of every table between its marks."""
    for table in TableName:
        mark = rf"(<!-- columns {table.value} -->\n).*?(<!-- end -->)"
        inside = columns_table(table)
        text = re.sub(mark, lambda found, inside=inside: f"{found[1]}\n{inside}\n{found[2]}", text, flags=re.DOTALL)
    return text


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
