"""The convolutions of slovnet's models, with words in rows: the windows of a filter then lie in memory as they are.

slovnet keeps them in columns, where most of its time goes into gathering windows. Sums come in another order, so
numbers differ in their last digits.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Layer:
    """A convolution, what is below zero cut off, and a normalisation: `scale` times that and `shift`.

    `weight` has a row for each number of a window and a column for each filter.
    """

    weight: Numbers
    bias: Numbers
    scale: Numbers
    shift: Numbers
    kernel: int
    padding: int

    @classmethod
    def of(cls, layer: Any) -> Layer:
        """A layer of slovnet's (`CNNEncoderLayer`)."""
        conv, norm = layer.conv, layer.norm
        filters, size, kernel = conv.weight.array.shape
        weight = conv.weight.array.transpose(2, 1, 0).reshape(kernel * size, filters)
        scale = norm.weight.array / norm.std.array
        shift = norm.bias.array - norm.mean.array * scale
        return cls(np.ascontiguousarray(weight), conv.bias.array, scale, shift, kernel, conv.padding)

    def __call__(self, words: Numbers) -> Numbers:
        """Sentences of words of numbers, filtered: a number a filter of every word."""
        batch, count, size = words.shape
        padded = np.zeros((batch, count + 2 * self.padding, size), words.dtype)
        padded[:, self.padding : self.padding + count] = words
        whole, row, one = padded.strides
        shape = batch, count + 2 * self.padding - self.kernel + 1, self.kernel * size
        windows = np.lib.stride_tricks.as_strided(padded, shape, (whole, row, one), writeable=False)
        found: Numbers = windows.reshape(-1, shape[2]) @ self.weight
        found += self.bias
        np.maximum(found, 0, out=found)
        found *= self.scale
        found += self.shift
        return found.reshape(batch, shape[1], -1)


class Encoder:
    """Layers one after the other; takes the place of slovnet's `CNNEncoder`."""

    def __init__(self, encoder: Any) -> None:
        self.layers = [Layer.of(layer) for layer in encoder.layers]

    def __call__(self, words: Numbers, padding: NDArray[np.bool_]) -> Numbers:
        """The numbers of every word of some sentences; `padding` tells where the shorter ones have none."""
        for layer in self.layers:
            words = layer(words)
            words[padding] = 0
        return words
