"""The conclusions that no frame knows: a small network reads a paragraph whole and says what is concluded from it.

`window` lays a paragraph out as the network reads it, `network` runs it, `decode` turns what it says into conclusions
with their words, `read` sets them beside those of the frames. See
docs/decisions/0018-conclusions-are-read-by-a-small-network.md.
"""

from dragoman.coding.conclusions.read import FramesAlone, Reader, reader

__all__ = ["FramesAlone", "Reader", "reader"]
