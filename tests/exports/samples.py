"""A small ledger in memory: two events with their reports, ties of several layers, datasets, a document."""

from __future__ import annotations

from hypothesis import strategies as st

from dragoman.exports import Report, ReportedEvent
from dragoman.model import Dataset, Document, Event, Layer, Measure, Party, Precision, Status, Tie, Time, Turn

DOCUMENT = Document(
    id="d1",
    source="https://example.org/news/1",
    text="Министры обороны Казахстана и Турции подписали соглашение.",
    outlet="Пример",
    language="ru",
    published="2024-10-30T14:25",
    headline="Казахстан и Турция подписали соглашение",
    author="А. Автор",
)
SIGNED = Event(
    id="e1",
    type="agreement",
    mode="signed",
    status=Status.happened,
    parties=(Party(actor="KAZ", role="party"), Party(actor="TUR", role="party")),
    time=Time(text="30 октября", start="2024-10-30", end="2024-10-30", precision=Precision.day),
    place="TUR",
    instrument="соглашение | о сотрудничестве",
    statements=("s1", "s2", "s3"),
    history=(
        Turn(date=None, status=Status.possible, statements=("s3",)),
        Turn(date="2024-09-01", status=Status.planned, statements=("s1",)),
        Turn(date="2024-10-30", status=Status.happened, statements=("s2",)),
    ),
)
DENIED = Event(
    id="e:2/б",
    type="arms_transfer",
    status=Status.denied,
    parties=tuple(Party(actor=a, role=r) for a, r in (("ISR", "supplier"), ("AZE", "recipient"), ("WEST", "origin"))),
    statements=("s4",),
    history=(),
)
REPORTS = (
    Report("s2", "d1", "https://example.org/news/1", "подписали соглашение", "Пример", "2024-10-30T14:25"),
    Report("s1", "d2", "news/2.txt", "подпишут соглашение", "Вестник", "2024-09-01"),
    Report("s3", "d3", "news/3.txt", "могут подписать"),
)
EVENTS = (
    ReportedEvent.of(SIGNED, REPORTS),
    ReportedEvent.of(DENIED, [Report("s4", "d1", "https://example.org/news/1", "поставок не было")]),
)
ARMS = Tie(
    id="sipri:7/1",
    dataset="sipri",
    record="7",
    layer=Layer.arms,
    type="arms_transfer",
    mode="delivered",
    source="RUS",
    target="AZE",
    directed=True,
    start="2010",
    end="2014-02",
    weight=12.5,
    unit="TIV",
    subject="Су-25 <штурмовик> & запчасти",
    others=(Party(actor="BLR", role="intermediary"),),
    details={"order": "2009", "comment": "via «Минск»"},
)
ALLIANCE = Tie(
    id="cow-1",
    dataset="cow",
    record="1",
    layer=Layer.alliance,
    source="AUT",
    target="PRT",
    directed=False,
    start="1816-02",
    group="g1",
)
MEMBER = Tie(
    id="igo-1",
    dataset="igo",
    record="1",
    layer=Layer.membership,
    source="TUR",
    target="NATO",
    directed=True,
    start="1952-02-18",
)
TIES = (ARMS, ALLIANCE, MEMBER)
SIPRI = Dataset(
    name="sipri",
    title="SIPRI Arms Transfers Database",
    version="2026-02-12",
    terms="non-commercial",
    credit="SIPRI Arms Transfers Database, 2026.",
    first_year=1950,
    last_year=2024,
    gaps=("It counts major arms only.",),
)
MEASURE = Measure(dataset="milex", name="milex", actor="MAR", year=2020, value=4831.0, unit="USD million")

dates = (
    st.none() | st.dates().map(str) | st.dates().map(lambda d: str(d)[:7]) | st.integers(0, 9999).map("{:04}".format)
)
texts = st.text(max_size=20)
actors = st.sampled_from(["AZE", "MAR", "NATO", "WEST", "SUN"]) | st.text(min_size=1, max_size=5)
ties = st.builds(
    Tie,
    id=st.uuids().map(str),
    dataset=texts.filter(bool),
    record=texts.filter(bool),
    layer=st.sampled_from(Layer),
    type=st.sampled_from([None, "arms_transfer", "exercise"]),
    mode=st.none(),
    source=actors,
    target=actors,
    directed=st.booleans(),
    start=dates,
    end=dates,
    status=st.sampled_from(Status),
    weight=st.none() | st.floats(),
    unit=st.none() | texts,
    subject=st.none() | texts,
    others=st.lists(st.builds(Party, actor=actors, role=st.just("origin")), max_size=2).map(tuple),
    group=st.none() | texts,
    event=st.none() | texts,
    details=st.dictionaries(texts, texts, max_size=2),
)
parties = st.builds(Party, actor=actors, role=st.sampled_from(["supplier", "recipient", "origin"]))
events = st.builds(
    Event,
    id=texts.filter(bool),
    type=st.just("arms_transfer"),
    mode=st.none(),
    status=st.sampled_from(Status),
    parties=st.lists(parties, max_size=3).map(tuple),
    time=st.none() | st.builds(Time, text=texts, start=dates, end=dates, precision=st.none()),
    place=st.none() | actors,
    instrument=st.none() | texts,
    statements=st.lists(texts, max_size=3).map(tuple),
    history=st.lists(
        st.builds(Turn, date=dates, status=st.sampled_from(Status), statements=st.just(())), max_size=2
    ).map(tuple),
    why=st.just(()),
)
reports = st.builds(Report, texts, texts.filter(bool), texts, texts, st.none() | texts, dates)
reported = st.builds(ReportedEvent.of, events, st.lists(reports, max_size=3))
