"""The typefaces of figures and pages: DejaVu Sans has Latin with all its additions, Cyrillic, Greek and Arabic."""

from __future__ import annotations

from pathlib import Path

FONTS = Path(__file__).parent / "data" / "fonts"
"""The folder of the font files."""
FACE = "DejaVu Sans"
