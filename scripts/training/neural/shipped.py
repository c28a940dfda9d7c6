"""The weights of the network in the package, out of its ONNX file: training can go on from there."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from dragoman.coding.neural.network import FOLDER
from training.neural.net import Net


def load(net: Net, path: Path = FOLDER / "network.onnx") -> None:
    """Give a network the weights that are stored; what it has for types that came later stays as it began."""
    found = stored(path)
    for name, own in net.state_dict().items():
        kept = found[name]
        own[tuple(map(slice, kept.shape))] = kept


def stored(path: Path) -> dict[str, Tensor]:
    """Parameters by name as PyTorch has them; weights of eight bits become floats."""
    graph = onnx.load(str(path)).graph
    held = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    for name in [n.removesuffix(".whole") for n in held if n.endswith(".whole")]:
        held[name] = held.pop(f"{name}.whole").astype(np.float32) * held.pop(f"{name}.scale")
    for node in graph.node:
        if node.op_type == "MatMul" and node.input[1] in held:
            held[f"{module(node.output[0])}.weight"] = held.pop(node.input[1]).T
    return {
        name.removesuffix(".1") if name == "there.1" else name: torch.from_numpy(x.copy()) for name, x in held.items()
    }


def module(output: str) -> str:
    """The module that gives an output ("/layers.0/q/MatMul_output_0" is of layers.0.q)."""
    *scopes, _ = output.strip("/").split("/")
    return ".".join(s for s, inner in zip(scopes, [*scopes[1:], ""], strict=True) if not inner.startswith(f"{s}."))
