"""Label Studio's own package takes the config and every prediction. Run by `scripts/interop.sh`, which installs it."""

from __future__ import annotations

import copy
import json
import warnings
from typing import Any

import pytest

from dragoman.ledger import opened
from dragoman.review.labelstudio.config import config
from dragoman.review.labelstudio.tasks import task
from dragoman.review.subjects import StatementSubject
from dragoman.schema import codebook

from ...ledger.made import document
from ..made import MET, PARTNERS, SOLD, filled, met, opening, partners, sold
from .annotated import Annotator, Row, exported

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    sdk: Any = pytest.importorskip("label_studio_sdk.label_interface")

STATEMENTS = ((met(), MET), (sold(), SOLD), (opening(), PARTNERS), (partners(), PARTNERS))


@pytest.fixture(scope="module")
def interface() -> Any:
    """The config as Label Studio understands it; raises where it does not."""
    made = sdk.LabelInterface(config())
    made.validate()
    return made


def told(statement: Any, text: str) -> Row:
    subject = StatementSubject("k" * 16, statement, document(text), "d" * 16, None, 0, ())
    row: Row = json.loads(task(subject).model_dump_json(exclude_none=True))
    return row


@pytest.mark.parametrize(("statement", "text"), STATEMENTS)
def test_it_takes_every_prediction(interface: Any, statement: Any, text: str) -> None:
    row = told(statement, text)
    assert interface.validate_prediction(row["predictions"][0], return_errors=True) == []
    assert interface.validate_task({"data": row["data"]})


@pytest.mark.parametrize("name", codebook().types)
def test_it_takes_every_type_with_its_modes(interface: Any, name: str) -> None:
    entry = codebook().types[name]
    roles = list(entry.roles)
    participants = tuple(p.model_copy(update={"role": roles[0]}) for p in sold().participants)
    for mode in (None, *entry.modes):
        made = sold().model_copy(update={"type": name, "mode": mode, "participants": participants})
        prediction = told(made, SOLD)["predictions"][0]
        assert interface.validate_prediction(prediction, return_errors=True) == []


def test_it_takes_what_an_annotator_is_taken_to_send_back(interface: Any, tmp_path: Any) -> None:
    """The annotations of the other tests have the shape that Label Studio gives them."""
    with opened(str(tmp_path / "ledger.db"), make=True) as ledger:
        there = filled(ledger)
        made = Annotator(exported(ledger, there.sold)).choose("status", "planned").write("time", "2024")
        made.mark("Egypt", "participant", "recipient", "EGY").write("reason", "the agency says so")
        (annotation,) = made.done("accept")["annotations"]
    assert interface.validate_annotation(annotation)


def test_it_refuses_what_is_wrong(interface: Any) -> None:
    """So that the tests above say something."""
    good = told(sold(), SOLD)["predictions"][0]
    for place, change in (
        (0, {"value": {**good["result"][0]["value"], "labels": ["nobody"]}}),
        (0, {"from_name": "nothing"}),
        (0, {"type": "choices"}),
    ):
        bad = copy.deepcopy(good)
        bad["result"][place].update(change)
        assert interface.validate_prediction(bad, return_errors=True)
    bad = copy.deepcopy(good)
    next(r for r in bad["result"] if r["type"] == "relation")["to_id"] = "nowhere"
    assert interface.validate_prediction(bad, return_errors=True)
