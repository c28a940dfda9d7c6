"""The network: its files beside this module, each pinned by its hash, run on the processor by ONNX Runtime."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray

from dragoman.coding.neural.window import Pieces, Window
from dragoman.pins import pinned

FOLDER = Path(__file__).parent
PINS = "network.yaml"
CHANGED = "reinstall dragoman; in a checkout, run `make neural`"
"""What helps where a file is not the pinned one."""

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Said:
    """What the network says of a window.

    `look` is types by pieces (how much it looks where), `there` and `loss` are probabilities by type, `status` types by
    statuses, `roles` the logarithm of the odds, mentions by types by roles.
    """

    look: Floats
    there: Floats
    status: Floats
    loss: Floats
    roles: Floats


class Network:
    """A network with its pieces and the limits that were tuned with it."""

    def __init__(self, session: Any, pieces: Pieces, limits: Mapping[str, float]) -> None:
        self.session = session
        self.pieces = pieces
        self.limits = limits

    def read(self, window: Window) -> Said:
        """What it says of a window."""
        pool = np.zeros((1, len(window.mentions), len(window.ids)), np.float32)
        for number, mention in enumerate(window.mentions):
            pool[0, number, list(mention.pieces)] = 1 / len(mention.pieces)
        fed = {"ids": np.array([window.ids], np.int64), "marks": np.array([window.marks], np.int64), "pool": pool}
        look, there, status, loss, roles = (part[0] for part in self.session.run(None, fed))
        return Said(np.exp(look), odds(there), status, odds(loss), roles)


def odds(x: Floats) -> Floats:
    """Probabilities of the logarithms of odds."""
    return (1 / (1 + np.exp(-np.clip(x, -30, 30)))).astype(np.float32)


@cache
def network() -> Network:
    """The network of the package, loaded once: some 0.4 s and 200 MB.

    Raises ModelError where a file is not the pinned one.
    """
    import onnxruntime
    from sentencepiece import SentencePieceProcessor

    pins: dict[str, Any] = yaml.safe_load((FOLDER / PINS).read_text("utf8"))
    files = {
        name: pinned(FOLDER / name, digest, missing="reinstall dragoman", changed=CHANGED)
        for name, digest in pins["sha256"].items()
    }
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(str(files["network.onnx"]), options, providers=["CPUExecutionProvider"])
    return Network(session, Pieces(SentencePieceProcessor(model_file=str(files["pieces.model"]))), pins["limits"])
