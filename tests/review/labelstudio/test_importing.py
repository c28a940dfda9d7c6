from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.errors import ReviewError
from dragoman.ledger import adding, statements
from dragoman.model import Ruling, Statement, Status
from dragoman.review import ruling
from dragoman.review.history import history
from dragoman.review.labelstudio.importing import Outcome, in_order, read_tasks, take
from dragoman.review.labelstudio.shape import Annotated
from dragoman.review.ruling import Reviewer

from ...ledger.made import coding
from ..made import SOLD, Filled, sold
from .annotated import Annotator, Row, exported

Import = Callable[..., list[Outcome]]


@pytest.fixture
def bring(there: Filled) -> Import:
    """`bring(row, …, known={})`: import these tasks; what became of each annotation."""

    def call(*rows: Row, known: dict[str, str] | None = None) -> list[Outcome]:
        found = []
        for data, annotation in in_order([Annotated.model_validate(row) for row in rows]):
            with there.ledger.writing() as connection:
                found.append(take(connection, data, annotation, known or {}))
        return found

    return call


@pytest.fixture
def annotate(there: Filled) -> Callable[[], Annotator]:
    """An annotator before the delivery that may come."""
    return lambda: Annotator(exported(there.ledger, there.sold))


def now(there: Filled) -> Statement:
    with there.ledger.reading() as connection:
        return statements.load(connection, [there.sold])[there.sold]


def said(there: Filled) -> list[tuple[str, str, str]]:
    with there.ledger.reading() as connection:
        words = [entry.judgement for entry in reversed(history(connection))]
    return [(word.ruling.value, word.reviewer, word.reason) for word in words]


Annotate = Callable[[], Annotator]


def test_a_verdict_is_a_judgement_of_the_annotator(there: Filled, bring: Import, annotate: Annotate) -> None:
    accepted = annotate().done("accept", by={"id": 3, "first_name": "Rana", "last_name": "K.", "email": "r@a.example"})
    rejected = Annotator(exported(there.ledger, there.opening)).write("reason", "no way is opened").done("reject", id=2)
    changed = (
        Annotator(exported(there.ledger, there.partners)).choose("mode_partnership", "alliance").done("accept", id=3)
    )
    assert bring(accepted, rejected, changed, known={"3": "Li"}) == [Outcome.accept, Outcome.reject, Outcome.correct]
    assert said(there) == [
        ("accept", "Li", ""),
        ("reject", "Li", "no way is opened"),
        ("correct", "Li", "annotated in Label Studio"),
    ]
    with there.ledger.reading() as connection:
        latest = history(connection)[0]
        assert (
            latest.judgement.origin == "label-studio:81f72d73-6206-4f74-98b6-000000000003@2026-11-20T10:00:00.000000Z"
        )
        assert statements.load(connection, [there.partners])[there.partners].mode == "alliance"


@pytest.mark.parametrize(
    ("by", "name"),
    [
        (3, "Label Studio user 3"),
        (None, "Label Studio"),
        ({"id": 3, "email": "r@a.example"}, "r@a.example"),
        ({"id": 3, "first_name": "Rana", "last_name": "", "email": "r@a.example"}, "Rana"),
        ({"id": 4, "email": "l@a.example"}, "Li"),
    ],
)
def test_the_annotator_has_a_name(there: Filled, bring: Import, annotate: Annotate, by: object, name: str) -> None:
    bring(annotate().done("accept", by=by), known={"l@a.example": "Li"})
    assert said(there) == [("accept", name, "")]


def test_every_field_can_be_corrected(there: Filled, bring: Import, annotate: Annotate) -> None:
    key = there.sold
    made = (
        annotate()
        .choose("status", "planned")
        .choose("mode_arms_transfer", "ordered")
        .write("time", "2024-05/2024-06")
        .write("place", "dza")
        .write("actor", "BLR", f"{key}-participant-1")
        .delete("participant-2")
        .delete("speaker-1")
        .mark("Egypt", "participant", "recipient", "egy")
        .mark("the agency", "speaker", actor="RUS")
    )
    assert bring(made.done("accept")) == [Outcome.correct]
    found = now(there)
    assert (found.status, found.mode, found.place) == (Status.planned, "ordered", "DZA")
    assert found.time is not None
    assert (found.time.start, found.time.end) == ("2024-05-01", "2024-06-30")
    assert [(p.actor, p.role, SOLD[slice(*p.span)]) for p in found.participants] == [
        ("BLR", "supplier", "Russia"), ("EGY", "recipient", "Egypt"),
    ]  # fmt: skip
    assert [(s.speaker, s.actor) for s in found.attribution] == [("the agency", "RUS")]
    assert found.evidence == sold().evidence


def test_another_type_with_its_roles(there: Filled, bring: Import, annotate: Annotate) -> None:
    key = there.sold
    made = annotate().choose("type", "restriction").choose("mode_restriction", "embargo")
    made.results = [r for r in made.results if r["type"] != "relation"]
    made.arrow(f"{key}-participant-1", "source").arrow(f"{key}-participant-2", "target", direction="left")
    assert bring(made.done("accept")) == [Outcome.correct]
    assert [(p.actor, p.role) for p in now(there).participants] == [("RUS", "source"), ("DZA", "target")]
    back = Annotator(exported(there.ledger, there.opening)).choose("type", "clash").choose("polarity", None)
    back.results = [r for r in back.results if r["type"] != "relation"]
    back.arrow(f"{there.opening}-participant-1", "source").arrow(f"{there.opening}-participant-2", "target")
    assert bring(back.done("accept", id=2)) == [Outcome.correct]


def test_the_same_annotation_changes_nothing_twice(there: Filled, bring: Import, annotate: Annotate) -> None:
    row = annotate().choose("status", "planned").done("accept")
    assert bring(row) == [Outcome.correct]
    assert bring(row) == [Outcome.known]
    saved_again = annotate().done("accept", at="2026-11-21T10:00:00.000000Z")
    saved_again["data"] = row["data"]
    assert bring(saved_again) == [Outcome.known]
    assert len(said(there)) == 1


def test_an_annotation_that_was_changed_since_is_the_newer_word(
    there: Filled, bring: Import, annotate: Annotate
) -> None:
    first = annotate().choose("status", "planned")
    bring(first.done("accept"))
    second = first.choose("status", "happened").done("accept", at="2026-11-21T10:00:00.000000Z")
    assert bring(second) == [Outcome.correct]
    assert now(there).status is Status.happened
    third = first.done("reject", at="2026-11-22T10:00:00.000000Z")
    assert bring(third) == [Outcome.reject]
    assert bring(second) == [Outcome.known]
    assert [word[0] for word in said(there)] == ["correct", "correct", "reject"]


def test_annotators_who_agree_are_both_kept_and_others_are_told(
    there: Filled, bring: Import, annotate: Annotate
) -> None:
    known = {"1": "Rana", "2": "Li", "3": "Noor", "4": "Ada"}
    agreed = [annotate().choose("status", "planned").done("accept", id=n, by=n) for n in (1, 2)]
    assert bring(*agreed, known=known) == [Outcome.correct, Outcome.accept]
    for row in (
        {**annotate().done("accept", id=3, by=3), "data": agreed[0]["data"]},
        {**annotate().done("reject", id=4, by=4), "data": agreed[0]["data"]},
    ):
        row["annotations"][0]["result"] = [
            r if r.get("from_name") != "status" else {**r, "value": {"choices": ["possible"]}}
            for r in row["annotations"][0]["result"]
        ]
        with pytest.raises(ReviewError, match=r"Li has said otherwise since the tasks were made .*settle it"):
            bring(row, known=known)
    assert [word[:2] for word in said(there)] == [("correct", "Rana"), ("accept", "Li")]
    anew = annotate().done("reject", id=5, by=4)
    assert bring(anew, known=known) == [Outcome.reject]


def test_annotations_of_two_servers_with_one_number_are_two(there: Filled, bring: Import, annotate: Annotate) -> None:
    here, there_too = annotate().done("accept"), annotate().done("accept", by=4)
    there_too["annotations"][0]["unique_id"] = "another"
    assert bring(here, there_too, here) == [Outcome.accept, Outcome.accept, Outcome.known]
    old = annotate().done("reject", id=9)
    del old["annotations"][0]["unique_id"]
    assert bring(old) == [Outcome.reject]
    assert bring(old) == [Outcome.known]
    with there.ledger.reading() as connection:
        assert history(connection)[0].judgement.origin == "label-studio:9@2026-11-20T10:00:00.000000Z"


def test_a_skipped_task_and_a_draft_say_nothing(there: Filled, bring: Import, annotate: Annotate) -> None:
    row = annotate().done("accept")
    row["annotations"][0]["was_cancelled"] = True
    assert bring(row) == [Outcome.skipped]
    assert bring({**row, "annotations": []}) == []
    assert said(there) == []


@pytest.mark.parametrize(
    ("change", "verdict", "told"),
    [
        (lambda a: a, None, "annotation 1 of {key} by Label Studio user 3: has no verdict"),
        (lambda a: a.delete("trigger"), "accept", "has 0 triggers"),
        (lambda a: a.mark("Egypt", "trigger"), "accept", "has 2 triggers"),
        (lambda a: a.mark("Egypt", "participant"), "accept", "«Egypt» has no role; draw a relation"),
        (lambda a: a.mark("Egypt", "participant", "host", "EGY"), "accept", "arms_transfer has no role 'host'"),
        (lambda a: a.mark("Egypt", "participant", "recipient", "EGYPT"), "accept", "no actor has the code 'EGYPT'"),
        (lambda a: a.write("time", "in spring"), "accept", "'in spring' is no time"),
        (lambda a: a.write("place", "Cairo"), "accept", "no actor has the code 'CAIRO'"),
        (lambda a: a.choose("polarity", "gain"), "accept", "event has no polarity"),
        (lambda a: a.choose("status", "sure"), "accept", "status: input should be"),
    ],
)
def test_what_cannot_be_kept_is_told(
    there: Filled, bring: Import, annotate: Annotate, change: Callable[[Annotator], Annotator], verdict: str, told: str
) -> None:
    with pytest.raises(ReviewError) as error:
        bring(change(annotate()).done(verdict))
    assert told.format(key=there.sold) in error.value.line
    assert said(there) == []


def test_tasks_of_another_text_or_of_an_older_coding_are_told(there: Filled, bring: Import, annotate: Annotate) -> None:
    row = annotate().done("accept")
    other = {**row, "data": {**row["data"], "text": row["data"]["text"].replace("Algeria", "Morocco")}}
    with pytest.raises(ReviewError, match="its text is not that of the ledger"):
        bring(other)
    with there.ledger.writing() as connection:
        document = row["data"]["document"]
        newer = sold().model_copy(update={"status": Status.planned})
        adding.recode(connection, document, coding(SOLD, newer), coder="rules/en@2")
    with pytest.raises(ReviewError, match="was coded anew since the tasks were made"):
        bring(row)
    with there.ledger.writing() as connection:
        adding.recode(connection, document, coding(SOLD), coder="rules/en@3")
    with pytest.raises(ReviewError, match="is not in the ledger any more"):
        bring(row)


def test_a_word_of_before_the_export_may_be_overruled(there: Filled, bring: Import, annotate: Annotate) -> None:
    with there.ledger.writing() as connection:
        ruling.accept(connection, there.sold, Reviewer("Li"))
    assert bring(annotate().done("reject")) == [Outcome.reject]
    assert [word[0] for word in said(there)] == [Ruling.accept.value, Ruling.reject.value]


WORDS = ("statement", "document", "text", "judgement", "gist", "source", "type", "status", "published")
GOOD = {"data": {**dict.fromkeys(WORDS, "x"), "offset": 0, "body": sold().model_dump_json()}}


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "is not JSON"),
        ("\x00\x01", "is not JSON"),
        ("[" * 100_000, "is not JSON"),
        ('{"id": 1}', "is no list of tasks"),
        ("[1]", "task 1 is no task"),
        ('[{"id": 1, "text": "met", "status": "planned"}]', "task 1 has no `data`: is it exported as JSON-MIN?"),
        ('[{"data": {"text": "met"}}]', "task 1 is not about a statement of a ledger"),
        ('[{"data": {"statement": "x", "text": "met"}}]', "task 1: data.document: field required"),
    ],
)
def test_a_foreign_file_is_refused_as_a_whole(tmp_path: Path, content: str, told: str) -> None:
    path = tmp_path / "export.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ReviewError) as error:
        read_tasks(path)
    assert told in error.value.line.replace(": is no", " is no").replace(": has no", " has no")
    assert str(path) in error.value.line


def test_files_that_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "export.json"
    path.write_text("\ufeff" + json.dumps([GOOD]), encoding="utf-8")
    assert read_tasks(path) == [Annotated.model_validate(GOOD)]
    with pytest.raises(ReviewError, match="cannot be read"):
        read_tasks(tmp_path)


FIXTURES = Path(__file__).parent / "fixtures"


def test_what_label_studio_itself_exports(there: Filled, bring: Import) -> None:
    """`export-1.23.2.json` is what a Label Studio server of that version gave for the tasks of this very ledger.

    They were imported into a project with our config, annotated over its API from the predictions, and exported as
    JSON; of each annotation only `prediction`, a copy of the task's own, was emptied.
    """
    tasks = read_tasks(FIXTURES / "export-1.23.2.json")
    rows = [json.loads(task.model_dump_json()) for task in tasks]
    assert sorted(bring(*rows, known={"1": "Rana"})) == [
        "accepted",
        "corrected",
        "rejected",
        "skipped by the annotator",
    ]
    assert sorted(said(there)) == [
        ("accept", "Rana", ""),
        ("correct", "Rana", "the agency says so"),
        ("reject", "Rana", "annotated in Label Studio"),
    ]
    found = now(there)
    assert found.status is Status.planned
    assert [(p.actor, p.role, SOLD[slice(*p.span)]) for p in found.participants] == [
        ("RUS", "supplier", "Russia"), ("DZA", "recipient", "Algeria"), ("EGY", "intermediary", "Egypt"),
    ]  # fmt: skip
    assert set(bring(*rows, known={"1": "Rana"})) == {Outcome.known, Outcome.skipped}
