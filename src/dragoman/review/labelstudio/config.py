"""The labelling config: what an annotator sees and can choose, from the codebook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from dragoman.model import Kind
from dragoman.review.labelstudio import names
from dragoman.schema import codebook

STYLE = ".htx-text{white-space: pre-wrap;}"
"""Keeps the line breaks of the passage."""


def config() -> str:
    """The labelling config as XML, with a line feed at its end."""
    view = Element("View")
    SubElement(view, "Style").text = STYLE
    SubElement(view, "Header", value="$gist", size="4")
    SubElement(view, "Header", value="$source", size="5")
    relations = SubElement(view, "Relations")
    for role, entry in codebook().roles.items():
        SubElement(relations, "Relation", value=role, hint=entry.label.en)
    labels = SubElement(view, "Labels", name=names.PART, toName=names.TEXT, choice="single")
    for part, colour in names.PARTS.items():
        SubElement(labels, "Label", value=part, background=colour)
    SubElement(view, "Text", name=names.TEXT, value=f"${names.TEXT}", granularity="word")
    _of_regions(view)
    _of_statement(view)
    indent(view)
    return tostring(view, encoding="unicode") + "\n"


def _of_regions(view: Element) -> None:
    """Seen when words are selected that name somebody."""
    named = f"{names.PARTICIPANT},{names.SPEAKER}"
    seen = SubElement(view, "View", visibleWhen="region-selected", whenTagName=names.PART, whenLabelValue=named)
    SubElement(
        seen, "Header", value="Code of the state or organisation (AZE, NATO); empty where it is not known", size="5"
    )
    _line(seen, names.ACTOR, perRegion="true")


def _of_statement(view: Element) -> None:
    book = codebook()
    SubElement(view, "Header", value="Does the text say so? Correct what is wrong, then accept.", size="5")
    verdicts = {names.ACCEPT: "as it stands now, with your corrections", names.REJECT: "the text does not say it"}
    _choices(view, names.VERDICT, verdicts, required="true", showInline="true")
    _titled_line(view, names.REASON, "Why?")
    _choices(view, names.STATUS, {s.value: e.label.en for s, e in book.statuses.items()}, showInline="true")
    _choices(view, names.KIND, {k.value: e.label.en for k, e in book.kinds.items()}, showInline="true")
    _choices(view, names.TYPE, {n: e.label.en for n, e in book.types.items()}, layout="select")
    for name, entry in book.types.items():
        if entry.modes:
            modes = {mode: of.label.en for mode, of in entry.modes.items()}
            _choices(_when_type(view, [name]), names.mode_of(name), modes, showInline="true")
    inferences = [name for name, entry in book.types.items() if Kind.inference in entry.kinds]
    polarities = {p.value: e.label.en for p, e in book.polarities.items()}
    _choices(_when_type(view, inferences), names.POLARITY, polarities, showInline="true")
    _titled_line(view, names.TIME, "When: 2024, 2024-05, 2024-05-13 or 2024-05-13/2024-05-20")
    _titled_line(view, names.PLACE, "Where: the code of a state")


def _when_type(view: Element, types: Iterable[str]) -> Element:
    return SubElement(
        view, "View", visibleWhen="choice-selected", whenTagName=names.TYPE, whenChoiceValue=",".join(types)
    )


def _choices(view: Element, name: str, values: Mapping[str, str], **attributes: str) -> None:
    told = {"name": name, "toName": names.TEXT, "choice": "single", **attributes}
    made = SubElement(view, "Choices", told)
    for value, hint in values.items():
        SubElement(made, "Choice", value=value, hint=hint)


def _titled_line(view: Element, name: str, title: str) -> None:
    SubElement(view, "Header", value=title, size="5")
    _line(view, name)


def _line(view: Element, name: str, **attributes: str) -> None:
    told = {"name": name, "toName": names.TEXT, "rows": "1", "maxSubmissions": "1", "editable": "true", **attributes}
    SubElement(view, "TextArea", told)
