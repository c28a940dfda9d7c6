"""Every figure, from a network of made-up ties: its values, its title in both languages, its sources, its files."""

from __future__ import annotations

import json
import socket
import struct
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import altair as alt
import jsonschema
import pytest
from tests.figures.looking import Spec, axes, caption, rows_with, title
from tests.network.made import dataset, tie

from dragoman.figures.changed import changed
from dragoman.figures.drawing import FAINT, PAPER, SCALE, Drawing, lines
from dragoman.figures.ego import ego
from dragoman.figures.leg_needs import leg_needs
from dragoman.figures.supplier_shares import supplier_shares
from dragoman.figures.timeline import timeline
from dragoman.figures.words import Language
from dragoman.figures.world import world
from dragoman.model import Dataset, Layer, Tie
from dragoman.network import Change, Network, Paths, Suppliers, change, paths, suppliers

REGISTER, DEALS, TREATIES = (dataset(name) for name in ("sipri-register", "sipri-deals", "treaties"))
SCHEMA = json.loads((Path(alt.__file__).parent / "vegalite/v6/schema/vega-lite-schema.json").read_text("utf-8"))
KNOWN: list[Dataset] = [REGISTER, DEALS, TREATIES]


def delivery(supplier: str, recipient: str, year: str, volume: float, name: str = "sipri-register") -> Tie:
    return tie(Layer.arms, supplier, recipient, year, year, weight=volume, dataset=name, subject="guns")


def treaty(a: str, b: str, day: str, end: str | None = None, name: str = "") -> Tie:
    return tie(Layer.agreement, a, b, day, end, dataset="treaties", name=name)


MADE = [
    *(delivery("RUS", "AZE", "2018", 10.0) for _ in range(3)),
    delivery("ISR", "AZE", "2018", 10.0),
    *(delivery("TUR", "AZE", "2022", 20.0) for _ in range(2)),
    *(delivery("TUR", "AZE", "2022", 20.0, "sipri-deals") for _ in range(2)),
    delivery("USA", "TUR", "2015", 5.0),
    delivery("FRA", "ITA", "2015", 5.0),
    delivery("ITA", "AZE", "2019", 5.0),
    treaty("AZE", "TUR", "2010-11-20", name="lasting"),
    treaty("AZE", "TUR", "2012-01-01", "2014-01-01"),
    treaty("FRA", "ITA", "2009-05-01"),
    treaty("AZE", "FRA", "2011-06-15", name="pact"),
    treaty("MAR", "TUR", "2008-03-01"),
]  # fmt: skip


@pytest.fixture(scope="module")
def network() -> Network:
    return Network.of(MADE, KNOWN)


@pytest.fixture(scope="module")
def supply(network: Network) -> Suppliers:
    return suppliers(network, "AZE", since=2015, until=2024)


@pytest.fixture(scope="module")
def ways(network: Network) -> Paths:
    return paths(network, "AZE", "USA", as_of="2024", via=["TUR"])


@pytest.fixture(scope="module")
def pact(network: Network) -> Change:
    return change(network, "pact")


@pytest.fixture(scope="module")
def drawn(supply: Suppliers, ways: Paths, pact: Change) -> dict[str, Drawing]:
    return all_of(supply, ways, pact)


@pytest.fixture(scope="module")
def specs(drawn: dict[str, Drawing]) -> dict[str, Spec]:
    return {kind: one.spec() for kind, one in drawn.items()}


def all_of(supply: Suppliers, ways: Paths, pact: Change, language: Language = "en") -> dict[str, Drawing]:
    two = [one for one in MADE if {one.source, one.target} == {"AZE", "TUR"}]
    return {
        "suppliers": supplier_shares(supply, language),
        "path": leg_needs(ways, ways.paths[0], language),
        "ego": ego(MADE, "AZE", 2023, KNOWN, language),
        "timeline": timeline(two, "AZE", "TUR", 2024, KNOWN, language),
        "map": world(MADE, "AZE", 2023, KNOWN, language),
        "change": changed(pact, language),
    }


TITLES = {
    "suppliers": (
        "Azerbaijan: Russia 67 % of arms in 2015–2019, Turkey 100 % in 2020–2024",
        "Азербайджан: Россия — 67 % вооружений в 2015–2019, Турция — 100 % в 2020–2024",
    ),
    "path": (
        "Azerbaijan – Turkey – United States: an essential need is not on record",
        "Азербайджан – Турция – США: необходимого не хватает",
    ),
    "ego": (
        "Azerbaijan has ties with 5 states in force in 2023; most kinds with Turkey",
        "Азербайджан: действующие связи с государствами — 5 (2023); больше всего видов — Турция",
    ),
    "timeline": (
        "Ties of Azerbaijan and Turkey on record, 2010–2024: 4",
        "Азербайджан и Турция: связей в данных — 4, 2010–2024",
    ),
    "map": (
        "Azerbaijan has ties in force with 5 states in 2023, most kinds with Turkey",
        "Азербайджан: действующие связи с государствами — 5 (2023); больше всего видов — Турция",
    ),
    "change": (
        "Azerbaijan – France (agreements, 15 June 2011): it adds 1 to the states that France reaches in two steps",
        "Азербайджан – Франция (соглашения, 15 июня 2011): Франция в два шага достигает новых государств — 1",
    ),
}


@pytest.mark.parametrize("place", [0, 1], ids=["en", "ru"])
def test_the_title_is_the_answer_in_either_language(supply: Suppliers, ways: Paths, pact: Change, place: int) -> None:
    languages: tuple[Language, ...] = ("en", "ru")
    found = {kind: one.title for kind, one in all_of(supply, ways, pact, languages[place]).items()}
    told = {kind: text.replace("\u00a0", " ") for kind, text in found.items()}
    assert told == {kind: texts[place] for kind, texts in TITLES.items()}


def test_title_and_caption_stand_in_the_specification(drawn: dict[str, Drawing], specs: dict[str, Spec]) -> None:
    assert {kind: title(spec) for kind, spec in specs.items()} == {kind: one.title for kind, one in drawn.items()}
    assert {kind: caption(spec) for kind, spec in specs.items()} == {kind: one.caption for kind, one in drawn.items()}


def test_only_the_sources_of_what_is_drawn_are_named(drawn: dict[str, Drawing]) -> None:
    told = {kind: one.caption for kind, one in drawn.items()}
    assert told["suppliers"] == "* Too few deliveries to conclude from. Source: sipri-register (1)"
    assert told["timeline"] == "Source: sipri-register (1); treaties (1)"
    assert told["change"] == "Source: treaties (1)"
    assert told["map"].startswith("Shapes: Natural Earth, 1:110 million. Source: sipri-register (1)")
    assert ego([treaty("AZE", "TUR", "2010")], "AZE", 2012, KNOWN).caption == "Source: treaties (1)"


def test_every_specification_is_one_of_vega_lite(specs: dict[str, Spec]) -> None:
    validator = jsonschema.validators.validator_for(SCHEMA)(SCHEMA)
    for kind, spec in specs.items():
        if kind != "map":  # whose shapes alone take long, and are no part of the schema
            validator.validate(json.loads(json.dumps(spec)))


def test_axes_have_titles_with_units(specs: dict[str, Spec]) -> None:
    assert axes(specs["suppliers"]) == {"share of delivered volume (TIV)"}
    assert axes(specs["timeline"]) == {"year"}
    assert axes(specs["map"]) == {"layers"}
    assert axes(specs["change"]) == {
        "states reached in two steps",
        "new states in two steps, summed over parties and layers",
    }


def test_shares_are_those_of_the_network_and_fill_the_bar(specs: dict[str, Spec]) -> None:
    found = rows_with(specs["suppliers"], "supplier", "share")
    first = {row["supplier"]: round(row["to"] - row["from"], 3) for row in found if "2015" in row["window"]}
    assert first == {"Russia": 0.667, "Israel": 0.222, "Italy": 0.111}
    assert max(row["to"] for row in found) == pytest.approx(1.0)


def test_without_deliveries_the_title_says_so(network: Network) -> None:
    assert supplier_shares(suppliers(network, "MAR")).title == "Morocco: no delivery of arms on record"


def test_a_leg_shows_its_years_and_every_need(ways: Paths, specs: dict[str, Spec]) -> None:
    legs = ways.paths[0].legs
    arrows = {row["x"]: row for row in rows_with(specs["path"], "years", "layers")}
    assert [arrows[x]["years"] for x in sorted(arrows)] == [str(leg.years).replace("-", "–") for leg in legs]
    assert arrows[min(arrows)]["layers"] == "arms deliveries"
    needs = rows_with(specs["path"], "need")
    assert {row["need"] for row in needs} == {need.name for leg in legs for need in leg.needs}


def test_partners_are_shaded_by_their_layers(specs: dict[str, Spec]) -> None:
    found = {row["text"]: row for row in rows_with(specs["ego"], "text", "layers")}
    assert found["Turkey (2)"]["layers"] == "agreements, arms deliveries"
    assert luminance(found["Turkey (2)"]["colour"]) < luminance(found["Italy (1)"]["colour"])


def test_the_map_shades_the_same_partners(specs: dict[str, Spec]) -> None:
    shades = {shape["id"]: shape["properties"]["fill"] for shape in specs["map"]["datasets"]["world"]}
    assert luminance(shades["AZE"]) < luminance(shades["TUR"]) < luminance(shades["ITA"]) < luminance(shades["BRA"])


def test_an_organisation_is_no_partner_state() -> None:
    drawn = ego([treaty("AZE", "NATO", "2010")], "AZE", 2012, KNOWN)
    assert drawn.title == "Azerbaijan has no ties in force on record in 2012"


def test_bars_that_overlap_lie_in_lanes_and_acts_of_one_date_in_one_dot(specs: dict[str, Spec]) -> None:
    found = rows_with(specs["timeline"], "lane")
    bars = {(row["start"], row["lane"], row["open"]) for row in found if row["lasts"]}
    assert bars == {("2010-11-20", 0, True), ("2012-01-01", 1, False)}
    assert {(row["start"], row["n"]) for row in found if not row["lasts"]} == {("2022", 2)}


def test_a_change_is_drawn_from_before_to_after_beside_earlier_ones(pact: Change, specs: dict[str, Spec]) -> None:
    reach = {(row["before"], row["after"]) for row in rows_with(specs["change"], "row", "more")}
    assert reach == {(one.before, one.before + len(one.states)) for one in pact.reach} == {(1, 2), (0, 1)}
    typical = rows_with(specs["change"], "low", "high")[0]
    assert pact.typical_reach is not None
    assert (typical["x"], typical["high"]) == (pact.typical_reach.value, pact.typical_reach.high)


@pytest.mark.parametrize("kind", TITLES)
def test_files_are_made_without_a_network(
    drawn: dict[str, Drawing], specs: dict[str, Spec], kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise AssertionError("the network is asked")

    monkeypatch.setattr(socket.socket, "connect", refused)
    assert "http" not in json.dumps({**specs[kind], "$schema": ""})
    root = ElementTree.fromstring(drawn[kind].svg())
    width, height = float(root.attrib["width"]), float(root.attrib["height"])
    picture = drawn[kind].png(2.0)
    assert picture.startswith(b"\x89PNG")
    assert struct.unpack(">II", picture[16:24]) == (pytest.approx(2 * width, abs=1), pytest.approx(2 * height, abs=1))


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_neighbouring_colours_differ_in_grey() -> None:
    steps = [luminance(colour) + 0.05 for colour in (*SCALE[:5], FAINT, PAPER)]
    ratios = [b / a for a, b in pairwise(steps)]
    assert all(ratio > 1.25 for ratio in ratios), ratios


def test_lines_are_about_equally_long_and_lose_nothing() -> None:
    text = "Azerbaijan: Russia 80 % of arms in 2010–2014, Turkey 59 % in 2020–2024"
    found = lines(text, 64)
    assert " ".join(found) == text and max(map(len, found)) - min(map(len, found)) < 12
    assert lines("", 64) == []
