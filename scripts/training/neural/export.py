"""From a fitted network to the files of the package: ONNX with weights of eight bits, and their hashes.

Only the stored weights are of eight bits: they become floats again when the network is loaded, and it computes with
floats. Computing with eight bits was a third quicker, but what it gives depends on the processor.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
import yaml
from numpy.typing import NDArray
from onnx import helper, numpy_helper

from dragoman.coding.neural.network import PINS
from training.neural.net import Net

LIMITS = {
    "there": 0.93, "lone": 0.95, "role": 0.5, "loss": 0.5, "event": 0.65, "lone_event": 0.85,
    "event_role": 0.6, "whole": 0.5,
}  # fmt: skip
"""How likely a conclusion must be, one of a single actor, a role in it, that it is a loss; an event, one of a single
actor, a role in it, and an event with all its roles."""
HEAD = """\
# The network that reads beside the frames: hashes of its files, and the limits that were chosen for it.
# Written by scripts/train_neural.py.
"""
LARGE = 20_000
"""Weights of a tensor that is worth packing."""
STEPS = 127


def write(net: Net, folder: Path) -> None:
    """Write network.onnx and the pins of all files into a folder; `pieces.model` is there already."""
    net.eval()
    ids, marks = torch.zeros(1, 9, dtype=torch.long), torch.zeros(1, 9, dtype=torch.long)
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "whole.onnx"
        torch.onnx.export(
            net, (ids, marks, torch.zeros(1, 2, 9)), str(whole),
            input_names=["ids", "marks", "pool"], output_names=["look", "there", "status", "loss", "roles"],
            dynamic_axes={"ids": {1: "pieces"}, "marks": {1: "pieces"}, "pool": {1: "named", 2: "pieces"}},
            opset_version=17, dynamo=False,
        )  # fmt: skip
        model = onnx.load(str(whole))
    packed(model)
    onnx.save(model, str(folder / "network.onnx"))
    pins = {"limits": LIMITS, "sha256": {n: digest(folder / n) for n in ("network.onnx", "pieces.model")}}
    (folder / PINS).write_text(HEAD + yaml.safe_dump(pins), "utf8")


def install(made: Path, folder: Path) -> None:
    """Copy the files of a network into the package."""
    for name in ("network.onnx", "pieces.model", PINS):
        shutil.copyfile(made / name, folder / name)


def packed(model: onnx.ModelProto) -> None:
    """Store large matrices in eight bits, with a scale for each row that is looked up, each column that multiplies."""
    graph = model.graph
    looked_up = {node.input[0] for node in graph.node if node.op_type == "Gather"}
    found, before = [], []
    for tensor in list(graph.initializer):
        weights = numpy_helper.to_array(tensor)
        if weights.dtype != np.float32 or weights.ndim != 2 or weights.size < LARGE:
            continue
        name = tensor.name
        whole, scale = in_eight_bits(weights, axis=1 if name in looked_up else 0)
        graph.initializer.remove(tensor)
        graph.initializer.extend(
            [numpy_helper.from_array(whole, f"{name}.whole"), numpy_helper.from_array(scale, f"{name}.scale")]
        )
        if name in looked_up:
            found.append(name)
        else:
            before += [
                helper.make_node("Cast", [f"{name}.whole"], [f"{name}.float"], to=onnx.TensorProto.FLOAT),
                helper.make_node("Mul", [f"{name}.float", f"{name}.scale"], [name]),
            ]
    nodes = [*before]
    for node in graph.node:
        if node.op_type == "Gather" and node.input[0] in found:
            name, rows, out = node.input[0], node.input[1], node.output[0]
            nodes += [
                helper.make_node("Gather", [f"{name}.whole", rows], [f"{out}.whole"]),
                helper.make_node("Gather", [f"{name}.scale", rows], [f"{out}.scale"]),
                helper.make_node("Cast", [f"{out}.whole"], [f"{out}.float"], to=onnx.TensorProto.FLOAT),
                helper.make_node("Mul", [f"{out}.float", f"{out}.scale"], [out]),
            ]
        else:
            nodes.append(node)
    del graph.node[:]
    graph.node.extend(nodes)
    onnx.checker.check_model(model)


def in_eight_bits(weights: NDArray[np.float32], axis: int) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Whole numbers and the scale by which they are multiplied, one for each row (axis 1) or column (axis 0)."""
    scale = np.maximum(np.abs(weights).max(axis=axis, keepdims=True) / STEPS, 1e-12).astype(np.float32)
    return np.round(weights / scale).astype(np.int8), scale


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()
