"""Pin the quality of coding and merging as it is now: floors, and the lists of what is fully right.

    python scripts/pin_floors.py                     raise floors, add what is newly held
    python scripts/pin_floors.py --reason "TEXT"     also lower a floor, drop a held id, or take over a changed set
    python scripts/pin_floors.py --check             write nothing; exit 1 where a pin would have to be lowered

Writes tests/coding/floors.yaml, evaluation/floors.yaml, evaluation/clusters/floors.yaml,
tests/coding/sentences/held.txt and tests/schema/held.txt. A floor is the figure less .01. Without a reason nothing is
lowered: the command says what would be, and exits with 1. The files of the floors keep the why.
"""

from __future__ import annotations

import argparse
import math
import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

import yaml  # noqa: E402
from tests.coding import gates  # noqa: E402

HEADER = """\
# What the coding must not fall below: written by scripts/pin_floors.py, which lowers nothing without a reason.
# `floors`: the least figure, the one at the time of pinning less .01. `sha256`: the set that it was measured on.
"""
LISTED = "# Fully right, and to stay so: written by scripts/pin_floors.py.\n"
UNSAID = "first measured"


def floor_of(figure: float) -> float:
    """The floor for a figure, three decimals, rounded down."""
    return max(0.0, math.floor((figure - gates.SLACK) * 1000 + 1e-6) / 1000)


def lowered(old: Mapping[str, float], figures: Mapping[str, float]) -> list[str]:
    """The floors that the figures fail, one line each; a figure that is gone fails too."""
    return [
        f"{name}: {figures.get(name, 0.0):.3f} is below the floor {floor:.3f}"
        for name, floor in old.items()
        if figures.get(name, 0.0) < floor
    ]


def raised(old: Mapping[str, float], figures: Mapping[str, float], *, anew: bool) -> dict[str, float]:
    """The new floors: never below the old ones unless they are set anew or the figure has fallen below."""
    made = {}
    for name, figure in figures.items():
        before = old.get(name, 0.0)
        made[name] = floor_of(figure) if anew or figure < before else max(before, floor_of(figure))
    return made


def lost(path: Path, held: Iterable[str]) -> list[str]:
    """The ids of a held list that do not hold any more."""
    now = set(held)
    return [f"{name} was held ({path.relative_to(ROOT)})" for name in gates.listed(path) if name not in now]


def complaints(
    old: Mapping[str, Any], figures: Mapping[str, Mapping[str, float]], held: Mapping[Path, list[str]]
) -> list[str]:
    """All that needs a reason: changed sets, lowered floors, lost ids."""
    found = []
    for name, digest in gates.digests().items():
        entry = old.get(name)
        if entry is None:
            continue
        if entry["sha256"] != digest:
            found.append(f"{name}: the set has changed")
        found += [f"{name}.{line}" for line in lowered(entry["floors"], figures[name])]
    for path, ids in held.items():
        found += lost(path, ids)
    return found


def pins(old: Mapping[str, Any], figures: Mapping[str, Mapping[str, float]], reason: str) -> dict[str, Any]:
    """The new content of floors.yaml; the reason stands only where a floor is lowered or the set has changed."""
    made = {}
    for name, digest in gates.digests().items():
        entry = old.get(name, {})
        changed = entry.get("sha256") != digest
        meant = bool(reason) and (changed or bool(lowered(entry.get("floors", {}), figures[name])))
        made[name] = {
            "sha256": digest,
            "reason": reason if meant else entry.get("reason", UNSAID),
            "floors": raised(entry.get("floors", {}), figures[name], anew=changed),
        }
    return made


def main() -> int:
    """Measure, compare, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reason", default="", help="why a floor is lowered, an id dropped, or a set changed")
    parser.add_argument("--check", action="store_true", help="write nothing")
    chosen = parser.parse_args()
    old, figures = gates.pinned(), gates.measure()
    schema = gates.schema_examples()
    held = {gates.HELD: gates.held_sentences(), gates.SCHEMA_HELD: [name for name, holds in schema.items() if holds]}
    for name, values in figures.items():
        print(f"{name}: " + ", ".join(f"{key} {value:.3f}" for key, value in values.items()))
    for path, ids in held.items():
        print(f"{path.relative_to(ROOT)}: {len(ids)} held")
    wrong = complaints(old, figures, held)
    for line in wrong:
        print(line, file=sys.stderr)
    if wrong and not chosen.reason:
        print("nothing written: this lowers a pin; say why with --reason", file=sys.stderr)
        return 1
    if not chosen.check:
        new = pins(old, figures, chosen.reason)
        for path, names in gates.FILES.items():
            part = {name: new[name] for name in names if name in new}
            path.write_text(HEADER + yaml.safe_dump(part, sort_keys=False, allow_unicode=True), "utf8")
        for path, ids in held.items():
            path.write_text(LISTED + "".join(f"{name}\n" for name in ids), "utf8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
