from __future__ import annotations

import pytest

from dragoman.errors import CodebookError
from dragoman.model import (
    Attribution,
    Coding,
    Cues,
    Document,
    Evidence,
    Goods,
    Kind,
    Participant,
    Polarity,
    Precision,
    Statement,
    Status,
    Time,
)  # fmt: skip
from dragoman.schema import FLAT_COLUMNS, flat_rows

TEXT = "Минобороны Бразилии сообщило, что в мае Франция передаст ей четыре вертолёта."
NUMBERS = {"FRA": (220, 220), "BRA": (140, 140)}


def _codes(actor: str) -> tuple[int | None, int | None]:
    return NUMBERS.get(actor, (None, None))


def _participant(actor: str | None, role: str, surface: str, person: str | None = None) -> Participant:
    start = TEXT.index(surface)
    return Participant(actor=actor, role=role, surface=surface, person=person, span=(start, start + len(surface)))


def _statement(*participants: Participant, **changes: object) -> Statement:
    start = TEXT.index("Франция")
    said = TEXT[start:-1]
    fields: dict[str, object] = {
        "id": "s1",
        "kind": Kind.event,
        "type": "arms_transfer",
        "status": Status.planned,
        "participants": participants,
        "evidence": Evidence(start=start, end=start + len(said), text=said),
        "cues": Cues(trigger=(TEXT.index("передаст"), TEXT.index("передаст") + 8)),
        "confidence": 0.75,
        "coder": "rules/ru@1",
        "rule": "hand_over",
    }
    return Statement.model_validate(fields | changes)


def _coding(*statements: Statement) -> Coding:
    document = Document(id="d1", source="news.txt", text=TEXT, outlet="Пример", language="ru", views=12)
    return Coding(document=document, statements=statements)


FRANCE = _participant("FRA", "supplier", "Франция")
BRAZIL = _participant("BRA", "recipient", "ей")


def test_a_row_has_the_columns_in_their_order() -> None:
    (row,) = flat_rows(_coding(_statement(FRANCE, BRAZIL)), _codes)
    assert tuple(row) == FLAT_COLUMNS
    assert len(set(FLAT_COLUMNS)) == len(FLAT_COLUMNS)


def test_a_transfer_with_all_that_is_known_of_it() -> None:
    statement = _statement(
        FRANCE, BRAZIL,
        mode="donated",
        goods=(Goods(designation="вертолёт", number=4, value=2500000.0, currency="EUR"), Goods(designation="ракета")),
        time=Time(text="в мае", start="2025-05-01", end="2025-05-31", precision=Precision.month),
        attribution=(Attribution(speaker="Минобороны Бразилии", actor="BRA", span=(0, 19)),),
        matter=("arms", "logistics"),
    )  # fmt: skip
    (row,) = flat_rows(_coding(statement), _codes)
    expected = {
        "document_id": "d1", "document_source": "news.txt", "outlet": "Пример", "views": 12, "published": None,
        "kind": "event", "type": "arms_transfer", "mode": "donated", "status": "planned", "polarity": None,
        "factbank": "CT+", "plover_event": "AID", "plover_mode": None, "plover_context": "military", "cameo_root": "07",
        "participants": "FRA:supplier|BRA:recipient", "participants_cow": "220|140", "participants_gw": "220|140",
        "surfaces": "Франция|ей", "persons": None, "source_actors": "FRA", "target_actors": "BRA",
        "goods": "вертолёт × 4 = 2500000 EUR|ракета", "matter": "arms|logistics",
        "time_start": "2025-05-01", "time_precision": "month",
        "speakers": "Минобороны Бразилии", "speaker_actors": "BRA", "confidence": 0.75, "rule": "hand_over",
    }  # fmt: skip
    assert {name: row[name] for name in expected} == expected
    assert TEXT[int(row["evidence_start"] or 0) : int(row["evidence_end"] or 0)] == row["evidence"]
    assert TEXT[int(row["trigger_start"] or 0) : int(row["trigger_end"] or 0)] == "передаст"


def test_who_has_no_code_leaves_his_place_empty() -> None:
    unknown = _participant(None, "intermediary", "четыре")
    nato = _participant("NATO", "origin", "мае")
    (row,) = flat_rows(_coding(_statement(FRANCE, unknown, nato, BRAZIL)), _codes)
    assert row["participants"] == "FRA:supplier|:intermediary|NATO:origin|BRA:recipient"
    assert row["participants_cow"] == "220|||140"


def test_a_separator_inside_a_text_does_not_make_a_part() -> None:
    odd = Participant(actor="FRA", role="supplier", surface="Франция|Париж", span=(0, 5))
    (row,) = flat_rows(_coding(_statement(odd, BRAZIL)), _codes)
    assert row["surfaces"] == "Франция/Париж|ей"


def test_an_inference_has_a_polarity_and_no_event_code() -> None:
    inference = _statement(
        _participant("BRA", "beneficiary", "ей"), kind=Kind.inference, type="capability", status=Status.possible,
        polarity=Polarity.gain,
    )  # fmt: skip
    (row,) = flat_rows(_coding(inference), _codes)
    assert (row["polarity"], row["factbank"], row["plover_event"], row["cameo_root"]) == ("gain", "PS+", None, None)
    assert row["source_actors"] is None


def test_a_row_for_every_statement_and_none_for_a_document_without() -> None:
    assert flat_rows(_coding(), _codes) == []
    rows = flat_rows(_coding(_statement(FRANCE), _statement(BRAZIL, id="s2")), _codes)
    assert [row["statement_id"] for row in rows] == ["s1", "s2"]


def test_a_statement_of_no_known_type_is_refused() -> None:
    with pytest.raises(CodebookError, match="no type 'gift'"):
        flat_rows(_coding(_statement(FRANCE, type="gift")), _codes)
