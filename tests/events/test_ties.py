from __future__ import annotations

from dragoman.events import Pair, pairs, ties_of
from dragoman.model import Event, Party, Status, Time, Turn


def event(of_type: str, *parties: tuple[str, str], mode: str | None = None, status: Status = Status.happened) -> Event:
    return Event(
        id="e1",
        type=of_type,
        mode=mode,
        status=status,
        parties=tuple(Party(actor=actor, role=role) for actor, role in parties),
        time=Time(text="on 3 May", start="2024-05-03", end="2024-05-03", precision="day"),
        statements=("s",),
        history=(Turn(date="2024-05-04", status=status, statements=("s",)),),
    )


def test_who_acts_is_tied_to_whom_it_is_done_to_and_equals_to_each_other() -> None:
    supplied = [Party(actor=a, role=r) for a, r in (("ITA", "supplier"), ("AZE", "recipient"), ("USA", "origin"))]
    assert pairs(supplied, "arms_transfer") == (
        (Pair("ITA", "AZE", True),),
        (Party(actor="USA", role="origin"),),
    )
    met = [Party(actor=a, role="party") for a in ("TUR", "AZE", "GEO")]
    found, others = pairs(met, "meeting")
    assert [(p.source, p.target) for p in found] == [("AZE", "GEO"), ("AZE", "TUR"), ("GEO", "TUR")]
    assert others == ()


def test_an_agreement_lasts_a_delivery_does_not() -> None:
    (agreed,) = ties_of(event("agreement", ("AZE", "party"), ("MAR", "party"), mode="signed"))
    (sold,) = ties_of(event("arms_transfer", ("ITA", "supplier"), ("AZE", "recipient"), mode="delivered"))
    assert (agreed.start, agreed.end, agreed.directed) == ("2024-05-03", None, False)
    assert (sold.start, sold.end, sold.directed, sold.layer.value) == ("2024-05-03", "2024-05-03", True, "arms")


def test_one_party_alone_ties_nobody() -> None:
    assert ties_of(event("meeting", ("AZE", "party"))) == []
