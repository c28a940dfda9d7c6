"""A small record for the pages: three states with arms, agreements and exercises, and what two articles report."""

from __future__ import annotations

from collections.abc import Sequence

from tests.ledger.made import CODER, coding, statement
from tests.network.made import dataset, tie

from dragoman.ledger import Ledger, ties
from dragoman.ledger.adding import Arrival, add
from dragoman.model import Layer, Status, Tie

REGISTER = "sipri-register"
"""The dataset that measures deliveries."""
HOSTILE = "<script>alert('x')</script>\"'><img src=x onerror=alert(1)>"
"""What somebody may have written into a dataset or an article."""
MADE = (
    tie(Layer.arms, "RUS", "AZE", "2010", "2013", name="ta01", dataset=REGISTER, weight=40.0, subject="T-90"),
    tie(
        Layer.arms, "ISR", "AZE", "2016", "2016", name="ta02", weight=20.0, subject="Harop", dataset=REGISTER,
        others=(("USA", "origin"),),
    ),
    tie(Layer.arms, "TUR", "AZE", "2021", "2021", name="ta03", dataset=REGISTER, weight=30.0, subject="TB2"),
    tie(Layer.arms, "USA", "TUR", "2012", "2014", name="ta04", dataset=REGISTER, weight=50.0, subject="AH-1"),
    tie(Layer.licensed_production, "USA", "TUR", "2009", "2020", name="ta05", subject="engine"),
    tie(Layer.agreement, "AZE", "TUR", "2010-08-16", name="ta06", subject=HOSTILE),
    tie(Layer.agreement, "AZE", "ISR", "2012", name="ta07"),
    tie(Layer.exercise, "AZE", "TUR", "2019-05-01", "2019-05-09", name="ta08", subject="Mustafa Kemal Atatürk"),
    tie(Layer.agreement, "MAR", "USA", "2004", name="ta09"),
    tie(Layer.agreement, "AZE", "MAR", None, name="ta10"),
    tie(Layer.agreement, "FRA", "MAR", "2018", name="ta11", status=Status.planned),
)  # fmt: skip
"""Ties with ids that tests can name."""


def fill(ledger: Ledger, found: Sequence[Tie] = MADE) -> None:
    """Put the ties and two articles into the ledger."""
    with ledger.writing() as connection:
        for name in (REGISTER, "made"):
            of_it = dataset(name, gaps=(f"It has gaps. {HOSTILE}",))
            own = [one for one in found if one.dataset == name]
            ties.replace(connection, of_it, own, file=f"{name}.csv", sha256=str(len(own)))
        text = f"Azerbaijan and Morocco signed an agreement. {HOSTILE}"
        signed = statement(
            text, "Azerbaijan", "Morocco", type="agreement", actors=("AZE", "MAR"), instrument=HOSTILE, day="2024-05-13"
        )
        add(connection, Arrival(coding(text, signed), "https://news.example/1", CODER))
