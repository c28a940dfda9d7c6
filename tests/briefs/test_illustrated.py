"""A brief with verdicts: what changes, one figure, and a PDF that is the same each time."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.briefs import brief, pdf, render
from dragoman.briefs.illustrated import illustration
from dragoman.briefs.shape import Brief
from dragoman.coding import code
from dragoman.datasets.starting import starter_ledger
from dragoman.findings import findings
from dragoman.findings.against import record_for
from dragoman.findings.changes import changes, told
from dragoman.model import Document

TEXT = (
    "В Баку министры обороны Азербайджана и Марокко подписали соглашение о военном сотрудничестве. "
    "Через Марокко Азербайджан может получить доступ к американским военным технологиям <script>alert(1)</script>. "
    "Азербайджан стремится диверсифицировать источники вооружений."
)


@pytest.fixture(scope="module")
def made() -> Brief:
    coding = code(Document(id="d", source="own", text=TEXT, language="ru", published="2023-05-10"))
    with starter_ledger() as ledger, ledger.reading() as connection:
        record = record_for(connection, coding)
        found = findings(coding, record)
        changed = [said for one in changes(coding, record) for said in told(one)]
        plain = brief(coding, "en", found, changed)
        return plain.model_copy(update={"illustration": illustration(found, record, "en")})


def test_claims_have_verdicts_and_news_changes_something(made: Brief) -> None:
    verdicts = {one.type: one.verdict for section in made.sections for item in section.items for one in item.checked}
    assert {"indirect_access", "supplier_diversification"} <= set(verdicts)
    assert made.changes is not None
    assert any("Azerbaijan" in line and "Morocco" in line for line in made.changes.lines)


def test_the_figure_is_of_the_path(made: Brief) -> None:
    assert made.illustration is not None
    assert "Morocco" in made.illustration.title
    page = render(made, "html")
    assert page.count("<svg") == 1
    assert "<script" not in page


def test_a_pdf_is_the_same_each_time(made: Brief, tmp_path: Path) -> None:
    first = pdf(made)
    assert first.startswith(b"%PDF-")
    assert pdf(made) == first
