"""The network in outline as JSON: numbers in flat lists, so that a browser has 5,000 pairs in a tenth of a second."""

from __future__ import annotations

import json

from dragoman.actors import label
from dragoman.model import Layer
from dragoman.network.columns import LAYERS
from dragoman.network.outline import Outline, outline
from dragoman.web.held import Record

MOST = 6000
"""Pairs that are drawn: more lines are a grey surface, and slow to draw without a graphics card."""


def outlined(record: Record) -> Outline:
    """The outline of the whole network, worked out once for each revision."""
    return record.once("outline", lambda: outline(record.network))


def as_json(record: Record, language: str) -> bytes:
    """The outline for `network.js`.

    `states`: code, name, x, y (-1 to 1) of each. `ends`: two places in `states` for each pair. `spans`: place in the
    pairs, place in `layers`, first year, last year (9999: open), ties, for each span, one after the other. Of more
    pairs than MOST those with ties in most layers are there; `left_out` counts the others.
    """
    return record.once(("outline", language), lambda: _json(outlined(record), language))


def _json(found: Outline, language: str) -> bytes:
    states = [
        [code, label(code, language), round(x, 4), round(y, 4)]
        for code, (x, y) in zip(found.actors, found.places.tolist(), strict=True)
    ]
    told = {
        "states": states,
        "ends": found.pairs[:MOST].ravel().tolist(),
        "layers": [layer.value for layer in LAYERS],
        "spans": found.spans[found.spans[:, 0] < MOST].ravel().tolist(),
        "years": found.years,
        "left_out": max(len(found.pairs) - MOST, 0),
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def layers_of(found: Outline) -> tuple[Layer, ...]:
    """The layers that have a tie in the outline, in the order of the model."""
    have = set(found.spans[:, 1].tolist())
    return tuple(layer for place, layer in enumerate(LAYERS) if place in have)
