"""Runs the commands of the README, as they stand there, and ends with exit code 1 if one fails. Run by CI.

    python scripts/run_readme.py --except 'make test'      passes over a block that was run before

Every block marked `sh` is run by bash in the root of the project, with .venv/bin in front of the PATH; every block
marked `python` by the interpreter of .venv. Other blocks are shown to a reader only. The ledger is a new one, in a
folder that goes when the run ends.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BLOCK = re.compile(r"^```(sh|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LIMIT = 900
"""Seconds that one block may take."""


def blocks(page: str) -> list[tuple[str, str]]:
    """Language and content of the blocks that are run."""
    return BLOCK.findall(page)


def run(language: str, block: str, ledger: Path) -> bool:
    """Whether the block came to a good end."""
    print(f"--- {language}\n{block}", flush=True)
    path = f"{ROOT / '.venv/bin'}{os.pathsep}{os.environ['PATH']}"
    command = ["bash", "-euo", "pipefail", "-c", block] if language == "sh" else ["python", "-c", block]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "PATH": path, "DRAGOMAN_LEDGER": str(ledger)},
        stdin=subprocess.DEVNULL,
        timeout=LIMIT,
        check=False,
    )
    return done.returncode == 0


if __name__ == "__main__":
    line = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    line.add_argument("--except", dest="passed", nargs="*", default=[], metavar="BLOCK", help="blocks to pass over")
    passed = line.parse_args().passed
    found = blocks((ROOT / "README.md").read_text(encoding="utf-8"))
    wanted = [(language, block) for language, block in found if block.strip() not in passed]
    with tempfile.TemporaryDirectory() as folder:
        bad = [block for language, block in wanted if not run(language, block, Path(folder) / "dragoman.db")]
    for block in bad:
        print(f"README: this failed:\n{block}", file=sys.stderr)
    sys.exit(1 if bad or not found else 0)
