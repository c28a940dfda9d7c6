"""A drawing: a chart with a title that says the answer, and a caption that names the sources; as SVG, PNG or data.

SVG and PNG are made by vl-convert, without a browser. The colours go from dark to light, so that they can be told apart
in grey and by the colour-blind; nothing is told by colour alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from textwrap import wrap
from typing import Any

import altair as alt
import vl_convert

from dragoman.figures.fonts import FACE, FONTS

WIDTH = 640
"""Width of a plot in pixels; a page of A4 has room for it."""
INK, SOFT, PAPER = "#1d1d1b", "#5c5a55", "#ffffff"
SCALE = ("#00224e", "#35456c", "#666970", "#948e77", "#c8b866", "#fee838")
"""From dark to light: the colour map cividis (Nuñez, Anderton and Renslow 2018), made for the colour-blind."""
STEPS = (SCALE[4], SCALE[3], SCALE[2], SCALE[1], SCALE[0])
"""From one to five and more: darker is more, in grey too."""
FAINT = "#e4e1d9"
"""What stands behind or beside the matter: grids, and parts that are not told apart."""
TITLE, LINE = 64, 100
"""Characters of a line of the title, and of subtitle and caption at their size, in Cyrillic letters, the widest."""


@dataclass(slots=True, frozen=True)
class Drawing:
    """A chart and the texts around it."""

    title: str
    subtitle: str
    caption: str
    chart: Any
    data: Mapping[str, Sequence[dict[str, Any]]] = field(default_factory=dict)
    """Rows that the chart asks for by name, where they are too many to go through Altair."""
    table: Sequence[Mapping[str, Any]] = ()
    """What is shown as rows of a table: codes, dates and figures, for whoever draws it another way."""

    def spec(self) -> dict[str, Any]:
        """The Vega-Lite specification, for a page or a notebook that draws it itself."""
        made: dict[str, Any] = self._whole().to_dict(validate=False)
        made["datasets"] = {**made.get("datasets", {}), **self.data}
        return made

    def svg(self) -> str:
        """As SVG; texts stay texts."""
        _fonts()
        return str(vl_convert.vegalite_to_svg(self.spec(), vl_version=_version()))

    def png(self, scale: float = 2.0) -> bytes:
        """As PNG, `scale` pixels for each of the drawing."""
        _fonts()
        return bytes(vl_convert.vegalite_to_png(self.spec(), vl_version=_version(), scale=scale))

    def _whole(self) -> Any:
        title = alt.TitleParams(
            text=lines(self.title, TITLE), subtitle=lines(self.subtitle, LINE), anchor="start", offset=14,
            color=INK, fontSize=15, subtitleColor=SOFT, subtitleFontSize=11,
        )  # fmt: skip
        caption = alt.TitleParams(
            text=wrap(self.caption, LINE), orient="bottom", anchor="start", offset=14,
            color=SOFT, fontSize=10, fontWeight="normal",
        )  # fmt: skip
        # Two concatenations, each with its title: a legend stays between title and plot only in this order.
        captioned = alt.vconcat(self.chart).properties(title=caption)
        return (
            alt.vconcat(captioned)
            .properties(title=title, background=PAPER, padding=16)
            .configure(font=FACE)
            .configure_view(stroke=None)
            .configure_axis(
                labelColor=INK, titleColor=SOFT, gridColor=FAINT, titleFontWeight="normal", labelFontSize=11
            )
            .configure_legend(labelColor=INK, titleColor=SOFT, titleFontWeight="normal")
        )


def lines(text: str, line: int) -> list[str]:
    """The text in as few lines of so many characters as it takes, and these about equally long."""
    found = wrap(text, line)
    least = next(
        (width for width in range(1, line) if len(wrap(text, width, break_long_words=False)) == len(found)), line
    )
    return wrap(text, max(least, max(map(len, text.split(" ")), default=1)))


def rows(values: Iterable[dict[str, Any]]) -> Any:
    """A chart of these rows, before it has marks."""
    return alt.Chart(alt.Data(values=list(values)))  # type: ignore[no-untyped-call]


@cache
def _fonts() -> None:
    vl_convert.register_font_directory(str(FONTS))


def _version() -> str:
    """Of Vega-Lite, as vl-convert names it: `6.1`."""
    return ".".join(alt.SCHEMA_VERSION.removeprefix("v").split(".")[:2])
