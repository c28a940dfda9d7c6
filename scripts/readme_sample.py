"""Puts what the program prints into the README, between `<!-- brief FILE -->` and `<!-- /brief -->` (`make docs`).

`python scripts/readme_sample.py --check` changes nothing and ends with exit code 1 if the README is behind.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = re.compile(r"(<!-- brief (\S+) -->\n).*?(<!-- /brief -->)", re.DOTALL)


def filled(page: str) -> str:
    """The page with every sample as the program prints it now."""
    return SAMPLE.sub(lambda found: f"{found[1]}\n```text\n{printed(found[2])}```\n\n{found[3]}", page)


def printed(article: str) -> str:
    """The brief of an article, as on a terminal without colours."""
    line = [sys.executable, "-m", "dragoman", "brief", article]
    return subprocess.run(line, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8", check=True).stdout


if __name__ == "__main__":
    readme = ROOT / "README.md"
    before = readme.read_text(encoding="utf-8")
    after = filled(before)
    if "--check" not in sys.argv[1:]:
        readme.write_text(after, encoding="utf-8")
    elif after != before:
        sys.exit("the sample in the README is not what the program prints: make docs")
