"""A happening is told once, with all its quotes; what differs stays apart."""

from __future__ import annotations

from dragoman.briefs import brief
from dragoman.briefs.grouping import group
from dragoman.model import Goods, Statement

from .samples import coded, said, who

PARTIES = (who("party", "AZE"), who("party", "MAR"))


def texts(*statements: Statement) -> list[str]:
    return [item.text for section in brief(coded(*statements), "en").sections for item in section.items]


def test_two_reports_of_one_meeting_are_one_item_with_two_quotes(meeting: Statement) -> None:
    again = said("meeting", "ongoing", *PARTIES, words="прибыл в Рабат", matter=("exercise",))
    made = brief(coded(meeting, again), "en").sections[0].items
    assert len(made) == 1 and len(made[0].quotes) == 2
    assert made[0].quotes[0].text == "прибыл в Рабат"
    assert made[0].text.endswith(" for talks on joint exercises.")
    assert set(made[0].statements) == {meeting.id, again.id}


def test_a_plan_is_not_merged_with_what_happened() -> None:
    assert len(texts(said("negotiation", "planned", *PARTIES), said("negotiation", "happened", *PARTIES))) == 2


def test_direction_matters() -> None:
    one = said("arms_transfer", "happened", who("supplier", "TUR"), who("recipient", "AZE"))
    other = said("arms_transfer", "happened", who("supplier", "AZE"), who("recipient", "TUR"))
    assert len(texts(one, other)) == 2


def test_other_goods_another_title_or_another_stage_are_another_happening() -> None:
    roles = (who("supplier", "TUR"), who("recipient", "AZE"))
    drones = said("arms_transfer", "happened", *roles, goods=(Goods(designation="drone"),))
    ships = said("arms_transfer", "happened", *roles, goods=(Goods(designation="ship"),))
    assert len(texts(drones, ships)) == 2
    assert (
        len(texts(*(said("agreement", "happened", *PARTIES, instrument=title) for title in ("Первый", "Второй")))) == 2
    )
    assert len(texts(*(said("agreement", "happened", *PARTIES, mode=mode) for mode in ("signed", "ratified")))) == 2


def test_a_hedged_and_an_unhedged_argument_stay_apart(bridge: Statement) -> None:
    assert len(texts(bridge, bridge.model_copy(update={"status": "ongoing"}))) == 2


def test_statements_without_actors_are_never_merged() -> None:
    assert len(group([said("threat", "happened"), said("threat", "happened")])) == 2
