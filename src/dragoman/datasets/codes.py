"""Which codes of other event datasets are defence diplomacy, and what they are in the codebook (`cameo.tsv`,
`plover.tsv`).
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dragoman.errors import CodebookError
from dragoman.model import Layer, Status
from dragoman.schema import codebook

COLUMNS = ["code", "type", "mode", "status", "who", "turned", "name"]
ADVICE = "correct the file (docs/datasets.md says how)"


@dataclass(slots=True, frozen=True)
class Code:
    """What a code says. `military`: only where a military actor, or a military context, is named. `turned`: the one
    that the other dataset calls source is the target here (who hosts a visit, who asks for aid).
    """

    code: str
    type: str
    mode: str | None
    status: Status
    layer: Layer
    directed: bool
    military: bool
    turned: bool
    name: str


@cache
def codes(table: str) -> dict[str, Code]:
    """The codes of `cameo` or `plover`. Raises CodebookError with file and line."""
    found: dict[str, Code] = {}
    name = f"{table}.tsv"
    with (files("dragoman.datasets") / "data" / name).open(encoding="utf-8") as file:
        reader = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        for cells in reader:
            where = f"{name}:{reader.line_num}"
            if reader.line_num == 1:
                if cells != COLUMNS:
                    raise CodebookError(f"the columns are not {', '.join(COLUMNS)}", source=where, advice=ADVICE)
                continue
            code = _code(cells, where)
            found[code.code] = code
    return found


def cameo(code: str) -> Code | None:
    """The code, or the nearest one above it that is in the table: `1384` is under `138`. Roots alone are no codes."""
    table = codes("cameo")
    while len(code) > 2:
        if found := table.get(code):
            return found
        code = code[:-1]
    return None


def plover(event: str, mode: str) -> Code | None:
    """The event with its mode, else the event."""
    table = codes("plover")
    return table.get(f"{event}/{mode}") or table.get(event)


def _code(cells: list[str], where: str) -> Code:
    try:
        code, kind, mode, status, who, turned, name = cells
        entry = codebook().type_of(kind)
        layer = codebook().layer(kind, mode or None)
        state = Status(status)
    except (ValueError, CodebookError) as error:
        raise CodebookError(str(error), source=where, advice=ADVICE) from error
    if layer is None or who not in ("any", "military") or turned not in ("", "yes"):
        raise CodebookError("no layer, or a word that is not known", source=where, advice=ADVICE)
    required = [role for role, use in entry.roles.items() if use.required]
    directed = any(codebook().role_side(role, kind) == "source" for role in required)
    return Code(code, kind, mode or None, state, layer, directed, who == "military", turned == "yes", name)
