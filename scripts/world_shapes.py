"""Make the shapes of the map from world-atlas (Natural Earth, 1:50 million): `python scripts/world_shapes.py`.

Writes `src/dragoman/web/static/map/world.svg` with three parts that the page takes in: the land, the borders between
states, and the borders of areas whose standing is disputed. The file of the npm package is pinned by its hash. Points
that would lie closer than DETAIL to the one before them are left out. Needs npm.
"""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
import tarfile
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from dragoman.web.projection import HEIGHT, WIDTH, project

OUT = Path(__file__).resolve().parent.parent / "src/dragoman/web/static/map"
PACKAGE, FILE = "world-atlas@2.0.2", "package/countries-50m.json"
SHA256 = "04342cdc1e3016bcd7db1630de95684d67b79fe3c8c460321e87aef469502394"
DETAIL = 0.45
"""In units of the drawing, which is 1000 wide."""
DISPUTED = frozenset({"Somaliland", "Kosovo", "N. Cyprus", "Siachen Glacier", "W. Sahara", "Palestine", "Taiwan"})
"""Areas, as Natural Earth calls them, that are held by others than some or most states say they belong to."""
FROZEN = frozenset({"Antarctica"})
Point = tuple[float, float]


def main() -> int:
    """Write the file; 1 where what npm gives is not the pinned one."""
    content, licence = fetched()
    if hashlib.sha256(content).hexdigest() != SHA256:
        print(f"{FILE} of {PACKAGE} is not the pinned one ({hashlib.sha256(content).hexdigest()})", file=sys.stderr)
        return 1
    OUT.mkdir(exist_ok=True)
    (OUT / "world.svg").write_text(drawn(json.loads(content)), encoding="utf-8")
    (OUT / "world.LICENSE").write_bytes(licence)
    print(f"world.svg: {(OUT / 'world.svg').stat().st_size:,} bytes")
    return 0


def fetched() -> tuple[bytes, bytes]:
    """The shapes and the licence of the package as the registry has it."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", "--silent", PACKAGE], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        with tarfile.open(next(Path(folder).glob("*.tgz"))) as archive:
            shapes, licence = archive.extractfile(FILE), archive.extractfile("package/LICENSE")
            assert shapes is not None
            assert licence is not None
            return shapes.read(), licence.read()


def drawn(topology: dict[str, Any]) -> str:
    """The whole file. A line that two states share is a border, one that has a state on one side alone is a coast."""
    lines = [list(points(arc, topology["transform"])) for arc in topology["arcs"]]
    beside: dict[int, set[str]] = defaultdict(set)
    land: list[str] = []
    for shape in topology["objects"]["countries"]["geometries"]:
        name = shape["properties"]["name"]
        if name in FROZEN:
            continue
        for ring in rings(shape):
            for arc in ring:
                beside[max(arc, ~arc)].add(name)
            coast = ringed(ring, lines)
            land.append("" if crosses(coast) else path(coast, closed=True))
    shared = {arc: names for arc, names in beside.items() if len(names) > 1}
    parts = {
        "land": land,
        "borders": [path(lines[arc]) for arc, names in shared.items() if not names & DISPUTED],
        "disputed": [path(lines[arc]) for arc, names in shared.items() if names & DISPUTED],
    }
    shapes = "\n".join(f'<path id="{name}" d="{"".join(found)}"/>' for name, found in parts.items())
    told = "Made by scripts/world_shapes.py from world-atlas; shapes: Natural Earth (public domain)."
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">'
    return f"{head}\n<!-- {told} -->\n<defs>\n{shapes}\n</defs>\n</svg>\n"


def points(arc: Iterable[tuple[int, int]], transform: dict[str, list[float]]) -> Iterator[Point]:
    """An arc of differences as places of the drawing."""
    x = y = 0
    (across, up), (left, bottom) = transform["scale"], transform["translate"]
    for more_x, more_y in arc:
        x, y = x + more_x, y + more_y
        yield project(x * across + left, y * up + bottom)


def rings(shape: dict[str, Any]) -> Iterator[list[int]]:
    """The rings of a shape, each a list of arcs."""
    for polygon in [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]:
        yield from polygon


def ringed(ring: Iterable[int], lines: list[list[Point]]) -> list[Point]:
    """The points of a ring; an arc with a negative number is gone through backwards."""
    found: list[Point] = []
    for arc in ring:
        line = lines[arc] if arc >= 0 else lines[~arc][::-1]
        found += line[1 if found else 0 :]
    return found


def crosses(line: list[Point]) -> bool:
    """Whether a line leaves the map on one side and comes back on the other: an island of the Aleutians does."""
    return any(abs(x - before) > WIDTH / 3 for (before, _), (x, _) in pairwise(line))


def path(line: list[Point], *, closed: bool = False) -> str:
    """The line as SVG has it, in tenths, with differences; empty where nothing is left of it."""
    kept = [line[0]]
    for point in line[1:-1]:
        if abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) >= DETAIL:
            kept.append(point)
    kept.append(line[-1])
    whole = [(round(x * 10), round(y * 10)) for x, y in kept]
    if closed and len(set(whole)) < 3:
        return ""
    steps = [f"{(x - a) / 10:g} {(y - b) / 10:g}" for (a, b), (x, y) in pairwise(whole)]
    tidy = re.sub(r"(?<!\d)0\.", ".", " ".join(steps)).replace(" -", "-")
    return f"M{whole[0][0] / 10:g} {whole[0][1] / 10:g}l{tidy}{'z' if closed else ''}"


if __name__ == "__main__":
    sys.exit(main())
