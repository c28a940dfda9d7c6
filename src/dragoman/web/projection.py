"""The projection of the map: Equal Earth (Šavrič, Patterson and Jenny 2018), in which areas can be compared."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796
WIDTH, HEIGHT = 1000, 440
"""Of the drawing; the ice of the south is cut off."""
TURN = 11.5
"""Degrees by which the map is turned, so that its edge lies in the Bering Strait and cuts no state."""
_WIDE = 2.7066
"""Half of the projection's width."""
_TOP = 1.3173
"""Its height above the equator."""
_SCALE = WIDTH / (2 * _WIDE)


def project(longitude: float, latitude: float) -> tuple[float, float]:
    """A place in degrees as a point of the drawing, x to the right and y down."""
    turned = radians((longitude - TURN + 180) % 360 - 180)
    theta = asin(sqrt(3) / 2 * sin(radians(latitude)))
    square = theta * theta
    sixth = square**3
    x = 2 * sqrt(3) * turned * cos(theta) / (3 * (9 * A4 * square * sixth + 7 * A3 * sixth + 3 * A2 * square + A1))
    y = theta * (A4 * square * sixth + A3 * sixth + A2 * square + A1)
    return (x + _WIDE) * _SCALE, (_TOP - y) * _SCALE
