"""What no frame knows: a small network reads a paragraph whole and says what is done and concluded in it.

`window` lays a paragraph out as the network reads it, `network` runs it, `decode` turns what it says into events and
conclusions with their words, `read` sets them beside those of the frames. See decisions 18 and 19 in docs/decisions.
"""

from dragoman.coding.neural.read import FramesAlone, Reader, reader

__all__ = ["FramesAlone", "Reader", "reader"]
