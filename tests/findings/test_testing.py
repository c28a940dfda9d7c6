"""The documents of a ledger are put to its record, and what comes of it is kept."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dragoman.findings import testing
from dragoman.findings.kept import chosen
from dragoman.ledger import Ledger, adding, findings, imports, opened, statements
from dragoman.ledger.adding import Arrival
from dragoman.ledger.claims import ClaimSelection
from dragoman.ledger.judgements import Word, add
from dragoman.ledger.ties import replace
from dragoman.model import Attribution, Coding, Document, Kind, Layer, Ruling, Statement, Status, Verdict

from .made import dataset, fact, said, tie

TEXT = "Kazakhstan and Mongolia are partners; Kazakhstan may find new suppliers."


@pytest.fixture
def ledger(ledger_url: str) -> Iterator[Ledger]:
    with opened(ledger_url, make=True) as made:
        yield made


def put(ledger: Ledger, text: str, *found: Statement) -> str:
    document = Document(id="d", source="s", text=text, language="en", published="2024-10-30", outlet="news.example")
    with ledger.writing() as connection:
        return adding.add(connection, Arrival(Coding(document=document, statements=found), text, "rules/en@test")).key


def test_claims_are_tested_again_when_a_dataset_comes(ledger: Ledger) -> None:
    """Claims are tested, again when a dataset came, and nothing is there twice."""
    partners = fact("partnership", "KAZ:party", "MNG:party", kind=Kind.tie)
    quoted = said("capability", "KAZ:beneficiary").model_copy(
        update={"attribution": (Attribution(speaker="an expert", span=(0, 4)),)}
    )
    document = put(ledger, TEXT, partners, quoted)
    (first,) = testing.tested(ledger, [document])
    assert {one.verdict for one in first.found} == {Verdict.not_checkable}
    with ledger.reading() as connection:
        assert {one.finding.type: one.quoted for one in chosen(connection, ClaimSelection())} == {
            "partnership": False,
            "capability": True,
        }
    with ledger.writing() as connection:
        allied = tie("atop", Layer.alliance, "KAZ", "MNG", "2015", directed=False)
        replace(connection, dataset("atop", 1815, 2018), [allied], file="atop.csv", sha256="1")
    with ledger.reading() as connection:
        state = imports.state(connection)
        assert findings.waiting(connection, state) == [document]
    list(testing.tested(ledger, [document]))
    with ledger.reading() as connection:
        assert findings.waiting(connection, state) == []
        found = {one.finding.type: one for one in chosen(connection, ClaimSelection())}
    partnership = found["partnership"]
    assert partnership.finding.evidence == (allied.id,)
    assert partnership.finding.verdict in (Verdict.supported, Verdict.partly)
    assert partnership.words and len(partnership.statements) == 1
    assert len(found) == 2


def test_what_is_rejected_claims_nothing(ledger: Ledger) -> None:
    document = put(ledger, TEXT, said("capability", "KAZ:beneficiary"))
    with ledger.writing() as connection:
        add(connection, Word(Ruling.reject, tuple(statements.of_document(connection, document)), "Rana", "no"))
    (tested,) = testing.tested(ledger, [document])
    assert tested.found == ()


def test_what_was_judged_meanwhile_is_not_kept(ledger: Ledger) -> None:
    document = put(ledger, TEXT, said("capability", "KAZ:beneficiary"))
    with ledger.reading() as connection:
        state = imports.state(connection)
        worked_out = testing.tested_document(connection, document, testing.Holdings())
    assert worked_out is not None
    with ledger.writing() as connection:
        add(connection, Word(Ruling.reject, tuple(statements.of_document(connection, document)), "Rana", "no"))
        testing.keep(connection, [worked_out], record=state)
        assert findings.waiting(connection, state) == [document]


def test_a_text_is_no_evidence_for_its_own_argument(ledger: Ledger) -> None:
    """That a text reports a licence and a delivery does not put them on record for what it concludes from them."""
    document = put(
        ledger,
        TEXT,
        fact("arms_transfer", "USA:supplier", "MAR:recipient", status=Status.happened),
        fact("arms_transfer", "MAR:supplier", "AZE:recipient", status=Status.happened),
        said("indirect_access", "AZE:beneficiary", "MAR:intermediary", "USA:origin"),
    )
    (tested,) = testing.tested(ledger, [document])
    verdicts = {one.verdict for one in tested.found if one.type == "indirect_access"}
    assert verdicts == {Verdict.not_checkable}
