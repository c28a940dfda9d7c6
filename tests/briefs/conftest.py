"""One short document, coded by hand."""

from __future__ import annotations

import pytest

from dragoman.model import Attribution, Coding, Statement

from .samples import coded, said, who


@pytest.fixture
def visit() -> Statement:
    """A visit by a minister, in the outlet's own voice."""
    guest = who("visitor", "AZE", office="minister of defence", person="Гасанов")
    return said(
        "visit", "happened", guest, who("host", "MAR"), words="Министр обороны Азербайджана Гасанов прибыл в Рабат"
    )


@pytest.fixture
def meeting() -> Statement:
    """A meeting of two ministers."""
    guest = who("party", "AZE", office="minister of defence", person="Гасанов")
    host = who("party", "MAR", office="minister of defence", person="Луди")
    return said("meeting", "happened", guest, host, words="провёл переговоры с коллегой Луди")


@pytest.fixture
def agreement() -> Statement:
    """A signed agreement, attributed to a ministry."""
    speaker = Attribution(speaker="Минобороны Азербайджана", actor="AZE", span=(0, 5), verb="сообщили")
    parties = (who("party", "AZE"), who("party", "MAR"))
    words = "Стороны подписали документ «Договор о военных связях»."
    title = "Договор о военных связях"
    return said("agreement", "happened", *parties, mode="signed", instrument=title, attribution=(speaker,), words=words)


@pytest.fixture
def bridge() -> Statement:
    """A hedged argument."""
    roles = (who("beneficiary", "AZE"), who("intermediary", "MAR"), who("origin", "USA"))
    return said(
        "indirect_access", "possible", *roles, kind="inference", words="Марокко может открыть Баку дорогу к технике"
    )


@pytest.fixture
def tie() -> Statement:
    """A standing partnership."""
    parties = (who("party", "MAR"), who("party", "USA"))
    return said(
        "partnership", "ongoing", *parties, kind="tie", mode="strategic", words="созданной по американским лицензиям"
    )


@pytest.fixture
def coding(visit: Statement, meeting: Statement, agreement: Statement, bridge: Statement, tie: Statement) -> Coding:
    """The whole document."""
    return coded(visit, meeting, agreement, tie, bridge)
